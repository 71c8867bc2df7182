# shellcheck shell=bash
# Whatever was killed, the key file or the one beside it opens every secret.
setup() { mdmctl store init && mdmctl tenant add acme; }
job() { mdmctl store rekey; }

check() {
    mdmctl store check || return 1
    [ "$1" = broken ] || [ -z "$(find none -name '*.next')" ]
}
