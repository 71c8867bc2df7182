# shellcheck shell=bash
# The signed profile is not there, or it is whole and openssl verifies it.
setup() {
    make_authority && make_signer signer && make_profile wifi && chmod 600 signer.key
}
job() { mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --chain ca.pem --out signed.mobileconfig; }

check() {
    if [ "$1" = broken ] && [ ! -e signed.mobileconfig ]; then
        return 0
    fi
    openssl cms -verify -binary -inform DER -in signed.mobileconfig -CAfile root.pem -purpose any -out content &&
        cmp content wifi.mobileconfig
}
