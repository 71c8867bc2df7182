A server token whose key is in somebody else's MDM server: nothing is opened, nobody is asked, and its end is watched.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config MDMCTL_ACTOR=jo
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ mdmctl store init --quiet >/dev/null; for t in acme globex initech; do mdmctl tenant add $t --quiet >/dev/null; done
  $ certificate() { openssl req -x509 -newkey rsa:2048 -nodes -keyout $1.key -out $1.pem -subj /CN=$1 -days 9 2>/dev/null; }
  $ certificate server; certificate other; echo hello >inner
  $ token() { openssl cms -encrypt -aes-128-cbc -binary -in inner -outform SMIME -out "$2" $1.pem; }
  $ token server Acme_Token_2026-01-09T08-15-30Z_smime.p7m
  $ short() { jq -c '[.name, .key, .state, .days_left, .access_token_expiry, .changed, [.findings[].code]]'; }

The end is a year after the time in the file's name, and it is said that this is reckoned.

  $ mdmctl dep import Acme_Token_2026-01-09T08-15-30Z_smime.p7m --tenant acme
  error: the tenant 'acme' has no push certificate yet, and without one no device can enroll
  hint: mdmctl apns import FILE first, --track where another server holds the key; --without-apns goes on without
    error: not_for_our_key: 'Acme_Token_2026-01-09T08-15-30Z_smime.p7m' was made for CN=server, serial *; the tenant 'acme' has no key yet (glob)
      hint: where another server holds the key: --track; else mdmctl dep setup leads to one that is held here
      at: recipient
    warning: token_ended: the service that 'Acme_Token_2026-01-09T08-15-30Z_smime.p7m' was downloaded for has no other token that works: downloading it ended the one in use there
      hint: import it into the server that holds its key, within the hour
  [4]
  $ mdmctl dep import Acme_Token_2026-01-09T08-15-30Z_smime.p7m --tenant acme --track --without-apns --dry-run --quiet --output json | short
  ["default","tracked","valid",363,"2027-01-09T08:15:30Z",true,["expiry_estimated"]]
  $ mdmctl dep import Acme_Token_2026-01-09T08-15-30Z_smime.p7m --tenant acme --track --without-apns --apple-account dep@acme.example --note 'Jo has the key'
  tracks the server token of 'acme', until 2027-01-09T08:15:30Z
  tenant               acme
  name                 default
  apple account        dep@acme.example
  access token expiry  2027-01-09T08:15:30Z
  days left            363
  state                valid
  key                  tracked
  notes                Jo has the key
  changed              yes
  findings
    info: expiry_estimated: it ends on 2027-01-09T08:15:30Z, reckoned as a year after the time in the name of 'Acme_Token_2026-01-09T08-15-30Z_smime.p7m'
      hint: --expires DATE says it, where the server that holds the key shows it
      at: access_token_expiry
  $ mdmctl dep list --tenant acme
  TENANT  NAME     STATE  KEY      DAYS LEFT  ACCESS TOKEN EXPIRY   SERVER NAME  ORG NAME  APPLE ACCOUNT
  acme    default  valid  tracked        363  2027-01-09T08:15:30Z  -            -         dep@acme.example
  $ mdmctl dep show --tenant acme --output json | jq -c '[.key, .server_name, .origin, .asked_at, .apple_account, .notes, .keys]'
  ["tracked",null,null,null,"dep@acme.example","Jo has the key",[]]

