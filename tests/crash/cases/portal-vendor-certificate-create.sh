# shellcheck shell=bash
# The first command of a rehearsal: the pretend Apple makes its own root and intermediate on the way.
on_creation_day

setup() { make_vendor_request; }
job() { mdmctl sandbox portal vendor-certificate create vendor.csr --out vendor.pem --chain-out apple-chain.pem; }

check() {
    if [ "$1" = 'done' ] || [ -e vendor.pem ]; then
        is_whole_certificate vendor.pem && holds_key vendor.pem vendor.key || return 1
    fi
    if [ "$1" = 'done' ] || [ -e apple-chain.pem ]; then
        is_whole_certificate apple-chain.pem || return 1
    fi
    if [ -e vendor.pem ] && [ -e apple-chain.pem ]; then
        openssl verify -no_check_time -CAfile apple-chain.pem vendor.pem || return 1
    fi
}
