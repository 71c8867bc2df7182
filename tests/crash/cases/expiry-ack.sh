# shellcheck shell=bash
# What is said of a thing is there with its event, or not at all.
setup() { make_store && mdmctl expiry add --date 2027-03-31 --name contract; }

job() {
    on_creation_day
    mdmctl expiry ack contract --reason 'Jo is at it'
}

check() {
    on_creation_day
    with_its_event "$1" 'expiry ack' \
        "$(mdmctl expiry list --output json | jq '.services[0].acknowledged_until == "2027-03-31T00:00:00Z"')"
}
