# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# The rows on configuration profiles; tests/bench/run sources it: `rounds`, `bench`, `tree`, row() and shown() are its.
# shellcheck disable=SC2154

# Profiles of 4 KiB are signed: beside a program that calls CMS_sign() on as many threads, beside what `openssl speed` says
# that the signatures alone take, and beside a process of openssl for each.
# Why it is no 1.0 beside CMS_sign(): that program verifies nothing and does not read what it signs. Of the processor's
# time for a file, files in memory, the signature is 19 us with P-256 (RSA 262), verifying it again as a device would 60
# (17), reading the property list 27. On a disk, replacing what is there by rename() costs more than writing over it,
# which is no way to write.
# sign_profiles COUNT KIND SPEED, of NAME.pem and NAME.key
sign_profiles() {
    local count=$1 kind=$2 speed=$3 few=100 threads medians each begin
    threads=$(nproc)
    medians=$(compare "$((rounds / 40 + 1))" sign_folder "$kind" "$count" -- cms_sign_folder "$kind" "$threads" "$count")
    shown 1.0 "$medians" "profile sign $count $kind -- CMS_sign() on $threads threads"
    each=$(openssl speed -seconds 1 -mr "$speed" 2>/dev/null | awk -F: '/^\+F[24]:/ { print 1e6 / $(NF - 1) }')
    shown 1.2 "${medians% *} $(awk "BEGIN { print $each * $count / $threads }")" "profile sign $count $kind -- openssl speed, $threads cores"
    begin=$(microseconds)
    for ((i = 1; i <= few; i++)); do
        openssl cms -sign -binary -nodetach -md sha256 -signer "$kind.pem" -inkey "$kind.key" -in "profiles/$i.mobileconfig" \
            -outform DER -out "theirs/$i.mobileconfig"
    done
    shown 0.05 "${medians% *} $((($(microseconds) - begin) * count / few))" "profile sign $count $kind -- openssl cms -sign each"
}
# make_signing_folders COUNT: the profiles, two signers, and the two programs that are compared.
make_signing_folders() {
    local i profile
    mkdir -p profiles ours theirs
    for kind in RSA EC; do
        openssl req -x509 -newkey "$([ $kind = RSA ] && echo rsa:2048 || echo ec)" \
            -pkeyopt "$([ $kind = RSA ] && echo rsa_keygen_pubexp:65537 || echo ec_paramgen_curve:P-256)" -nodes \
            -keyout $kind.key -out $kind.pem -subj "/CN=mdmctl bench $kind" -days 365
    done
    {
        printf '%s\n' '<?xml version="1.0" encoding="UTF-8"?>' '<plist version="1.0"><dict>' \
            '<key>PayloadType</key><string>Configuration</string>' '<key>PayloadVersion</key><integer>1</integer>' \
            '<key>PayloadIdentifier</key><string>org.example.bench</string>' \
            '<key>PayloadUUID</key><string>00000001-0000-4000-8000-000000000000</string>' \
            '<key>PayloadContent</key><array><dict>' \
            '<key>PayloadType</key><string>org.example.bench</string>' '<key>PayloadVersion</key><integer>1</integer>' \
            '<key>PayloadIdentifier</key><string>org.example.bench.payload</string>' \
            '<key>PayloadUUID</key><string>00000002-0000-4000-8000-000000000000</string>'
        for ((i = 1; i <= 46; i++)); do printf '<key>key%02d</key><string>a value of a profile, number %02d</string>\n' $i $i; done
        printf '%s\n' '</dict></array></dict></plist>'
    } >profile
    profile=$(<profile)
    for ((i = 1; i <= $1; i++)); do printf '%s\n' "$profile" >"profiles/$i.mobileconfig"; done
    cat >"$bench/sign_folder" <<'PROGRAM'
#!/bin/bash
eval "files=(profiles/{1..$2}.mobileconfig)"
exec mdmctl profile sign "${files[@]}" --cert "$1.pem" --key "$1.key" --out-dir ours --output csv --quiet >/dev/null
PROGRAM
    cat >"$bench/cms_sign_folder" <<'PROGRAM'
#!/bin/bash
eval "files=(profiles/{1..$3}.mobileconfig)"
exec cms_sign "$1.pem" "$1.key" "$2" theirs "${files[@]}"
PROGRAM
    chmod 755 "$bench/sign_folder" "$bench/cms_sign_folder"
}
# What many take of memory beside a tenth of them, in KiB.
memory_of() { measured "$@" | cut -d ' ' -f 2; }
sign_memory() {
    shown 1.2 "$(memory_of sign_folder EC "$most") $(memory_of sign_folder EC $((most / 10)))" \
        "profile sign memory $most (KiB as us) -- $((most / 10))"
}
# One profile with four payloads is told: beside a command that does nothing, and beside another reader of property lists,
# which tells nothing.
explain_profile() {
    mkdir -p explained
    python3 "$tree/tests/bench/profiles.py" explained 1
    row 5 mdmctl profile explain explained/0.mobileconfig -- mdmctl version
    row 0.5 mdmctl profile explain explained/0.mobileconfig -- python3 -c \
        'import plistlib, sys; print(plistlib.load(open(sys.argv[1], "rb")))' explained/0.mobileconfig
}
signed=(1000)
most=10000
if [ "$rounds" -lt 20 ]; then
    signed=(100)
    most=1000
elif [ "$rounds" -ge 200 ]; then
    signed=(1000 10000)
fi
make_signing_folders "$most" >log 2>&1 || {
    cat log >&2
    exit 1
}
for count in "${signed[@]}"; do
    sign_profiles "$count" RSA rsa2048
    sign_profiles "$count" EC ecdsap256
done
sign_memory
explain_profile
