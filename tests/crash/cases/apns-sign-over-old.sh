# shellcheck shell=bash
# An older request is in the place of the new one: it is there whole until the new one is.
on_creation_day

setup() { make_vendor && make_customer && sign old.req && cp old.req push.req && make_customer && sign whole.req; }
job() { sign push.req; }

check() {
    if [ "$1" = broken ] && cmp -s push.req old.req; then
        return 0
    fi
    cmp push.req whole.req
}
