# shellcheck shell=bash
# All that was noted is there, with one event, or none of it: the name here and in the inventory, too.
setup() { make_held_token; }

job() {
    in_rehearsal kept
    [ "$(named)" = main ] || mdmctl dep set --new-name main --note 'ask Jo' --apple-account jo@acme.example
}

named() { mdmctl dep show --output json | jq -r .name; }

check() {
    in_rehearsal kept
    local inventory
    inventory=$(mdmctl status --output json | jq -r '.services[] | select(.service == "dep").name')
    [ "$inventory" = "$(named)" ] || return 1
    with_its_event "$1" 'dep set' \
        "$(mdmctl dep show --output json | jq '[.name, .notes, .apple_account] == ["main", "ask Jo", "jo@acme.example"]')"
}
