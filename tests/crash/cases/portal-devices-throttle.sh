# shellcheck shell=bash
# Devices fall silent all at once, or none.
setup() {
    begin_portal Other
    portal devices add --count 30
}
job() { portal devices throttle --count 6; }

check() {
    case $(portal devices list --output json | jq '[.devices[] | select(.throttled_until)] | length') in
        0) [ "$1" = broken ] ;;
        6) true ;;
        *) false ;;
    esac
}
