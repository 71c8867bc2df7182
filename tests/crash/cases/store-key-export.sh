# shellcheck shell=bash
# There is no exported key without its event. Exit 4 says that the run before had come to its end.
setup() { mdmctl store init; }

job() {
    local code=0
    mdmctl store key export --out store.key || code=$?
    [ "$code" -ne 4 ] || code=0
    return "$code"
}

check() {
    mdmctl store check || return 1
    if [ ! -e store.key ]; then
        [ "$1" = broken ]
        return
    fi
    [ "$(grep -c '^-secretkey [0-9a-f]\{64\} -secretkeyid [0-9a-f]\{72\}$' store.key)" -eq 1 ] &&
        [ "$(mdmctl audit log --output json | jq '[.events[] | select(.command == "store key export")] | length')" -gt 0 ]
}
