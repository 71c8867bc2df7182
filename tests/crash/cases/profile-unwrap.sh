# shellcheck shell=bash
# What was signed is not there, or it is whole.
setup() {
    make_authority && make_signer signer && make_profile wifi &&
        openssl cms -sign -binary -nodetach -signer signer.pem -inkey signer.key -in wifi.mobileconfig -outform DER -out signed.mobileconfig
}
job() { mdmctl profile unwrap signed.mobileconfig --out content; }

check() {
    if [ "$1" = broken ] && [ ! -e content ]; then
        return 0
    fi
    cmp content wifi.mobileconfig
}
