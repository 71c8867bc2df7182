# shellcheck shell=bash
# Of a folder of downloads each tenant has its old certificate or its new one; the same command brings the rest.
setup() {
    make_store && make_vendor && mdmctl tenant add globex || return 1
    for tenant in acme globex; do
        on_creation_day
        # shellcheck disable=SC2154  # tests/rehearsal.sh has the subject
        openssl genrsa -out "$tenant.key" 2048 && openssl req -new -key "$tenant.key" -subj "$subject" -out push.csr &&
            rm -f push.req && sign push.req && create "$tenant.pem" &&
            mdmctl apns import "$tenant.pem" --key "$tenant.key" --apple-account mdm@example.org --tenant "$tenant" &&
            on_renewal_day && renew "$(topic_of "$tenant.pem")" "$tenant-new.pem" || return 1
    done
}

# What a run that was killed had done already is refused as same_certificate, which makes the exit 1.
job() {
    local code=0
    on_renewal_day
    mdmctl apns renew --match acme-new.pem globex-new.pem --output json >answer || code=$?
    if [ "$code" -eq 1 ] && [ "$(jq -r '[.results[].code // "same_certificate"] | unique[]' answer)" = same_certificate ]; then
        code=0
    fi
    return "$code"
}

check() {
    on_renewal_day
    mdmctl store check || return 1
    local changed=0 tenant
    for tenant in acme globex; do
        case "$(mdmctl apns history --tenant "$tenant" --output json | jq -r '[.events[].event] | join(" ")')" in
            import) [ "$1" = broken ] && [ "$(serial_at "$tenant")" = "$(serial_of "$tenant.pem")" ] || return 1 ;;
            'import renew') [ "$(serial_at "$tenant")" = "$(serial_of "$tenant-new.pem")" ] || return 1; changed=$((changed + 1)) ;;
            *) return 1 ;;
        esac
    done
    [ "$(events_of 'apns renew')" -eq "$changed" ]
}

serial_at() { mdmctl apns show --tenant "$1" --output json | jq -r .serial; }
