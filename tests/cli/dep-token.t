A server token: a key, a download, import, and a year later its renewal.

  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/rehearsal.sh"
  $ on_creation_day; begin_serving served; export MDMCTL_ACTOR=jo
  $ mdmctl tenant add acme --quiet >/dev/null
  $ portal() { download "$@" --organization Acme --server Prod; }

Nothing is there, and the way on is said.

  $ mdmctl dep show
  error: the tenant 'acme' has no server token yet
  hint: mdmctl dep setup leads to one
  [3]
  $ mdmctl dep list --output json
  {
    "tokens": []
  }
  $ mdmctl dep account 2>&1 | head -1
  error: the tenant 'acme' has no server token yet

The key stays in the store, and its certificate leaves. It is the same one until a token came for it.

  $ mdmctl dep pubkey --out acme.pem --dry-run --quiet --output json | jq -c '[.role, .changed]'
  ["staged",true]
  $ ls acme.pem
  ls: cannot access 'acme.pem': No such file or directory
  [2]
  $ mdmctl dep pubkey --out acme.pem
  wrote 'acme.pem'; its private key is sealed in the store
  tenant             acme
  name               default
  file               acme.pem
  role               staged
  changed            yes
  subject            CN=mdmctl acme
  serial             * (glob)
  not after          2036-01-08T12:00:00Z
  public key sha256  * (glob)
  created at         2026-01-10T12:00:00Z
  $ openssl x509 -in acme.pem -noout -nameopt RFC2253 -subject -issuer -dates -ext keyUsage,basicConstraints
  subject=CN=mdmctl acme
  issuer=CN=mdmctl acme
  notBefore=Jan 10 11:00:00 2026 GMT
  notAfter=Jan  8 12:00:00 2036 GMT
  X509v3 Basic Constraints: 
      CA:FALSE
  X509v3 Key Usage: critical
      Digital Signature, Key Encipherment
  $ grep -c PRIVATE acme.pem
  0
  [1]
  $ mdmctl dep pubkey --out again.pem --output json | jq -c '[.role, .changed]'
  wrote 'again.pem': the key that is staged, made on 2026-01-10T12:00:00Z
  ["staged",false]
  $ cmp acme.pem again.pem && mdmctl dep pubkey --out - 2>/dev/null | head -1
  -----BEGIN CERTIFICATE-----
  $ echo mine >there; mdmctl dep pubkey --out there
  error: 'there' exists and holds something else: it is not replaced
  hint: name another file
  [4]
  $ "$ROOT/tests/cli/at-terminal" --columns 200 '' '' mdmctl dep pubkey --out acme.pem | sed -n '/^next:/p' | tr -d '\r'
  next: upload it to the device management service in the portal; that, and each download of a server token, ends the token in use: mdmctl dep setup leads through it

The first token: there must be a valid push certificate, for without one no device can enroll.

  $ portal first.p7m --public-key acme.pem --apple-account dep@acme.example
  $ mdmctl dep check first.p7m
  verdict   undecided
  code      nothing_to_compare
  findings
    error: nothing_to_compare: there is no current server token to compare 'first.p7m' with: the tenant 'acme' has no server token yet
      hint: mdmctl dep import FILE takes the first one
  error: there is no current server token to compare 'first.p7m' with: the tenant 'acme' has no server token yet
  hint: mdmctl dep import FILE takes the first one
  [3]
  $ mdmctl dep renew first.p7m
  error: the tenant 'acme' has no server token yet
  hint: mdmctl dep setup leads to one
  [3]
  $ mdmctl dep import first.p7m
  error: the tenant 'acme' has no push certificate yet, and without one no device can enroll
  hint: mdmctl apns import FILE first, --track where another server holds the key; --without-apns goes on without
    warning: token_ended: whatever token the service 'Prod' had before 'first.p7m' is dead by now; this store knows of none
      hint: import it within the hour, once what stands against it is mended
  [4]
  $ mdmctl dep import first.p7m --without-apns --dry-run --quiet --output json | jq -c '[.changed, .server_name]'
  [true,"Prod"]
  $ mdmctl dep list --output json | jq -c .
  {"tokens":[]}
  $ mdmctl dep import first.p7m --without-apns
  holds the server token of 'acme', until 2027-01-10T12:00:00Z
  tenant               acme
  name                 default
  program              business
  server name          Prod
  server uuid          * (glob)
  org name             Acme
  org id               * (glob)
  apple account        dep@acme.example
  consumer key         CK_* (glob)
  access token expiry  2027-01-10T12:00:00Z
  days left            365
  state                valid
  key                  held
  origin               http://127.0.0.1:* (glob)
  asked at             2026-01-10T12:00:00Z
  changed              yes
  findings             none

Run again, it is done already.

  $ mdmctl dep import first.p7m --output json | jq .changed
  'first.p7m' is the server token of 'acme' already; nothing was changed
  false
  $ mdmctl dep renew first.p7m --output json | jq -c '[.changed, .access_token_expiry, .previous_access_token_expiry]'
  'first.p7m' is the server token of 'acme' already; nothing was changed
  [false,"2027-01-10T12:00:00Z",null]
  $ mdmctl dep check first.p7m --output json | jq -r .verdict
  current

