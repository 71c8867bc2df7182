A push certificate in the store: requested, imported, renewed, refused, rolled back, removed.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ { mdmctl store init && mdmctl tenant add acme && make_vendor; } >making 2>&1 || cat making
  $ short() { jq -c '[.name, .days_left, .state, .key, .policies]'; }

Nothing is there, and the way on is said.

  $ mdmctl apns show
  error: the tenant 'acme' has no push certificate yet
  hint: mdmctl apns csr begins one; mdmctl apns import takes one that is there
  [3]
  $ mdmctl apns list --output json
  {
    "certificates": []
  }
  $ mdmctl apns csr --out push.csr
  error: the first CSR of a tenant needs a common name
  hint: --common-name CN, for instance the organisation's name; Apple writes its own into the certificate
  [2]
  $ mdmctl apns csr --common-name acme --country fr --out push.csr
  error: 'fr' is no country code
  hint: two capital letters, as in FR or US
  [2]

The key stays in the store. Another request stages another key beside it, and says so.

  $ mdmctl apns csr --common-name acme --country FR --out push.csr --output json 2>/dev/null | jq -c '[.tenant, .csr, .subject, .findings]'
  ["acme","push.csr","C=FR, CN=acme",[]]
  $ mdmctl apns csr --out push.csr
  error: 'push.csr' exists and holds something else: it is not replaced
  hint: name another file
  [4]
  $ second=$(mdmctl apns csr --out second.csr --output json 2>/dev/null | jq -r .request)
  $ mdmctl apns csr --out third.csr --output json 2>/dev/null | jq -c '[.subject, [.findings[].code]]'
  ["C=FR, CN=acme",["request_open","request_open"]]
  $ mdmctl apns request list --output json | jq -c '.requests[] | [.name, .key, .subject]'
  ["default","held","C=FR, CN=acme"]
  ["default","held","C=FR, CN=acme"]
  ["default","held","C=FR, CN=acme"]
  $ mdmctl apns request drop "$second" | grep -c .
  error: this would drop the request * of 2026-01-10T12:00:00Z by * of 'acme' and destroy its private key, and there is nobody to ask (glob)
  hint: --yes says that it is meant
  0
  [1]
  $ mdmctl apns request drop ffff --yes
  error: the tenant 'acme' has no open request 'ffff'
  hint: mdmctl apns request list
  [3]
  $ mdmctl apns request drop "$second" --yes --quiet --output json | jq -r .key
  held
  $ mdmctl apns request list --output json | jq '.requests | length'
  2

At a terminal the way on is said last: who signs, the button in the portal, and the command for what comes back.

  $ "$ROOT/tests/cli/at-terminal" --columns 200 '' '' mdmctl apns csr --out at-terminal.csr --dry-run | grep -c '^next:'
  0
  [1]
  $ "$ROOT/tests/cli/at-terminal" --columns 200 '' '' mdmctl apns csr --out at-terminal.csr | sed -n '/^next:/p' | tr -d '\r'
  next: let your MDM vendor sign 'at-terminal.csr', or mdmctl apns vendor add
  next: https://identity.apple.com/pushcert: Create a Certificate; then mdmctl apns import FILE --apple-account A --tenant 'acme'

A vendor certificate that is kept signs without being named.

  $ mdmctl apns sign --csr push.csr --out push.req
  error: the store keeps no vendor certificate to sign with
  hint: --vendor-cert FILE --vendor-key FILE name one, mdmctl apns vendor add keeps it; without one of your own, an MDM vendor signs for you
  [3]
  $ mdmctl apns vendor add --vendor-cert vendor.pem --vendor-key vendor.key
  error: the chain ends at 'MDM Vendor: Example MDM Vendor' and does not reach a root: the certificate of 'CN=Pretend Worldwide Developer Relations Certification Authority, O=mdmctl sandbox, C=US' is missing
  hint: Apple publishes its intermediate and root certificates at https://www.apple.com/certificateauthority
  [7]
  $ mdmctl apns vendor add --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --output json 2>/dev/null | jq -c '[.tenant, .policy, .days_left, .findings]'
  [null,"/",365,[]]
  $ mdmctl apns vendor list --output json | jq '.certificates | length'
  1
  $ mdmctl apns sign --csr push.csr --out push.req --output json 2>/dev/null | jq -c '[.request, (.chain | length), .findings]'
  ["push.req",3,[]]

