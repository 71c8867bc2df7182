# shellcheck shell=bash
# Changes of five pages, killed anywhere: each page is there with its place, or not at all.
setup() {
    make_held_token && fleet add --count 10 && served mdmctl dep sync && fleet remove --count 3 &&
        fleet change --count 3 --skip 3 && fleet add --count 4 && portal_devices >expected
}
job() { served mdmctl dep sync --page-size 2; }

check() {
    in_rehearsal kept
    store_is_whole || return 1
    [ "$1" = broken ] || live_devices | cmp - expected
}
