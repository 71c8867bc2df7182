# shellcheck shell=bash
# No certificate leaves the portal that its books do not have. The other way round is a download to be repeated.
on_creation_day

setup() { make_vendor && make_customer && sign push.req; }
job() { create push.pem; }

check() {
    if [ "$1" = broken ] && [ ! -e push.pem ]; then
        return 0
    fi
    is_whole_certificate push.pem && holds_key push.pem push.key && portal_knows push.pem
}
