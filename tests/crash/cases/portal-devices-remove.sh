# shellcheck shell=bash
# Devices that are removed are all gone, or none. Again, the same command takes as many more.
setup() {
    begin_portal Other
    portal devices add --count 30
}
job() { portal devices remove --count 6; }

check() {
    case $(portal devices list --output json | jq '.devices | length') in
        30) [ "$1" = broken ] ;;
        24 | 18) true ;;
        *) false ;;
    esac
}
