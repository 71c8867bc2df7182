How things stand, the worst first.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal && on_creation_day

Nothing is there yet: the first command is named.

  $ mdmctl status
  error: there is no store at '*' (glob)
  hint: mdmctl store init makes one; --store or MDMCTL_STORE name another
  [3]
  $ mdmctl store init --quiet >/dev/null
  $ mdmctl status --output json
  {
    "services": []
  }
  nothing is looked after yet; the first command: mdmctl tenant add NAME
  $ mdmctl status --exit-code
  error: the store has no tenant yet: there is nothing to check
  hint: mdmctl tenant add NAME
  [3]
  $ mdmctl status --exit-code --nonsense
  error: there is no option '--nonsense' here
  hint: usage: mdmctl status [OPTION...]
  [3]
  $ mdmctl status --nonsense
  error: there is no option '--nonsense' here
  hint: usage: mdmctl status [OPTION...]
  [2]
  $ mdmctl status --tenant nobody
  error: there is no tenant 'nobody'
  hint: mdmctl tenant list
  [3]

What is not connected is a line, and blocked names what it waits for.

  $ mdmctl tenant add acme --quiet >/dev/null
  $ mdmctl status --output json | jq -c '.services[]'
  {"tenant":"acme","policy":"/","service":"apns","name":null,"state":"not_connected","expires":null,"days_left":null,"devices":null,"action":"mdmctl apns csr --common-name NAME --out push.csr --tenant 'acme'"}
  {"tenant":"acme","policy":"/","service":"dep","name":null,"state":"blocked","expires":null,"days_left":null,"devices":null,"action":"it waits for a valid push certificate"}
  {"tenant":"acme","policy":"/","service":"maid","name":null,"state":"blocked","expires":null,"days_left":null,"devices":null,"action":"it waits for a valid push certificate"}
  {"tenant":"acme","policy":"/","service":"google","name":null,"state":"not_connected","expires":null,"days_left":null,"devices":null,"action":"connect it: this version has no command for that yet"}
  $ mdmctl status --exit-code --quiet >/dev/null

What has ended, then what ends, then what is lacking, then what stands well.

  $ track() { mdmctl apns import --tenant "$1" --apple-account "mdm@$1.example" --track --topic "com.apple.mgmt.External.$1" --not-after "$2" --quiet >/dev/null; }
  $ track acme 2026-01-20
  $ for t in globex initech umbrella; do mdmctl tenant add $t --quiet >/dev/null; done
  $ track globex 2026-12-31 && track initech 2026-02-05
  $ mdmctl tenant set umbrella --uses apns,dep --quiet >/dev/null
  $ mdmctl apns set --tenant acme --devices 40 --quiet >/dev/null
  $ mdmctl status --all-tenants --at 2026-01-25 --output csv | cut -d, -f1-7
  tenant,service,name,state,expires,days_left,devices
  acme,apns,default,expired,2026-01-20T00:00:00Z,-5,40
  umbrella,apns,,not_connected,,,
  umbrella,dep,,blocked,,,
  initech,apns,default,expiring,2026-02-05T00:00:00Z,11,
  acme,dep,,blocked,,,
  acme,maid,,blocked,,,
  acme,google,,not_connected,,,
  globex,apns,default,valid,2026-12-31T00:00:00Z,340,
  globex,dep,,not_connected,,,
  globex,maid,,not_connected,,,
  globex,google,,not_connected,,,
  initech,dep,,not_connected,,,
  initech,maid,,not_connected,,,
  initech,google,,not_connected,,,
  $ mdmctl status --all-tenants --at 2026-01-25 --exit-code --quiet >/dev/null
  [2]
  $ mdmctl status --tenant globex --exit-code --quiet >/dev/null
  $ mdmctl status --tenant acme --at 2026-01-25
  TENANT  SERVICE  NAME     STATE          EXPIRES               DAYS LEFT  DEVICES  ACTION
  acme    apns     default  expired        2026-01-20T00:00:00Z  -5         40       mdmctl apns renew FILE --tenant 'acme'
  acme    dep      -        blocked        -                     -          -        it waits for a valid push certificate
  acme    maid     -        blocked        -                     -          -        it waits for a valid push certificate
  acme    google   -        not_connected  -                     -          -        connect it: this version has no command for that yet
  $ mdmctl status --tenant initech --at 2026-02-01 --output json | jq -c '.services[0]'
  {"tenant":"initech","policy":"/","service":"apns","name":"default","state":"expiring","expires":"2026-02-05T00:00:00Z","days_left":4,"devices":null,"action":"mdmctl apns renew FILE --tenant 'initech'"}
