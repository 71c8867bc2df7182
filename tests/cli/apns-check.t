A gate before upload: is this download a renewal of the certificate that the devices are bound to?

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ { make_vendor && make_customer && sign push.req && create old.pem; } >making 2>&1 || cat making
  $ on_renewal_day
  $ { cp push.key old.key; make_customer && sign push.req && renew "$(topic_of old.pem)" new.pem; } >making 2>&1 || cat making
  $ cp push.csr renewal.csr && make_customer >making 2>&1 && sign push.req >making 2>&1 && create wrong.pem >making 2>&1

A renewal.

  $ mdmctl apns check --against old.pem new.pem
  verdict   renewal
  current
    file               old.pem
    topic              com.apple.mgmt.External.* (glob)
    serial             * (glob)
    not before         2026-01-10T12:00:00Z
    not after          2027-01-10T12:00:00Z
    days left          40
    public key sha256  * (glob)
  candidate
    file               new.pem
    topic              com.apple.mgmt.External.* (glob)
    serial             * (glob)
    not before         2026-12-01T12:00:00Z
    not after          2027-12-01T12:00:00Z
    days left          365
    public key sha256  * (glob)
  findings
    info: key_changed: 'new.pem' has another key than 'old.pem', as renewals usually have: * (glob)
      hint: --key FILE or --csr FILE shows whether it is the key that you hold
      at: public key
  $ mdmctl apns check --against old.pem new.pem --output json | jq -r keys_unsorted[]
  verdict
  code
  current
  candidate
  findings
  $ mdmctl apns check --against old.pem new.pem --csr renewal.csr --output json | jq -c '[.verdict, .code, .candidate.days_left, .findings]'
  ["renewal",null,365,[]]

