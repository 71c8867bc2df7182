# shellcheck shell=bash
# A kept rehearsal in the making: whatever is there, the next run finishes it, store, key and clock included.
on_creation_day

setup() { :; }
job() { mdmctl sandbox run --dir kept -- true; }

in_kept() {
    env -u MDMCTL_NOW MDMCTL_SANDBOX_DIR="$PWD/kept" XDG_CONFIG_HOME="$PWD/kept/config" \
        XDG_STATE_HOME="$PWD/kept/state" "$MDMCTL" "$@"
}

check() {
    if [ "$1" = broken ]; then
        # Nothing, or a folder that is known for what it is.
        [ ! -e kept ] || [ -z "$(ls -A kept)" ] || [ -e kept/rehearsal ]
        return
    fi
    [ "$(cat kept/clock)" = "$MDMCTL_NOW" ] && in_kept store check &&
        [ "$(in_kept store info --output json | jq .rehearsal)" = true ]
}
