# shellcheck shell=bash
# Each row is there whole, with its event, its certificate and its key, or not at all; run again, the rest follows.
setup() {
    make_certificates && begin_rehearsal && on_creation_day && mdmctl store init && mkdir files &&
        cat first.pem push.key >files/acme.pem && chmod 600 files/acme.pem &&
        printf '%s\n' 'tenant,apple_account,push_certificate,topic,not_after,contact,labels' \
            'acme,mdm@example.org,acme.pem,,,it@acme.example,tier=gold' \
            'console,mdm@example.org,,com.apple.mgmt.External.console,2027-01-01,it@console.example,' >list.csv
}

job() {
    on_creation_day
    mdmctl tenant add --from list.csv --files files
}

# A tenant that is there has what its row says.
is_whole() {
    [ "$(mdmctl tenant contact list --tenant "$1" --output json | jq -r '[.contacts[].address] | join(" ")')" = "it@$1.example" ] || return 1
    [ "$1" != acme ] || [ "$(mdmctl tenant show acme --output json | jq -r .labels.tier)" = gold ]
}

check() {
    on_creation_day
    local tenants tenant
    mdmctl store check && mdmctl audit verify || return 1
    for tenant in $(mdmctl tenant list --output json | jq -r '.tenants[].tenant'); do
        is_whole "$tenant" || return 1
    done
    tenants=$(mdmctl tenant list --output json | jq '.tenants | length')
    [ "$tenants" -eq "$(events_of 'tenant add')" ] &&
        [ "$tenants" -eq "$(mdmctl apns list --all-tenants --output json | jq '.certificates | length')" ] &&
        [ "$(mdmctl store info --output json | jq '.secrets - 1')" -eq "$((tenants > 0 ? 1 : 0))" ] || return 1
    [ "$1" = broken ] || [ "$tenants" -eq 2 ]
}
