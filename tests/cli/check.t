What is wrong, over all services and tenants: one command for the night.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ { make_vendor && make_customer && sign push.req && create push.pem; } >making 2>&1 || cat making

Whatever keeps it from judging is UNKNOWN.

  $ mdmctl check
  error: there is no store at '*/state/mdmctl/mdmctl.db' (glob)
  hint: mdmctl store init makes one; --store or MDMCTL_STORE name another
  [3]
  $ mdmctl store init --quiet >/dev/null
  $ mdmctl check --all-tenants
  error: the store has no tenant yet: there is nothing to check
  hint: mdmctl tenant add NAME
  [3]
  $ mdmctl check --no-such-option --output json
  {"error":{"code":"bad_usage","exit":3,"message":"there is no option '--no-such-option' here","hint":"usage: mdmctl check [OPTION...]","findings":[]}}
  [3]
  $ mdmctl tenant add acme --quiet >/dev/null
  $ mdmctl check --all-tenants --label tier=gold
  error: no tenant has these labels: there is nothing to check
  hint: mdmctl tenant list shows the labels
  [3]

A tenant that never said what it uses is shown what it lacks, and nothing is wrong.

  $ mdmctl check
  severity  ok
  tenant    acme
  service   apns
  state     not_connected
  next      mdmctl apns csr --common-name NAME --out push.csr --tenant 'acme'
  findings
    info: no_contact: nobody is told before something of 'acme' ends
      hint: mdmctl tenant contact add ADDRESS --tenant 'acme'
    info: no_note: the tenant 'acme' has no note
      hint: who to call, where its portal is: mdmctl tenant note 'acme' TEXT
  
  checked at  2026-01-10T12:00:00Z
  summary
    tenants   1
    ok        4
    warning   0
    critical  0
    unknown   0
  $ mdmctl check --output json | jq -c '.services[] | [.service, .state, .severity, .days_left, .action]'
  ["apns","not_connected","ok",null,"mdmctl apns csr --common-name NAME --out push.csr --tenant 'acme'"]
  ["dep","blocked","ok",null,"it waits for a valid push certificate"]
  ["maid","blocked","ok",null,"it waits for a valid push certificate"]
  ["google","not_connected","ok",null,"connect it: this version has no command for that yet"]
  $ mdmctl check --output json | jq -c 'del(.services)'
  {"checked_at":"2026-01-10T12:00:00Z","summary":{"tenants":1,"ok":4,"warning":0,"critical":0,"unknown":0}}

What it uses and has not is CRITICAL; one service waits for another.

  $ mdmctl tenant set acme --uses apns,dep --external-id C-1001 --quiet >/dev/null
  $ mdmctl check
  severity  critical
  tenant    acme
  service   apns
  state     not_connected
  next      mdmctl apns csr --common-name NAME --out push.csr --tenant 'acme'
  findings
    error: not_connected: the tenant 'acme' uses apns, and has nothing of it
      hint: mdmctl apns csr --common-name NAME --out push.csr --tenant 'acme'
    info: no_contact: nobody is told before something of 'acme' ends
      hint: mdmctl tenant contact add ADDRESS --tenant 'acme'
    info: no_note: the tenant 'acme' has no note
      hint: who to call, where its portal is: mdmctl tenant note 'acme' TEXT
  
  severity  critical
  tenant    acme
  service   dep
  state     blocked
  findings
    error: not_connected: the tenant 'acme' uses dep, and has nothing of it: it waits for a valid push certificate
      hint: mdmctl tenant set 'acme' --uses says what it uses
  
  checked at  2026-01-10T12:00:00Z
  summary
    tenants   1
    ok        0
    warning   0
    critical  2
    unknown   0
  [2]
  $ mdmctl check --quiet --output csv | cut -d, -f1-5
  severity,tenant,service,name,state
  critical,acme,apns,,not_connected
  critical,acme,dep,,blocked

