# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# The pretend portal for organisations, for the cases of what is done there: tests/crash/run sources it.

portal() { MDMCTL_NOW=@$PWD/sandbox/clock mdmctl sandbox portal "$@"; }

# dep.key and dep.pem, and a rehearsal that begins today, for the certificate is valid from today on
portal_key() {
    openssl req -x509 -newkey rsa:2048 -nodes -keyout dep.key -out dep.pem -subj /CN=dep -days 3650
    mkdir -p sandbox
    date -u +%FT%TZ >sandbox/clock
}

# begin_portal [SERVER...]: the usual service and others, each of which has had a server token
begin_portal() {
    portal_key
    portal server-token --public-key dep.pem --out token.p7m
    local server
    for server; do
        portal server-token --public-key dep.pem --server "$server" --out "$server.p7m"
    done
}

# of_servers FILTER: of the services of the portal, as its own list has them
of_servers() { portal server list --output json | jq -c "[.servers[] | $1]"; }
