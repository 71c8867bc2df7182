The devices of the pretend portal, and what the pretend Device Enrollment Program service says of them to a client that is
not ours: pages, cursors, and the stream of changes.

  $ export TMPDIR=$PWD
  $ dep() { "$ROOT/tests/sandbox/dep-client" "$@" 2>&1 | cut -c 1-110; }
  $ quietly() { "$@" 2>&1 | sed '/^notice: /d'; }
  $ export -f dep
  $ openssl req -x509 -newkey rsa:2048 -nodes -keyout dep.key -out dep.pem -subj '/CN=mdmctl acme' -days 3650 2>/dev/null
  $ cat >start <<'END'
  > mdmctl sandbox clock "$(date -u +%F)T00:00:00Z" --quiet >/dev/null
  > token() {
  >     rm -f token.p7m
  >     mdmctl sandbox portal server-token --out token.p7m --quiet "$@" >/dev/null || return
  >     openssl cms -decrypt -in token.p7m -inkey dep.key | sed -n 's/\r$//; /^{/p' >token.json
  > }
  > devices() { mdmctl sandbox portal devices "$@"; }
  > # What the client has in the end is what the portal has.
  > confirm() {
  >     devices list --output csv | sed 1d | awk -F, '{ print $1 "," $4 }' | sort >expected
  >     cmp expected devices && echo "the same $(wc -l <devices) devices"
  > }
  > token --public-key dep.pem
  > END

Adding them is as quick for a million as for one. They come in no order, and each rehearsal has the same.

  $ cat >add <<'END'
  > . ./start
  > devices list
  > devices add --count 3 --dry-run
  > devices add --count 3
  > devices list
  > devices list --output json | jq -c '.devices[0]' | sed 's/20..-..-..T/*T/'
  > devices add --count 1000000 --seed 7 --quiet >/dev/null
  > mdmctl sandbox portal server list | cut -c 1-60
  > devices list --output jsonl | tail -n 1 | jq -r .serial_number
  > wc -c <"$MDMCTL_SANDBOX_DIR/portal/devices.jsonl"
  > END
  $ quietly mdmctl sandbox run -- bash add
  SERIAL NUMBER  MODEL  DEVICE FAMILY  ASSET TAG  ASSIGNED AT  THROTTLED UNTIL
  3 devices would be added; nothing was changed
  server        MDM
  devices       3
  total         3
  organization  Example Organization
  server uuid   * (glob)
  added 3 devices; 'MDM' has 3
  server        MDM
  devices       3
  total         3
  organization  Example Organization
  server uuid   * (glob)
  SERIAL NUMBER  MODEL                   DEVICE FAMILY  ASSET TAG  ASSIGNED AT           THROTTLED UNTIL
  KZ1XT6T7HU     iPad (10th generation)  iPad           IT-348290  *T00:00:00Z  - (glob)
  DKF0RKJJVP     iPhone 16e              iPhone         -          *T00:00:00Z  - (glob)
  T5PL0MXX3L     iPad (10th generation)  iPad           -          *T00:00:00Z  - (glob)
  {"serial_number":"KZ1XT6T7HU","model":"iPad (10th generation)","device_family":"iPad","os":"iPadOS","description":"IPAD 10TH GEN BLACK 256GB","color":"BLACK","asset_tag":"IT-348290","profile_status":"removed","assigned_at":"*T00:00:00Z","throttled_until":null}
  SERVER  STATE  ACCESS TOKEN EXPIRY   DAYS LEFT  DEVICES  APP
  MDM     valid  *T00:00:00Z        365  1000003  adm (glob)
  FKU3GXMXHN
  272

Wrong usage, and devices that there are not.

  $ cat >wrong <<'END'
  > . ./start
  > devices add
  > devices add --count 0
  > devices add --count -1
  > devices add --count 1 --seed 1048576
  > devices add KZ1XT6T7HU
  > devices remove
  > devices remove --count 1
  > devices remove KZ1XT6T7HU
  > devices remove KZ1XT6T7HU --count 1
  > devices add --count 2 --server Other
  > devices add --count 2 --organization Other
  > devices add --count 2 --quiet >/dev/null
  > devices remove --count 2 --skip 1
  > devices add KZ1XT6T7HU
  > devices move KZ1XT6T7HU --to MDM
  > echo boo >>"$MDMCTL_SANDBOX_DIR/portal/devices.jsonl"
  > devices list
  > dep /session; dep POST /server/devices --body '{}' | cut -c 1-4
  > END
  $ quietly mdmctl sandbox run -- bash wrong
  error: devices are new ones, or such as went before
  hint: --count N adds new ones, SERIAL... those with these serial numbers
  error: devices are new ones, or such as went before
  hint: --count N adds new ones, SERIAL... those with these serial numbers
  error: --count takes a number from 1 to 1073741824, and not -1
  error: a seed is a number from 0 to 1048575
  error: there is no device 'KZ1XT6T7HU' without a service
  hint: mdmctl sandbox portal devices list shows those there are
  error: devices are named by their serial numbers, or counted
  hint: SERIAL..., or --count N
  error: 'MDM' has 0 devices, and not 1
  hint: mdmctl sandbox portal devices add adds some
  error: there is no device 'KZ1XT6T7HU' at 'MDM'
  hint: mdmctl sandbox portal devices list shows those there are
  error: devices are named by their serial numbers, or counted
  hint: SERIAL..., or --count N
  error: 'Example Organization' has no device management service 'Other'
  hint: mdmctl sandbox portal server list shows those there are
  error: the portal has no organisation 'Other'
  hint: mdmctl sandbox portal server list shows those there are
  error: 'MDM' has 2 devices, and not 3
  hint: mdmctl sandbox portal devices add adds some
  error: there is no device 'KZ1XT6T7HU' without a service
  hint: mdmctl sandbox portal devices list shows those there are
  error: the devices are with 'MDM' already
  error: '*/portal/devices.jsonl', the pretend portal's memory of devices, is damaged in line 2 (glob)
  hint: remove it to begin without devices
  200 SESSION
  500 

