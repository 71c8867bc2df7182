# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# The steps of a server token's life with the pretend portal and the pretend DEP service, for transcripts and for
# scripts that need its files: tests/crash and tests/dep/faults source it, behind tests/rehearsal.sh.

# begin_serving FOLDER [OPTION...]: the rehearsal in FOLDER, made or taken up again, and this shell in it, until
# end_serving or the shell's end. Its clock begins at MDMCTL_NOW, and its server is started by SERVER, else mdmctl.
begin_serving() {
    local where=$1
    shift
    : >"$where.environment"
    "${SERVER:-mdmctl}" sandbox serve --dir "$where" "$@" >"$where.environment" 2>"$where.serving" </dev/null &
    serving=$!
    trap end_serving EXIT
    until grep -q MDMCTL_DEP_URL "$where.environment"; do
        if ! kill -0 "$serving" 2>/dev/null; then
            cat "$where.serving" >&2
            return 1
        fi
        sleep 0.02
    done
    # shellcheck source=/dev/null
    . "./$where.environment"
}

# in_rehearsal FOLDER: this shell in it, without its services.
in_rehearsal() {
    export MDMCTL_SANDBOX_DIR=$PWD/$1 MDMCTL_NOW=@$PWD/$1/clock MDMCTL_STORE=$PWD/$1/state/mdmctl/mdmctl.db
    export XDG_CONFIG_HOME=$PWD/$1/config XDG_STATE_HOME=$PWD/$1/state
}

end_serving() {
    [ -n "${serving-}" ] || return 0
    kill "$serving" 2>/dev/null
    wait "$serving"
    serving=
}

# public_key OUT [OPTION...]: what is uploaded, of the one tenant
public_key() {
    local out=$1
    shift
    mdmctl dep pubkey --out "$out" --quiet "$@" >/dev/null
}

# download OUT [OPTION...]: at the portal, with --public-key FILE the first time
download() {
    local out=$1
    shift
    mdmctl sandbox portal server-token --out "$out" --quiet "$@" >/dev/null
}

# fleet WHAT [OPTION...]: devices at the portal: add, change, remove, ...
fleet() { mdmctl sandbox portal devices "$@" --quiet >/dev/null; }

# portal_devices: serial number and asset tag of what is assigned at the portal, in order
portal_devices() {
    mdmctl sandbox portal devices list --output jsonl | jq -r '[.serial_number, .asset_tag] | @tsv' | LC_ALL=C sort
}

# live_devices: the same of what the SQLite store has, by another reader than ours
live_devices() {
    sqlite3 -readonly -separator "$(printf '\t')" "$MDMCTL_STORE" \
        "select serial, coalesce(asset_tag, '') from dep_devices where removed_at is null" | LC_ALL=C sort
}

# every_event FILE: the events in it are whole, their ids go up, and none is there twice
every_event() {
    jq -es 'map(.id) | . == (unique)' "$1" >/dev/null
}