What the portal gave out becomes current by import, which never takes a certificate's place.

  $ create push.pem >making 2>&1 || cat making
  $ mdmctl apns check push.pem --output json 2>/dev/null | jq -c '[.verdict, .code]'
  ["undecided","nothing_to_compare"]
  $ mdmctl apns import push.pem --apple-account jo@gmail.com --dry-run --quiet >/dev/null
  warning: the Apple Account jo@gmail.com looks like a person's own: who leaves takes the push certificate along, and no other account can renew it
  $ mdmctl apns list --output json | jq '.certificates | length'
  0
  $ mdmctl apns import push.pem --apple-account jo@gmail.com --output json 2>said | short
  ["default",365,"valid","held",["/"]]
  $ cat said
  warning: the Apple Account jo@gmail.com looks like a person's own: who leaves takes the push certificate along, and no other account can renew it
  holds the push certificate of 'acme' as current
  $ create created.pem >making 2>&1 || cat making
  $ mdmctl apns import created.pem --apple-account jo@gmail.com --output json 2>error
  [4]
  $ jq -c '[.error.code, [.error.findings[].code]]' error
  ["certificate_exists",["certificate_exists","topic_mismatch","personal_account"]]
  $ mdmctl apns import created.pem --apple-account jo@gmail.com --name other --output json 2>/dev/null | short
  ["other",365,"valid","held",[]]
  $ mdmctl apns remove --name other --quiet >/dev/null

