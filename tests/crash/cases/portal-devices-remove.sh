# shellcheck shell=bash
# Devices that are removed are all gone, or none. Again, the same command takes as many more.
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
job() { portal devices remove --count 6; }

check() {
    case $(portal devices list --output json | jq '.devices | length') in
        30) [ "$1" = broken ] ;;
        24 | 18) true ;;
        *) false ;;
    esac
}
