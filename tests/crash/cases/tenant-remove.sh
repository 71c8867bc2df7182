# shellcheck shell=bash
# It is there or removed, whole either way; run again, it is removed once.
setup() { make_held; }

job() {
    on_renewal_day
    mdmctl tenant remove acme
}

check() {
    on_renewal_day
    mdmctl store check || return 1
    case "$(mdmctl tenant list --removed --output json | jq -r '.tenants[].state')/$(events_of 'tenant remove')" in
        active/0) [ "$1" = broken ] ;;
        removed/1) ! mdmctl apns show ;;
        *) return 1 ;;
    esac
}
