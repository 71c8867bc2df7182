# shellcheck shell=bash
# Devices that are changed are all changed, or none.
setup() {
    begin_portal Other
    portal devices add --count 30
}
job() { portal devices change --count 6 --asset-tag 'lent out'; }

check() {
    case $(portal devices list --output json | jq '[.devices[] | select(.asset_tag == "lent out")] | length') in
        0) [ "$1" = broken ] ;;
        6) true ;;
        *) false ;;
    esac
}
