# shellcheck shell=bash
# All tokens that the account downloaded end, or none.
setup() { begin_portal Other; }
job() { portal account password-changed --apple-account admin@example.org; }

check() {
    case $(of_servers .state) in
        '["valid","valid"]') [ "$1" = broken ] ;;
        '["password_changed","password_changed"]') true ;;
        *) false ;;
    esac
}
