# shellcheck shell=bash
# A policy gets its own push certificate with the event, or neither is there.
setup() { make_held && mdmctl policy add kiosks; }

job() {
    on_creation_day
    mdmctl apns assign --policy kiosks
}

check() {
    on_creation_day
    local own
    mdmctl store check && mdmctl audit verify || return 1
    own=$(mdmctl apns show --output json | jq '.policies | length - 1')
    [ "$own" -eq "$(events_of 'apns assign')" ] || return 1
    [ "$1" = broken ] || [ "$own" -eq 1 ]
}
