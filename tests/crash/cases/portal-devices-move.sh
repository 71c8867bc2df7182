# shellcheck shell=bash
# Devices that move are with one service or the other, all of them, and never with none.
setup() {
    begin_portal Other
    portal devices add --count 30
}
job() { portal devices move --count 6 --to Other; }

count() { portal devices list --server "$1" --output json | jq '.devices | length'; }

check() {
    case $(count MDM),$(count Other) in
        30,0) [ "$1" = broken ] ;;
        24,6 | 18,12) true ;;
        *) false ;;
    esac
}
