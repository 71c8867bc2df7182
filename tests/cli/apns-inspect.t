Look before you upload: every file of a push certificate's life, without a store.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ { make_vendor && make_customer && sign push.req && create push.pem; } >making 2>&1 || cat making

A push certificate: what devices are bound to, when it ends, whose key it has, and what there is to say.

  $ mdmctl apns inspect push.pem
  kind               push_certificate
  topic              com.apple.mgmt.External.* (glob)
  subject            UID=com.apple.mgmt.External.*, CN=APSP:*, C=US (glob)
  issuer             CN=Pretend Application Integration 2 Certification Authority, O=mdmctl sandbox, C=US
  serial             * (glob)
  not before         2026-01-10T12:00:00Z
  not after          2027-01-10T12:00:00Z
  days left          365
  public key         RSA 2048
  public key sha256  * (glob)
  form               PEM
  certificates       1
  csrs               0
  private key        no
  findings
    info: sandbox_certificate: 'push.pem' was made by the rehearsal's pretend portal: APNs will not take it

The same for a script. Every key is there, and what does not apply is null.

  $ mdmctl apns inspect push.pem --output json | jq -r keys_unsorted[]
  kind
  topic
  subject
  issuer
  serial
  not_before
  not_after
  days_left
  public_key
  public_key_sha256
  chain
  findings
  form
  certificates
  csrs
  private_key
  $ mdmctl apns inspect push.pem --output json | jq -c '[.kind, .not_before, .not_after, .days_left, .public_key, .chain]'
  ["push_certificate","2026-01-10T12:00:00Z","2027-01-10T12:00:00Z",365,"RSA 2048",null]
  $ mdmctl apns inspect push.pem --output json | jq -e '.topic | test("^com[.]apple[.]mgmt[.]External[.][-0-9a-f]{36}$")'
  true
  $ [ "$(mdmctl apns inspect push.pem --output json | jq -r .topic)" = "$(topic_of push.pem)" ]
  $ mdmctl apns inspect push.csr --output json | jq -c '[.kind, .topic, .subject, .issuer, .serial, .not_after, .days_left, .findings]'
  ["csr",null,"C=FR, CN=mdm-push, emailAddress=mdm@example.org",null,null,null,null,[]]
  $ mdmctl apns inspect push.csr --output jsonl | jq -r .public_key_sha256 | tr -d '\n' | wc -c
  64

The fingerprint of the public key is the one that openssl computes.

  $ openssl pkey -in push.key -pubout -outform DER | openssl dgst -sha256 -r | cut -d ' ' -f 1 >fingerprint
  $ for file in push.pem push.csr push.req; do
  >     mdmctl apns inspect $file --output json | jq -r .public_key_sha256 | diff - fingerprint
  > done

A CSR and a push certificate request.

  $ mdmctl apns inspect push.csr
  kind               csr
  subject            C=FR, CN=mdm-push, emailAddress=mdm@example.org
  public key         RSA 2048
  public key sha256  * (glob)
  form               PEM
  certificates       0
  csrs               1
  private key        no
  findings           none
  $ mdmctl apns inspect push.req
  kind               push_certificate_request
  subject            C=FR, CN=mdm-push, emailAddress=mdm@example.org
  public key         RSA 2048
  public key sha256  * (glob)
  chain
    SUBJECT                                                                                   SERIAL            NOT AFTER             DAYS LEFT
    CN=MDM Vendor: Example MDM Vendor, O=mdmctl sandbox, C=US                                 *  2027-01-10T12:00:00Z        365 (glob)
    CN=Pretend Worldwide Developer Relations Certification Authority, O=mdmctl sandbox, C=US  *  2056-01-03T12:00:00Z      10950 (glob)
    CN=Pretend Apple Root CA, O=mdmctl sandbox, C=US                                          *  2056-01-03T12:00:00Z      10950 (glob)
  findings           none
  $ mdmctl apns inspect push.req --output json | jq -c '.chain[] | [.subject, .not_after, .days_left]'
  ["CN=MDM Vendor: Example MDM Vendor, O=mdmctl sandbox, C=US","2027-01-10T12:00:00Z",365]
  ["CN=Pretend Worldwide Developer Relations Certification Authority, O=mdmctl sandbox, C=US","2056-01-03T12:00:00Z",10950]
  ["CN=Pretend Apple Root CA, O=mdmctl sandbox, C=US","2056-01-03T12:00:00Z",10950]

