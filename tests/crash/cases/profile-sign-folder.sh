# shellcheck shell=bash
# Of a folder some are signed, each whole, and the rest is not there; run again, all are.
setup() {
    make_authority && make_signer signer && chmod 600 signer.key && mkdir in out || return 1
    for name in 1 2 3; do make_profile $name && mv $name.mobileconfig in || return 1; done
}
job() { mdmctl profile sign in/1.mobileconfig in/2.mobileconfig in/3.mobileconfig --cert signer.pem --key signer.key --chain ca.pem --out-dir out --jobs 1; }

check() {
    [ "$1" = broken ] || cmp <(ls in) <(ls out) || return 1
    for file in out/*.mobileconfig; do
        [ -e "$file" ] || continue
        openssl cms -verify -binary -inform DER -in "$file" -CAfile root.pem -purpose any -out content &&
            cmp content "in/${file##*/}" || return 1
    done
}
