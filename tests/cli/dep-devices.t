The devices of a server token: what Apple said of each, and what people say.

  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/devices.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config MDMCTL_ACTOR=jo
  $ mkdir sandbox && touch sandbox/rehearsal
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
  NAME     SERIAL NUMBER  MODEL            DEVICE FAMILY  OS   COLOR       ASSET TAG  PROFILE STATUS  ENROLLMENT STATUS  ASSIGNED USER
  default  C02XK1JHJG5H   MacBook Pro 14"  Mac            OSX  SILVER      -          empty           not_contacted      -
  default  DMPXK1AAJF8J   iPad Air (M2)    iPad           iOS  SPACE GRAY  A-17       assigned        not_contacted      -
  default  F9FXK1BBJG5H   iPhone 16        iPhone         iOS  BLACK       -          pushed          not_contacted      -
  default  K4L0QW1Z9X     iPhone 16        iPhone         iOS  PINK        -          empty           not_contacted      -
  $ mdmctl dep devices list --output json | jq '.devices[0]'
  {
    "tenant": "acme",
    "name": "default",
    "serial_number": "C02XK1JHJG5H",
    "model": "MacBook Pro 14\"",
    "description": null,
    "device_family": "Mac",
    "os": "OSX",
    "color": "SILVER",
    "asset_tag": null,
    "profile_uuid": null,
    "profile_status": "empty",
    "profile_assign_time": null,
    "profile_push_time": null,
    "enrollment_status": "not_contacted",
    "enrollment_status_at": null,
    "assigned_user": null,
    "assigned_user_at": null,
    "assigned_at": "2026-01-04T08:00:00Z",
    "assigned_by": "jo@acme.example",
    "mdm_migration_deadline": null,
    "first_seen_at": "2026-01-05T10:00:00Z",
    "changed_at": "2026-01-06T10:00:00Z",
    "confirmed_at": "2026-01-09T10:00:00Z",
    "removed_at": null,
    "op_date": null,
    "more": null
  }
  $ mdmctl dep devices --output jsonl | jq -r .serial_number
  C02XK1JHJG5H
  DMPXK1AAJF8J
  F9FXK1BBJG5H
  K4L0QW1Z9X
  $ mdmctl dep devices list --output csv
  tenant,name,serial_number,model,description,device_family,os,color,asset_tag,profile_uuid,profile_status,profile_assign_time,profile_push_time,enrollment_status,enrollment_status_at,assigned_user,assigned_user_at,assigned_at,assigned_by,mdm_migration_deadline,first_seen_at,changed_at,confirmed_at,removed_at,op_date\r (esc)
  acme,default,C02XK1JHJG5H,"MacBook Pro 14""",,Mac,OSX,SILVER,,,empty,,,not_contacted,,,,2026-01-04T08:00:00Z,jo@acme.example,,2026-01-05T10:00:00Z,2026-01-06T10:00:00Z,2026-01-09T10:00:00Z,,\r (esc)
  acme,default,DMPXK1AAJF8J,iPad Air (M2),IPAD AIR WI-FI 128GB SPACE GRAY,iPad,iOS,SPACE GRAY,A-17,0AB12C3D4E5F60718293A4B5C6D7E8F9,assigned,,,not_contacted,,,,2026-01-04T08:00:00Z,jo@acme.example,,2026-01-05T10:00:00Z,2026-01-06T10:00:00Z,2026-01-09T10:00:00Z,,\r (esc)
  acme,default,F9FXK1BBJG5H,iPhone 16,,iPhone,iOS,BLACK,,0AB12C3D4E5F60718293A4B5C6D7E8F9,pushed,,,not_contacted,,,,2026-01-04T08:00:00Z,jo@acme.example,,2026-01-05T10:00:00Z,2026-01-06T10:00:00Z,2026-01-09T10:00:00Z,,\r (esc)
  acme,default,K4L0QW1Z9X,iPhone 16,,iPhone,iOS,PINK,,,empty,,,not_contacted,,,,2026-01-04T08:00:00Z,jo@acme.example,,2026-01-05T10:00:00Z,2026-01-06T10:00:00Z,2026-01-09T10:00:00Z,,\r (esc)
  $ PATH="$BUILD/tests:$ROOT/tests/cli:$PATH"
  $ at-terminal --columns 80 '' '' mdmctl dep devices
  NAME     SERIAL NUMBER  MODEL            PROFILE STATUS  ENROLLMENT STATUS
  default  C02XK1JHJG5H   MacBook Pro 14"  empty           not_contacted
  default  DMPXK1AAJF8J   iPad Air (M2)    assigned        not_contacted
  default  F9FXK1BBJG5H   iPhone 16        pushed          not_contacted
  default  K4L0QW1Z9X     iPhone 16        empty           not_contacted
  $ at-terminal --columns 200 '' '' mdmctl dep devices
  NAME     SERIAL NUMBER  MODEL            DEVICE FAMILY  OS   COLOR       ASSET TAG  PROFILE STATUS  ENROLLMENT STATUS  ASSIGNED USER
  default  C02XK1JHJG5H   MacBook Pro 14"  Mac            OSX  SILVER      -          empty           not_contacted      -
  default  DMPXK1AAJF8J   iPad Air (M2)    iPad           iOS  SPACE GRAY  A-17       assigned        not_contacted      -
  default  F9FXK1BBJG5H   iPhone 16        iPhone         iOS  BLACK       -          pushed          not_contacted      -
  default  K4L0QW1Z9X     iPhone 16        iPhone         iOS  PINK        -          empty           not_contacted      -

