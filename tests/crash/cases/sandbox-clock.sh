# shellcheck shell=bash
# The clock is as before or as asked for, never torn: every command of the rehearsal reads it at any moment.
before=2026-01-10T12:00:00Z
after=2026-12-01T12:00:00Z

setup() {
    mkdir sandbox
    touch sandbox/rehearsal
    echo $before >sandbox/clock
}
job() { MDMCTL_NOW=@$PWD/sandbox/clock mdmctl sandbox clock $after; }

check() {
    local now
    now=$(cat sandbox/clock)
    [ "$now" = $after ] || { [ "$1" = broken ] && [ "$now" = $before ]; }
}
