A certificate whose key is in somebody else's MDM server is followed by the same rules, but for the key.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ { make_vendor && make_customer && sign push.req && create push.pem; } >making 2>&1 || cat making
  $ { mdmctl store init && mdmctl tenant add acme && mdmctl tenant add globex && mdmctl tenant add initech; } >making 2>&1 || cat making
  $ topic=$(topic_of push.pem)

From the file; what needs the key is refused.

  $ mdmctl apns import push.pem --tenant acme --apple-account mdm@example.org 2>&1 | sed 's/[0-9a-f]\{64\}/KEY/'
  error: there is no private key for 'push.pem': it has public key KEY
  hint: --key FILE brings the key that its CSR was made with; if another MDM server holds it, --track
  $ mdmctl apns import push.pem --tenant acme --apple-account mdm@example.org --track --quiet --output json | jq -c '[.key, .state, .days_left]'
  ["tracked","valid",365]
  $ mdmctl apns export --tenant acme --out push.pem --unencrypted
  error: another MDM server holds the private key of the push certificate of 'acme'
  hint: export it there
  [4]
  $ mdmctl apns csr --tenant acme --common-name acme --reuse-key --out again.csr
  error: another MDM server holds the key of the push certificate of 'acme'
  hint: the CSR is made there; mdmctl apns request add FILE registers it here
  [4]

From its console's data alone.

  $ mdmctl apns import --tenant globex --apple-account mdm@globex.example --track --topic com.apple.mgmt.External.0815
  error: there is neither FILE nor --track with --topic and --not-after
  hint: mdmctl apns import FILE --apple-account A
  [2]
  $ mdmctl apns import --tenant globex --apple-account mdm@globex.example --topic com.apple.mgmt.External.0815 --not-after 2026-12-20
  error: --topic is for a certificate that another server holds
  hint: add --track, or name the certificate's file
  [2]
  $ mdmctl apns import --tenant globex --apple-account mdm@globex.example --track --topic com.example.app --not-after 2026-12-20 2>&1 | head -1
  error: 'com.example.app' is no push topic of device management: those begin with com.apple.mgmt.
  $ mdmctl apns import --tenant globex --apple-account mdm@globex.example --track --topic com.apple.mgmt.External.0815 --not-after 2026-12-20 --serial 0a:0b:0c --quiet --output json | jq -c '[.topic, .serial, .not_before, .not_after, .key]'
  ["com.apple.mgmt.External.0815","0A0B0C",null,"2026-12-20T00:00:00Z","tracked"]

Another tenant's is refused, and the tenant is named.

  $ mdmctl apns import push.pem --tenant initech --apple-account a@initech.example --track
  error: the topic of 'push.pem' is that of the tenant 'acme', not of 'initech'
  hint: --tenant 'acme' is whom it belongs to, if it is the right file
  [4]
  $ mdmctl apns import --tenant initech --apple-account a@initech.example --track --topic "$topic" --not-after 2026-12-20 2>&1 | grep -c acme
  2
  $ mdmctl apns renew push.pem --tenant globex --output json 2>&1 | jq -c '[.error.findings[].code]'
  ["other_tenant","topic_mismatch"]

A CSR of the vendor's that is registered counts beside the key in use. What cannot be undone wants its tenant by name.

  $ on_renewal_day
  $ renew "$topic" renewed.pem >making 2>&1 || cat making
  $ openssl req -new -newkey rsa:2048 -nodes -keyout other.key -subj /CN=other -out other.csr 2>/dev/null
  $ mdmctl apns request add other.csr --tenant acme --quiet --output json | jq -c '[.key, .subject]'
  ["elsewhere","CN=other"]
  $ mdmctl apns request add other.csr --tenant initech 2>&1 | head -1
  error: the public key of 'other.csr' is that of the tenant 'acme', not of 'initech'
  $ mdmctl apns check renewed.pem --tenant acme --output json 2>/dev/null | jq -c '[.verdict, .code]'
  ["renewal",null]
  $ mdmctl apns request drop "$(mdmctl apns request list --tenant acme --output json | jq -r '.requests[0].request')" --yes --quiet >/dev/null
  error: this cannot be undone, and the store has several tenants
  hint: --tenant T names the one that is meant; MDMCTL_TENANT is not enough here
  [2]
  $ MDMCTL_TENANT=acme mdmctl apns request drop 0000 --yes
  error: this cannot be undone, and the store has several tenants
  hint: --tenant T names the one that is meant; MDMCTL_TENANT is not enough here
  [2]
  $ mdmctl apns request drop "$(mdmctl apns request list --tenant acme --output json | jq -r '.requests[0].request')" --tenant acme --yes --quiet >/dev/null
  $ mdmctl apns request add push.req --tenant acme --quiet --output json | jq -r .subject
  C=FR, CN=mdm-push, emailAddress=mdm@example.org
  $ mdmctl apns renew renewed.pem --tenant acme --quiet --output json | jq -c '[.changed, .key, .days_left]'
  [true,"tracked",365]
  $ mdmctl apns request list --tenant acme --output json | jq '.requests | length'
  0

Everybody's, at a glance.

  $ mdmctl apns list --all-tenants --output csv | cut -d, -f1-5
  tenant,name,state,days_left,not_after
  acme,default,valid,365,2027-12-01T12:00:00Z
  globex,default,expiring,18,2026-12-20T00:00:00Z
  $ mdmctl apns list
  error: the store has several tenants, and none was named
  hint: --all-tenants takes every one, --tenant T or MDMCTL_TENANT one; mdmctl tenant list
  [2]