From a pipe, in DER, in a PKCS#12.

  $ mdmctl apns inspect push.pem >of-the-file
  $ mdmctl apns inspect - <push.pem | sed "s/standard input/push.pem/" | diff - of-the-file
  $ openssl x509 -in push.pem -outform DER | mdmctl apns inspect - --output json | jq -r .kind
  push_certificate
  $ openssl pkcs12 -export -in push.pem -inkey push.key -passout pass:secret -out push.p12 && chmod 600 push.p12
  $ mdmctl apns inspect push.p12
  error: 'push.p12' is encrypted
  hint: --passphrase-file FILE opens it; at a terminal the passphrase is asked for
  [2]
  $ printf 'secret\r\n' >passphrase && chmod 600 passphrase
  $ mdmctl apns inspect push.p12 --passphrase-file passphrase --output json | jq -c '[.kind, .days_left]'
  ["push_certificate",365]
  $ echo wrong >passphrase
  $ mdmctl apns inspect push.p12 --passphrase-file passphrase
  error: 'push.p12': the passphrase does not open it
  hint: try the passphrase again; when it is surely right, the file was damaged on its way: get it again
  [7]

The key that it must belong to, as a private key or as a CSR.

  $ mdmctl apns inspect push.pem --key push.key --output json | jq -c '[.findings[].code]'
  ["sandbox_certificate"]
  $ mdmctl apns inspect push.pem --key push.csr --quiet | tail -2
  findings
    info: sandbox_certificate: 'push.pem' was made by the rehearsal's pretend portal: APNs will not take it
  $ mdmctl apns inspect push.pem --key vendor.key --output json | jq -c '[.findings[] | select(.severity == "error") | .code]'
  {"error":{"code":"key_mismatch","exit":4,"message":"the key given does not belong to 'push.pem': it has public key *, the file has *","hint":"find the key that the CSR was made with","findings":[{"severity":"info","code":"sandbox_certificate","message":"'push.pem' was made by the rehearsal's pretend portal: APNs will not take it","hint":null,"where":null},{"severity":"error","code":"key_mismatch","message":"the key given does not belong to 'push.pem': it has public key *, the file has *","hint":"find the key that the CSR was made with","where":"public key"}]}} (glob)
  ["key_mismatch"]
  $ mdmctl apns inspect push.pem --key vendor.key 2>&1 >verdict
  error: the key given does not belong to 'push.pem': it has public key *, the file has * (glob)
  hint: find the key that the CSR was made with
  [4]

The end draws near, comes, and is past: a warning each time, for it depends on what is to be done.

  $ MDMCTL_NOW=2026-12-12 mdmctl apns inspect push.pem --output json | jq -c '[.days_left, .findings[0].code]'
  [29,"expiring"]
  $ MDMCTL_NOW=2027-01-10T12:00:00Z mdmctl apns inspect push.pem --output json | jq -c '[.days_left, .findings[0].code]'
  [0,"expiring"]
  $ MDMCTL_NOW=2027-01-10T12:00:01Z mdmctl apns inspect push.pem --output json | jq -c '[.days_left, .findings[0].code]'
  [-1,"expired"]
  $ MDMCTL_NOW=2027-01-20 mdmctl apns inspect push.pem
  kind               push_certificate
  topic              com.apple.mgmt.External.* (glob)
  subject            UID=com.apple.mgmt.External.*, CN=APSP:*, C=US (glob)
  issuer             CN=Pretend Application Integration 2 Certification Authority, O=mdmctl sandbox, C=US
  serial             * (glob)
  not before         2026-01-10T12:00:00Z
  not after          2027-01-10T12:00:00Z
  days left          -10
  public key         RSA 2048
  public key sha256  * (glob)
  form               PEM
  certificates       1
  csrs               0
  private key        no
  findings
    warning: expired: 'push.pem' ended on 2027-01-10T12:00:00Z, 10 days ago: APNs refuses it
      hint: in the Apple Push Certificates Portal try Renew beside this certificate first; Create would lose every enrolled device
    info: sandbox_certificate: 'push.pem' was made by the rehearsal's pretend portal: APNs will not take it

A moved clock is said, but not in a rehearsal.

  $ rm sandbox/rehearsal
  $ mdmctl apns inspect push.csr 2>&1 >/dev/null
  notice: MDMCTL_NOW moves the clock to 2026-01-10T12:00:00Z
  $ mdmctl apns inspect push.csr --output json | jq -c .notices
  ["MDMCTL_NOW moves the clock to 2026-01-10T12:00:00Z"]
  $ touch sandbox/rehearsal
  $ mdmctl apns inspect push.csr 2>&1 >/dev/null

One record in CSV is a header and a line.

  $ mdmctl apns inspect push.csr --output csv | tr -d '\r' | cut -d , -f 1-3
  kind,topic,subject
  csr,,"C=FR

Wrong usage.

  $ mdmctl apns inspect
  error: missing: FILE
  hint: usage: mdmctl apns inspect [OPTION...] FILE
  [2]
  $ mdmctl apns inspect push.pem push.csr
  error: 'push.csr' is one argument too many
  hint: usage: mdmctl apns inspect [OPTION...] FILE
  [2]
  $ mdmctl apns inspect push.pem --against push.pem
  error: there is no option '--against' here
  hint: usage: mdmctl apns inspect [OPTION...] FILE
  [2]
