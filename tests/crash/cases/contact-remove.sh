# shellcheck shell=bash
# The contact is gone with its event, or there.
setup() { make_store && mdmctl tenant contact add mdm@acme.example; }

job() {
    on_creation_day
    gone_already mdmctl tenant contact remove mdm@acme.example
}

check() {
    on_creation_day
    with_its_event "$1" 'tenant contact remove' "$(mdmctl tenant contact list --output json | jq '.contacts == []')"
}
