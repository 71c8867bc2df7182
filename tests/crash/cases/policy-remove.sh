# shellcheck shell=bash
# The policy is gone with its contact and its event, or all of it is there.
setup() { make_store && mdmctl policy add kiosks && mdmctl tenant contact add mdm@acme.example --policy kiosks; }

job() {
    on_creation_day
    gone_already mdmctl policy remove kiosks
}

check() {
    on_creation_day
    with_its_event "$1" 'policy remove' "$(mdmctl policy tree --output json | jq '.policies | length == 2')"
}
