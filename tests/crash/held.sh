# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What the cases on push certificates in the store share: a tenant whose certificate is current, with its renewal and
# its key ready, made by the pretend portal.

# The store is a rehearsal's, as the certificates are.
begin_rehearsal() { mkdir -p sandbox && touch sandbox/rehearsal; }

make_store() {
    begin_rehearsal
    on_creation_day
    mdmctl store init && mdmctl tenant add acme
}

# first.pem, renewed.pem, both for push.key
make_certificates() {
    on_creation_day
    make_vendor && make_customer && sign push.req && create first.pem &&
        on_renewal_day && renew "$(topic_of first.pem)" renewed.pem
}

import_first() {
    on_creation_day
    mdmctl apns import first.pem --key push.key --apple-account mdm@example.org
}

make_held() { make_certificates && make_store && import_first; }
make_renewed() { make_held && on_renewal_day && mdmctl apns renew renewed.pem; }

serial_of() { openssl x509 -in "$1" -noout -serial | sed 's/serial=//'; }
current_serial() { mdmctl apns show --output json | jq -r .serial; }
history_of() { mdmctl apns history --output json | jq -r '[.events[].event] | join(" ")'; }
events_of() { mdmctl audit log --output json | jq "[.events[] | select(.command == \"$1\" and (.object | contains(\"refused\") | not))] | length"; }

# Done already is no failure of the same command run again: exit 4 says so, or 3 of what is gone, and what is there is
# checked.
done_already() { or_exit 4 "$@"; }
gone_already() { or_exit 3 "$@"; }
or_exit() {
    local allowed=$1 code=0
    shift
    "$@" || code=$?
    [ "$code" -ne "$allowed" ] || code=0
    return "$code"
}

# with_its_event broken|done COMMAND true|false: what the command does is so, with its event, or neither.
with_its_event() {
    mdmctl store check && mdmctl audit verify || return 1
    case "$3/$(events_of "$2")" in
        false/0) [ "$1" = broken ] ;;
        true/1) ;;
        *) return 1 ;;
    esac
}
