What happens to devices, as JSON Lines.

  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/rehearsal.sh"
  $ on_creation_day; begin_serving served; export MDMCTL_ACTOR=jo
  $ mdmctl tenant add acme --quiet >/dev/null
  $ public_key acme.pem && download first.p7m --public-key acme.pem && mdmctl dep import first.p7m --without-apns --quiet >/dev/null
  $ fleet add --count 3

On standard output they are the data, and the answer is on standard error.

  $ mdmctl dep sync --events - >told 2>answer
  $ jq -c '[.event, .id, .at, .tenant, .name, (.device | keys_unsorted[0:3])]' told
  ["added",1,"2026-01-10T12:00:00Z","acme","default",["tenant","name","serial_number"]]
  ["added",2,"2026-01-10T12:00:00Z","acme","default",["tenant","name","serial_number"]]
  ["added",3,"2026-01-10T12:00:00Z","acme","default",["tenant","name","serial_number"]]
  $ grep -E '^(mode|added)' answer
  mode             full
  added            3
  $ jq -r .device.serial_number told | LC_ALL=C sort | cmp - <(portal_devices | cut -f 1)

In a file each is once, one behind the other; a line that was cut is taken away.

  $ fleet remove --count 1; fleet change --count 1 --skip 1; fleet add --count 1
  $ mdmctl dep sync --events devices.jsonl --quiet >/dev/null
  $ jq -c '[.event, .id]' devices.jsonl
  ["deleted",4]
  ["modified",5]
  ["added",6]
  $ stat -c %a devices.jsonl
  600
  $ printf '{"event":"add' >>devices.jsonl
  $ fleet add --count 1
  $ mdmctl dep sync --events devices.jsonl --quiet >/dev/null
  $ jq -c '[.event, .id]' devices.jsonl | tail -2
  ["added",6]
  ["added",7]
  $ jq -c .device devices.jsonl | tail -1 >one; mdmctl dep devices show $(jq -r .serial_number one) --output jsonl | cmp - one

A file that holds something else is not touched, and nothing is fetched.

  $ echo mine >notes; fleet add --count 1
  $ mdmctl dep sync --events notes
  error: 'notes' holds something else than events; it was not touched
  hint: name another file
  [4]
  $ cat notes
  mine
  $ mdmctl dep sync --events devices.jsonl --output json | jq -c '[.mode, .added]'
  ["delta",1]
