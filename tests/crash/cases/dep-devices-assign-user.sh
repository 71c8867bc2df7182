# shellcheck shell=bash
# Whose a device is is noted with its event, or neither is.
setup() { make_held_token && in_rehearsal kept && many_devices 2 sqlite3 -bail "$MDMCTL_STORE"; }

job() {
    in_rehearsal kept
    mdmctl dep devices assign-user D0000002 jo@acme.example
}

check() {
    in_rehearsal kept
    with_its_event "$1" 'dep devices assign-user' \
        "$(mdmctl dep devices show D0000002 --output json | jq '.assigned_user == "jo@acme.example"')"
}
