# shellcheck shell=bash
# All secrets of the tenant are there, or none, with the event that says so. In the end nothing of them is left in any
# file.
sealed_line() { sqlite3 "$db" 'select sealed from secrets where tenant is not null' | sed -n 3p; }

setup() {
    db=none/mdmctl/mdmctl.db
    make_held && sealed_line >sealed && [ -s sealed ]
}

job() {
    on_renewal_day
    mdmctl tenant remove acme --purge --yes
}

check() {
    on_renewal_day
    mdmctl store check || return 1
    local state secrets
    state=$(mdmctl tenant list --removed --output json | jq -r '.tenants[].state')
    secrets=$(mdmctl store info --output json | jq .secrets)
    case "$state/$secrets/$(events_of 'tenant remove')" in
        active/2/0) [ "$1" = broken ] ;;
        purged/1/1) [ "$1" = broken ] || ! cat none/mdmctl/mdmctl.db* | grep -q -a -F -f sealed ;;
        *) return 1 ;;
    esac
}
