# shellcheck shell=bash
# What was told is gone with its event, or there.
setup() { make_store && mdmctl expiry add --date 2027-03-31 --name contract; }

job() {
    on_creation_day
    gone_already mdmctl expiry remove contract
}

check() {
    on_creation_day
    with_its_event "$1" 'expiry remove' "$(mdmctl expiry list --output json | jq '.services == []')"
}
