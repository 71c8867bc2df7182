A server token is taken out of use, and back; renamed, noted, and one of several.

  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/rehearsal.sh"
  $ on_creation_day; begin_serving served; export MDMCTL_ACTOR=jo
  $ mdmctl tenant add acme --quiet >/dev/null
  $ public_key acme.pem; download first.p7m --public-key acme.pem --server Prod; mdmctl dep import first.p7m --without-apns --quiet >/dev/null

What is known beside the token: its name, the account that downloaded it, a note.

  $ mdmctl dep set
  error: there is nothing to set
  hint: --new-name, --apple-account, --note or --origin
  [2]
  $ mdmctl dep set --note 'downloaded by Jo, who leaves in May' --apple-account jo@acme.example --dry-run --quiet --output json | jq -c '[.apple_account, .notes]'
  ["jo@acme.example","downloaded by Jo, who leaves in May"]
  $ mdmctl dep set --note 'downloaded by Jo, who leaves in May' --apple-account jo@acme.example
  noted
  tenant               acme
  name                 default
  program              business
  server name          Prod
  server uuid          * (glob)
  org name             Example Organization
  org id               * (glob)
  apple account        jo@acme.example
  consumer key         CK_* (glob)
  access token expiry  2027-01-10T12:00:00Z
  days left            365
  state                valid
  key                  held
  origin               http://127.0.0.1:* (glob)
  asked at             2026-01-10T12:00:00Z
  notes                downloaded by Jo, who leaves in May
  $ mdmctl account show jo@acme.example --output json | jq -c '.services[] | [.service, .name, .state]'
  ["dep","default","valid"]
  $ mdmctl dep set --new-name main --quiet --output json | jq -c '[.name, .notes]'
  ["main","downloaded by Jo, who leaves in May"]
  $ mdmctl dep set --new-name 'a/b
  > c' 2>&1 | head -1
  error: the server token's name holds a character that cannot be shown: 'a/b\x0ac'

Several: the one that is meant is named.

  $ download warehouse.p7m --public-key acme.pem --server Warehouse; mdmctl dep import warehouse.p7m --name warehouse --without-apns --quiet >/dev/null
  $ mdmctl dep show 
  error: there are several server tokens, and none was named: 'main', 'warehouse'
  hint: --name N names one
  [2]
  $ mdmctl dep account --name warehouse --quiet --output json | jq -r .server_name
  Warehouse
  $ mdmctl dep set --name warehouse --new-name main
  error: the tenant 'acme' has a server token 'main' already
  hint: another name
  [4]
  $ mdmctl dep list --output csv | cut -d, -f1-3
  tenant,name,state
  acme,main,valid
  acme,warehouse,valid

