Devices from the pretend DEP service: the whole list, what changed since, and what the changes left out.

  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/rehearsal.sh"
  $ on_creation_day; begin_serving served; export MDMCTL_ACTOR=jo
  $ sync() { mdmctl dep sync --output json "$@" | jq -c '[.mode, .added, .modified, .deleted, .total, .pages]'; }
  $ same() { portal_devices >expected; live_devices | cmp - expected && echo the same; }
  $ mdmctl tenant add acme --quiet >/dev/null

Without a token there is nobody to ask.

  $ mdmctl dep sync
  error: the tenant 'acme' has no server token yet
  hint: mdmctl dep setup leads to one
  [3]
  $ public_key acme.pem && download first.p7m --public-key acme.pem && mdmctl dep import first.p7m --without-apns --quiet >/dev/null
  $ fleet add --count 25

A look, which writes nothing; then the whole list.

  $ sync --dry-run
  ["full",0,0,0,0,1]
  $ mdmctl dep show --output json | jq -c '[.devices, .last_sync]'
  [null,null]
  $ mdmctl dep sync --page-size 10
  tenant           acme
  name             default
  mode             full
  added            25
  modified         0
  deleted          0
  total            25
  pages            3
  cursor saved at  2026-01-10T12:00:00Z
  seconds          * (glob)
  findings         none
  $ same
  the same
  $ mdmctl dep show --output json | jq -c '[.devices, .last_sync]'
  [25,"2026-01-10T12:00:00Z"]
  $ mdmctl status --output json | jq -c '.services[] | select(.service == "dep") | .devices'
  25
  $ mdmctl audit log --output json | jq -c '.events[] | select(.command == "dep sync") | [.object, (.after | fromjson)]'
  ["server token 'default'",{"mode":"full","added":"25","modified":"0","deleted":"0","total":"25"}]

What has changed since, each change of a page; and without a change no event.

  $ mdmctl sandbox clock +1d --quiet >/dev/null
  $ fleet remove --count 2; fleet change --count 3 --skip 2; fleet change --count 3 --skip 2 --asset-tag again; fleet add --count 4
  $ sync --page-size 5
  ["delta",4,6,2,27,3]
  $ same
  the same
  $ sync
  ["delta",0,0,0,27,1]
  $ mdmctl audit log --output json | jq -c '[.events[] | select(.command == "dep sync")] | length'
  2

What no change tells of, a whole list finds.

  $ fleet add --count 2 --without-records; fleet remove --count 1 --skip 5 --without-records
  $ sync; same
  ["delta",0,0,0,27,1]
  - expected differ: byte * (glob)
  [1]
  $ sync --full; same
  ["full",2,0,1,28,1]
  the same

After a week Apple has forgotten where it was; the whole list is fetched, by itself.

  $ mdmctl sandbox clock +8d --quiet >/dev/null
  $ fleet add --count 1; sync; same
  ["full",1,0,0,29,1]
  the same

A run that cannot go on leaves the devices as they were, and the next one goes on where it was.

  $ mdmctl sandbox fault add dep:503/4@/devices/sync --quiet >/dev/null
  $ fleet add --count 1
  $ mdmctl dep sync 2>&1 | head -1; same >/dev/null 2>&1
  error: 127.0.0.1:* (glob)
  [1]
  $ mdmctl sandbox fault clear --quiet >/dev/null; sync; same
  ["delta",1,0,0,30,1]
  the same

What a whole list brings waits beside the store until all of it is there, and is gone then.

  $ annexes() { find "$(dirname "$MDMCTL_STORE")" -name '*-annex-*' -perm 600 | wc -l; }
  $ mdmctl sandbox fault add 'dep:503/4@/server/devices#3' --quiet >/dev/null
  $ mdmctl dep sync --full --page-size 10 2>&1 | head -1; annexes
  error: 127.0.0.1:* (glob)
  1
  $ mdmctl sandbox fault clear --quiet >/dev/null; sync --page-size 10; annexes
  ["full",0,0,0,30,1]
  0

Another one that is syncing is not disturbed.

  $ mdmctl sandbox fault add dep:slow=3s/1@/devices/sync --quiet >/dev/null
  $ mdmctl dep sync --quiet >/dev/null & first=$!
  $ until mdmctl store locks --output json | grep -q 'dep sync'; do sleep 0.05; done
  $ mdmctl dep sync
  error: * (glob)
  hint: * (glob)
  [8]
  $ wait $first

Whatever people noted of a device stays.

  $ serial=$(portal_devices | head -1 | cut -f 1)
  $ mdmctl dep devices mark $serial --status enrolled --quiet >/dev/null
  $ fleet remove $serial; sync; fleet add $serial; sync
  ["delta",0,0,1,29,1]
  ["delta",1,0,0,30,1]
  $ mdmctl dep devices show $serial --output json | jq -r .enrollment_status
  enrolled

Wrong usage.

  $ mdmctl dep sync --page-size 1001
  error: --page-size is 1 to 1000
  [2]
  $ mdmctl dep sync --jobs 2
  error: * (glob)
  hint: * (glob)
  [2]
