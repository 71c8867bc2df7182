# shellcheck shell=bash
# The tenant is there whole, with its key and its history, or not at all. Exit 4 says that the run before had come to its
# end.
setup() {
    make_held &&
        openssl req -x509 -newkey rsa:2048 -nodes -keyout recipient.key -out recipient.pem -subj /CN=Globex -days 3650 &&
        mdmctl tenant export acme --to recipient.pem --out acme.cms && mdmctl store init --store new.db
}

job() {
    on_renewal_day
    done_already mdmctl tenant import --store new.db acme.cms --key recipient.key
}

check() {
    on_renewal_day
    mdmctl store check --store new.db || return 1
    case "$(mdmctl tenant list --store new.db --removed --output json | jq -r '.tenants[].state')/$(mdmctl store info --store new.db --output json | jq .secrets)" in
        /1) [ "$1" = broken ] ;;
        active/2)
            [ "$(mdmctl apns history --store new.db --output json | jq -r '[.events[].event] | join(" ")')" = import ] &&
                [ "$(mdmctl audit log --store new.db --tenant acme --output json | jq -r '.events[-1].command')" = 'tenant import' ] &&
                rm -f there.pem && mdmctl apns export --store new.db --unencrypted --out there.pem --dry-run
            ;;
        *) return 1 ;;
    esac
}
