# shellcheck shell=bash
# There is no export without its event, and what is there is whole; the tenant is handed over with the event. The same
# command again writes the file that a killed run left out.
setup() {
    make_held &&
        openssl req -x509 -newkey rsa:2048 -nodes -keyout recipient.key -out recipient.pem -subj /CN=Globex -days 3650
}

job() {
    on_renewal_day
    mdmctl tenant export acme --to recipient.pem --out acme.cms
}

check() {
    on_renewal_day
    local state events
    mdmctl store check || return 1
    state=$(mdmctl tenant show acme --output json | jq -r .state)
    events=$(events_of 'tenant export')
    case $state in
        active) [ "$events" -eq 0 ] || return 1 ;;
        handed_over) [ "$events" -gt 0 ] || return 1 ;;
        *) return 1 ;;
    esac
    if [ ! -e acme.cms ]; then
        [ "$1" = broken ]
        return
    fi
    [ "$state" = handed_over ] && [ "$(stat -c %a acme.cms)" = 600 ] &&
        openssl cms -decrypt -binary -inform PEM -in acme.cms -inkey recipient.key -out lines &&
        [ "$(jq -r 'select(.end) | .end.rows' lines)" -eq "$(jq -c 'select(.table)' lines | wc -l)" ] &&
        [ "$(mdmctl audit log --tenant acme --output json | jq -r '.events[].after' | grep -c "$(sha256sum acme.cms | cut -d' ' -f1)")" -eq 1 ]
}
