# shellcheck shell=bash
# It is back with its event, or still removed.
setup() { make_store && mdmctl tenant remove acme --yes; }

job() {
    on_creation_day
    mdmctl tenant restore acme
}

check() {
    on_creation_day
    with_its_event "$1" 'tenant restore' "$(mdmctl tenant list --output json | jq '.tenants | length == 1')"
}
