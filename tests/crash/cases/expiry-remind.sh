# shellcheck shell=bash
# Each reminder arrives, wherever a run is killed and whichever write fails; what may have arrived comes again with the
# same item, and nothing is left in the outbox.
setup() {
    make_store && mdmctl expiry add --date 2026-01-20 --name contract &&
        mdmctl expiry add --date 2026-01-12 --name www --service tls
}

# shellcheck disable=SC2016  # the variable is the hook's
remind() { mdmctl expiry remind --exec 'echo "$MDMCTL_NAME" >>arrived' "$@"; }

job() {
    on_creation_day
    remind
}

check() {
    on_creation_day
    ! grep -v -x -e contract -e www arrived 2>/dev/null || return 1
    [ "$1" = broken ] && return
    # No more than the two that a kill may have doubled.
    [ "$(sort -u arrived | wc -l)" -eq 2 ] && [ "$(wc -l <arrived)" -le 3 ] &&
        [ "$(remind --output json | jq .summary.messages)" -eq 0 ] &&
        [ "$(mdmctl expiry explain contract --output json | jq '.sent | length')" -eq 1 ]
}
