# shellcheck shell=bash
# Each transaction of a list is there with its event, or not at all; run again, the rest follows and nothing is doubled.
setup() {
    make_held_token && in_rehearsal kept && many_devices 1500 sqlite3 -bail "$MDMCTL_STORE" &&
        { echo serial_number; seq -f 'D%07.0f' 1 1500; } >list.csv
}

job() {
    in_rehearsal kept
    mdmctl dep devices mark --from list.csv --status enrolled
}

enrolled() { mdmctl dep devices --status enrolled --output jsonl | wc -l; }
# Those of which an event tells.
told() {
    mdmctl audit log --output jsonl | jq -r 'select(.command == "dep devices mark") | .after | if type == "string" then fromjson else . end | .enrolled[]' | sort -u | wc -l
}

check() {
    in_rehearsal kept
    store_is_whole || return 1
    local n events
    n=$(enrolled)
    events=$(events_of 'dep devices mark')
    [ "$(told)" -eq "$n" ] || return 1
    case "$n/$events" in
        0/0 | 1000/1) [ "$1" = broken ] ;;
        1500/2) ;;
        *) return 1 ;;
    esac
}
