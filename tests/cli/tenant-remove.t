A tenant that is removed comes back; one whose secrets were destroyed does not.

  $ . "$ROOT/tests/rehearsal.sh" && . "$ROOT/tests/crash/held.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ make_held >making 2>&1 || cat making
  $ mdmctl tenant add globex --display-name 'Globex Ltd.' --quiet >/dev/null
  $ mdmctl apns set --tenant acme --devices 40 --quiet >/dev/null
  $ mdmctl apns csr --tenant acme --common-name acme --out second.csr --quiet >/dev/null
  $ db=$PWD/state/mdmctl/mdmctl.db

What would go along is counted, and what of it is still valid is named.

  $ mdmctl tenant remove acme --dry-run >/dev/null
  would remove 'acme': 1 certificate, 2 private keys, 1 open request, 40 devices; nothing of it is destroyed
  warning: apns 'default' is valid until 2027-01-10T12:00:00Z all the same
  $ mdmctl tenant remove acme --output json 2>removed | jq -c 'del(.created_at, .removed_at)'
  {"tenant":"acme","display_name":null,"external_id":null,"state":"removed","purged_at":null,"handed_over_at":null,"handed_over_to":null,"changed":true,"policies":0,"contacts":0,"certificates":1,"keys":2,"requests":1,"devices":40,"tokens":0,"token_keys":0,"signers":0,"told":0,"still_valid":[{"service":"apns","name":"default","not_after":"2027-01-10T12:00:00Z","days_left":365}]}
  $ cat removed
  removed 'acme': 1 certificate, 2 private keys, 1 open request, 40 devices; nothing of it is destroyed
  warning: apns 'default' is valid until 2027-01-10T12:00:00Z all the same
  $ mdmctl tenant remove acme --output json 2>/dev/null | jq -c '[.state, .changed]'
  ["removed",false]

It is nobody's tenant now: neither listed nor meant, and not in the inventory.

  $ mdmctl tenant list --output csv | cut -d, -f1,4
  tenant,state
  globex,active
  $ mdmctl tenant list --removed --output csv | cut -d, -f1,4
  tenant,state
  acme,removed
  globex,active
  $ mdmctl apns show --tenant acme
  error: there is no tenant 'acme' any more: it was removed
  hint: mdmctl tenant restore brings it back
  [3]
  $ mdmctl tenant add acme
  error: there is a tenant 'acme' that was removed
  hint: mdmctl tenant restore 'acme' brings it back
  [4]
  $ mdmctl audit log --tenant acme --output json | jq -c '.events[-1] | [.command, .object, .before, .after]'
  ["tenant remove","tenant acme","{\"state\":\"active\"}","{\"state\":\"removed\"}"]

And back, as it was.

  $ mdmctl tenant restore acme --dry-run --output json 2>/dev/null | jq -c '[.state, .changed]'
  ["active",true]
  $ mdmctl tenant restore acme --output json 2>/dev/null | jq -c '[.state, .changed, .removed_at]'
  ["active",true,null]
  $ mdmctl tenant restore acme --quiet --output json | jq -c '[.state, .changed]'
  ["active",false]
  $ mdmctl apns show --tenant acme --output json | jq -r .state
  valid
  $ mdmctl tenant restore nobody
  error: there is no tenant 'nobody'
  hint: mdmctl tenant list --removed
  [3]
  $ mdmctl tenant remove nobody
  error: there is no tenant 'nobody'
  hint: mdmctl tenant list --removed
  [3]

Purged, which cannot be undone: it is asked for by name, of one tenant.

  $ sqlite3 "$db" "select sealed from secrets where tenant is not null limit 1" | sed -n 3p >sealed
  $ grep -c -a -F -f sealed "$db"
  1
  $ mdmctl tenant remove acme --purge
  error: this would destroy 2 secrets of the tenant 'acme' for good, and there is nobody to ask
  hint: --yes says that it is meant
  [4]
  $ mdmctl tenant remove acme --purge --yes --tenant globex
  error: T is 'acme', and --tenant 'globex'
  hint: name one tenant; nothing was changed
  [2]
  $ mdmctl tenant remove --purge --yes
  error: missing: T
  hint: usage: mdmctl tenant remove [OPTION...] T
  [2]
  $ mdmctl tenant remove acme --purge --all-tenants
  error: there is no option '--all-tenants' here
  hint: usage: mdmctl tenant remove [OPTION...] T
  [2]
  $ at_terminal() { "$ROOT/tests/cli/at-terminal" --columns 200 "$@"; }
  $ at_terminal 'go on: ' 'yes\n' mdmctl tenant remove globex --purge
  This would destroy 0 secrets of the tenant 'globex' (Globex Ltd.) for good, and cannot be undone. Type globex to go on: yes
  error: not confirmed: nothing was changed
  echo on, then on
  exit 4

