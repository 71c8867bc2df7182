# shellcheck shell=bash
# It is there or removed, whole either way.
setup() { make_held; }

job() {
    on_renewal_day
    mdmctl apns remove
}

check() {
    on_renewal_day
    mdmctl store check || return 1
    case "$(history_of)/$(mdmctl apns show --output json | jq -r .state)" in
        import/valid) [ "$1" = broken ] ;;
        'import remove/removed') [ "$(events_of 'apns remove')" -eq 1 ] ;;
        *) return 1 ;;
    esac
}
