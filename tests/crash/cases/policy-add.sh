# shellcheck shell=bash
# The policy and its event are there, or neither.
setup() { make_store; }

job() {
    on_creation_day
    done_already mdmctl policy add kiosks
}

check() {
    on_creation_day
    with_its_event "$1" 'policy add' "$(mdmctl policy tree --output json | jq '.policies | length == 3')"
}