It is shown with what ends it sooner.

  $ mdmctl dep show
  tenant               acme
  name                 default
  program              business
  server name          Prod
  server uuid          * (glob)
  org name             Acme
  org id               * (glob)
  apple account        dep@acme.example
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
    *  current  held  2026-01-10T12:00:00Z  2026-01-10T12:00:00Z (glob)
  findings             none
  $ mdmctl dep list
  TENANT  NAME     STATE  KEY   DAYS LEFT  ACCESS TOKEN EXPIRY   SERVER NAME  ORG NAME  APPLE ACCOUNT
  acme    default  valid  held        365  2027-01-10T12:00:00Z  Prod         Acme      dep@acme.example
  $ mdmctl dep show --output json | jq -c keys_unsorted
  ["tenant","name","program","server_name","server_uuid","org_name","org_id","apple_account","consumer_key","access_token_expiry","days_left","state","state_seen_at","action","key","origin","asked_at","retry_at","last_sync","devices","notes","ends_sooner_when","keys","findings"]
  $ mdmctl dep list --output json | jq -c '.tokens[0] | keys_unsorted'
  ["tenant","name","program","server_name","server_uuid","org_name","org_id","apple_account","consumer_key","access_token_expiry","days_left","state","state_seen_at","action","key","origin","asked_at","retry_at","last_sync","devices","notes"]

A year later the portal has the key already. The download has ended the current token: the new one is at work as soon as it
is renewed.

  $ mdmctl sandbox clock +335d --quiet >/dev/null
  $ mdmctl dep pubkey --out acme.pem --quiet --output json | jq -c '[.role, .changed]'
  ["current",false]
  $ portal second.p7m --apple-account dep@acme.example
  $ mdmctl dep check second.p7m
  verdict   renewal
  current
    tenant               acme
    name                 default
    program              business
    server name          Prod
    server uuid          * (glob)
    org name             Acme
    org id               * (glob)
    apple account        dep@acme.example
    consumer key         CK_* (glob)
    access token expiry  2027-01-10T12:00:00Z
    days left            30
    state                expiring
    action               download a new one for this service and no other, and import it within the hour: mdmctl dep setup --renew
    key                  held
    origin               http://127.0.0.1:* (glob)
    asked at             2026-01-10T12:00:00Z
  candidate
    file                 second.p7m
    consumer key         CK_* (glob)
    server name          Prod
    server uuid          * (glob)
    org name             Acme
    org id               * (glob)
    apple account        dep@acme.example
    access token expiry  2027-12-11T12:00:00Z
    days left            365
  findings  none
  $ mdmctl dep renew second.p7m --dry-run --quiet --output json | jq -c '[.changed, .access_token_expiry, .previous_access_token_expiry]'
  [true,"2027-12-11T12:00:00Z","2027-01-10T12:00:00Z"]
  $ mdmctl dep show --output json | jq -c '[.access_token_expiry, .state]'
  ["2027-01-10T12:00:00Z","expiring"]
  $ mdmctl dep renew second.p7m
  the server token of 'acme' now ends on 2027-12-11T12:00:00Z
  tenant                        acme
  name                          default
  program                       business
  server name                   Prod
  server uuid                   * (glob)
  org name                      Acme
  org id                        * (glob)
  apple account                 dep@acme.example
  consumer key                  CK_* (glob)
  access token expiry           2027-12-11T12:00:00Z
  days left                     365
  state                         valid
  key                           held
  origin                        http://127.0.0.1:* (glob)
  asked at                      2026-12-11T12:00:00Z
  changed                       yes
  previous access token expiry  2027-01-10T12:00:00Z
  findings                      none
  $ mdmctl dep renew second.p7m --quiet --output json | jq -c '[.changed, .access_token_expiry, .previous_access_token_expiry]'
  [false,"2027-12-11T12:00:00Z",null]

Another person's account is a remark. A new key is staged beside the current one, and current from the first token on that
it opens.

  $ mdmctl dep pubkey --new --out new.pem --output json 2>/dev/null | jq -c '[.role, .changed]'
  ["staged",true]
  $ mdmctl dep show --output json | jq -c '.keys[] | [.role, .created_at, .promoted_at]'
  ["staged","2026-12-11T12:00:00Z",null]
  ["current","2026-01-10T12:00:00Z","2026-01-10T12:00:00Z"]
  $ portal third.p7m --public-key new.pem --apple-account ann@acme.example
  $ mdmctl dep renew third.p7m --output json | jq -c '[.changed, .state, [.findings[].code]]'
  warning: it was got with the Apple Account ann@acme.example, the one before with dep@acme.example
  the server token of 'acme' now ends on 2027-12-11T12:00:00Z
  [true,"valid",["other_apple_account"]]
  $ mdmctl dep show --output json | jq -c '.keys[] | [.role, .created_at, .promoted_at]'
  ["current","2026-12-11T12:00:00Z","2026-12-11T12:00:00Z"]
  ["earlier","2026-01-10T12:00:00Z","2026-01-10T12:00:00Z"]

All of it is on record.

  $ mdmctl dep history
  AT                    EVENT   ACTOR  ACCESS TOKEN EXPIRY   KEY   CURRENT
  2026-01-10T12:00:00Z  import  jo     2027-01-10T12:00:00Z  held  false
  2026-12-11T12:00:00Z  renew   jo     2027-12-11T12:00:00Z  held  false
  2026-12-11T12:00:00Z  renew   jo     2027-12-11T12:00:00Z  held  true
  $ mdmctl dep history --output json | jq -c '.events[0] | keys_unsorted'
  ["at","event","actor","consumer_key","server_name","server_uuid","access_token_expiry","key","current"]
  $ mdmctl audit log --output json | jq -r '.events[] | select(.command | startswith("dep")) | "\(.command): \(.object)"'
  dep pubkey: server token key * (glob)
  dep pubkey: server token key * (refused: output_exists) (glob)
  dep import: server token 'default' (refused: no_push_certificate)
  dep import: server token 'default'
  dep renew: server token 'default'
  dep pubkey: server token key * (glob)
  dep renew: server token 'default'
  $ mdmctl audit verify --quiet >/dev/null && mdmctl store check --quiet >/dev/null
