# shellcheck shell=bash
# The store is where it was or where it goes, sound in each place where it is. Exit 4 says that it had gone before.
setup() { mdmctl store init && mdmctl tenant add acme; }

job() {
    local code=0
    mdmctl store copy --to new/mdmctl.db || code=$?
    [ "$code" -ne 4 ] || code=0
    return "$code"
}

check() {
    local moved
    mdmctl store check || return 1
    moved=$(mdmctl store info --output json | jq -r .moved_to)
    if [ "$1" = broken ] && [ "$moved" = null ]; then return; fi
    mdmctl store check --store new/mdmctl.db
}
