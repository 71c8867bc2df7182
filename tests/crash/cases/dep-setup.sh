# shellcheck shell=bash
# Left at any point: the key that is staged stays the one, its certificate is whole, and what was downloaded for it is
# taken in, or is not there.
setup() { make_first && mv acme.pem staged.pem && mkdir portal && mv first.p7m portal; }

job() {
    in_rehearsal kept
    served guided
}

# Told what to do at the portal, and then with what was downloaded there.
guided() {
    [ -e acme-dep.pem ] || set_up || return
    cp portal/first.p7m . && done_already set_up
}
set_up() { mdmctl dep setup --folder . --no-input --without-apns; }

check() {
    in_rehearsal kept
    store_is_whole || return 1
    [ ! -e acme-dep.pem ] || cmp acme-dep.pem staged.pem || return 1
    case "$(token_stands)" in
        '') [ "$1" = broken ] && [ "$(events_of 'dep import')/$(secrets)" = 0/1 ] ;;
        import/valid) [ "$(events_of 'dep import')/$(secrets)" = 1/2 ] && [ -e acme-dep.pem ] ;;
        *) return 1 ;;
    esac
}
