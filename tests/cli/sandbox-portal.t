The pretend portal: what is done by hand at Apple's, as strict, and without Apple.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day

A vendor, first as a plan that leaves no trace.

  $ make_vendor_request 2>making
  $ mdmctl sandbox portal vendor-certificate create vendor.csr --out vendor.pem --chain-out apple-chain.pem --dry-run
  the portal takes 'vendor.csr'; nothing was written
  certificate  vendor.pem
  chain        apple-chain.pem
  $ ls; ls sandbox
  making
  sandbox
  vendor.csr
  vendor.key
  rehearsal
  $ mdmctl sandbox portal vendor-certificate create vendor.csr --out vendor.pem --chain-out apple-chain.pem
  downloaded 'vendor.pem'
  certificate  vendor.pem
  chain        apple-chain.pem
  subject      CN=MDM Vendor: Example MDM Vendor, O=mdmctl sandbox, C=US
  serial       * (glob)
  not before   2026-01-10T12:00:00Z
  not after    2027-01-10T12:00:00Z
  days left    365
  $ openssl verify -no_check_time -CAfile apple-chain.pem vendor.pem
  vendor.pem: OK

The same once more gives the same; into another file a new one; over another file none.

  $ cp vendor.pem first.pem
  $ mdmctl sandbox portal vendor-certificate create vendor.csr --out vendor.pem --chain-out apple-chain.pem --quiet >record && cmp vendor.pem first.pem
  $ mdmctl sandbox portal vendor-certificate create vendor.csr --out second.pem --quiet >record; cmp -s first.pem second.pem
  [1]
  $ mdmctl sandbox portal vendor-certificate create vendor.csr --out vendor.key
  error: 'vendor.key' exists, and a download does not replace it
  hint: name a new file: the certificate that is in use is worth keeping
  [4]
  $ mdmctl sandbox portal vendor-certificate create vendor.csr --out third.pem --chain-out vendor.key
  error: 'vendor.key' exists and holds something else: it is not replaced
  hint: name another file
  [4]

Create a Certificate.

  $ make_customer 2>making && sign push.req >making 2>&1
  $ mdmctl sandbox portal push-certificate create push.req --out push.pem --dry-run
  the portal takes 'push.req'; nothing was written
  certificate    push.pem
  apple account  mdm@example.org
  $ mdmctl sandbox portal push-certificate create push.req --out push.pem --notes production
  downloaded 'push.pem'
  certificate    push.pem
  apple account  mdm@example.org
  topic          com.apple.mgmt.External.* (glob)
  serial         * (glob)
  not before     2026-01-10T12:00:00Z
  not after      2027-01-10T12:00:00Z
  days left      365
  $ mdmctl sandbox portal push-certificate create push.req --out other.pem --output json | jq -r keys_unsorted[]
  downloaded 'other.pem'
  certificate
  apple_account
  topic
  serial
  not_before
  not_after
  days_left
  $ stat -c %a push.pem
  644
  $ mdmctl sandbox portal push-certificate list --output json | jq -c '.certificates[] | [.status, .days_left, .apple_account, .notes]'
  ["active",365,"mdm@example.org","production"]
  ["active",365,"mdm@example.org",""]

Renew: the row is named where there are several, and only its account sees it.

  $ on_renewal_day
  $ mdmctl sandbox portal push-certificate renew push.req --out renewed.pem
  error: 'mdm@example.org' has 2 certificates at the portal: com.apple.mgmt.External.*, com.apple.mgmt.External.* (glob)
  hint: --topic TOPIC or --certificate FILE says beside which one Renew is pressed
  [2]
  $ mdmctl sandbox portal push-certificate renew push.req --topic com.apple.mgmt.External.none --out renewed.pem
  error: signed in as 'mdm@example.org', the portal shows no certificate with the topic com.apple.mgmt.External.none
  hint: a certificate is renewed with the Apple Account that created it; mdmctl sandbox portal push-certificate list shows the rows
  [3]
  $ mdmctl sandbox portal push-certificate renew push.req --certificate push.pem --apple-account somebody@example.org --out renewed.pem
  error: signed in as 'somebody@example.org', the portal shows no certificate with the topic com.apple.mgmt.External.* (glob)
  hint: a certificate is renewed with the Apple Account that created it; mdmctl sandbox portal push-certificate list shows the rows
  [3]
  $ mdmctl sandbox portal push-certificate renew push.req --certificate push.pem --out push.pem
  error: the output 'push.pem' is also the input 'push.pem'
  hint: write to another file
  [2]
  $ mdmctl sandbox portal push-certificate renew push.req --certificate vendor.pem --out renewed.pem
  error: 'vendor.pem' is no push certificate: its subject 'CN=MDM Vendor: Example MDM Vendor, O=mdmctl sandbox, C=US' has no UID, which would be the push topic
  hint: download the certificate again from the Apple Push Certificates Portal, https://identity.apple.com/pushcert
  [7]
  $ mdmctl sandbox portal push-certificate renew push.req --certificate push.pem --topic a --out renewed.pem
  error: '--topic' and '--certificate' do not go together
  hint: usage: mdmctl sandbox portal push-certificate renew --out FILE [OPTION...] REQUEST
  [2]
  $ [ ! -e renewed.pem ]
  $ mdmctl sandbox portal push-certificate renew push.req --certificate push.pem --out renewed.pem >record
  downloaded 'renewed.pem'
  $ [ "$(topic_of renewed.pem)" = "$(topic_of push.pem)" ]
  $ mdmctl apns check --against push.pem renewed.pem --output json | jq -r .verdict
  renewal
  $ mdmctl sandbox portal push-certificate list --apple-account nobody@example.org --output json
  {
    "certificates": []
  }
  $ mdmctl sandbox portal push-certificate list
  TOPIC                                                         STATUS  NOT AFTER             DAYS LEFT  SERIAL            APPLE ACCOUNT    NOTES
  com.apple.mgmt.External.*  active  2027-12-01T12:00:00Z        365  *  mdm@example.org  production (glob)
  com.apple.mgmt.External.*  active  2027-01-10T12:00:00Z         40  *  mdm@example.org (glob)