A client that pages through everything, and goes on from there as things change, has the same devices in the end.

  $ cat >sync <<'END'
  > . ./start
  > dep /session
  > devices add --count 2345 --quiet >/dev/null
  > dep --pages 1000 POST /server/devices; confirm
  > dep --pages 1000 POST /devices/sync; confirm
  > devices change --count 30 --asset-tag 'lent out' --quiet >/dev/null
  > devices change --count 10 --skip 25 --asset-tag lost --quiet >/dev/null
  > devices remove --count 20 --skip 5
  > devices add --count 100 --seed 2 --quiet >/dev/null
  > dep --pages 50 POST /devices/sync; confirm
  > gone=$(devices list --output csv | sed -n 2p | cut -d , -f 1)
  > devices remove "$gone" --quiet >/dev/null; devices add "$gone" --quiet >/dev/null
  > dep --pages 50 POST /devices/sync; confirm
  > END
  $ quietly mdmctl sandbox run -- bash sync
  200 SESSION
  3 pages, 2345 records
  the same 2345 devices
  1 pages, 0 records
  the same 2345 devices
  removed 20 devices; 'MDM' has 2325
  server        MDM
  devices       20
  total         2325
  organization  Example Organization
  server uuid   * (glob)
  4 pages, 160 records
  the same 2425 devices
  1 pages, 2 records
  the same 2425 devices

Devices that the stream does not tell of are found by whoever lists all again; throttled ones come back by themselves, a
day later.

  $ cat >silent <<'END'
  > . ./start
  > dep /session
  > devices add --count 100 --quiet >/dev/null
  > dep --pages 30 POST /server/devices
  > devices remove --count 2 --without-records --quiet >/dev/null
  > devices add --count 3 --without-records --quiet >/dev/null
  > dep --pages 30 POST /devices/sync; confirm
  > dep --pages 30 POST /server/devices; confirm
  > devices throttle --count 5
  > devices list | sed -n '1,2p;7p' | sed 's/20..-..-..T/*T/g'
  > devices change --count 7 --asset-tag late --quiet >/dev/null; devices remove --count 1 --quiet >/dev/null
  > dep --pages 30 POST /devices/sync; confirm
  > mdmctl sandbox clock +1d --quiet >/dev/null; dep /session
  > dep --pages 30 POST /devices/sync
  > mdmctl sandbox clock +1m --quiet >/dev/null
  > dep --pages 3 POST /devices/sync; confirm
  > END
  $ quietly mdmctl sandbox run -- bash silent
  200 SESSION
  4 pages, 100 records
  1 pages, 0 records
  expected devices differ: byte 553, line 41
  4 pages, 101 records
  the same 101 devices
  throttled 5 devices; 'MDM' has 101
  server        MDM
  devices       5
  total         101
  organization  Example Organization
  server uuid   * (glob)
  SERIAL NUMBER  MODEL                       DEVICE FAMILY  ASSET TAG  ASSIGNED AT           THROTTLED UNTIL
  T5PL0MXX3L     iPad (10th generation)      iPad           -          *T00:00:00Z  *T00:00:03Z
  Q36J2Z8CEQ     iPad Pro 13-inch (M4)       iPad           -          *T00:00:00Z  -
  1 pages, 2 records
  expected devices differ: byte 171, line 12
  200 SESSION
  1 pages, 0 records
  2 pages, 5 records
  the same 100 devices

