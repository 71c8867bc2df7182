# shellcheck shell=bash
# The old token is current or the new one is, each with its own history; none is lost.
setup() { make_held_token && make_second; }
job() { served mdmctl dep renew second.p7m; }

check() {
    in_rehearsal kept
    store_is_whole || return 1
    case "$(token_stands)" in
        import/expiring) [ "$1" = broken ] && [ "$(events_of 'dep renew')/$(secrets)" = 0/2 ] ;;
        'import renew/valid') [ "$(events_of 'dep renew')/$(secrets)" = 1/3 ] ;;
        *) return 1 ;;
    esac
}
