# shellcheck shell=bash
# Changes that are told to a file, killed anywhere: each is there once in the end, and none twice at any time.
setup() {
    make_held_token && fleet add --count 10 && served mdmctl dep sync && fleet remove --count 3 &&
        fleet change --count 3 --skip 3 && fleet add --count 4 && portal_devices >expected
}
job() { served mdmctl dep sync --page-size 2 --events events.jsonl; }

told() { jq -r .event events.jsonl | sort | uniq -c | tr -s ' \n' ' '; }

check() {
    in_rehearsal kept
    store_is_whole || return 1
    if [ "$1" = broken ]; then
        # The last line may be cut.
        [ ! -e events.jsonl ] || sed -n '/}$/p' events.jsonl >whole && { [ ! -s whole ] || every_event whole; }
        return
    fi
    live_devices | cmp - expected && every_event events.jsonl && [ "$(told)" = ' 4 added 3 deleted 3 modified ' ]
}