Filters.

  $ serials() { mdmctl dep devices "$@" --output json | jq -c '[.devices[].serial_number]'; }
  $ serials --model ipad; serials --family IPHONE; serials --profile-status pushed; serials --profile 0ab12c3d4e5f60718293a4b5c6d7e8f9
  ["DMPXK1AAJF8J"]
  ["F9FXK1BBJG5H","K4L0QW1Z9X"]
  ["F9FXK1BBJG5H"]
  ["DMPXK1AAJF8J","F9FXK1BBJG5H"]
  $ serials --status enrolled; serials --status not_contacted --family Mac; serials --removed; serials --user jo
  []
  ["C02XK1JHJG5H"]
  ["C02XK1JHJG5H","DMPXK1AAJF8J","F9FXK1BBJG5H","G6TXK1CCPT10","K4L0QW1Z9X"]
  []
  $ mdmctl dep devices --status gone
  error: 'gone' is not what --status takes: not_contacted, enrolled, removed
  hint: usage: mdmctl dep devices list [OPTION...]
  [2]
  $ mdmctl dep devices shwo
  error: there is no command 'mdmctl dep devices shwo'
  hint: did you mean `mdmctl dep devices show`?
  [2]
  $ mdmctl dep devices --help | head -12
  Usage: mdmctl dep devices COMMAND [OPTION...]
  
  Commands:
    list         List the devices of a tenant's server tokens, or of all tenants'
    show         Show all that is known of devices: by serial number, or by the
                 end of one
    mark         Note whether devices are enrolled: by serial number, or from a
                 list of a million
    assign-user  Note whose a device is, or that it is nobody's any more
  
  `mdmctl dep devices` alone is `mdmctl dep devices list`.
  `mdmctl dep devices COMMAND --help` tells more of one.