What was told counts more; without either it cannot be known.

  $ mdmctl dep import --tenant globex --track --expires 2026-12-24 --without-apns --quiet --output json | short
  ["default","tracked","valid",347,"2026-12-24T00:00:00Z",true,[]]
  $ mdmctl dep import --tenant initech --track --without-apns
  error: there is neither FILE nor --track with --expires
  hint: name the .p7m that was downloaded; --track --expires DATE records one that another server holds
  [2]
  $ token server token.p7m; mdmctl dep import token.p7m --tenant initech --track --without-apns
  error: there is no time in the name 'token.p7m', and no --expires
  hint: the portal names its files NAME_Token_2026-11-23T08-15-30Z_smime.p7m; --expires DATE says the end
  [2]
  $ token server Acme_Token_2027-01-09T08-15-30Z_smime.p7m; mdmctl dep import Acme_Token_2027-01-09T08-15-30Z_smime.p7m --tenant initech --track --without-apns
  error: the time in the name 'Acme_Token_2027-01-09T08-15-30Z_smime.p7m' is in the future: 2027-01-09T08:15:30Z
  hint: --expires DATE says the end
  [2]
  $ mdmctl dep import token.p7m --tenant initech --track --expires 2025-12-24 --without-apns
  error: the server token in 'token.p7m' ended on 2025-12-24T00:00:00Z
  hint: download a new one for this service
  [5]

With the certificate that the other server has in the portal, a file must be made for it.

  $ token other Initech_Token_2026-01-09T08-15-30Z_smime.p7m
  $ mdmctl dep import Initech_Token_2026-01-09T08-15-30Z_smime.p7m --tenant initech --track --public-key server.pem --without-apns
  error: 'Initech_Token_2026-01-09T08-15-30Z_smime.p7m' was made for CN=other, serial *, not for CN=server, serial * (glob)
  hint: it was downloaded for another service, whose token is dead by now; download the one of this service
    info: expiry_estimated: it ends on 2027-01-09T08:15:30Z, reckoned as a year after the time in the name of 'Initech_Token_2026-01-09T08-15-30Z_smime.p7m'
      hint: --expires DATE says it, where the server that holds the key shows it
      at: access_token_expiry
  [4]
  $ mdmctl dep import Initech_Token_2026-01-09T08-15-30Z_smime.p7m --tenant initech --track --public-key other.pem --without-apns --quiet --output json | short
  ["default","tracked","valid",363,"2027-01-09T08:15:30Z",true,["expiry_estimated"]]
  $ mdmctl dep show --tenant initech --output json | jq -c '.keys[] | [.role, .key]'
  ["current","tracked"]
  $ mdmctl inspect other.pem Initech_Token_2026-01-09T08-15-30Z_smime.p7m --output json | jq -c '.results[] | [.kind, .tenant, .name, .role]'
  ["certificate","initech","default","current"]
  ["server_token","initech","default","current"]

Next year: the new download, or the new date.

  $ on_renewal_day
  $ token server Acme_Token_2026-11-30T09-00-00Z_smime.p7m
  $ mdmctl dep check --track Acme_Token_2026-11-30T09-00-00Z_smime.p7m --tenant acme
  verdict   renewal
  current
    tenant               acme
    name                 default
    apple account        dep@acme.example
    access token expiry  2027-01-09T08:15:30Z
    days left            38
    state                valid
    key                  tracked
    notes                Jo has the key
  candidate
    file                 Acme_Token_2026-11-30T09-00-00Z_smime.p7m
    access token expiry  2027-11-30T09:00:00Z
    days left            363
  findings
    info: expiry_estimated: it ends on 2027-11-30T09:00:00Z, reckoned as a year after the time in the name of 'Acme_Token_2026-11-30T09-00-00Z_smime.p7m'
      hint: --expires DATE says it, where the server that holds the key shows it
      at: access_token_expiry
  $ mdmctl dep renew --track Acme_Token_2026-11-30T09-00-00Z_smime.p7m --tenant acme --quiet --output json | short
  ["default","tracked","valid",363,"2027-11-30T09:00:00Z",true,["expiry_estimated"]]
  $ mdmctl dep renew --track Acme_Token_2026-01-09T08-15-30Z_smime.p7m --tenant acme
  error: 'Acme_Token_2026-01-09T08-15-30Z_smime.p7m' ends on 2027-01-09T08:15:30Z, and the server token of 'acme' on 2027-11-30T09:00:00Z: it is an older file, whose token was ended by the newer one
  hint: look for the newest download of this service
    info: expiry_estimated: it ends on 2027-01-09T08:15:30Z, reckoned as a year after the time in the name of 'Acme_Token_2026-01-09T08-15-30Z_smime.p7m'
      hint: --expires DATE says it, where the server that holds the key shows it
      at: access_token_expiry
  [4]
  $ mdmctl dep renew --track --expires 2027-12-01 --tenant globex --quiet --output json | short
  ["default","tracked","valid",364,"2027-12-01T00:00:00Z",true,[]]
  $ mdmctl dep renew --track Acme_Token_2026-11-30T09-00-00Z_smime.p7m --public-key other.pem --tenant initech --output json 2>&1 | jq -r .error.code
  not_for_this_server
  $ mdmctl dep history --tenant acme
  AT                    EVENT  ACTOR  ACCESS TOKEN EXPIRY   KEY      CURRENT
  2026-01-10T12:00:00Z  track  jo     2027-01-09T08:15:30Z  tracked  false
  2026-12-01T12:00:00Z  renew  jo     2027-11-30T09:00:00Z  tracked  true
  $ mdmctl dep list --all-tenants --output csv | cut -d, -f1,2,10-12
  tenant,name
  acme,default
  globex,default
  initech,default

