# shellcheck shell=bash
# A policy has its own push certificate, or what it inherits, with the event that says so.
setup() { make_held && mdmctl policy add kiosks && mdmctl apns assign --policy kiosks; }

job() {
    on_creation_day
    mdmctl apns unassign --policy kiosks
}

check() {
    on_creation_day
    with_its_event "$1" 'apns unassign' "$(mdmctl apns show --output json | jq '.policies == ["/"]')"
}
