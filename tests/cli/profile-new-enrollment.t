An enrollment takes its push topic from the push certificate that the store holds.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ { make_vendor && make_customer && sign push.req && create push.pem; } >making 2>&1 || cat making
  $ chmod 600 *.key
  $ new() { mdmctl profile new scep --server-url https://mdm.example.com/mdm --scep-url https://mdm.example.com/scep --scep-subject CN=%SerialNumber% --identifier com.example.mdm --out enroll.mobileconfig "$@"; }

Without a store, without a tenant, without a certificate: the way out is said.

  $ new --mdm 2>&1 | sed "s#'$PWD[^']*'#STORE#"
  error: there is no store at STORE
  hint: mdmctl apns import FILE keeps it, with --track where another server holds the key; --topic TOPIC, without --mdm, names the topic
  $ new mdm
  error: an enrollment needs the push topic
  hint: --mdm takes it from the push certificate that the store holds; --topic TOPIC names it: mdmctl apns inspect shows it
  [2]
  $ { mdmctl store init && mdmctl tenant add acme; } >making 2>&1 || cat making
  $ new --mdm
  error: the tenant 'acme' has no push certificate yet, and without one no device can enroll
  hint: mdmctl apns import FILE keeps it, with --track where another server holds the key; --topic TOPIC, without --mdm, names the topic
  [4]
  $ ls enroll.mobileconfig 2>/dev/null
  [2]

With one.

  $ mdmctl apns import push.pem --key push.key --apple-account mdm@example.org --quiet >/dev/null
  $ new --mdm --output json | jq -c --arg topic "$(topic_of push.pem)" '[.tenant, .topic == $topic, .payloads[].type]'
  ["acme",true,"com.apple.security.scep","com.apple.mdm"]
  $ grep -c "$(topic_of push.pem)" enroll.mobileconfig
  1
  $ python3 - <<'PYTHON'
  > import plistlib
  > profile = plistlib.load(open("enroll.mobileconfig", "rb"))
  > scep, mdm = profile["PayloadContent"]
  > print(profile["PayloadScope"], mdm["IdentityCertificateUUID"] == scep["PayloadUUID"], mdm["AccessRights"], mdm["CheckOutWhenRemoved"])
  > PYTHON
  System True 8191 True
  $ rm enroll.mobileconfig && new mdm --mdm --access-rights profiles,lock,erase --check-in-url https://mdm.example.com/checkin --capability per-user-connections --no-check-out --sign-message --quiet >/dev/null && mdmctl profile lint enroll.mobileconfig --quiet --output json | jq -c '.results[0].errors'
  0
  $ new --mdm --topic com.apple.mgmt.External.11111111-2222-4333-8444-555555555555
  error: '--mdm' and '--topic' do not go together
  hint: usage: mdmctl profile new --identifier ID --out FILE [OPTION...] [TYPE...]
  [2]
  $ new mdm --topic com.example.app 2>&1 | head -1
  error: 'com.example.app' is no push topic of device management, which --topic takes
  $ new --mdm --access-rights 2 2>&1 | head -1
  error: 'AccessRights' is 2: 2, to install profiles, needs 1, to inspect them
  $ new --mdm --check-in-url http://mdm.example.com 2>&1 | head -1
  error: 'http://mdm.example.com' is no https URL with a host, which --check-in-url takes
  $ new --mdm --scope user 2>&1 | head -1
  error: an enrollment is for the Mac, and not for one user of it: --scope user
  $ rm enroll.mobileconfig && new --mdm --expires-after 30d --quiet --output json | jq -c '[.findings[].code]'
  ["expiring"]
  $ rm enroll.mobileconfig && new --mdm --enrollment-mode byod --assigned-account jo@example.com --removal-disallowed --quiet --output json | jq -c '[.findings[].code]'
  ["not_in_user_enrollment"]
  $ new --push-certificate other --mdm
  error: the tenant 'acme' has no push certificate 'other'
  hint: mdmctl apns list shows what there is
  [3]
  $ new --push-certificate other
  error: '--push-certificate' makes no sense without '--mdm'
  hint: usage: mdmctl profile new --identifier ID --out FILE [OPTION...] [TYPE...]
  [2]
  $ mdmctl audit log --output json | jq -c '[.events[] | select(.command | startswith("profile"))]'
  []

Devices refuse an enrollment with another topic or server in the place of the one that they have.

  $ rm enroll.mobileconfig && new --mdm --quiet >/dev/null
  $ new mdm --topic com.apple.mgmt.External.11111111-2222-4333-8444-555555555555
  error: 'enroll.mobileconfig' is an enrollment that devices may have, and they refuse this one in its place: Topic is 'com.apple.mgmt.External.11111111-2222-4333-8444-555555555555', and was 'com.apple.mgmt.External.*' (glob)
  hint: another file, and another --identifier: the devices have to enroll again
  [4]
  $ new --mdm --check-in-url https://mdm.example.com/checkin --dry-run
  error: 'enroll.mobileconfig' is an enrollment that devices may have, and they refuse this one in its place: CheckInURL is 'https://mdm.example.com/checkin', and was 'https://mdm.example.com/mdm'
  hint: another file, and another --identifier: the devices have to enroll again
  [4]

The program without the store's libraries makes one as well, when the topic is given.

  $ new mdm --topic "$(topic_of push.pem)" --output json --store "$PWD/none.db" | jq -c '[.tenant, .topic[0:24]]'
  [null,"com.apple.mgmt.External."]

Of several tenants one has to be named; a tracked certificate will do.

  $ mdmctl tenant add globex --quiet >/dev/null
  $ new --mdm 2>&1 | head -1
  error: the store has several tenants, and none was named
  $ mdmctl apns import --tenant globex --apple-account mdm@globex.example --track --topic com.apple.mgmt.External.0815 --not-after 2026-12-20 --quiet >/dev/null
  $ rm enroll.mobileconfig && new --mdm --tenant globex --output json | jq -c '[.tenant, .topic]'
  ["globex","com.apple.mgmt.External.0815"]

A removed one can be brought back, and one that is not valid yet will do later.

  $ mdmctl apns remove --tenant acme 2>&1 | head -1
  removed the push certificate of 'acme': 1 certificate, 1 private key, 0 open requests; nothing of it is destroyed
  $ new --mdm --tenant acme
  error: the tenant 'acme' has no push certificate any more, and without one no device can enroll
  hint: mdmctl apns restore --tenant 'acme' brings back the one that was removed
  [4]
  $ mdmctl apns restore --tenant acme 2>&1 | head -1
  brought back the push certificate of 'acme': 1 certificate, 1 private key, 0 open requests
  $ MDMCTL_NOW=2025-06-01 mdmctl profile new scep --mdm --tenant acme --server-url https://mdm.example.com/mdm --scep-url https://mdm.example.com/scep --scep-subject CN=a --identifier com.example.mdm --out enroll.mobileconfig
  error: the push certificate of 'acme' is not valid before 2026-01-10T12:00:00Z, and without a valid one no device can enroll
  hint: look at this machine's clock
  [4]

When it has ended, nothing is made.

  $ export MDMCTL_NOW=2027-02-01
  $ rm enroll.mobileconfig && new --mdm --tenant acme
  error: the push certificate of 'acme' ended on 2027-01-10T12:00:00Z, and without a valid one no device can enroll
  hint: renew it first: mdmctl apns renew FILE
  [4]
  $ new --mdm --tenant acme --output json 2>&1 | jq -r .error.code
  push_certificate_expired
  $ ls enroll.mobileconfig 2>/dev/null
  [2]
