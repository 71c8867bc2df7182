What no service of mdmctl looks after is told, and watched over like everything else.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal && on_creation_day
  $ { mdmctl store init && mdmctl tenant add acme; } >making 2>&1 || cat making
  $ openssl req -x509 -newkey rsa:2048 -nodes -keyout tls.key -out tls.pem -subj '/O=Acme/CN=mdm.acme.example' -days 3650 2>making || cat making
  $ openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj '/O=Acme/CN=Acme Issuing CA' -days 3000 2>making || cat making
  $ printf '{"token":"c2VjcmV0","expDate":"2026-11-30T13:29:33+0000","orgName":"Acme GmbH"}' | base64 -w0 >token.vpptoken
  $ chmod 600 token.vpptoken *.key

A certificate, a token and a date; what kind of thing it is may be said.

  $ mdmctl expiry add tls.pem --output json 2>/dev/null | jq -c 'del(.expires, .days_left)'
  {"tenant":"acme","service":"certificate","name":"mdm.acme.example","policy":"/","changed":true}
  $ mdmctl expiry add token.vpptoken --account vpp@acme.example --output json
  {
    "tenant": "acme",
    "service": "vpp",
    "name": "Acme GmbH",
    "expires": "2026-11-30T13:29:33Z",
    "days_left": 324,
    "policy": "/",
    "changed": true
  }
  vpp/Acme GmbH until 2026-11-30T13:29:33Z: watched over
  $ mdmctl expiry add ca.pem --service scep --name issuing-ca --quiet >/dev/null
  $ mdmctl expiry add --date 2027-03-31 --name 'support contract'
  other/support contract until 2027-03-31T00:00:00Z: watched over
  tenant     acme
  service    other
  name       support contract
  expires    2027-03-31T00:00:00Z
  days left  444
  policy     /
  changed    yes
  $ mdmctl expiry list --output json | jq -c '.services[] | [.service, .name, .state, .policy]'
  ["vpp","Acme GmbH","valid","/"]
  ["certificate","mdm.acme.example","valid","/"]
  ["other","support contract","valid","/"]
  ["scep","issuing-ca","valid","/"]

What was got with an account hangs on it.

  $ mdmctl account show vpp@acme.example --output json | jq -c '.services[] | [.service, .name, .state, .not_after]'
  ["vpp","Acme GmbH","valid","2026-11-30T13:29:33Z"]
  $ mdmctl find 2026-11-30 --output json | jq -c '.results[] | [.service, .name, .matched]'
  ["vpp","Acme GmbH","not_after"]

Of several certificates in one file the first to end counts.

  $ cat tls.pem ca.pem >chain.pem
  $ mdmctl expiry add chain.pem --name chain --dry-run >/dev/null
  warning: of 2 certificates in 'chain.pem', O=Acme, CN=Acme Issuing CA ends first
  it can be added; nothing was changed

Told again, nothing changes; a later end is a renewal, an earlier one is refused.

  $ mdmctl expiry add --date 2027-03-31 --name 'support contract' --output json 2>/dev/null | jq .changed
  false
  $ mdmctl expiry add --date 2028-03-31 --name 'support contract' --quiet --output json | jq -c '[.changed, .expires]'
  [true,"2028-03-31T00:00:00Z"]
  $ mdmctl expiry add --date 2027-03-31 --name 'support contract'
  error: it ends on 2027-03-31T00:00:00Z, and 'other/support contract' on 2028-03-31T00:00:00Z
  hint: an older file? if it is the right one, mdmctl expiry remove takes the other out first
  [4]
  $ mdmctl audit log --output json | jq -c '.events[-1] | [.command, .object, .before, .after]'
  ["expiry add","item other/support contract (refused: ends_before_current)",null,"{\"refused\":\"ends_before_current\"}"]

What mdmctl looks after by itself is not told, and not taken away.

  $ mdmctl expiry add --date 2027-03-31 --service apns --name x
  error: what is of the service 'apns' is not told: mdmctl looks after it itself
  hint: its own commands judge it and note its end (mdmctl --help lists them); another word is free
  [2]
  $ mdmctl expiry add --date 2027-03-31 --service a/b --name x
  error: the service has a '/' in it
  hint: SERVICE/NAME is how a thing is meant
  [2]
  $ { make_vendor && mdmctl apns vendor add --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem; } >making 2>&1 || cat making
  $ mdmctl expiry list --output json | jq -c '.services[] | [.tenant, .service, .policy]'
  [null,"apns-vendor",null]
  [null,"apns-vendor",null]
  ["acme","vpp","/"]
  ["acme","certificate","/"]
  ["acme","other","/"]
  ["acme","scep","/"]
  $ mdmctl expiry remove apns-vendor --shared
  error: 'apns-vendor' can be several things
  hint: name one of 'apns-vendor/*', 'apns-vendor/*' (glob)
  [2]

