# shellcheck shell=bash
# A token that is given out is the one that the portal takes for current, and no other was made and ended on the way: the
# same command gives out the one that did not arrive.
on_creation_day

setup() { portal_key; }
job() { portal server-token --public-key dep.pem --out token.p7m; }

tokens_made() {
    if [ -e sandbox/portal/business.json ]; then
        jq '[.organizations[].services[].tokens[]] | length' sandbox/portal/business.json
    else
        echo 0
    fi
}

check() {
    if [ "$1" = broken ] && [ ! -e token.p7m ]; then
        [ "$(tokens_made)" -le 1 ]
        return
    fi
    [ "$(tokens_made)" = 1 ] || return 1
    local token
    token=$(openssl cms -decrypt -in token.p7m -inkey dep.key | sed -n '/^{/p' | jq -r .access_token) &&
        [ "$token" = "$(jq -r '.organizations[].services[].tokens[-1].access.key' sandbox/portal/business.json)" ]
}