Too late: 30 days after the end Renew is gone.

  $ export MDMCTL_NOW=2028-01-05
  $ mdmctl sandbox portal vendor-certificate create vendor.csr --out vendor-2028.pem >record 2>&1
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor-2028.pem --vendor-key vendor.key --chain apple-chain.pem --out late.req >record 2>&1
  $ mdmctl sandbox portal push-certificate renew late.req --certificate other.pem --out late.pem
  error: the certificate with the topic com.apple.mgmt.External.* ended on 2027-01-10T12:00:00Z; Renew is gone 30 days later (glob)
  hint: a new certificate has a new topic: every device has to enroll again
  [4]

What the portal refuses.

  $ on_renewal_day
  $ mdmctl sandbox portal push-certificate create push.csr --out x.pem
  error: 'push.csr' is no push certificate request, and the portal takes nothing else
  hint: the vendor makes it of your CSR: mdmctl apns sign
  [7]
  $ base64 -d push.req >plain.plist
  $ mdmctl sandbox portal push-certificate create plain.plist --out x.pem
  error: 'plain.plist' is the property list itself; the portal takes its base64
  hint: base64 <'plain.plist' >upload.req
  [7]
  $ MDMCTL_NOW=2027-02-01 mdmctl sandbox portal push-certificate create push.req --out x.pem
  error: the vendor certificate 'MDM Vendor: Example MDM Vendor' ended on 2027-01-10T12:00:00Z: the portal answers "signing certificate is expired"
  hint: the vendor must renew its MDM CSR signing certificate and sign again; your own CSR is good
  [7]
  $ mv sandbox sandbox-before && mkdir sandbox && touch sandbox/rehearsal
  $ mdmctl sandbox portal push-certificate create push.req --out x.pem
  error: the vendor who signed 'push.req' is not known to the pretend portal
  hint: mdmctl sandbox portal vendor-certificate create makes a vendor for this rehearsal; a genuine request goes to https://identity.apple.com/pushcert
  [7]
  $ rm -r sandbox && mv sandbox-before sandbox
  $ [ ! -e x.pem ]

One at a time: whoever comes second is told, and nothing is changed.

  $ flock sandbox/portal/lock mdmctl sandbox portal push-certificate create push.req --out x.pem
  error: another run holds the lock '*/sandbox/portal/lock' (glob)
  hint: try again when it is done
  [8]
  $ echo '{' >sandbox/portal/portal.json
  $ mdmctl sandbox portal push-certificate list
  error: '*/sandbox/portal/portal.json', the pretend portal's memory, is damaged (glob)
  hint: remove its folder to begin with a new pretend portal
  [1]

Two outputs are two files, and the rehearsal's folder is a folder.

  $ rm sandbox/portal/portal.json
  $ mdmctl sandbox portal vendor-certificate create vendor.csr --out same.pem --chain-out ./same.pem
  error: '--out' and '--chain-out' would both write './same.pem'
  hint: name two files
  [2]
  $ ls same.pem
  ls: cannot access 'same.pem': No such file or directory
  [2]
  $ MDMCTL_SANDBOX_DIR=/dev/null mdmctl sandbox portal push-certificate list --quiet 2>&1 | tail -2
  error: the rehearsal's folder '/dev/null' is no folder
  hint: MDMCTL_SANDBOX_DIR names one, which need not be there yet
  $ (cd /; MDMCTL_SANDBOX_DIR=etc/passwd mdmctl sandbox portal push-certificate list 2>&1 | tail -2)
  error: the rehearsal's folder 'etc/passwd' is no folder
  hint: MDMCTL_SANDBOX_DIR names one, which need not be there yet
  $ env -u MDMCTL_SANDBOX_DIR -u XDG_STATE_HOME HOME=here mdmctl sandbox portal push-certificate list 2>&1 | tail -2
  error: nothing says where the rehearsal's folder is: HOME is no absolute path
  hint: MDMCTL_SANDBOX_DIR names one, which need not be there yet
  $ mdmctl sandbox portal push-certificate create push.req --apple-account "$(printf '\377')" --out x.pem
  error: the Apple Account holds a character that cannot be shown: '\xff'
  [2]
  $ mdmctl sandbox portal push-certificate create push.req --notes "$(printf '%3000s' x)" --out x.pem 2>&1 | cut -c 1-60
  error: the text of Notes is longer than 200 bytes: '        

A list that a terminal has no room for is cut nowhere.

  $ mdmctl sandbox portal push-certificate create push.req --out again.pem >made 2>&1 || cat made
  $ "$ROOT/tests/cli/at-terminal" --columns 80 '' '' mdmctl sandbox portal push-certificate list
  topic          com.apple.mgmt.External.????????-????-????-????-???????????? (glob)
  status         active
  not after      2027-12-01T12:00:00Z
  days left      365
  serial         * (glob)
  apple account  mdm@example.org
  $ "$ROOT/tests/cli/at-terminal" --columns 200 '' '' mdmctl sandbox portal push-certificate list
  TOPIC * STATUS  NOT AFTER             DAYS LEFT  SERIAL * APPLE ACCOUNT    NOTES (glob)
  com.apple.mgmt.External.????????-????-????-????-????????????  active  2027-12-01T12:00:00Z        365  *  mdm@example.org (glob)
