# shellcheck shell=bash
# It has the one name or the other, with its event; run again where it is done, the old name is nobody's.
setup() { make_store; }

job() {
    on_creation_day
    [ "$(mdmctl tenant list --output json | jq -r '.tenants[].tenant')" = globex ] || mdmctl tenant rename acme globex
}

check() {
    on_creation_day
    with_its_event "$1" 'tenant rename' "$(mdmctl tenant list --output json | jq '.tenants[0].tenant == "globex"')"
}
