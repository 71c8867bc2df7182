# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# The steps of a push certificate's life with the pretend portal, for scripts that need its files: tests/crash and
# tests/bench source it. Each makes its files in the working folder; MDMCTL_SANDBOX_DIR says where the portal is.

# The clock on the day on which everything is made, and on the day on which it is renewed.
on_creation_day() { export MDMCTL_NOW=2026-01-10T12:00:00Z; }
on_renewal_day() { export MDMCTL_NOW=2026-12-01T12:00:00Z; }

subject=/C=FR/CN=mdm-push/emailAddress=mdm@example.org

# vendor.key, vendor.csr
make_vendor_request() {
    openssl genrsa -out vendor.key 2048
    openssl req -new -key vendor.key -subj '/CN=Example MDM Vendor' -out vendor.csr
}

# vendor.pem and apple-chain.pem beside them
make_vendor() {
    make_vendor_request
    mdmctl sandbox portal vendor-certificate create vendor.csr --out vendor.pem --chain-out apple-chain.pem
}

# push.key, push.csr
make_customer() {
    openssl genrsa -out push.key 2048
    openssl req -new -key push.key -subj "$subject" -out push.csr
}

# sign OUT: the request for push.csr
sign() {
    mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out "$1"
}

create() {
    mdmctl sandbox portal push-certificate create push.req --apple-account mdm@example.org --out "$1"
}

# renew TOPIC OUT
renew() {
    mdmctl sandbox portal push-certificate renew push.req --apple-account mdm@example.org --topic "$1" --out "$2"
}

topic_of() {
    openssl x509 -in "$1" -noout -subject -nameopt multiline,-align | sed -n 's/^ *\(userId\|UID\) *= *//p'
}

# Every PEM block in the file is complete, and the first is a certificate that parses.
is_whole_certificate() {
    [ "$(grep -c '^-----BEGIN CERTIFICATE-----$' "$1")" -eq "$(grep -c '^-----END CERTIFICATE-----$' "$1")" ] &&
        [ "$(tail -n 1 "$1")" = '-----END CERTIFICATE-----' ] &&
        openssl x509 -in "$1" -noout
}

holds_key() {
    [ "$(openssl x509 -in "$1" -noout -pubkey)" = "$(openssl pkey -in "$2" -pubout)" ]
}

# The portal has the certificate in its books: it would renew it. Asked in a copy, so that nothing changes.
portal_knows() {
    rm -rf asked
    cp -a sandbox asked
    (
        on_renewal_day
        MDMCTL_SANDBOX_DIR=$PWD/asked renew "$(topic_of "$1")" asked/out.pem
    )
    local code=$?
    rm -rf asked
    return "$code"
}
