# shellcheck shell=bash
# The contact and its event are there, or neither.
setup() { make_store; }

job() {
    on_creation_day
    mdmctl tenant contact add mdm@acme.example
}

check() {
    on_creation_day
    with_its_event "$1" 'tenant contact add' "$(mdmctl tenant contact list --output json | jq '.contacts | length == 1')"
}