One, by its serial number in any case, or by the end of it.

  $ mdmctl dep devices show dmpxk1aajf8j
  tenant             acme
  name               default
  serial number      DMPXK1AAJF8J
  model              iPad Air (M2)
  description        IPAD AIR WI-FI 128GB SPACE GRAY
  device family      iPad
  os                 iOS
  color              SPACE GRAY
  asset tag          A-17
  profile uuid       0AB12C3D4E5F60718293A4B5C6D7E8F9
  profile status     assigned
  enrollment status  not_contacted
  assigned at        2026-01-04T08:00:00Z
  assigned by        jo@acme.example
  first seen at      2026-01-05T10:00:00Z
  changed at         2026-01-06T10:00:00Z
  confirmed at       2026-01-09T10:00:00Z
  more
    imei                   356789012345678
                           356789012345686
    is replacement device  no
    wifi mac address       00:1B:63:84:45:E6
  $ mdmctl dep devices show DMPXK1AAJF8J --output json | jq -c '.more, .assigned_at, .confirmed_at'
  {"imei":["356789012345678","356789012345686"],"is_replacement_device":false,"wifi_mac_address":"00:1B:63:84:45:E6"}
  "2026-01-04T08:00:00Z"
  "2026-01-09T10:00:00Z"
  $ mdmctl dep devices show g6txk1ccpt10 --output json | jq -c '[.removed_at, .confirmed_at, .more]'
  ["2026-01-08T10:00:00Z",null,null]
  $ mdmctl dep devices show pt10 --output json | jq -r .serial_number
  G6TXK1CCPT10
  $ mdmctl dep devices show jg5h --output json | jq -c '.results[] | [.asked, .code, .serial_number]'
  ["jg5h",null,"C02XK1JHJG5H"]
  ["jg5h",null,"F9FXK1BBJG5H"]
  $ mdmctl dep devices show jg5
  error: no device 'jg5' is known of the server token of 'acme'
  hint: mdmctl find 'jg5' says whose it is; mdmctl dep sync fetches what was assigned since
  [3]

Several: each has its own code.

  $ mdmctl dep devices show C02XK1JHJG5H H8GLOBEX01 'no serial' --output json | jq -c '.results[] | [.asked, .code, .serial_number]'
  ["C02XK1JHJG5H",null,"C02XK1JHJG5H"]
  ["H8GLOBEX01","no_such_device",null]
  ["no serial","not_a_serial",null]
  $ mdmctl dep devices show C02XK1JHJG5H NOBODYS >/dev/null
  [1]

What is easily misread is asked back.

  $ mdmctl dep devices show K4LOQWIZ9X 2>&1 | tail -1
  hint: did you mean 'K4L0QW1Z9X'?
  $ mdmctl dep devices show SC02XK1JHJG5H 2>&1 | tail -1
  hint: did you mean 'C02XK1JHJG5H'?

Whose it is.

  $ mdmctl dep devices assign-user c02xk1jhjg5h Zoe --dry-run --quiet --output json | jq -c '[.assigned_user, .changed]'
  ["Zoe",true]
  $ mdmctl dep devices show C02XK1JHJG5H --output json | jq -c .assigned_user
  null
  $ mdmctl dep devices assign-user c02xk1jhjg5h Zoe --output json | jq -c '[.serial_number, .assigned_user, .assigned_user_at, .changed]'
  'C02XK1JHJG5H' is the device of 'Zoe' from now on
  ["C02XK1JHJG5H","Zoe","2026-01-10T12:00:00Z",true]
  $ mdmctl dep devices assign-user C02XK1JHJG5H Zoe --output json | jq -c .changed
  'C02XK1JHJG5H' is the device of 'Zoe' already; nothing was changed
  false
  $ serials --user zoe
  ["C02XK1JHJG5H"]
  $ mdmctl find zoe; mdmctl find jg5h
  TENANT  SERVICE  NAME     MATCHED        ROLE     STATE          NOT AFTER  VALUE
  acme    dep      default  assigned_user  current  not_contacted  -          Zoe
  TENANT  SERVICE  NAME     MATCHED        ROLE     STATE          NOT AFTER  VALUE
  acme    dep      default  serial_number  current  not_contacted  -          C02XK1JHJG5H
  acme    dep      default  serial_number  current  not_contacted  -          F9FXK1BBJG5H
  $ mdmctl dep devices assign-user C02XK1JHJG5H --nobody --output json | jq -c '[.assigned_user, .changed]'
  'C02XK1JHJG5H' is nobody's from now on
  [null,true]
  $ mdmctl dep devices assign-user C02XK1JHJG5H
  error: missing: USER
  hint: mdmctl dep devices assign-user SERIAL USER, or --nobody to take it back
  [2]
  $ mdmctl dep devices assign-user C02XK1JHJG5H Zoe --nobody 2>&1 | head -1
  error: USER and --nobody do not go together
  $ mdmctl dep devices assign-user NOBODYS Zoe 2>&1 | head -1
  error: no device 'NOBODYS' is known of the server token of 'acme'

