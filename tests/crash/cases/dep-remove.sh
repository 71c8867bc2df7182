# shellcheck shell=bash
# It is there or removed, whole either way, and watched or not with it.
setup() { make_held_token; }

job() {
    in_rehearsal kept
    mdmctl dep remove
}

watched() { mdmctl status --output json | jq '[.services[] | select(.service == "dep" and .name != null)] | length'; }

check() {
    in_rehearsal kept
    store_is_whole && [ "$(secrets)" -eq 2 ] || return 1
    case "$(token_stands)/$(watched)" in
        import/valid/1) [ "$1" = broken ] ;;
        'import remove/removed/0') [ "$(events_of 'dep remove')" -eq 1 ] ;;
        *) return 1 ;;
    esac
}
