# shellcheck shell=bash
# The terms are as before or as they were changed, and the services stay.
setup() { begin_portal Other; }
job() { portal terms changed; }

check() {
    case $(of_servers .terms_accepted) in
        '[true,true]') [ "$1" = broken ] ;;
        '[false,false]') true ;;
        *) false ;;
    esac
}
