# shellcheck shell=bash
# Devices that are added are all there, or none, and the portal's memory of them is whole. Again, the same command adds as many more.
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
job() { portal devices add --count 10; }

check() {
    case $(portal devices list --output json | jq '.devices | length') in
        30) [ "$1" = broken ] ;;
        40 | 50) true ;;
        *) false ;;
    esac
}
