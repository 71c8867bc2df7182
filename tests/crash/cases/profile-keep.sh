# shellcheck shell=bash
# The signer is kept with its event and its line of the inventory, or not at all; the signed profile comes behind it.
setup() {
    make_authority && make_signer signer && make_profile wifi && chmod 600 signer.key && begin_rehearsal && mdmctl store init
}
job() { mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --chain ca.pem --chain root.pem --keep --out signed.mobileconfig; }

kept() { mdmctl profile signer list --output json | jq '.certificates | length == 1'; }

check() {
    mdmctl store check && mdmctl audit verify || return 1
    if [ "$1" = broken ] && [ ! -e signed.mobileconfig ]; then
        return 0
    fi
    [ "$(kept)" = true ] &&
        openssl cms -verify -binary -inform DER -in signed.mobileconfig -CAfile root.pem -purpose any -out content &&
        cmp content wifi.mobileconfig
}
