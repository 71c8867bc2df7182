# shellcheck shell=bash
# The key is staged with its event, or neither is; a CSR in a file is whole, and its key is in the store. A run again
# makes no second key for what was staged and not delivered.
setup() { make_store; }

job() {
    on_creation_day
    [ -e push.csr ] || mdmctl apns csr --common-name acme --out push.csr
}

check() {
    on_creation_day
    local staged
    mdmctl store check || return 1
    staged=$(mdmctl apns request list --output json | jq '.requests | length')
    [ "$staged" -eq "$(mdmctl store info --output json | jq '.secrets - 1')" ] || return 1
    if [ ! -e push.csr ]; then
        [ "$1" = broken ]
        return
    fi
    [ "$staged" -eq 1 ] && openssl req -in push.csr -noout -verify 2>/dev/null &&
        [ "$(openssl req -in push.csr -noout -pubkey | openssl pkey -pubin -outform DER | sha256sum | cut -d' ' -f1)" = \
            "$(mdmctl apns request list --output json | jq -r '.requests[0].public_key_sha256')" ]
}
