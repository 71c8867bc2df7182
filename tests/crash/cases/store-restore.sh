# shellcheck shell=bash
# The restored store is there whole, or there is none; the backup is as it was.
setup() { mdmctl store init && mdmctl tenant add acme && mdmctl store backup backup.db; }

job() {
    local code=0
    mdmctl store restore backup.db --to new/mdmctl.db || code=$?
    [ "$code" -ne 4 ] || code=0
    return "$code"
}

check() {
    mdmctl store check --store backup.db || return 1
    if [ "$1" = broken ] && ! mdmctl store info --store new/mdmctl.db; then
        [ "$(mdmctl store info --store new/mdmctl.db --output json 2>&1 | jq -r .error.code)" = no_store ]
        return
    fi
    mdmctl store check --store new/mdmctl.db &&
        [ "$(mdmctl tenant list --store new/mdmctl.db --output json | jq -r '.tenants[].tenant')" = acme ]
}
