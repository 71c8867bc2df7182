# shellcheck shell=bash
# A list that takes the place of what is known, killed anywhere: what is known is the one or the other.
setup() {
    make_held_token && fleet add --count 10 && served mdmctl dep sync && live_devices >before &&
        fleet remove --count 3 --without-records && fleet change --count 3 --skip 3 --without-records &&
        fleet add --count 4 --without-records && portal_devices >expected
}
job() { served mdmctl dep sync --full --page-size 3; }

check() {
    in_rehearsal kept
    store_is_whole || return 1
    live_devices | cmp - expected || { [ "$1" = broken ] && live_devices | cmp - before; }
}
