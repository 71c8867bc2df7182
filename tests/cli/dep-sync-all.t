The devices of every tenant, side by side.

  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/rehearsal.sh"
  $ on_creation_day; begin_serving served; export MDMCTL_ACTOR=jo
  $ for t in acme brook cedar; do
  >   mdmctl tenant add $t --quiet >/dev/null
  >   mdmctl dep pubkey --tenant $t --out $t.pem --quiet >/dev/null
  >   download $t.p7m --public-key $t.pem --organization $t --server $t
  >   mdmctl dep import $t.p7m --tenant $t --without-apns --quiet >/dev/null
  > done
  $ mdmctl tenant add empty --quiet >/dev/null
  $ mdmctl tenant set brook --label region=north --quiet >/dev/null
  $ fleet add --count 5 --organization acme --server acme; fleet add --count 7 --organization brook --server brook

  $ mdmctl dep sync --all-tenants --output json | jq -c '.results[] | [.tenant, .mode, .added, .total, .code]'
  ["acme","full",5,5,null]
  ["brook","full",7,7,null]
  ["cedar","full",0,0,null]
  $ mdmctl dep sync --all-tenants --label region=north --jobs 1 --output json | jq -c '.results[] | [.tenant, .mode]'
  ["brook","delta"]

One that fails does not stop the others, and is named.

  $ mdmctl sandbox portal terms changed --organization brook --quiet >/dev/null
  $ mdmctl dep sync --all-tenants --output json 2>said | jq -c '.results[] | [.tenant, .mode, .code]'
  ["acme","delta",null]
  ["brook",null,"terms_not_accepted"]
  ["cedar","delta",null]
  $ jq -c '.error | [.code, .message]' said
  ["some_failed","1 of 3 server tokens were not synced"]
  $ mdmctl dep sync --all-tenants --label region=north >/dev/null 2>&1
  [5]

Their events go to one file, each once.

  $ mdmctl sandbox portal terms accepted --organization brook --quiet >/dev/null
  $ fleet add --count 40 --organization acme --server acme; fleet add --count 40 --organization brook --server brook
  $ mdmctl dep sync --all-tenants --page-size 7 --events all.jsonl --quiet >/dev/null
  $ jq -r .tenant all.jsonl | sort | uniq -c | tr -s ' '
   40 acme
   40 brook
  $ every_event all.jsonl && jq -r .device.serial_number all.jsonl | sort | uniq -d | wc -l
  0
