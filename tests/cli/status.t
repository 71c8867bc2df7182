How things stand, the worst first.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ on_creation_day

Nothing is there yet: the first command is named.

  $ mdmctl status
  $ mdmctl store init --quiet >/dev/null
  $ mdmctl status --output json
  $ mdmctl status --exit-code
  $ mdmctl status --exit-code --nonsense
  $ mdmctl status --nonsense
  $ mdmctl status --tenant nobody

What is not connected is a line, and blocked names what it waits for.

  $ mdmctl tenant add acme --quiet >/dev/null
  $ mdmctl status --output json | jq -c '.services[]'
  $ mdmctl status --exit-code --quiet >/dev/null

What has ended, then what ends, then what is lacking, then what stands well.

  $ track() { mdmctl apns import --tenant "$1" --apple-account "mdm@$1.example" --track --topic "com.apple.mgmt.External.$1" --not-after "$2" --quiet >/dev/null; }
  $ track acme 2026-01-20
  $ for t in globex initech umbrella; do mdmctl tenant add $t --quiet >/dev/null; done
  $ track globex 2026-12-31 && track initech 2026-02-05
  $ mdmctl tenant set umbrella --uses apns,dep --quiet >/dev/null
  $ mdmctl apns set --tenant acme --devices 40 --quiet >/dev/null
  $ mdmctl status --all-tenants --at 2026-01-25 --output csv | cut -d, -f1-7
  $ mdmctl status --all-tenants --at 2026-01-25 --exit-code --quiet >/dev/null
  $ mdmctl status --tenant globex --exit-code --quiet >/dev/null
  $ mdmctl status --tenant acme --at 2026-01-25
  $ mdmctl status --tenant initech --at 2026-02-01 --output json | jq -c '.services[0]'
