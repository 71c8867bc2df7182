# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What the cases on server tokens in the store share: a tenant in the rehearsal 'kept', whose token is current, with its
# renewal downloaded, by the pretend portal. The services are served beside a job, and not under strace: nothing is killed
# but what the case is about.

export SERVER=$MDMCTL

make_token_store() {
    on_creation_day
    begin_serving kept && mdmctl tenant add acme && end_serving
}

# acme.pem, first.p7m
make_first() { make_token_store && in_rehearsal kept && public_key acme.pem && download first.p7m --public-key acme.pem; }
# second.p7m, a year later
make_second() { mdmctl sandbox clock +335d && download second.p7m; }

import_first_token() { mdmctl dep import first.p7m --without-apns "$@"; }
make_held_token() { make_first && import_first_token --offline; }

# served COMMAND...: with the pretend services beside it, which end with it.
served() {
    local code=0
    begin_serving kept || return
    "$@" || code=$?
    end_serving
    return "$code"
}

# What the store says of the token: import/valid, "import renew/superseded", or nothing.
token_stands() {
    [ "$(mdmctl dep list --removed --output json | jq '.tokens | length')" -gt 0 ] || return 0
    printf '%s/%s\n' "$(mdmctl dep history --output json | jq -r '[.events[].event] | join(" ")')" \
        "$(mdmctl dep show --output json | jq -r .state)"
}

# Nothing of the store is damaged, and each secret is in use: that of the audit, one a key, and one a token.
store_is_whole() { mdmctl store check && mdmctl audit verify; }
secrets() { mdmctl store info --output json | jq '.secrets - 1'; }
