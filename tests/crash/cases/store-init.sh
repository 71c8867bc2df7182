# shellcheck shell=bash
# There is no store yet, or a sound one that its key opens. Exit 4 says that the run before had come to its end.
setup() { :; }

job() {
    local code=0
    mdmctl store init || code=$?
    [ "$code" -ne 4 ] || code=0
    return "$code"
}

check() {
    if [ "$1" = broken ] && ! mdmctl store info; then
        [ "$(mdmctl store info --output json 2>&1 | jq -r .error.code)" = no_store ]
        return
    fi
    mdmctl store check
}
