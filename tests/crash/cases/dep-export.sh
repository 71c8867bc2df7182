# shellcheck shell=bash
# There is no exported token without its event, and what is in the file is whole and nobody else's to read.
setup() { make_held_token && echo secret >pass && chmod 600 pass; }

job() {
    in_rehearsal kept
    mdmctl dep export --out token.cms --passphrase-file pass
}

check() {
    in_rehearsal kept
    store_is_whole || return 1
    if [ ! -e token.cms ]; then
        [ "$1" = broken ]
        return
    fi
    [ "$(stat -c %a token.cms)" = 600 ] && [ "$(events_of 'dep export')" -gt 0 ] &&
        [ "$(openssl cms -decrypt -binary -inform PEM -in token.cms -pwri_password secret | jq -r .consumer_key)" = \
            "$(mdmctl dep show --output json | jq -r .consumer_key)" ]
}
