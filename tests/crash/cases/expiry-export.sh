# shellcheck shell=bash
# The file is what it was before, or what an unbroken run makes.
export_to() { mdmctl expiry export --format prometheus --all-tenants --at 2026-12-01 --out "$1"; }

setup() {
    mdmctl store init && mdmctl tenant add acme && echo before >acme.prom && export_to whole.prom
}
job() { export_to acme.prom; }

check() {
    if [ "$1" = broken ] && [ "$(cat acme.prom)" = before ]; then
        return 0
    fi
    cmp acme.prom whole.prom
}