The mistake that loses every device: Create in the place of Renew.

  $ mdmctl apns check --against old.pem wrong.pem
  verdict   not_a_renewal
  code      topic_mismatch
  current
    file               old.pem
    topic              com.apple.mgmt.External.* (glob)
    serial             * (glob)
    not before         2026-01-10T12:00:00Z
    not after          2027-01-10T12:00:00Z
    days left          40
    public key sha256  * (glob)
  candidate
    file               wrong.pem
    topic              com.apple.mgmt.External.* (glob)
    serial             * (glob)
    not before         2026-12-01T12:00:00Z
    not after          2027-12-01T12:00:00Z
    days left          365
    public key sha256  * (glob)
  findings
    error: topic_mismatch: 'wrong.pem' does not renew 'old.pem': its topic is com.apple.mgmt.External.*, not com.apple.mgmt.External.*. Devices are bound to the topic: with this certificate every one of them would have to enroll again (glob)
      hint: in the Apple Push Certificates Portal (https://identity.apple.com/pushcert) choose Renew beside the old certificate, not Create, and download that one; the row to renew is the one whose details show serial * and UID com.apple.mgmt.External.* (glob)
      at: subject.UID
    info: key_changed: 'wrong.pem' has another key than 'old.pem', as renewals usually have: * (glob)
      hint: --key FILE or --csr FILE shows whether it is the key that you hold
      at: public key
  error: 'wrong.pem' does not renew 'old.pem': its topic is com.apple.mgmt.External.*, not com.apple.mgmt.External.*. Devices are bound to the topic: with this certificate every one of them would have to enroll again (glob)
  hint: in the Apple Push Certificates Portal (https://identity.apple.com/pushcert) choose Renew beside the old certificate, not Create, and download that one; the row to renew is the one whose details show serial * and UID com.apple.mgmt.External.* (glob)
  [4]
  $ mdmctl apns check --against old.pem wrong.pem --output json 2>error | jq -c '[.verdict, .code]'
  ["not_a_renewal","topic_mismatch"]
  $ jq -c '.error | [.code, .exit]' error
  ["topic_mismatch",4]

Every reason is listed, in a fixed order; the first gives the code.

  $ mdmctl apns check --against new.pem old.pem --key push.key --output json 2>/dev/null | jq -c '[.code, [.findings[].code]]'
  ["key_mismatch",["key_mismatch","older_than_current"]]
  $ mdmctl apns check --against wrong.pem old.pem --csr push.csr --output json 2>/dev/null | jq -c '[.code, [.findings[].code]]'
  ["topic_mismatch",["topic_mismatch","key_mismatch","older_than_current"]]
  $ MDMCTL_NOW=2028-02-01 mdmctl apns check --against wrong.pem old.pem --csr push.csr --output json 2>/dev/null | jq -c '[.code, [.findings[].code]]'
  ["topic_mismatch",["topic_mismatch","key_mismatch","expired","older_than_current"]]
  $ MDMCTL_NOW=2026-11-01 mdmctl apns check --against old.pem new.pem --output json 2>/dev/null | jq -c '[.code, [.findings[].code]]'
  ["not_yet_valid",["not_yet_valid","key_changed"]]
  $ mdmctl apns check --against old.pem old.pem --output json 2>/dev/null | jq -c '[.code, [.findings[].code]]'
  ["same_certificate",["same_certificate"]]
  $ mdmctl apns check --against old.pem vendor.pem --output json 2>/dev/null | jq -c '[.verdict, .code, .candidate.topic]'
  ["not_a_renewal","not_a_push_certificate",null]

An expired current certificate is renewed like any other.

  $ MDMCTL_NOW=2027-01-15 mdmctl apns check --against old.pem new.pem --output json | jq -c '[.verdict, .current.days_left]'
  ["renewal",-5]

The key: its own file, its CSR, or the one that stands beside the certificate.

  $ mdmctl apns check --against old.pem old.pem --key old.key --output json 2>/dev/null | jq -c '[.findings[].code]'
  ["same_certificate"]
  $ mdmctl apns check --against old.pem new.pem --key old.key 2>&1 >verdict
  error: the private key of 'new.pem' is another one: the certificate has public key *, and what it is compared with has * (glob)
  hint: upload the push certificate request that was made from this key's CSR, and download again
  [4]
  $ cat new.pem old.key >bundle.pem && chmod 600 bundle.pem
  $ mdmctl apns check --against old.pem bundle.pem --output json 2>/dev/null | jq -c '[.findings[].code]'
  ["key_mismatch"]
  $ mdmctl apns check --against old.pem new.pem --key old.key --csr push.csr
  error: '--key' and '--csr' do not go together
  hint: usage: mdmctl apns check [OPTION...] FILE...
  [2]

From a pipe.

  $ mdmctl apns check --against old.pem - <new.pem --output json | jq -c '[.verdict, .candidate.file]'
  ["renewal","-"]

What keeps it from judging is a verdict as well, and never a 0.

  $ mdmctl apns check new.pem
  verdict   undecided
  code      nothing_to_compare
  findings
    error: nothing_to_compare: there is no current push certificate to compare 'new.pem' with: there is no store at '*' (glob)
      hint: mdmctl apns check --against CURRENT.pem 'new.pem'
  error: there is no current push certificate to compare 'new.pem' with: there is no store at '*' (glob)
  hint: mdmctl apns check --against CURRENT.pem 'new.pem'
  [3]
  $ mdmctl apns check --against no-such.pem new.pem --output json 2>/dev/null | jq -c '[.verdict, .code, .current, .candidate]'
  ["undecided","no_such_file",null,null]
  $ mdmctl apns check --against no-such.pem new.pem >/dev/null 2>&1
  [3]
  $ mdmctl apns check --against old.key new.pem 2>/dev/null
  verdict   undecided
  code      not_a_certificate
  findings
    error: not_a_certificate: 'old.key' is a private key; a certificate is wanted
      hint: keep it to yourself; the certificate is another file
  [7]
  $ head -c 500 new.pem >cut.pem
  $ mdmctl apns check --against old.pem cut.pem 2>/dev/null
  verdict   undecided
  code      malformed_pem
  findings
    error: malformed_pem: 'cut.pem' is no whole PEM file: line 1: BEGIN CERTIFICATE without its END: the file is cut
      hint: get the file again, or copy it whole, from the first BEGIN line to the last END line
  [7]
  $ mdmctl apns check --against vendor.pem new.pem 2>/dev/null
  verdict   undecided
  code      no_topic
  findings
    error: no_topic: 'vendor.pem' is no push certificate: its subject 'CN=MDM Vendor: Example MDM Vendor, O=mdmctl sandbox, C=US' has no UID, which would be the push topic
      hint: download the certificate again from the Apple Push Certificates Portal, https://identity.apple.com/pushcert
      at: subject
  [7]
  $ mdmctl apns check
  error: missing: FILE
  hint: usage: mdmctl apns check [OPTION...] FILE...
  [2]
