# shellcheck shell=bash
# The old certificate is current or the new one is, each with its own history; none is lost.
setup() { make_held; }

job() {
    on_renewal_day
    done_already mdmctl apns renew renewed.pem
}

check() {
    on_renewal_day
    mdmctl store check || return 1
    case "$(history_of)" in
        import) [ "$1" = broken ] && [ "$(current_serial)" = "$(serial_of first.pem)" ] ;;
        'import renew') [ "$(current_serial)" = "$(serial_of renewed.pem)" ] && [ "$(events_of 'apns renew')" -eq 1 ] ;;
        *) return 1 ;;
    esac
}
