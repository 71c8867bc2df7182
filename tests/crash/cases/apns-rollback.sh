# shellcheck shell=bash
# The renewed certificate is current or the one before it is. By serial, so that a run again changes nothing more.
setup() { make_renewed; }

job() {
    on_renewal_day
    mdmctl apns rollback --to "$(serial_of first.pem)"
}

check() {
    on_renewal_day
    mdmctl store check || return 1
    case "$(history_of)" in
        'import renew') [ "$1" = broken ] && [ "$(current_serial)" = "$(serial_of renewed.pem)" ] ;;
        'import renew rollback') [ "$(current_serial)" = "$(serial_of first.pem)" ] ;;
        *) return 1 ;;
    esac
}
