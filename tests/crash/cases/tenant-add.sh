# shellcheck shell=bash
# The tenant is there with its event, or neither is; every chain is whole.
setup() { mdmctl store init; }

job() {
    local code=0
    mdmctl tenant add acme || code=$?
    [ "$code" -ne 4 ] || code=0
    return "$code"
}

check() {
    local tenants events
    mdmctl store check || return 1
    tenants=$(mdmctl tenant list --output json | jq '.tenants | length')
    events=$(mdmctl audit log --output json | jq '[.events[] | select(.command == "tenant add")] | length')
    [ "$tenants" -eq "$events" ] || return 1
    [ "$1" = broken ] || [ "$tenants" -eq 1 ]
}