Whether it is enrolled, by hand.

  $ mdmctl dep devices mark C02XK1JHJG5H f9fxk1bbjg5h --status enrolled --dry-run
  2 devices would be marked as enrolled, 0 so already; nothing was changed
  status     enrolled
  changed    2
  unchanged  0
  $ mdmctl dep devices mark C02XK1JHJG5H f9fxk1bbjg5h --status enrolled
  2 devices marked as enrolled, 0 so already
  status     enrolled
  changed    2
  unchanged  0
  $ mdmctl dep devices mark C02XK1JHJG5H --status enrolled --output json
  {
    "failed": [],
    "status": "enrolled",
    "changed": 0,
    "unchanged": 1
  }
  0 devices marked as enrolled, 1 so already
  $ mdmctl dep devices mark C02XK1JHJG5H --status removed --quiet >/dev/null; mdmctl dep devices --status removed --output json | jq -c '.devices[] | [.serial_number, .enrollment_status, .enrollment_status_at]'
  ["C02XK1JHJG5H","removed","2026-01-10T12:00:00Z"]
  $ mdmctl dep devices mark C02XK1JHJG5H NOBODYS --status not_contacted
  1 device marked as not_contacted, 0 so already
  ROW  SERIAL NUMBER  CODE            MESSAGE
  -    NOBODYS        no_such_device  no server token of 'acme' has this device
  
  status     not_contacted
  changed    1
  unchanged  0
  error: 1 of 2 serial numbers could not be marked; the others are
  hint: mend them in the list and run it again: what is marked is left alone
  [1]
  $ serials --status not_contacted
  ["C02XK1JHJG5H","DMPXK1AAJF8J","K4L0QW1Z9X"]
  $ mdmctl dep devices mark NOBODYS --status enrolled
  error: no device 'NOBODYS' is known of the server token of 'acme'
  hint: mdmctl find 'NOBODYS' says whose it is; mdmctl dep sync fetches what was assigned since
  [3]
  $ mdmctl dep devices mark 'no serial' --status enrolled
  error: 'no serial' cannot be a serial number
  hint: letters and digits, as Settings, General, About shows them
  [7]
  $ mdmctl dep devices mark C02XK1JHJG5H
  error: missing: --status enrolled|removed|not_contacted
  hint: usage: mdmctl dep devices mark --status enrolled|removed|not_contacted [OPTION...] [SERIAL...]
  [2]
  $ mdmctl dep devices mark --status enrolled
  error: missing: SERIAL
  hint: serial numbers, or --from FILE for many
  [2]

Or from a list, in all its shapes.

  $ enrolled() { mdmctl dep devices --status enrolled --output jsonl | jq -r .serial_number; }
  $ begin_again() { enrolled | mdmctl dep devices mark --from - --status not_contacted --quiet >/dev/null; }
  $ marked() { printf "$@" | mdmctl dep devices mark --from - --status enrolled --output json 2>/dev/null | jq -c '[.changed, .unchanged, [.failed[] | [.row, .serial_number, .code]]]'; enrolled | xargs; begin_again; }
  $ marked 'C02XK1JHJG5H\nF9FXK1BBJG5H\n'
  [1,1,[]]
  C02XK1JHJG5H F9FXK1BBJG5H
  $ marked '\xef\xbb\xbfserial_number\r\nC02XK1JHJG5H\r\nc02xk1jhjg5h\r\n'
  [1,1,[]]
  C02XK1JHJG5H
  $ marked 'Modell;Serial Number\n"iPad; blau";DMPXK1AAJF8J\n;\nMac;\nX;NOBODYS\n"broken'
  [1,0,[[4,null,"not_a_serial"],[5,"NOBODYS","no_such_device"],[6,null,"malformed_csv"]]]
  DMPXK1AAJF8J
  $ marked 'Device ID,user\nK4L0QW1Z9X,jo\n'
  [1,0,[]]
  K4L0QW1Z9X
  $ printf 'serial,user\n' | mdmctl dep devices mark --from - --status enrolled
  error: there is no serial number in 'standard input'
  hint: one a line, or a CSV with the column serial_number
  [7]
  $ mdmctl dep devices mark --from missing.csv --status enrolled
  error: 'missing.csv' does not exist
  [3]
  $ mdmctl dep devices mark X --from missing.csv --status enrolled 2>&1 | head -1
  error: SERIAL and --from do not go together

