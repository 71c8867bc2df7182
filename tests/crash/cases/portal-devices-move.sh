# shellcheck shell=bash
# Devices that move are with one service or the other, all of them, and never with none.
setup() {
    openssl req -x509 -newkey rsa:2048 -nodes -keyout dep.key -out dep.pem -subj /CN=dep -days 3650
    mkdir -p sandbox
    # The certificate is valid from today on.
    date -u +%FT%TZ >sandbox/clock
    portal server-token --public-key dep.pem --out token.p7m
    portal server-token --public-key dep.pem --server Other --out other.p7m
    portal devices add --count 30
}
portal() { MDMCTL_NOW=@$PWD/sandbox/clock mdmctl sandbox portal "$@"; }
job() { portal devices move --count 6 --to Other; }

count() { portal devices list --server "$1" --output json | jq '.devices | length'; }

check() {
    case $(count MDM),$(count Other) in
        30,0) [ "$1" = broken ] ;;
        24,6 | 18,12) true ;;
        *) false ;;
    esac
}
