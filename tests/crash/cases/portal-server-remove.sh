# shellcheck shell=bash
# A service goes with its devices, or stays with them. Once gone, it is not there to be removed again.
setup() {
    begin_portal Other
    portal devices add --count 5
}
job() { [ "$(of_servers .server)" = '["Other"]' ] || portal server remove MDM; }

check() {
    case $(of_servers '[.server, .devices]') in
        '[["MDM",5],["Other",0]]') [ "$1" = broken ] ;;
        '[["Other",0]]') true ;;
        *) false ;;
    esac
}
