# shellcheck shell=bash
# What is said of a thing takes the place of what was said before, with its event, or not at all.
setup() { make_store && mdmctl expiry add --date 2027-03-31 --name contract && mdmctl expiry ack contract; }

job() {
    on_creation_day
    mdmctl expiry snooze contract --until 2027-01-15
}

check() {
    on_creation_day
    with_its_event "$1" 'expiry snooze' \
        "$(mdmctl expiry list --output json | jq '.services[0].acknowledged_until == "2027-01-15T00:00:00Z"')"
}
