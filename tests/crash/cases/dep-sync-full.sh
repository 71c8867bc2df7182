# shellcheck shell=bash
# A list of five pages, killed anywhere: it becomes visible whole, is gone on with, and no device is lost or there twice.
setup() { make_held_token && fleet add --count 10 && portal_devices >expected; }
job() { served mdmctl dep sync --page-size 2; }

check() {
    in_rehearsal kept
    store_is_whole || return 1
    live_devices | cmp - expected || { [ "$1" = broken ] && [ -z "$(live_devices)" ]; }
}
