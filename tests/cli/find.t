Apple writes that something ends on the tenth of January. Whose is it?

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ found() { mdmctl find "$@" --output json | jq -c '.results[] | [.tenant, .service, .name, .matched, .role, .state]'; }
  $ { mdmctl store init && make_vendor && make_customer && sign push.req && create push.pem; } >making 2>&1 || cat making
  $ mdmctl tenant add acme --display-name 'ACME Gesellschaft für Raketen' --external-id 100% --quiet >/dev/null
  $ mdmctl tenant add globex --quiet >/dev/null
  $ mdmctl find acme --store nowhere.db
  error: there is no store at 'nowhere.db'
  hint: mdmctl store init makes one; --store or MDMCTL_STORE name another
  [3]
  $ mdmctl apns import push.pem --key push.key --apple-account mdm@example.org --tenant acme --quiet >/dev/null
  $ mdmctl find 2027-01-10
  TENANT  SERVICE  NAME     MATCHED    ROLE     STATE  NOT AFTER             VALUE
  acme    apns     default  not_after  current  valid  2027-01-10T12:00:00Z  2027-01-10T12:00:00Z
  $ mdmctl find 2027-01 --output json | jq -r '.results[0] | keys_unsorted[]'
  tenant
  display_name
  service
  name
  matched
  value
  role
  not_after
  state

By what a person has at hand: a topic, a serial in anybody's spelling, a fingerprint, an account or its domain, a name.

  $ topic=$(topic_of push.pem) serial=$(mdmctl apns inspect push.pem --output json | jq -r .serial)
  $ found "$topic"
  ["acme","apns","default","topic","current","valid"]
  $ found "$(echo "$topic" | tr a-z A-Z)"
  ["acme","apns","default","topic","current","valid"]
  $ found "0x$(echo "$serial" | sed 's/../&:/g; s/:$//' | tr A-Z a-z)"
  ["acme","apns","default","serial","current","valid"]
  $ found "$(mdmctl inspect push.key --output json | jq -r .results[0].public_key_sha256)"
  ["acme","apns","default","public_key","current","valid"]
  $ found MDM@example.org
  ["acme","apns","default","apple_account","current","valid"]
  $ found @example.org
  ["acme","apns","default","apple_account","current","valid"]
  $ found CN=apsp
  ["acme","apns","default","subject","current","valid"]
  $ found acme
  ["acme","tenant",null,"tenant",null,"active"]
  $ found 'FÜR RAKETEN'
  ["acme","tenant",null,"display_name",null,"active"]

What other programs take for a pattern means itself, and so does what would steer a statement.

  $ found %
  ["acme","tenant",null,"external_id",null,"active"]
  $ mdmctl find 'a_me'
  error: nothing in the store has 'a_me' in it
  hint: a part of it may be enough: four digits of a serial, the last of a topic, 2027-01 of an end
  [3]
  $ mdmctl find "'; delete from tenants; --" --output json
  {"error":{"code":"nothing_found","exit":3,"message":"nothing in the store has ''; delete from tenants; --' in it","hint":"a part of it may be enough: four digits of a serial, the last of a topic, 2027-01 of an end","findings":[]}}
  [3]
  $ mdmctl find "$(printf '\033[31mred')"
  error: nothing in the store has '\x1b[31mred' in it
  hint: a part of it may be enough: four digits of a serial, the last of a topic, 2027-01 of an end
  [3]
  $ mdmctl find ''
  error: missing: TEXT
  hint: usage: mdmctl find [OPTION...] TEXT
  [2]
  $ mdmctl find ' '
  error: the text that is looked for is empty
  hint: a topic, serial number, name, account, label, or the date on which something ends
  [2]
  $ mdmctl find "$(printf 'a\377')" 2>&1 | head -1
  error: 'a\xff' is no UTF-8
  $ mdmctl find "$(head -c 100000 /dev/zero | tr '\0' a)"
  error: the text that is looked for has 100000 bytes, and 1000 are the limit
  [7]
  $ mdmctl find acme globex
  error: 'globex' is one argument too many
  hint: usage: mdmctl find [OPTION...] TEXT
  [2]

Labels, notes and contacts are a tenant's, too; what all tenants share is nobody's.

  $ sqlite3 state/mdmctl/mdmctl.db "insert into tenant_labels select id, 'region', 'Nord' from tenants where name = 'globex'"
  $ sqlite3 state/mdmctl/mdmctl.db "update tenants set note = 'asks for Jo' where name = 'globex'"
  $ sqlite3 state/mdmctl/mdmctl.db "insert into contacts select id, 'noc@msp.example', '2026-01-10T12:00:00Z' from policies"
  $ mdmctl find nord --output json | jq -c '.results[] | [.tenant, .matched, .value]'
  ["globex","label","region=Nord"]
  $ found 'for jo'
  ["globex","tenant",null,"note",null,"active"]
  $ found @msp.example
  [null,"tenant","/","contact",null,"active"]
  ["acme","tenant","/","contact",null,"active"]
  ["globex","tenant","/","contact",null,"active"]
  $ mdmctl apns vendor add --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --quiet >/dev/null
  $ found 'example mdm vendor' | sed 's/vendor [0-9A-F]*"/vendor SERIAL"/'
  [null,"apns-vendor","vendor SERIAL","subject",null,"valid"]

--tenant looks in one alone; MDMCTL_TENANT is for other commands.

  $ found @msp.example --tenant globex
  ["globex","tenant","/","contact",null,"active"]
  $ MDMCTL_TENANT=globex found MDM@example.org
  ["acme","apns","default","apple_account","current","valid"]
  $ mdmctl find acme --tenant globex 2>&1 | head -1
  error: nothing in the store has 'acme' in it
  $ mdmctl find acme --tenant nobody
  error: there is no tenant 'nobody'
  hint: mdmctl tenant list
  [3]

What was removed is found, and says so. Neither a key nor the right to write is needed.

  $ mdmctl apns remove --tenant acme --quiet >/dev/null
  $ found "$topic"
  ["acme","apns","default","topic","earlier","removed"]
  $ sqlite3 state/mdmctl/mdmctl.db "update tenants set removed_at = '2026-06-01T00:00:00Z' where name = 'acme'"
  $ found acme
  ["acme","tenant",null,"tenant",null,"removed"]
  $ found acme --tenant acme
  ["acme","tenant",null,"tenant",null,"removed"]
  $ before=$(sqlite3 state/mdmctl/mdmctl.db .dump | sha256sum) && mv config away
  $ found "$serial"
  ["acme","apns","default","serial","earlier","removed"]
  $ [ "$before" = "$(sqlite3 state/mdmctl/mdmctl.db .dump | sha256sum)" ]
