The devices of a server token: what Apple said of each, and what people say.

  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/devices.sh"
  $ export XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config MDMCTL_ACTOR=jo
  $ on_creation_day
  $ mdmctl store init --quiet >/dev/null; mdmctl tenant add acme --quiet >/dev/null
  $ store=state/mdmctl/mdmctl.db

Without a server token there are none, and before the first sync nobody knows them.

  $ mdmctl dep devices
  error: the tenant 'acme' has no server token yet
  hint: mdmctl dep setup leads to one
  [3]
  $ mdmctl dep import --track --expires 2027-01-10 --without-apns --quiet >/dev/null
  $ mdmctl dep devices
  warning: the devices of the server token of 'acme' were not fetched yet: mdmctl dep sync
  NAME  SERIAL NUMBER  MODEL  DEVICE FAMILY  OS  COLOR  ASSET TAG  PROFILE STATUS  ENROLLMENT STATUS  ASSIGNED USER
  $ mdmctl dep devices show C02XK1JHJG5H
  error: no device 'C02XK1JHJG5H' is known of the server token of 'acme'
  hint: mdmctl dep sync fetches the devices first
  [3]
  $ five_devices sqlite3 -bail $store

The list: devices alone is devices list.

  $ mdmctl dep devices
  $ mdmctl dep devices list --output json | jq '.devices[0]'
  $ mdmctl dep devices --output jsonl | jq -r .serial_number
  $ mdmctl dep devices list --output csv
  $ PATH="$BUILD/tests:$ROOT/tests/cli:$PATH"
  $ at-terminal --columns 80 '' '' mdmctl dep devices
  $ at-terminal --columns 200 '' '' mdmctl dep devices

Filters.

  $ serials() { mdmctl dep devices "$@" --output json | jq -c '[.devices[].serial_number]'; }
  $ serials --model ipad; serials --family IPHONE; serials --profile-status pushed; serials --profile 0ab12c3d4e5f60718293a4b5c6d7e8f9
  $ serials --status enrolled; serials --status not_contacted --family Mac; serials --removed; serials --user jo
  $ mdmctl dep devices --status gone
  [2]
  $ mdmctl dep devices shwo
  [2]
  $ mdmctl dep devices --help | head -12

One, by its serial number in any case, or by the end of it.

  $ mdmctl dep devices show dmpxk1aajf8j
  $ mdmctl dep devices show DMPXK1AAJF8J --output json | jq -c '.more, .assigned_at, .confirmed_at'
  $ mdmctl dep devices show g6txk1ccpt10 --output json | jq -c '[.removed_at, .confirmed_at, .more]'
  $ mdmctl dep devices show pt10 --output json | jq -r .serial_number
  $ mdmctl dep devices show jg5h --output json | jq -c '.results[] | [.asked, .code, .serial_number]'
  $ mdmctl dep devices show jg5
  error: no device 'jg5' is known of the server token of 'acme'
  hint: mdmctl find 'jg5' says whose it is; mdmctl dep sync fetches what was assigned since
  [3]

Several: each has its own code.

  $ mdmctl dep devices show C02XK1JHJG5H H8GLOBEX01 'no serial' --output json | jq -c '.results[] | [.asked, .code, .serial_number]'
  $ mdmctl dep devices show C02XK1JHJG5H NOBODYS >/dev/null
  [1]

What is easily misread is asked back.

  $ mdmctl dep devices show K4LOQWIZ9X 2>&1 | tail -1
  hint: did you mean 'K4L0QW1Z9X'?
  $ mdmctl dep devices show SC02XK1JHJG5H 2>&1 | tail -1
  hint: did you mean 'C02XK1JHJG5H'?

Whose it is.

  $ mdmctl dep devices assign-user c02xk1jhjg5h Zoe --dry-run --quiet --output json | jq -c '[.assigned_user, .changed]'
  $ mdmctl dep devices show C02XK1JHJG5H --output json | jq -c .assigned_user
  null
  $ mdmctl dep devices assign-user c02xk1jhjg5h Zoe --output json | jq -c '[.serial_number, .assigned_user, .assigned_user_at, .changed]'
  $ mdmctl dep devices assign-user C02XK1JHJG5H Zoe --output json | jq -c .changed
  $ serials --user zoe
  $ mdmctl find zoe; mdmctl find jg5h
  $ mdmctl dep devices assign-user C02XK1JHJG5H --nobody --output json | jq -c '[.assigned_user, .changed]'
  $ mdmctl dep devices assign-user C02XK1JHJG5H
  [2]
  $ mdmctl dep devices assign-user C02XK1JHJG5H Zoe --nobody 2>&1 | head -1
  $ mdmctl dep devices assign-user NOBODYS Zoe 2>&1 | head -1

