# shellcheck shell=bash
# As dep-renew, with nobody there to be asked, and a new key that becomes current with its first token.
setup() {
    make_held_token && mdmctl sandbox clock +335d && public_key new.pem --new &&
        download second.p7m --public-key new.pem
}

job() {
    in_rehearsal kept
    mdmctl dep renew second.p7m --offline
}

check() {
    in_rehearsal kept
    local keys
    store_is_whole || return 1
    keys=$(mdmctl dep show --output json | jq -r '[.keys[].role] | sort | join(" ")')
    case "$(token_stands)/$keys" in
        'import/expiring/current staged') [ "$1" = broken ] && [ "$(events_of 'dep renew')/$(secrets)" = 0/3 ] ;;
        'import renew/valid/current earlier') [ "$(events_of 'dep renew')/$(secrets)" = 1/4 ] ;;
        *) return 1 ;;
    esac
}
