# shellcheck shell=bash
# The note and its event are there, or neither.
setup() { make_store; }

job() {
    on_creation_day
    mdmctl tenant note acme 'ask Jo'
}

check() {
    on_creation_day
    with_its_event "$1" 'tenant note' "$(mdmctl tenant show --output json | jq '.notes == "ask Jo"')"
}