What is asked is what is done: a key that comes to it while the question is open is not destroyed unasked.

  $ at_terminal --meanwhile 'mdmctl apns csr --tenant globex --common-name globex --out meanwhile.csr --quiet >/dev/null' 'go on: ' 'globex\n' mdmctl tenant remove globex --purge
  This would destroy 0 secrets of the tenant 'globex' (Globex Ltd.) for good, and cannot be undone. Type globex to go on: globex
  error: the tenant 'globex' was changed while this was being confirmed
  hint: run it again: it tells what would be destroyed now
  echo on, then on
  exit 8
  $ mdmctl apns request list --tenant globex --output json | jq '.requests | length'
  1
  $ mdmctl tenant remove acme --purge --dry-run --output json 2>/dev/null | jq -c '[.state, .keys]'
  ["purged",2]
  $ at_terminal 'go on: ' 'acme\n' mdmctl tenant remove acme --purge --output json | sed -n '1p; /state/p; /keys/p; /changed/p'
  This would destroy 2 secrets of the tenant 'acme' for good, and cannot be undone. Type acme to go on: acme
    "state": "purged",
    "changed": true,
    "keys": 2,
    "token_keys": 0,
  removed 'acme': 1 certificate, 2 private keys, 1 open request, 40 devices; 2 secrets destroyed for good
  $ mdmctl store info --output json | jq .secrets
  2

The destroyed bytes are in no file. Run again, it changes nothing more.

  $ cat "$db"* | grep -c -a -F -f sealed
  0
  [1]
  $ mdmctl tenant remove acme --purge --yes --output json 2>/dev/null | jq -c '[.state, .changed]'
  ["purged",false]

A date alone is no purge: what is there is destroyed, and asked for.

  $ mdmctl apns csr --tenant globex --common-name globex --out globex.csr --quiet >/dev/null
  $ sqlite3 "$db" "update tenants set removed_at = '2026-01-10T12:00:00Z', purged_at = '2026-01-10T12:00:00Z' where name = 'globex'"
  $ mdmctl tenant remove globex --purge
  error: this would destroy 2 secrets of the tenant 'globex' (Globex Ltd.) for good, and there is nobody to ask
  hint: --yes says that it is meant
  [4]
  $ mdmctl tenant remove globex --purge --yes --output json 2>/dev/null | jq -c '[.state, .changed]'
  ["purged",true]
  $ mdmctl tenant remove globex --purge --yes --output json 2>/dev/null | jq -c '[.state, .changed]'
  ["purged",false]
  $ mdmctl store info --output json | jq .secrets
  1

Nothing brings it back, and nothing of the record is lost.

  $ mdmctl tenant restore acme
  error: the secrets of the tenant 'acme' were destroyed on 2026-01-10T12:00:00Z
  hint: a backup from before holds them; what is needed now is a tenant of another name: mdmctl tenant add
  [4]
  $ mdmctl apns show --tenant acme
  error: there is no tenant 'acme' any more: it was removed
  hint: mdmctl tenant list
  [3]
  $ mdmctl store check | grep findings
  findings         none
  $ mdmctl audit log --tenant acme --output json | jq -c '.events[] | select(.command | startswith("tenant")) | [.command, .object, .after]'
  ["tenant add","tenant acme",null]
  ["tenant remove","tenant acme","{\"state\":\"removed\"}"]
  ["tenant restore","tenant acme","{\"state\":\"active\"}"]
  ["tenant remove","tenant acme (refused: not_confirmed)","{\"refused\":\"not_confirmed\"}"]
  ["tenant remove","tenant acme","{\"state\":\"purged\",\"secrets_destroyed\":\"2\"}"]
  ["tenant restore","tenant acme (refused: tenant_purged)","{\"refused\":\"tenant_purged\"}"]

Its name can be made free.

  $ mdmctl tenant add acme
  error: there is a tenant 'acme' that was removed
  hint: mdmctl tenant rename 'acme' NAME makes the name free
  [4]
  $ mdmctl tenant rename acme acme-2026 --quiet --output json | jq -c '[.tenant, .state, .changed]'
  ["acme-2026","purged",true]
  $ mdmctl tenant add acme --quiet --output json | jq -c .tenant
  "acme"
