# shellcheck shell=bash
# All faults are gone, or none.
setup() {
    mkdir sandbox
    touch sandbox/rehearsal
    echo 2026-01-10T12:00:00Z >sandbox/clock
    mdmctl sandbox fault add dep:404
    mdmctl sandbox fault add dep:503/3
}
job() { mdmctl sandbox fault clear; }

check() {
    case $(mdmctl sandbox fault list --output json | jq '.faults | length') in
        2) [ "$1" = broken ] ;;
        0) true ;;
        *) false ;;
    esac
}
