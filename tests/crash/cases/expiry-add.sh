# shellcheck shell=bash
# What is told is in the inventory with its event, or not at all.
setup() { make_store; }

job() {
    on_creation_day
    mdmctl expiry add --date 2027-03-31 --name contract
}

check() {
    on_creation_day
    with_its_event "$1" 'expiry add' "$(mdmctl expiry list --output json | jq '.services | map(.name) == ["contract"]')"
}
