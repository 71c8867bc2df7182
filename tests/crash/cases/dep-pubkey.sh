# shellcheck shell=bash
# The key is staged with its event, or neither is; a certificate in a file is whole, and its key is in the store. A run
# again makes no second key for what was staged and not delivered.
setup() { make_token_store; }

job() {
    in_rehearsal kept
    mdmctl dep pubkey --out acme.pem
}

check() {
    in_rehearsal kept
    store_is_whole && [ "$(secrets)" -eq "$(events_of 'dep pubkey')" ] || return 1
    if [ ! -e acme.pem ]; then
        [ "$1" = broken ]
        return
    fi
    is_whole_certificate acme.pem && [ "$(secrets)" -eq 1 ] &&
        [ "$(mdmctl inspect acme.pem --output json | jq -r '.results[0] | [.tenant, .role] | join(" ")')" = 'acme staged' ]
}
