Whose is this file? Where a store is, inspect says so, by push topic, public key and serial.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ { make_vendor && make_customer && sign push.req && create push.pem; } >making 2>&1 || cat making
  $ whose() { mdmctl inspect "$@" --output json | jq -c '.results[] | [.file, .tenant, .name, .role]'; }

Without a store nothing is said of it, and nothing is missing.

  $ whose push.pem
  ["push.pem",null,null,null]
  $ mdmctl inspect push.csr | grep -c tenant
  0
  [1]

With one, whose it is, and what part it plays.

  $ { mdmctl store init && mdmctl tenant add acme && mdmctl tenant add globex; } >making 2>&1 || cat making
  $ whose push.pem push.key push.csr push.req
  ["push.pem",null,null,"unknown"]
  ["push.key",null,null,"unknown"]
  ["push.csr",null,null,"unknown"]
  ["push.req",null,null,"unknown"]
  $ mdmctl apns import push.pem --key push.key --apple-account mdm@example.org --tenant acme --quiet >/dev/null
  $ whose push.pem push.key push.csr push.req
  ["push.pem","acme","default","current"]
  ["push.key","acme","default","current"]
  ["push.csr","acme","default","current"]
  ["push.req","acme","default","current"]
  $ mdmctl inspect push.pem | sed -n '/^form/,$p'
  form               PEM
  certificates       1
  csrs               0
  private key        no
  tenant             acme
  name               default
  role               current
  findings
    info: sandbox_certificate: 'push.pem' was made by the rehearsal's pretend portal: APNs will not take it
  $ echo secret >pass && chmod 600 pass
  $ openssl pkcs12 -export -in push.pem -inkey push.key -passout pass:secret -out both.p12 && chmod 600 both.p12
  $ whose both.p12 --passphrase-file pass
  ["both.p12","acme","default","current"]
  $ whose both.p12
  ["both.p12",null,null,"unknown"]

A request is staged as long as it is open. A renewal that was downloaded is known by its topic before it is in the store.

  $ on_renewal_day
  $ mdmctl apns csr --out renewal.csr --common-name acme --tenant acme --quiet >/dev/null
  $ mdmctl apns sign --csr renewal.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out push.req --quiet >/dev/null
  $ renew "$(topic_of push.pem)" renewed.pem >making 2>&1 || cat making
  $ create stranger.pem >making 2>&1 || cat making
  $ whose renewal.csr push.req renewed.pem
  ["renewal.csr","acme","default","staged"]
  ["push.req","acme","default","staged"]
  ["renewed.pem","acme","default","staged"]
  $ mdmctl apns renew renewed.pem --tenant acme --quiet >/dev/null
  $ whose renewal.csr renewed.pem push.pem push.key
  ["renewal.csr","acme","default","current"]
  ["renewed.pem","acme","default","current"]
  ["push.pem","acme","default","earlier"]
  ["push.key","acme","default","earlier"]

A certificate that is in no store, with a key that is: whose it is, and no part in it.

  $ whose stranger.pem
  ["stranger.pem","acme","default","unknown"]
  $ openssl req -x509 -new -key vendor.key -subj /CN=elsewhere -days 2 -out elsewhere.pem && whose elsewhere.pem
  ["elsewhere.pem",null,null,"unknown"]

Vendor certificates that the store keeps are in it as well; one for all tenants is nobody's alone.

  $ mdmctl apns vendor add --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --quiet >/dev/null
  $ whose vendor.pem vendor.key vendor.csr | sed 's/vendor [0-9A-F]*"/vendor SERIAL"/'
  ["vendor.pem",null,"vendor SERIAL","current"]
  ["vendor.key",null,"vendor SERIAL","current"]
  ["vendor.csr",null,"vendor SERIAL","current"]

What was removed is earlier, whatever it was before.

  $ mdmctl apns remove --tenant acme --quiet >/dev/null
  $ whose renewed.pem push.pem
  ["renewed.pem","acme","default","earlier"]
  ["push.pem","acme","default","earlier"]
  $ mdmctl apns restore --tenant acme --quiet >/dev/null

The same for two tenants is no error of the file, and said.

  $ sqlite3 state/mdmctl/mdmctl.db "update apns_requests set tenant = (select id from tenants where name = 'globex')"
  $ mdmctl inspect renewed.pem --output json | jq -c '.results[0] | [.tenant, .code, .findings[0].severity, .findings[1].code, .findings[1].message]'
  ["acme",null,"info","shared_between_tenants","'renewed.pem' is that of the tenant 'acme' and of 'globex' as well"]

A store that cannot be read is a warning, and what the file is, is told all the same. A file that cannot be read has no
owner.

  $ chmod 600 making && mdmctl inspect push.csr --store making | head -2
  warning: whose the files are is not known: 'making' is not a store of mdmctl
  file               push.csr
  kind               csr
  $ mdmctl inspect push.csr renewed.pem --store nowhere.db --output json | jq -c '.results[] | [.tenant, .role]'
  warning: whose the files are is not known: there is no store at 'nowhere.db'
  [null,null]
  [null,null]
  $ mdmctl inspect push.pem no-such --output json | jq -c '.results[] | [.code, .tenant, .role]'
  [null,"acme","earlier"]
  ["no_such_file",null,null]
