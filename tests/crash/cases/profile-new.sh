# shellcheck shell=bash
# The profile of last year is there, or that of this year, whole; and nobody else has read the password in it.
setup() {
    echo 'correct horse' >wifi.txt && chmod 600 wifi.txt && make 2026
}
make() {
    mdmctl profile new passcode wifi --min-length 6 --ssid "Office $1" --wifi-password-file wifi.txt \
        --identifier com.example.base --out base.mobileconfig
}
job() { make 2027; }

# of_year YEAR
of_year() {
    python3 - "$1" <<'PYTHON'
import plistlib, sys
profile = plistlib.load(open("base.mobileconfig", "rb"))
sys.exit(profile["PayloadContent"][1]["SSID_STR"] != "Office " + sys.argv[1])
PYTHON
}

check() {
    [ "$(stat -c %a base.mobileconfig)" = 600 ] || return 1
    if [ "$1" = broken ] && of_year 2026; then
        return 0
    fi
    of_year 2027
}
