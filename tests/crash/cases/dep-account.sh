# shellcheck shell=bash
# What Apple said is noted, or is not and is said again the next time; the token stays as it is either way.
setup() { make_held_token && download second.p7m; }
job() { served or_exit 5 mdmctl dep account; }

check() {
    in_rehearsal kept
    store_is_whole && [ "$(secrets)" -eq 2 ] || return 1
    case "$(token_stands)" in
        import/valid) [ "$1" = broken ] ;;
        import/superseded) ;;
        *) return 1 ;;
    esac
}