With a push certificate that ends in a year all is well, but for what a person should know.

  $ mdmctl tenant set acme --uses apns --quiet >/dev/null
  $ mdmctl apns import push.pem --key push.key --apple-account jo@icloud.com --quiet --output json >/dev/null 2>&1
  $ mdmctl check
  severity   warning
  tenant     acme
  service    apns
  name       default
  state      valid
  expires    2027-01-10T12:00:00Z
  days left  365
  findings
    warning: personal_account: the Apple Account jo@icloud.com looks like a person's own: who leaves takes the push certificate along, and no other account can renew it
      hint: best is a Managed Apple Account of the organisation, good a shared mailbox; Apple Support can move a certificate to another account
      at: apple_account
    info: no_contact: nobody is told before something of 'acme' ends
      hint: mdmctl tenant contact add ADDRESS --tenant 'acme'
    info: no_note: the tenant 'acme' has no note
      hint: who to call, where its portal is: mdmctl tenant note 'acme' TEXT
  
  checked at  2026-01-10T12:00:00Z
  summary
    tenants   1
    ok        0
    warning   1
    critical  0
    unknown   0
  [1]
  $ mdmctl apns set --apple-account mdm@acme.example --reason 'the shared mailbox' --devices 240 --quiet >/dev/null
  $ mdmctl tenant contact add mdm@acme.example --quiet >/dev/null
  $ mdmctl tenant note acme 'ask Jo' --quiet >/dev/null
  $ mdmctl check
  checked at  2026-01-10T12:00:00Z
  summary
    tenants   1
    ok        1
    warning   0
    critical  0
    unknown   0
  $ mdmctl check --output json | jq -S '.services[0] | .id |= length'
  {
    "acknowledged_until": null,
    "action": null,
    "apple_account": "mdm@acme.example",
    "days_left": 365,
    "deployed": null,
    "devices": 240,
    "expires": "2027-01-10T12:00:00Z",
    "external_id": "C-1001",
    "findings": [],
    "first_seen_at": null,
    "id": 36,
    "key": "held",
    "last_checked_at": null,
    "name": "default",
    "next": null,
    "policy": "/",
    "service": "apns",
    "severity": "ok",
    "state": "valid",
    "tenant": "acme",
    "topic": "com.apple.mgmt.External.*" (glob)
  }

Time passes.

  $ mdmctl check --at 2026-12-20
  severity   warning
  tenant     acme
  service    apns
  name       default
  state      expiring
  expires    2027-01-10T12:00:00Z
  days left  21
  devices    240
  next       mdmctl apns csr --out push.csr --tenant 'acme'
  findings
    warning: expiring: apns 'default' ends on 2027-01-10T12:00:00Z, in 21 days
      hint: renew it in the portal, beside its row: Renew, never Create a Certificate
      at: not_after
  
  checked at  2026-12-20T00:00:00Z
  summary
    tenants   1
    ok        0
    warning   1
    critical  0
    unknown   0
  [1]
  $ mdmctl check --at 2027-01-05 --output json | jq -c '.checked_at, .summary, (.services[] | [.state, .severity, .days_left, [.findings[].code]])'
  "2027-01-05T00:00:00Z"
  {"tenants":1,"ok":0,"warning":0,"critical":1,"unknown":0}
  ["expiring","critical",5,["expiring"]]
  $ mdmctl check --at 2027-02-01 --output jsonl | jq -c '[.state, .severity, .days_left]'
  ["expired","critical",-22]

Several tenants: the exit is the worst of all.

  $ mdmctl tenant add globex --quiet >/dev/null
  $ mdmctl check
  error: the store has several tenants, and none was named
  hint: --all-tenants takes every one, --tenant T or MDMCTL_TENANT one; mdmctl tenant list
  [3]
  $ mdmctl check --all-tenants --output json | jq -c '[.summary, (.services[] | [.tenant, .service, .severity])]'
  [{"tenants":2,"ok":5,"warning":0,"critical":0,"unknown":0},["acme","apns","ok"],["globex","apns","ok"],["globex","dep","ok"],["globex","maid","ok"],["globex","google","ok"]]
  $ mdmctl tenant set globex --uses google --label tier=gold --quiet >/dev/null
  $ mdmctl check --all-tenants --label tier=gold --output json | jq -c '[.services[] | [.tenant, .service, .severity]]'
  [["globex","google","critical"]]
  $ mdmctl check --tenant acme
  checked at  2026-01-10T12:00:00Z
  summary
    tenants   1
    ok        1
    warning   0
    critical  0
    unknown   0
  $ mdmctl check --all-tenants >/dev/null
  [2]

A name that is new is in what to type.

  $ mdmctl tenant rename acme "o'neill" --quiet >/dev/null
  $ mdmctl check --tenant "o'neill" --at 2027-02-01 --output json | jq -r '.services[0].next.text, .services[0].next.command'
  renew it in the portal, beside its row: Renew, never Create a Certificate
  mdmctl apns csr --out push.csr --tenant 'o'\''neill'

A vendor certificate that all sign with is a line of its own.

  $ mdmctl apns vendor add --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --quiet >/dev/null
  $ mdmctl check --all-tenants --output json | jq -c '.services[0] | [.tenant, .service, .state, .severity]'
  [null,"apns-vendor","valid","ok"]

It is read alone: no key is needed, and nothing is changed.

  $ events() { mdmctl audit log --output json | jq '.events | length'; }
  $ before=$(events); MDMCTL_STORE_KEY_FILE=nowhere mdmctl check --tenant "o'neill" | tail -1; test "$before" = "$(events)"
    unknown   0
