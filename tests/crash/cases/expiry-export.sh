# shellcheck shell=bash
# The file is the export that it was before, or what an unbroken run makes.
export_at() { mdmctl expiry export --format prometheus --all-tenants --at "$1" --out "$2"; }

setup() {
    mdmctl store init && mdmctl tenant add acme && export_at 2026-11-01 before.prom && cp before.prom acme.prom &&
        export_at 2026-12-01 whole.prom
}
job() { export_at 2026-12-01 acme.prom; }

check() {
    if [ "$1" = broken ] && cmp -s acme.prom before.prom; then
        return 0
    fi
    cmp acme.prom whole.prom
}
