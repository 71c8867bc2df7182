# shellcheck shell=bash
# It is removed or back, whole either way.
setup() { make_held && on_renewal_day && mdmctl apns remove; }

job() {
    on_renewal_day
    mdmctl apns restore
}

check() {
    on_renewal_day
    mdmctl store check || return 1
    case "$(history_of)/$(mdmctl apns show --output json | jq -r .state)" in
        'import remove/removed') [ "$1" = broken ] ;;
        'import remove restore/valid') [ "$(events_of 'apns restore')" -eq 1 ] ;;
        *) return 1 ;;
    esac
}
