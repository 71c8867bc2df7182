# shellcheck shell=bash
# It is removed or back, whole either way.
setup() { make_held_token && mdmctl dep remove; }

job() {
    in_rehearsal kept
    mdmctl dep restore
}

check() {
    in_rehearsal kept
    store_is_whole && [ "$(secrets)" -eq 2 ] || return 1
    case "$(token_stands)" in
        'import remove/removed') [ "$1" = broken ] ;;
        'import remove restore/valid') [ "$(events_of 'dep restore')" -eq 1 ] ;;
        *) return 1 ;;
    esac
}