Each transaction is an event, which says what was before.

  $ printf 'C02XK1JHJG5H\nNOBODYS\nF9FXK1BBJG5H\n' >list
  $ mdmctl dep devices mark C02XK1JHJG5H --status removed --quiet >/dev/null
  $ mdmctl dep devices mark --from list --status enrolled --output csv
  2 devices marked as enrolled, 0 so already
  row,serial_number,code,message\r (esc)
  2,NOBODYS,no_such_device,no server token of 'acme' has this device\r (esc)
  error: 1 of 3 serial numbers could not be marked; the others are
  hint: mend them in the list and run it again: what is marked is left alone
  [1]
  $ mdmctl audit log --output json | jq -c '.events[-1] | [.command, .object, .before, .after]'
  ["dep devices mark","2 devices","{\"not_contacted\":[\"F9FXK1BBJG5H\"],\"removed\":[\"C02XK1JHJG5H\"]}","{\"enrolled\":[\"C02XK1JHJG5H\",\"F9FXK1BBJG5H\"]}"]
  $ mdmctl audit verify >/dev/null && mdmctl store check >/dev/null && echo whole
  whole

Of all tenants; the other one's devices are its own.

  $ mdmctl tenant add globex --quiet >/dev/null; mdmctl dep import --track --expires 2027-01-10 --without-apns --tenant globex --quiet >/dev/null
  $ sqlite3 $store "insert into dep_devices (token, serial, model, first_seen_at, changed_at, revision, event) select k.id, 'H8GLOBEX01', 'iPad', '2026-01-05T10:00:00Z', '2026-01-05T10:00:00Z', 1, 'added' from dep_tokens k join tenants t on t.id = k.tenant where t.name = 'globex'"
  $ mdmctl dep devices list --all-tenants --quiet --output jsonl 2>/dev/null | jq -c '[.tenant, .serial_number]'
  ["acme","C02XK1JHJG5H"]
  ["acme","DMPXK1AAJF8J"]
  ["acme","F9FXK1BBJG5H"]
  ["acme","K4L0QW1Z9X"]
  ["globex","H8GLOBEX01"]
  $ at-terminal --columns 80 '' '' mdmctl dep devices --all-tenants
  TENANT  SERIAL NUMBER  MODEL            PROFILE STATUS  ENROLLMENT STATUS
  acme    C02XK1JHJG5H   MacBook Pro 14"  empty           enrolled
  acme    DMPXK1AAJF8J   iPad Air (M2)    assigned        not_contacted
  acme    F9FXK1BBJG5H   iPhone 16        pushed          enrolled
  acme    K4L0QW1Z9X     iPhone 16        empty           not_contacted
  globex  H8GLOBEX01     iPad             -               not_contacted
  $ mdmctl dep devices show h8globex01 --tenant acme
  error: no device 'h8globex01' is known of the server token of 'acme'
  hint: mdmctl find 'h8globex01' says whose it is; mdmctl dep sync fetches what was assigned since
  [3]
  $ mdmctl find h8globex01
  TENANT  SERVICE  NAME     MATCHED        ROLE     STATE          NOT AFTER  VALUE
  globex  dep      default  serial_number  current  not_contacted  -          H8GLOBEX01
  $ mdmctl dep devices
  error: the store has several tenants, and none was named
  hint: --all-tenants takes every one, --tenant T or MDMCTL_TENANT one; mdmctl tenant list
  [2]