Removed: what goes along is said, nothing is destroyed, and it is watched no longer.

  $ mdmctl dep remove --name main --dry-run
  would remove the server token 'main' of 'acme': 1 server token, 1 private key; nothing of it is destroyed, and Apple goes on taking it
  tenant               acme
  name                 main
  program              business
  server name          Prod
  server uuid          * (glob)
  org name             Example Organization
  org id               * (glob)
  apple account        jo@acme.example
  consumer key         CK_* (glob)
  access token expiry  2027-01-10T12:00:00Z
  days left            365
  state                removed
  action               mdmctl dep restore brings it back
  key                  held
  origin               http://127.0.0.1:* (glob)
  asked at             2026-01-10T12:00:00Z
  notes                downloaded by Jo, who leaves in May
  changed              yes
  $ mdmctl dep remove --name main
  removed the server token 'main' of 'acme': 1 server token, 1 private key; nothing of it is destroyed, and Apple goes on taking it
  tenant               acme
  name                 main
  program              business
  server name          Prod
  server uuid          * (glob)
  org name             Example Organization
  org id               * (glob)
  apple account        jo@acme.example
  consumer key         CK_* (glob)
  access token expiry  2027-01-10T12:00:00Z
  days left            365
  state                removed
  action               mdmctl dep restore brings it back
  key                  held
  origin               http://127.0.0.1:* (glob)
  asked at             2026-01-10T12:00:00Z
  notes                downloaded by Jo, who leaves in May
  changed              yes
  $ mdmctl dep remove --name main --quiet --output json | jq -c '[.changed, .state]'
  [false,"removed"]
  $ mdmctl dep list --output json | jq -c '.tokens[] | [.name, .state]'
  ["warehouse","valid"]
  $ mdmctl dep list --removed --output json | jq -c '.tokens[] | [.name, .state]'
  ["main","removed"]
  ["warehouse","valid"]
  $ mdmctl dep show --name main --output json | jq -r .state
  removed
  $ mdmctl status --output json | jq -c '.services[] | select(.service == "dep") | [.name, .state]'
  ["warehouse","valid"]
  $ mdmctl dep account --name main
  error: the server token 'main' of 'acme' was removed
  hint: mdmctl dep restore brings it back
  [3]
  $ mdmctl dep renew first.p7m --name main
  error: the server token 'main' of 'acme' was removed
  hint: mdmctl dep restore brings it back
  [3]
  $ mdmctl dep import first.p7m --name main --without-apns
  error: the server token 'main' of 'acme' (until 2027-01-10T12:00:00Z) was removed: import never takes a token's place
  hint: mdmctl dep restore brings it back; then mdmctl dep renew FILE
    warning: other_apple_account: it was got with the Apple Account admin@example.org, the one before with jo@acme.example
      hint: the token ends when that account changes its password or leaves: note whose it is
      at: apple_account
  [4]
  $ mdmctl dep export --name main --out token.json --unencrypted
  error: the server token 'main' of 'acme' was removed
  hint: mdmctl dep restore brings it back
  [3]
  $ mdmctl dep show
  tenant               acme
  name                 warehouse
  program              business
  server name          Warehouse
  server uuid          * (glob)
  org name             Example Organization
  org id               * (glob)
  apple account        admin@example.org
  consumer key         CK_* (glob)
  access token expiry  2027-01-10T12:00:00Z
  days left            365
  state                valid
  key                  held
  origin               http://127.0.0.1:* (glob)
  asked at             2026-01-10T12:00:00Z
  ends sooner when     somebody downloads a new token for this service, or uploads a new public key to it
                       the Apple Account that downloaded it changes its password
                       that account leaves the organisation, or loses its role
  keys
    SERIAL            ROLE     KEY   CREATED AT            PROMOTED AT
    * current  held  2026-01-10T12:00:00Z  2026-01-10T12:00:00Z (glob)
  findings             none

And back, with its keys and its history.

  $ mdmctl dep restore --name main
  brought back the server token 'main' of 'acme': 1 server token, 1 private key
  tenant               acme
  name                 main
  program              business
  server name          Prod
  server uuid          * (glob)
  org name             Example Organization
  org id               * (glob)
  apple account        jo@acme.example
  consumer key         CK_* (glob)
  access token expiry  2027-01-10T12:00:00Z
  days left            365
  state                valid
  key                  held
  origin               http://127.0.0.1:* (glob)
  asked at             2026-01-10T12:00:00Z
  notes                downloaded by Jo, who leaves in May
  changed              yes
  $ mdmctl dep restore --name main --quiet --output json | jq -c '[.changed, .state]'
  [false,"valid"]
  $ mdmctl dep restore --name nobody 
  error: the tenant 'acme' has no server token 'nobody'
  hint: mdmctl dep list shows what there is
  [3]
  $ mdmctl dep account --name main --quiet --output json | jq -r .state
  valid
  $ mdmctl dep history --name main
  AT                    EVENT    ACTOR  ACCESS TOKEN EXPIRY   KEY   CURRENT
  2026-01-10T12:00:00Z  import   jo     2027-01-10T12:00:00Z  held  true
  2026-01-10T12:00:00Z  remove   jo     2027-01-10T12:00:00Z  held  true
  2026-01-10T12:00:00Z  restore  jo     2027-01-10T12:00:00Z  held  true

With the tenant it goes, and comes back.

  $ mdmctl tenant remove acme --quiet --output json | jq -c '.still_valid[] | [.service, .name]'
  warning: dep 'main' is valid until 2027-01-10T12:00:00Z all the same
  warning: dep 'warehouse' is valid until 2027-01-10T12:00:00Z all the same
  ["dep","main"]
  ["dep","warehouse"]
  $ mdmctl dep list --all-tenants --output json | jq '.tokens | length'
  0
  $ mdmctl tenant restore acme --quiet >/dev/null; mdmctl dep list --all-tenants --output json | jq '.tokens | length'
  2
  $ mdmctl audit log --output json | jq -r '.events[] | select(.command | test("dep (set|remove|restore)")) | "\(.command): \(.object)"'
  dep set: server token 'default'
  dep set: server token 'default'
  dep set: server token 'warehouse' (refused: token_exists)
  dep remove: server token 'main'
  dep restore: server token 'main'
