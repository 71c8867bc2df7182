What no service of mdmctl looks after is told, and watched over like everything else.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ on_creation_day
  $ { mdmctl store init && mdmctl tenant add acme; } >making 2>&1 || cat making
  $ openssl req -x509 -newkey rsa:2048 -nodes -keyout tls.key -out tls.pem -subj '/O=Acme/CN=mdm.acme.example' -days 90 2>making || cat making
  $ openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj '/O=Acme/CN=Acme Issuing CA' -days 30 2>making || cat making
  $ printf '{"token":"c2VjcmV0","expDate":"2026-11-30T13:29:33+0000","orgName":"Acme GmbH"}' | base64 -w0 >token.vpptoken
  $ chmod 600 token.vpptoken *.key

A certificate, a token and a date; what kind of thing it is may be said.

  $ mdmctl expiry add tls.pem
  $ mdmctl expiry add token.vpptoken --account vpp@acme.example --output json
  $ mdmctl expiry add ca.pem --service scep --name issuing-ca --quiet >/dev/null
  $ mdmctl expiry add --date 2027-03-31 --name 'support contract'
  $ mdmctl expiry list --output csv

Of several certificates in one file the first to end counts.

  $ cat tls.pem ca.pem >chain.pem
  $ mdmctl expiry add chain.pem --name chain --dry-run

Told again, nothing changes; a later end is a renewal, an earlier one is refused.

  $ mdmctl expiry add --date 2027-03-31 --name 'support contract' --output json 2>/dev/null | jq .changed
  $ mdmctl expiry add --date 2028-03-31 --name 'support contract' --quiet --output json | jq -c '[.changed, .expires]'
  $ mdmctl expiry add --date 2027-03-31 --name 'support contract'
  $ mdmctl audit log --output json | jq -c '.events[-1] | [.command, .object, .before, .after]'

What mdmctl looks after by itself is not told, and not taken away.

  $ mdmctl expiry add --date 2027-03-31 --service apns --name x
  $ mdmctl expiry add --date 2027-03-31 --service a/b --name x
  $ { make_vendor && mdmctl apns vendor add --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem; } >making 2>&1 || cat making
  $ mdmctl expiry list --output json | jq -c '.services[] | [.tenant, .service, .policy]'
  $ mdmctl expiry remove apns-vendor --shared

What has no end to be read is named.

  $ mdmctl expiry add tls.key
  $ openssl pkcs12 -export -inkey tls.key -in tls.pem -passout pass:secret -out tls.p12 && chmod 600 tls.p12
  $ mdmctl expiry add tls.p12
  $ echo secret >pass && chmod 600 pass
  $ mdmctl expiry add tls.p12 --passphrase-file pass --name from-p12 --quiet --output json | jq -r .service
  $ printf 'MIME-Version: 1.0\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB\n' >dep.p7m
  $ mdmctl expiry add dep.p7m
  $ head -c 300 tls.pem >cut.pem
  $ mdmctl expiry add cut.pem
  $ mdmctl expiry add
  $ mdmctl expiry add tls.pem --date 2027-01-01
  $ mdmctl expiry add --date 2027-01-01
  $ mdmctl expiry add --date soon --name x
  $ mdmctl expiry add missing.pem

For a policy, and for all tenants.

  $ mdmctl policy add kiosks --quiet >/dev/null
  $ mdmctl expiry add --date 2027-05-01 --name lock --policy kiosks --output json 2>/dev/null | jq -c '[.tenant, .policy]'
  $ mdmctl expiry add --date 2027-05-01 --name 'our own domain' --policy / --output json 2>/dev/null | jq -c '[.tenant, .policy]'
  $ mdmctl policy remove kiosks

It goes again, with what was said of it.

  $ mdmctl expiry remove chain
  $ mdmctl expiry remove certificate
  $ mdmctl expiry remove lock
  $ mdmctl policy remove kiosks
  $ mdmctl expiry remove 'our own domain' --shared --quiet >/dev/null
  $ mdmctl expiry remove 'our own domain' --shared --tenant acme
  $ mdmctl audit verify --quiet >/dev/null

A tenant that is handed over takes it along; what to type next is written at its new place.

  $ mdmctl tenant export acme --out acme.tenant --passphrase-file pass --quiet >/dev/null
  $ mdmctl expiry remove lock --tenant acme 2>&1 | head -1
  $ export XDG_STATE_HOME=$PWD/other
  $ mdmctl store init --quiet >/dev/null && mdmctl tenant import acme.tenant --passphrase-file pass --quiet >/dev/null
  $ mdmctl expiry list --at 2027-03-20 --output json | jq -c '.services[] | [.service, .name, .state, .action]'