Each year: a request, Renew in the portal, renew here. What was created anew is refused, with every reason at once.

  $ on_renewal_day
  $ mdmctl apns csr --out renewal.csr --quiet >/dev/null
  $ mdmctl apns sign --csr renewal.csr --out push.req --quiet >/dev/null
  $ create wrong.pem >making 2>&1 || cat making
  $ renew "$(topic_of push.pem)" renewed.pem >making 2>&1 || cat making
  $ mdmctl apns check wrong.pem --output json 2>/dev/null | jq -c '[.verdict, .code]'
  ["not_a_renewal","topic_mismatch"]
  $ mdmctl apns renew wrong.pem
  error: 'wrong.pem' does not renew the push certificate of 'acme': its topic is com.apple.mgmt.External.*, not com.apple.mgmt.External.*. Devices are bound to the topic: with this certificate every one of them would have to enroll again (glob)
  hint: in the Apple Push Certificates Portal (https://identity.apple.com/pushcert) choose Renew beside the old certificate, not Create, and download that one; the row to renew is the one whose details show serial * and UID com.apple.mgmt.External.*, at the Apple Account jo@gmail.com (glob)
  [4]
  $ mdmctl apns renew wrong.pem --apple-account mdm@example.org --output json 2>&1 | jq -c '[.error.exit, [.error.findings[].code]]'
  [4,["topic_mismatch","apple_account_mismatch"]]
  $ mdmctl apns renew wrong.pem --allow-replacement "$(topic_of wrong.pem)" 2>&1 | grep -c 'typed out'
  1
  $ mdmctl apns renew wrong.pem --allow-replacement "$(topic_of push.pem)" --devices-out lost.csv
  error: which devices must enroll again is not known: there is no list of them
  hint: without --devices-out the certificate is replaced all the same
  [4]
  $ mdmctl apns renew renewed.pem --apple-account mdm@example.org 2>&1 | head -1
  error: 'renewed.pem' was got with the Apple Account mdm@example.org, and the push certificate of 'acme' with jo@gmail.com: only the account that made a certificate can renew it
  $ mdmctl apns show --output json | jq -r .days_left
  40
  $ mdmctl apns set --devices 240 --quiet >/dev/null
  warning: the Apple Account jo@gmail.com looks like a person's own: who leaves takes the push certificate along, and no other account can renew it
  $ mdmctl apns renew renewed.pem --dry-run --quiet --output json | jq -c '[.changed, .devices, .devices_source]'
  [true,240,"told"]
  $ mdmctl apns show --output json | jq -r .days_left
  40
  $ mdmctl apns renew renewed.pem --output json 2>/dev/null | jq -c '[.changed, .days_left, .state, .devices, .devices_source, .devices_at]'
  [true,365,"valid",240,"told","2026-12-01T12:00:00Z"]
  $ mdmctl apns renew renewed.pem --output json 2>&1 | jq -r .error.code
  same_certificate
  $ mdmctl apns renew push.pem --output json 2>&1 | jq -r .error.code
  older_than_current

And back, and forward again; what was current is never lost.

  $ mdmctl apns rollback --output json 2>/dev/null | jq -c '[.changed, .days_left]'
  [true,40]
  $ mdmctl apns rollback
  error: there is no certificate before the current one of the push certificate of 'acme'
  hint: mdmctl apns history shows what there was
  [3]
  $ serial=$(mdmctl apns inspect renewed.pem --output json | jq -r .serial)
  $ mdmctl apns rollback --to "$serial" --output json 2>/dev/null | jq -c '[.changed, .days_left]'
  [true,365]
  $ mdmctl apns rollback --to "$serial" --output json 2>/dev/null | jq -c '[.changed, .days_left]'
  [false,365]
  $ mdmctl apns rollback --to 00
  error: the push certificate of 'acme' never had the serial 00
  hint: mdmctl apns history shows what there was
  [3]
  $ mdmctl apns history --output json | jq -r '.events[].event'
  import
  renew
  rollback
  rollback

The account is changed with a reason, and names with none that is taken.

  $ mdmctl apns set --apple-account mdm@example.org
  error: '--apple-account' makes no sense without '--reason'
  hint: usage: mdmctl apns set [OPTION...]
  [2]
  $ mdmctl apns set --apple-account mdm@example.org --account-kind managed --reason 'moved by Apple Support' --quiet --output json | jq -c '[.apple_account, .account_kind]'
  ["mdm@example.org","managed"]
  $ mdmctl apns set --new-name other
  error: the tenant 'acme' has a push certificate 'other' already
  hint: another name
  [4]
  $ mdmctl apns set --new-name main --note 'ask Jo' --quiet --output json | jq -c '[.name, .notes]'
  ["main","ask Jo"]

It leaves with its key, in the forms that servers and Keychain read, and never into a file that is there for something
else to be replaced through a link.

  $ echo secret >pass && chmod 600 pass
  $ mdmctl apns export --out push-key.pem
  error: there is no passphrase for the private key
  hint: --passphrase-file FILE names it; --unencrypted does without
  [2]
  $ mdmctl apns export --out push-key.pem --unencrypted --quiet --output json | jq -c '[.file, .format, .encrypted]'
  ["push-key.pem","pem",false]
  $ ls -l push-key.pem | cut -c1-10
  -rw-------
  $ openssl x509 -in push-key.pem -noout -pubkey >certificate.pub && openssl pkey -in push-key.pem -pubout | cmp - certificate.pub
  $ mdmctl apns export --out encrypted.pem --passphrase-file pass --quiet >/dev/null
  $ openssl pkey -in encrypted.pem -passin file:pass -pubout | cmp - certificate.pub
  $ mdmctl apns export --format p12 --out apple.p12 --passphrase-file pass --quiet >/dev/null
  $ openssl pkcs12 -in apple.p12 -passin file:pass -noout -info 2>&1 | grep -E '^(MAC:|Shrouded)'
  MAC: sha1, Iteration 2048
  Shrouded Keybag: pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 2048
  $ mdmctl apns export --format p12 --p12-profile modern --out modern.p12 --passphrase-file pass --quiet >/dev/null
  $ openssl pkcs12 -in modern.p12 -passin file:pass -noout -info 2>&1 | grep -E '^(MAC:|Shrouded)'
  MAC: sha256, Iteration 600000
  Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256
  $ for file in apple.p12 modern.p12; do openssl pkcs12 -in $file -passin file:pass -nodes | openssl pkey -pubout | cmp - certificate.pub; done
  $ mdmctl apns inspect modern.p12 --passphrase-file pass --output json | jq -c '[.kind, .private_key]'
  ["push_certificate",true]
  $ mdmctl apns export --out push-key.pem --unencrypted --quiet >/dev/null
  $ mdmctl apns export --out apple.p12 --format p12 --passphrase-file pass --quiet >/dev/null
  $ mdmctl apns export --out vendor.key --unencrypted
  error: 'vendor.key' exists and is no earlier export of this push certificate: it is not replaced
  hint: name another file
  [4]
  $ openssl pkey -in vendor.key -noout
  $ ln -s elsewhere.pem link.pem
  $ mdmctl apns export --out link.pem --unencrypted 2>&1 | head -1
  error: 'link.pem' is a symbolic link, and a secret is not written through one
  $ mdmctl apns export --out x.p12 --format p12 --unencrypted 2>&1 | head -1
  error: a PKCS#12 is always encrypted

A removal says what goes along, destroys nothing, and keeps its place; it can be run again, and undone.

  $ mdmctl apns remove --dry-run --output json 2>said | jq -c '[.changed, .certificates, .keys, .devices]'
  [true,2,2,240]
  $ cat said
  would remove the push certificate 'main' of 'acme': 2 certificates, 2 private keys, 0 open requests; nothing of it is destroyed
  warning: 240 devices depend on it
  $ mdmctl apns remove --output json 2>/dev/null | jq -c '[.changed, .state]'
  [true,"removed"]
  $ mdmctl apns remove --name main --output json 2>/dev/null | jq -c '[.changed, .state]'
  [false,"removed"]
  $ mdmctl apns show --name main --output json | jq -r .state
  removed
  $ mdmctl apns renew renewed.pem 2>&1 | tail -2
  error: the push certificate 'main' of 'acme' was removed
  hint: mdmctl apns restore brings it back
  $ mdmctl apns import renewed.pem --apple-account mdm@example.org --output json 2>&1 | jq -r .error.code
  certificate_exists
  $ mdmctl apns restore --name main --output json 2>/dev/null | jq -c '[.changed, .state]'
  [true,"valid"]
  $ mdmctl apns restore --name main --output json 2>/dev/null | jq -c '[.changed, .state]'
  [false,"valid"]

All of it is on record, refusals and the keys that left included.

  $ mdmctl audit log --output json | jq -r '.events[] | select(.object | contains("refused")) | .command + " " + .after'
  apns csr {"refused":"output_exists"}
  apns request drop {"refused":"not_confirmed"}
  apns import {"refused":"certificate_exists"}
  apns renew {"refused":"topic_mismatch"}
  apns renew {"refused":"topic_mismatch"}
  apns renew {"refused":"topic_mismatch"}
  apns renew {"refused":"devices_unknown"}
  apns renew {"refused":"apple_account_mismatch"}
  apns renew {"refused":"same_certificate"}
  apns renew {"refused":"older_than_current"}
  apns set {"refused":"certificate_exists"}
  apns export {"refused":"output_exists"}
  apns export {"refused":"symlink_target"}
  apns import {"refused":"certificate_exists"}
  $ mdmctl audit log --output json | jq '[.events[] | select(.command == "apns export")] | length'
  8
  $ mdmctl audit verify --quiet >/dev/null
  $ mdmctl store check --quiet >/dev/null