Cursors are the service's own, end after a week, and are of one kind.

  $ cat >cursors <<'END'
  > . ./start
  > dep /session
  > devices add --count 5 --quiet >/dev/null
  > dep POST /devices/sync --body '{}'
  > dep POST /devices/sync --body '{"cursor":"MDowOjE="}'
  > dep POST /server/devices --body '{"limit":1001}'
  > dep POST /server/devices
  > page() { "$ROOT/tests/sandbox/dep-client" POST "$1" --body "$2" | cut -c 5-; }
  > half=$(page /server/devices '{"limit":2}' | jq -c '{cursor}')
  > dep POST /devices/sync --body "$half"
  > whole=$(page /server/devices '{}' | jq -c '{cursor}')
  > dep POST /server/devices --body "$whole"
  > page /devices/sync "$whole" | jq -c '.devices, .more_to_follow'
  > mdmctl sandbox clock +7d --quiet >/dev/null; dep /session
  > page /devices/sync "$whole" | jq -c '.devices, .more_to_follow'
  > mdmctl sandbox clock +1s --quiet >/dev/null
  > dep POST /devices/sync --body "$whole"
  > dep POST /server/devices --body "$half"
  > END
  $ quietly mdmctl sandbox run -- bash cursors
  200 SESSION
  400 CURSOR_REQUIRED
  400 INVALID_CURSOR
  400 MALFORMED_REQUEST_BODY
  400 MALFORMED_REQUEST_BODY
  400 INVALID_CURSOR
  400 "EXHAUSTED_CURSOR"
  []
  false
  200 SESSION
  []
  false
  400 "EXPIRED_CURSOR"
  400 "EXPIRED_CURSOR"

Details are asked for by serial number, and moved devices are the other service's.

  $ cat >details <<'END'
  > . ./start
  > token --server Schools --public-key dep.pem
  > token
  > dep /session
  > devices add --count 3 --quiet >/dev/null
  > devices move KZ1XT6T7HU --to Schools
  > devices list --server Schools | cut -c 1-12
  > "$ROOT/tests/sandbox/dep-client" POST /devices --body '{"devices":["KZ1XT6T7HU","DKF0RKJJVP","x"]}' | cut -c 5- |
  >     jq -r '.devices | to_entries[] | "\(.key) \(.value.response_status) \(.value.model)"'
  > dep POST /devices --body '{"devices":[]}'
  > END
  $ quietly mdmctl sandbox run -- bash details
  200 SESSION
  moved 1 device; 'Schools' has 1
  server        Schools
  devices       1
  total         1
  organization  Example Organization
  server uuid   * (glob)
  SERIAL NUMBE
  KZ1XT6T7HU  
  KZ1XT6T7HU NOT_ACCESSIBLE null
  DKF0RKJJVP SUCCESS iPhone 16e
  x NOT_ACCESSIBLE null
  400 DEVICE_ID_REQUIRED

Faults in the first, a middle and the last page.

  $ cat >faults <<'END'
  > . ./start
  > dep /session
  > devices add --count 500 --quiet >/dev/null
  > fault() { mdmctl sandbox fault clear >/dev/null 2>&1; mdmctl sandbox fault add "$@" --quiet >/dev/null; }
  > fetch() { dep --pages 100 POST /server/devices; }
  > fault dep:503,retry-after=7/1@/server/devices#3; fetch; fetch
  > fault dep:FORBIDDEN/1@/server/devices#5; fetch
  > fault dep:cut/1@/server/devices; fetch
  > fault dep:reset/1@/server/devices#2; fetch
  > fault dep:half/1@/server/devices#2; fetch | tail -n 1
  > fault dep:byte/1@/server/devices#2; fetch | tail -n 1
  > fault dep:trickle=1s/1@/server/devices#2; begun=$(date +%s%N); fetch; [ $(($(date +%s%N) - begun)) -gt 900000000 ] && echo slowly
  > fault dep:large=100/1@/server/devices; "$ROOT/tests/sandbox/dep-client" POST /server/devices --body '{}' | wc -c
  > one() { "$ROOT/tests/sandbox/dep-client" POST /server/devices --body '{"limit":2}' | cut -c 5- | jq -c "$1"; }
  > fault 'dep:field-missing=devices[1].serial_number/1'; one '[.devices[].serial_number]'
  > fault 'dep:field-set=devices[0].device_assigned_date:yesterday/1'; one '.devices[0].device_assigned_date'
  > fault 'dep:field-added=devices[].flux/1'; one '[.devices[].flux]'
  > fault dep:field-mistyped=more_to_follow/1; one .more_to_follow
  > fault dep:empty-page/1; one '.devices, .more_to_follow'
  > mdmctl sandbox fault list
  > END
  $ quietly mdmctl sandbox run -- bash faults
  200 SESSION
  503 
  5 pages, 500 records
  403 FORBIDDEN
  IncompleteRead
  ConnectionResetError
  json.decoder.JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 25933 (char 259
  UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 25932: invalid start byte
  5 pages, 500 records
  slowly
  104857662
  ["KZ1XT6T7HU",null]
  "yesterday"
  [{"since":[27,null,"x"]},{"since":[27,null,"x"]}]
  "true"
  []
  true
  FAULT  LEFT
