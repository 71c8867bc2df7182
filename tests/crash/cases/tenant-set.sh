# shellcheck shell=bash
# All that was set is there, with one event, or none of it.
setup() { make_store; }

job() {
    on_creation_day
    mdmctl tenant set acme --label tier=gold --uses apns,dep --external-id C-1
}

check() {
    on_creation_day
    with_its_event "$1" 'tenant set' "$(mdmctl tenant show --output json | jq '[.labels.tier, .uses, .external_id] == ["gold", ["apns", "dep"], "C-1"]')"
}
