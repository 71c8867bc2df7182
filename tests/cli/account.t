Jo leaves. What hangs on Jo's account, and what happens without it?

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ mdmctl store init --quiet >/dev/null
  $ for t in acme globex initech; do mdmctl tenant add $t --quiet >/dev/null; done
  $ track() { mdmctl apns import --track --topic "com.apple.mgmt.External.$1" --not-after "$2" --apple-account "$3" --tenant "$1" --quiet "${@:4}" >/dev/null 2>&1; }
  $ track acme 2026-12-24 Jo@Example.org --account-kind personal
  $ track globex 2026-03-01 jo@example.org
  $ track initech 2026-06-01 mdm@initech.example --account-kind managed
  $ mdmctl apns set --devices 240 --tenant acme --quiet >/dev/null 2>&1

  $ mdmctl account list --all-tenants
  ACCOUNT              KIND      SERVICES  NEXT END              TENANTS
  Jo@Example.org       personal  apns      2026-03-01T00:00:00Z  acme, globex
  mdm@initech.example  managed   apns      2026-06-01T00:00:00Z  initech
  $ mdmctl account list --tenant globex --output json
  {
    "results": [
      {
        "account": "jo@example.org",
        "kind": null,
        "tenants": [
          "globex"
        ],
        "services": [
          "apns"
        ],
        "next_end": "2026-03-01T00:00:00Z"
      }
    ]
  }
  $ mdmctl account show JO@EXAMPLE.ORG --all-tenants --output json >answer
  $ jq -c '[.account, .kind, .tenants]' answer
  ["Jo@Example.org","personal",["acme","globex"]]
  $ jq -c '.services[] | [.tenant, .service, .name, .state, .not_after, .days_left, .renewable_until]' answer
  ["acme","apns","default","valid","2026-12-24T00:00:00Z",347,"2027-01-23T00:00:00Z"]
  ["globex","apns","default","valid","2026-03-01T00:00:00Z",49,"2026-03-31T00:00:00Z"]
  $ jq -r '.services[].consequence' answer
  no other account can renew it: without this one 240 devices must enroll again, unless Apple Support moves the certificate to another account
  no other account can renew it: without this one every device must enroll again, unless Apple Support moves the certificate to another account
  $ mdmctl account show mdm@initech.example --tenant initech --output json | jq -r '.services[].consequence' | sed 's/.*; //'
  an administrator of the organisation can reset a Managed Apple Account's password
  $ mdmctl account show jo@example.org --tenant globex
  account  jo@example.org
  tenants  globex
  services
    TENANT  SERVICE  NAME     STATE  NOT AFTER             DAYS LEFT  RENEWABLE UNTIL       CONSEQUENCE
    globex  apns     default  valid  2026-03-01T00:00:00Z         49  2026-03-31T00:00:00Z  no other account can renew it: without this one every device must enroll again, unless Apple Support moves the certificate to another account

An account on which nothing hangs, and a tenant that was not named.

  $ mdmctl account show nobody@example.org --all-tenants
  error: nothing hangs on the account 'nobody@example.org'
  hint: mdmctl account list --all-tenants shows those on which something does
  [3]
  $ mdmctl account show jo@example.org --tenant initech --output json 2>&1 | jq -c '[.error.code, .error.exit]'
  ["no_such_account",3]
  $ mdmctl account list
  error: the store has several tenants, and none was named
  hint: --all-tenants takes every one, --tenant T or MDMCTL_TENANT one; mdmctl tenant list
  [2]
  $ mdmctl account show '' --all-tenants 2>&1 | head -1
  error: nothing hangs on the account ''

Some of the tenants, by label; the same for what else is listed over all of them.

  $ label() { sqlite3 state/mdmctl/mdmctl.db "insert into tenant_labels select id, '$2', '$3' from tenants where name = '$1'"; }
  $ label acme region north && label globex region north && label globex tier gold
  $ mdmctl account list --all-tenants --label region=north --output json | jq -c '.results[].tenants'
  ["acme","globex"]
  $ mdmctl account list --all-tenants --label region=north --label tier=gold --output json | jq -c '.results[].tenants'
  ["globex"]
  $ mdmctl apns list --all-tenants --label region=north --output json | jq -c '[.certificates[].tenant]'
  ["acme","globex"]
  $ mdmctl tenant list --label tier=gold --output json | jq -c '[.tenants[].tenant]'
  ["globex"]
  $ mdmctl apns list --label region=north
  error: '--label' makes no sense without '--all-tenants'
  hint: usage: mdmctl apns list [OPTION...]
  [2]
  $ mdmctl account list --all-tenants --tenant acme 2>&1 | head -1
  error: '--all-tenants' and '--tenant' do not go together
  $ mdmctl account list --all-tenants --label region
  error: 'region' is no label
  hint: KEY=VALUE, as in region=north
  [2]
  $ mdmctl account list --all-tenants --label region=
  error: 'region=' names no value
  hint: KEY=VALUE, as in region=north
  [2]
  $ mdmctl account list --all-tenants --label region=south --output json | jq -c .results
  []

What was removed hangs on nobody's account.

  $ mdmctl apns remove --tenant globex --quiet >/dev/null
  $ mdmctl account list --all-tenants --output json | jq -c '.results[0].tenants'
  ["acme"]