What has no end to be read is named.

  $ mdmctl expiry add tls.key
  error: 'tls.key' is a private key, which has no end
  hint: its certificate has one
  [7]
  $ openssl pkcs12 -export -inkey tls.key -in tls.pem -passout pass:secret -out tls.p12 && chmod 600 tls.p12
  $ mdmctl expiry add tls.p12
  error: 'tls.p12' is encrypted
  hint: --passphrase-file FILE opens it; or --date says when it ends
  [2]
  $ echo secret >pass && chmod 600 pass
  $ mdmctl expiry add tls.p12 --passphrase-file pass --name from-p12 --quiet --output json | jq -r .service
  certificate
  $ printf 'MIME-Version: 1.0\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB\n' >dep.p7m
  $ mdmctl expiry add dep.p7m
  error: 'dep.p7m' is an encrypted message, as the Apple DEP server token is: when it ends cannot be read
  hint: --date says when it ends, and --name what it is to be called
  [7]
  $ head -c 300 tls.pem >cut.pem
  $ mdmctl expiry add cut.pem
  error: 'cut.pem' is no whole PEM file: line 1: BEGIN CERTIFICATE without its END: the file is cut
  hint: get the file again, or copy it whole, from the first BEGIN line to the last END line
  [7]
  $ mdmctl expiry add
  error: there is neither FILE nor --date
  hint: a file says its end itself: mdmctl expiry add FILE, or --date D --name N
  [2]
  $ mdmctl expiry add tls.pem --date 2027-01-01
  error: FILE and --date do not go together
  hint: a file says its end itself: mdmctl expiry add FILE, or --date D --name N
  [2]
  $ mdmctl expiry add --date 2027-01-01
  error: it has no name of its own
  hint: --name says what it is to be called
  [2]
  $ mdmctl expiry add --date soon --name x
  error: 'soon' is no time, which --date takes
  hint: write 2027-01-07 or 2027-01-07T04:04:46Z
  [2]
  $ mdmctl expiry add missing.pem
  error: 'missing.pem' does not exist
  [3]

For a policy, and for all tenants.

  $ mdmctl policy add kiosks --quiet >/dev/null
  $ mdmctl expiry add --date 2027-05-01 --name lock --policy kiosks --output json 2>/dev/null | jq -c '[.tenant, .policy]'
  ["acme","kiosks"]
  $ mdmctl expiry add --date 2027-05-01 --name 'our own domain' --policy / --output json 2>/dev/null | jq -c '[.tenant, .policy]'
  [null,"/"]
  $ mdmctl policy remove kiosks
  error: other/lock is watched over for the policy 'kiosks'
  hint: mdmctl expiry remove, or expiry add with another --policy
  [4]

Renewed by the command that is advised, it stays where it is.

  $ mdmctl expiry list --at 2027-04-20 --output json | jq -r '.services[] | select(.name == "lock" or .name == "our own domain") | .action'
  mdmctl expiry add FILE --service 'other' --name 'our own domain' --policy '/'
  mdmctl expiry add FILE --service 'other' --name 'lock' --policy 'kiosks' --tenant 'acme'
  $ mdmctl expiry add --date 2028-05-01 --name lock --output json 2>/dev/null | jq -c '[.policy, .changed]'
  ["kiosks",true]
  $ mdmctl expiry add --date 2028-05-01 --name lock --account jo@acme.example 2>&1 >/dev/null
  other/lock until 2028-05-01T00:00:00Z: noted
  $ mdmctl expiry needs-renewal 'our own domain'
  error: the tenant 'acme' has nothing that is called 'our own domain', and the store itself has
  hint: --shared means what all tenants use
  [3]

It goes again, with what was said of it.

  $ mdmctl expiry remove chain
  error: the tenant 'acme' has nothing that is called 'chain'
  hint: there is 'vpp/Acme GmbH', 'other/support contract', 'other/lock', 'scep/issuing-ca', 'certificate/from-p12', 'certificate/mdm.acme.example'
  [3]
  $ mdmctl expiry remove certificate
  error: 'certificate' can be several things
  hint: name one of 'certificate/from-p12', 'certificate/mdm.acme.example'
  [2]
  $ mdmctl expiry remove lock
  other/lock of 'acme' is watched over no more
  tenant     acme
  service    other
  name       lock
  expires    2028-05-01T00:00:00Z
  days left  841
  changed    yes
  $ mdmctl policy remove kiosks
  removed 'kiosks'
  tenant    acme
  policy    kiosks
  parent    /
  children  -
  settings
    SETTING             VALUE                                                                                  FROM  SCOPE
    push_certificate    -                                                                                      -     nobody
    vendor_certificate  CN=MDM Vendor: Example MDM Vendor, O=mdmctl sandbox, C=US, until 2027-01-10T12:00:00Z  /     store
    contact             -                                                                                      -     nobody
    remind_days         30,15,5,3,2,1                                                                          -     usual
    warn_days           30                                                                                     -     usual
    critical_days       7                                                                                      -     usual
  $ mdmctl expiry remove 'our own domain' --shared --quiet >/dev/null
  $ mdmctl expiry remove 'our own domain' --shared --tenant acme
  error: --shared and --tenant do not go together
  hint: what is the store's own belongs to no tenant
  [2]
  $ mdmctl audit verify --quiet >/dev/null

A tenant that is handed over takes it along; what to type next is written at its new place.

  $ mdmctl tenant export acme --out acme.tenant --passphrase-file pass --quiet >/dev/null
  $ mdmctl expiry remove lock --tenant acme 2>&1 | head -1
  error: the tenant 'acme' was handed over on 2026-01-10T12:00:00Z for a passphrase: another store looks after it
  $ mdmctl expiry needs-renewal acme --tenant acme 2>&1 | head -1
  error: the tenant 'acme' has nothing that is called 'acme'
  $ mdmctl expiry needs-renewal scep --tenant acme 2>&1 | head -1
  error: the tenant 'acme' was handed over on 2026-01-10T12:00:00Z for a passphrase: another store looks after it
  $ export XDG_STATE_HOME=$PWD/other
  $ mdmctl store init --quiet >/dev/null && mdmctl tenant import acme.tenant --passphrase-file pass --quiet >/dev/null
  $ mdmctl expiry list --at 2027-03-20 --output json | jq -c '.services[] | [.service, .name, .state, .action]'
  ["vpp","Acme GmbH","expired","mdmctl expiry add FILE --service 'vpp' --name 'Acme GmbH' --tenant 'acme'"]
  ["certificate","from-p12","valid",null]
  ["certificate","mdm.acme.example","valid",null]
  ["other","support contract","valid",null]
  ["scep","issuing-ca","valid",null]
