# shellcheck shell=bash
# A fault is there or not, and the one before it stays. Again, the same command adds another.
setup() {
    mkdir sandbox
    touch sandbox/rehearsal
    echo 2026-01-10T12:00:00Z >sandbox/clock
    mdmctl sandbox fault add dep:404
}
job() { mdmctl sandbox fault add dep:503/3; }

check() {
    case $(mdmctl sandbox fault list --output json | jq -c '[.faults[].fault]') in
        '["dep:404"]') [ "$1" = broken ] ;;
        '["dep:404","dep:503/3"]' | '["dep:404","dep:503/3","dep:503/3"]') true ;;
        *) false ;;
    esac
}
