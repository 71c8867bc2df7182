# shellcheck shell=bash
# The token is there with its event and what Apple said of it, or none of them is; its key is staged or current with it.
setup() { make_first; }
job() { served import_first_token; }

check() {
    in_rehearsal kept
    store_is_whole || return 1
    case "$(token_stands)" in
        '') [ "$1" = broken ] && [ "$(events_of 'dep import')/$(secrets)" = 0/1 ] ;;
        import/valid) [ "$(events_of 'dep import')/$(secrets)" = 1/2 ] && mdmctl dep show --output json | jq -e .server_uuid ;;
        *) return 1 ;;
    esac
}