What needs the key is refused.

  $ mdmctl dep account --tenant acme
  error: another server holds the server token of 'acme': it is tracked here and no more
  hint: do it there; mdmctl dep setup --renew --new-key takes the service over to this store, which ends the other
  [4]
  $ mdmctl dep export --tenant acme --out token.json --unencrypted
  error: another server holds the server token of 'acme': it is tracked here and no more
  hint: do it there; mdmctl dep setup --renew --new-key takes the service over to this store, which ends the other
  [4]
  $ mdmctl dep export --tenant acme --out key.pem --format pem --unencrypted
  error: another server holds the server token of 'acme': it is tracked here and no more
  hint: do it there; mdmctl dep setup --renew --new-key takes the service over to this store, which ends the other
  [4]
  $ mdmctl dep renew token.p7m --tenant acme 2>&1 | head -1
  error: 'token.p7m' was made for CN=server, serial *; the tenant 'acme' has no key yet (glob)
  $ mdmctl check --live --tenant initech --output json | jq -c '.services[] | select(.service == "dep") | [.state, .severity, (.findings[] | .severity, .code)]'
  ["valid","ok","info","expiry_estimated"]

A list of tenants with server_token_expires has tracked ones.

  $ printf 'tenant,server_token_expires\nhooli,2027-05-01\nacme,2027-05-01\n' >list.csv
  $ mdmctl tenant add --from list.csv --quiet --output json | jq -c '[.added, .changed, .unchanged, .failed]'
  [1,0,1,[]]
  $ mdmctl dep show --tenant hooli --output json | jq -c '[.key, .state, .access_token_expiry]'
  ["tracked","valid","2027-05-01T00:00:00Z"]
  $ mdmctl dep show --tenant acme --output json | jq -c '[.key, .state, .access_token_expiry]'
  ["tracked","valid","2027-11-30T09:00:00Z"]

It becomes one that is held with the first token for a key of ours.

  $ mdmctl dep pubkey --tenant hooli --out hooli.pem --quiet >/dev/null
  $ mdmctl sandbox portal server-token --public-key hooli.pem --organization Hooli --out hooli.p7m --quiet >/dev/null
  $ mdmctl dep import hooli.p7m --tenant hooli --offline --without-apns --output json 2>&1 | jq -c '.error.code'
  "token_exists"
  $ mdmctl dep renew hooli.p7m --tenant hooli --offline --quiet --output json | short
  warning: nothing is known of the service of the server token of 'hooli': whether 'hooli.p7m' is its token nobody compared
  ["default","held","valid",365,"2027-12-01T12:00:00Z",true,["not_proven","not_proven"]]
  $ mdmctl dep history --tenant hooli --output json | jq -c '.events[] | [.event, .key]'
  ["track","tracked"]
  ["renew","held"]
