# shellcheck shell=bash
# The contact is gone with its event, or there.
setup() { make_store && mdmctl tenant contact add mdm@acme.example; }

# Done already is no such contact: exit 3.
job() {
    on_creation_day
    local code=0
    mdmctl tenant contact remove mdm@acme.example || code=$?
    [ "$code" -eq 0 ] || [ "$code" -eq 3 ]
}

check() {
    on_creation_day
    with_its_event "$1" 'tenant contact remove' "$(mdmctl tenant contact list --output json | jq '.contacts == []')"
}
