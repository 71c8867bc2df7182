# shellcheck shell=bash
# The renewal is whole and a renewal, or not there; the books still know the certificate by its topic either way.
on_renewal_day

setup() { (on_creation_day && make_vendor && make_customer && sign push.req && create push.pem); }
job() { renew "$(topic_of push.pem)" renewed.pem; }

check() {
    portal_knows push.pem || return 1
    if [ "$1" = broken ] && [ ! -e renewed.pem ]; then
        return 0
    fi
    is_whole_certificate renewed.pem && holds_key renewed.pem push.key &&
        mdmctl apns check --against push.pem renewed.pem
}
