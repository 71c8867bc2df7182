# shellcheck shell=bash
# The certificate is there with its key and its event, or none of them is.
setup() { make_certificates && make_store; }
job() { done_already import_first; }

check() {
    on_creation_day
    mdmctl store check || return 1
    [ "$(events_of 'apns import')" -eq "$(mdmctl apns list --output json | jq '.certificates | length')" ] || return 1
    [ "$1" = broken ] || [ "$(current_serial)" = "$(serial_of first.pem)" ]
}
