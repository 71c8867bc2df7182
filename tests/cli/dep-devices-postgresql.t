Devices in a store on a server. (Skipped where no server is: tests/with-postgresql starts one.)

  $ [ -n "$PGHOST" ] && [ -n "$PGPASSWORD" ] || exit 80
  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/devices.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config MDMCTL_ACTOR=jo
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ name=mdmctl_devices_$$ && createdb "$name" && export MDMCTL_STORE=postgresql://$PGUSER@$PGHOST:$PGPORT/$name
  $ { mdmctl store init && mdmctl tenant add acme && mdmctl dep import --track --expires 2027-01-10 --without-apns; } >making 2>&1 || cat making
  $ five_devices psql -q -d "$name"
  $ serials() { mdmctl dep devices "$@" --output json | jq -c '[.devices[].serial_number]'; }

  $ serials; serials --removed; serials --model 'pad air'; serials --family iphone --profile-status empty
  ["C02XK1JHJG5H","DMPXK1AAJF8J","F9FXK1BBJG5H","K4L0QW1Z9X"]
  ["C02XK1JHJG5H","DMPXK1AAJF8J","F9FXK1BBJG5H","G6TXK1CCPT10","K4L0QW1Z9X"]
  ["DMPXK1AAJF8J"]
  ["K4L0QW1Z9X"]
  $ mdmctl dep devices show jf8j --output json | jq -c '[.serial_number, .confirmed_at, .more.imei[0]]'
  ["DMPXK1AAJF8J","2026-01-09T10:00:00Z","356789012345678"]
  $ printf 'Serial Number;x\nc02xk1jhjg5h;1\nNOBODYS;2\nF9FXK1BBJG5H;3\n' | mdmctl dep devices mark --from - --status enrolled --output csv
  2 devices marked as enrolled, 0 so already
  row,serial_number,code,message\r (esc)
  3,NOBODYS,no_such_device,no server token of 'acme' has this device\r (esc)
  error: 1 of 3 serial numbers could not be marked; the others are
  hint: mend them in the list and run it again: what is marked is left alone
  [1]
  $ serials --status enrolled; mdmctl dep devices mark C02XK1JHJG5H --status not_contacted --quiet >/dev/null; serials --status enrolled
  ["C02XK1JHJG5H","F9FXK1BBJG5H"]
  ["F9FXK1BBJG5H"]
  $ mdmctl dep devices assign-user f9fxk1bbjg5h 'Zoe' --quiet --output json | jq -c '[.assigned_user, .enrollment_status, .changed]'
  ["Zoe","enrolled",true]
  $ mdmctl find zoe --output json | jq -c '.results[] | [.tenant, .service, .matched, .value, .role, .state]'
  ["acme","dep","assigned_user","Zoe","current","enrolled"]
  $ mdmctl find jg5h --output json | jq -c '.results[] | [.matched, .value]'
  ["serial_number","C02XK1JHJG5H"]
  ["serial_number","F9FXK1BBJG5H"]
  $ mdmctl audit verify >/dev/null && mdmctl store check >/dev/null && echo whole
  whole
  $ dropdb --force "$name"
