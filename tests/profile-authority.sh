# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# An authority and who signs profiles below it, by openssl: root.pem, ca.pem, and a signer NAME.pem with NAME.key for each
# call of make_signer.

make_authority() {
    openssl req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -subj '/CN=Example Root' -days 3650 \
        -addext keyUsage=critical,keyCertSign &&
        openssl req -newkey rsa:2048 -nodes -keyout ca.key -out ca.csr -subj '/CN=Example Issuing CA' &&
        printf '%s\n' basicConstraints=critical,CA:true keyUsage=critical,keyCertSign >ca.ext &&
        openssl x509 -req -in ca.csr -CA root.pem -CAkey root.key -days 3000 -extfile ca.ext -out ca.pem
}

# make_signer NAME [DAYS [ALGORITHM [USAGE [PURPOSE]]]]
make_signer() {
    openssl req -newkey "${3:-rsa:2048}" -pkeyopt "${6:-rsa_keygen_pubexp:65537}" -nodes -keyout "$1.key" -out "$1.csr" \
        -subj "/CN=$1" &&
        printf '%s\n' basicConstraints=CA:false "keyUsage=critical,${4:-digitalSignature}" \
            "extendedKeyUsage=${5:-serverAuth}" >"$1.ext" &&
        openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -days "${2:-365}" -extfile "$1.ext" -out "$1.pem"
}
make_ec_signer() { make_signer "$1" 365 ec digitalSignature serverAuth ec_paramgen_curve:P-256; }

# make_profile NAME [IDENTIFIER]: NAME.mobileconfig
make_profile() {
    printf '%s\r\n' '<?xml version="1.0" encoding="UTF-8"?>' \
        '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">' \
        '<plist version="1.0"><dict>' '<key>PayloadType</key><string>Configuration</string>' \
        '<key>PayloadVersion</key><integer>1</integer>' \
        "<key>PayloadIdentifier</key><string>${2:-com.example.$1}</string>" \
        '<key>PayloadUUID</key><string>11111111-2222-4333-8444-555555555555</string>' \
        '<key>PayloadContent</key><array/>' '</dict></plist>' >"$1.mobileconfig"
}
