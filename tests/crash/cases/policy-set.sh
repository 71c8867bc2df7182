# shellcheck shell=bash
# The settings and their event are there, or neither.
setup() { make_store && mdmctl policy add kiosks; }

job() {
    on_creation_day
    mdmctl policy set kiosks --remind-days 60,7 --warn 60
}

check() {
    on_creation_day
    with_its_event "$1" 'policy set' "$(mdmctl policy show kiosks --output json | jq '[.settings[] | select(.scope == "own") | .value] == ["60,7", "60"]')"
}
