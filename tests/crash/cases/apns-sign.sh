# shellcheck shell=bash
# The request is not there, or it is what an unbroken run makes: PKCS#1 signatures have no chance in them.
on_creation_day

setup() { make_vendor && make_customer && sign whole.req; }
job() { sign push.req; }

check() {
    if [ "$1" = broken ] && [ ! -e push.req ]; then
        return 0
    fi
    cmp push.req whole.req
}