Whether it is enrolled, by hand.

  $ mdmctl dep devices mark C02XK1JHJG5H f9fxk1bbjg5h --status enrolled --dry-run
  $ mdmctl dep devices mark C02XK1JHJG5H f9fxk1bbjg5h --status enrolled
  $ mdmctl dep devices mark C02XK1JHJG5H --status enrolled --output json
  $ mdmctl dep devices mark C02XK1JHJG5H --status removed --quiet >/dev/null; mdmctl dep devices --status removed --output json | jq -c '.devices[] | [.serial_number, .enrollment_status, .enrollment_status_at]'
  $ mdmctl dep devices mark C02XK1JHJG5H NOBODYS --status not_contacted
  [1]
  $ serials --status not_contacted
  $ mdmctl dep devices mark NOBODYS --status enrolled
  [3]
  $ mdmctl dep devices mark 'no serial' --status enrolled
  [7]
  $ mdmctl dep devices mark C02XK1JHJG5H
  [2]
  $ mdmctl dep devices mark --status enrolled
  [2]

Or from a list, in all its shapes.

  $ marked() { printf "$@" | mdmctl dep devices mark --from - --status enrolled --output json 2>/dev/null | jq -c '[.changed, .unchanged, [.failed[] | [.row, .serial_number, .code]]]'; mdmctl dep devices --status enrolled --output csv | tail -n +2 | cut -d, -f3 | tr -d '\r' | xargs; for s in $(mdmctl dep devices --status enrolled --output csv | tail -n +2 | cut -d, -f3 | tr -d '\r'); do echo $s; done | mdmctl dep devices mark --from - --status not_contacted --quiet >/dev/null; }
  $ marked 'C02XK1JHJG5H\nF9FXK1BBJG5H\n'
  $ marked '\xef\xbb\xbfserial_number\r\nC02XK1JHJG5H\r\nc02xk1jhjg5h\r\n'
  $ marked 'Modell;Serial Number\n"iPad; blau";DMPXK1AAJF8J\n;\nMac;\nX;NOBODYS\n"broken'
  $ marked 'Device ID,user\nK4L0QW1Z9X,jo\n'
  $ printf 'serial,user\n' | mdmctl dep devices mark --from - --status enrolled
  [7]
  $ mdmctl dep devices mark --from missing.csv --status enrolled
  [3]
  $ mdmctl dep devices mark X --from missing.csv --status enrolled 2>&1 | head -1

Each transaction is an event, which says what was before.

  $ printf 'C02XK1JHJG5H\nNOBODYS\nF9FXK1BBJG5H\n' >list
  $ mdmctl dep devices mark C02XK1JHJG5H --status removed --quiet >/dev/null
  $ mdmctl dep devices mark --from list --status enrolled --output csv
  [1]
  $ mdmctl audit log --output json | jq -c '.events[-1] | [.command, .object, .before, .after]'
  $ mdmctl audit verify >/dev/null && mdmctl store check >/dev/null && echo whole
  whole

Of all tenants; the other one's devices are its own.

  $ mdmctl tenant add globex --quiet >/dev/null; mdmctl dep import --track --expires 2027-01-10 --without-apns --tenant globex --quiet >/dev/null
  $ sqlite3 $store "insert into dep_devices (token, serial, model, first_seen_at, changed_at, revision, event) select k.id, 'H8GLOBEX01', 'iPad', '2026-01-05T10:00:00Z', '2026-01-05T10:00:00Z', 1, 'added' from dep_tokens k join tenants t on t.id = k.tenant where t.name = 'globex'"
  $ mdmctl dep devices list --all-tenants --quiet --output jsonl 2>/dev/null | jq -c '[.tenant, .serial_number]'
  $ at-terminal --columns 80 '' '' mdmctl dep devices --all-tenants
  $ mdmctl dep devices show h8globex01 --tenant acme
  [3]
  $ mdmctl find h8globex01
  $ mdmctl dep devices
  [2]
