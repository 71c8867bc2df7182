# shellcheck shell=bash
# Devices that are added are all there, or none, and the portal's memory of them is whole. Again, the same command adds as many more.
setup() {
    begin_portal Other
    portal devices add --count 30
}
job() { portal devices add --count 10; }

check() {
    case $(portal devices list --output json | jq '.devices | length') in
        30) [ "$1" = broken ] ;;
        40 | 50) true ;;
        *) false ;;
    esac
}
