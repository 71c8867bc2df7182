What a device would show of a profile, and why.

  $ . "$ROOT/tests/profile-authority.sh"
  $ { make_authority && make_signer signer && make_signer other && make_signer crypt 365 rsa:2048 keyEncipherment; } >log 2>&1 || cat log
  $ make_profile wifi && chmod 600 *.key && cat root.pem ca.pem >all.pem
  $ mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --chain all.pem --out signed.mobileconfig --quiet >/dev/null
  $ mdmctl profile verify signed.mobileconfig --ca root.pem
  file        signed.mobileconfig
  verdict     verified
  signer      CN=signer
  issuer      CN=Example Issuing CA
  serial      * (glob)
  sha256      * (glob)
  not before  * (glob)
  not after   * (glob)
  days left   * (glob)
  signed at   * (glob)
  digest      SHA256
  chain       CN=signer
              CN=Example Issuing CA
              CN=Example Root
  findings    none
  $ mdmctl profile verify signed.mobileconfig --ca root.pem --output json | jq -c '.results[0] | keys_unsorted'
  ["file","verdict","code","signer","issuer","serial","sha256","not_before","not_after","days_left","signed_at","digest","chain","findings"]

By the roots of this machine it is another's.

  $ mdmctl profile verify signed.mobileconfig 2>&1 >verdict | head -1
  error: the chain ends at 'Example Issuing CA': its issuer 'CN=Example Root' is not among the roots of this machine, and not in it
  $ mdmctl profile verify signed.mobileconfig --output json 2>/dev/null | jq -c '.results[0] | [.verdict, .code]'
  ["unverified","untrusted_signer"]
  $ mdmctl profile verify wifi.mobileconfig
  file      wifi.mobileconfig
  verdict   not_signed
  code      not_signed
  findings
    error: not_signed: 'wifi.mobileconfig' is not signed
      hint: mdmctl profile sign signs it
  error: 'wifi.mobileconfig' is not signed
  hint: mdmctl profile sign signs it
  [3]

Devices judge by today.

  $ MDMCTL_NOW=2050-01-01 mdmctl profile verify signed.mobileconfig --ca root.pem --output json 2>/dev/null | jq -r '.results[0] | .verdict, .code, .findings[0].message'
  unverified
  expired
  'signer' ended on *; it was valid when the profile was signed, * (glob)
  $ MDMCTL_NOW=2001-01-01 mdmctl profile verify signed.mobileconfig --ca root.pem --output json 2>/dev/null | jq -c '.results[0] | [.verdict, .code, [.findings[].code]]'
  ["unverified","not_yet_valid",["not_yet_valid","chain_certificate_expired","chain_certificate_expired","signing_time"]]

Signatures by openssl, judged each in a line: verdict, code, findings.

  $ by_openssl() { openssl cms -sign -binary -signer signer.pem -inkey signer.key -in wifi.mobileconfig -outform DER -out by-openssl.mobileconfig "$@" && judge by-openssl.mobileconfig; }
  $ judge() { mdmctl profile verify "$1" --ca root.pem --output json 2>/dev/null | jq -c '.results[0] | [.verdict, .code, [.findings[].code]]'; }
  $ by_openssl -nodetach -certfile ca.pem
  ["verified",null,[]]
  $ by_openssl -nodetach -certfile ca.pem -stream -indef
  ["verified",null,["not_der"]]
  $ by_openssl -nodetach -certfile all.pem -keyid
  ["verified",null,[]]
  $ by_openssl -nodetach -certfile ca.pem -noattr
  ["verified",null,["signing_time"]]
  $ by_openssl -nodetach -certfile ca.pem -keyopt rsa_padding_mode:pss
  ["verified",null,["unsupported_algorithm"]]
  $ by_openssl -nodetach -certfile ca.pem -md sha1
  ["verified",null,["weak_digest"]]
  $ by_openssl -nodetach -certfile ca.pem -signer other.pem -inkey other.key
  ["verified",null,["chain_order","chain_order","several_signers"]]
  $ by_openssl -nodetach
  ["unverified","untrusted_signer",["untrusted_signer"]]
  $ by_openssl -nodetach -nocerts
  ["unverified","signer_missing",["signer_missing"]]
  $ by_openssl -certfile ca.pem
  ["unverified","content_missing",["content_missing"]]
  $ openssl cms -sign -binary -nodetach -signer crypt.pem -inkey crypt.key -certfile ca.pem -in wifi.mobileconfig -outform DER -out crypt.mobileconfig && judge crypt.mobileconfig
  ["unverified","not_for_signing",["not_for_signing"]]
  $ openssl cms -sign -binary -nodetach -signer signer.pem -inkey signer.key -certfile ca.pem -in signed.mobileconfig -outform DER -out twice.mobileconfig && judge twice.mobileconfig
  ["unverified","signed_twice",["signed_twice"]]
  $ openssl cms -sign -binary -nodetach -signer signer.pem -inkey signer.key -certfile ca.pem -in root.pem -outform DER -out text.mobileconfig && judge text.mobileconfig
  ["unverified","not_a_profile",["not_a_profile"]]
  $ openssl cms -sign -binary -nodetach -signer signer.pem -inkey signer.key -in wifi.mobileconfig -outform PEM -out pem.mobileconfig && judge pem.mobileconfig
  [null,"signed_as_text",["signed_as_text"]]
  $ openssl cms -sign -signer signer.pem -inkey signer.key -in wifi.mobileconfig -outform SMIME -out smime.mobileconfig && judge smime.mobileconfig
  [null,"signed_as_text",["signed_as_text"]]
  $ openssl cms -encrypt -binary -in wifi.mobileconfig -outform DER -out encrypted.mobileconfig signer.pem && judge encrypted.mobileconfig
  [null,"not_a_profile",["not_a_profile"]]
  $ sed 's/com.example.wifi/com.example.evil/' signed.mobileconfig >evil.mobileconfig && judge evil.mobileconfig
  ["unverified","digest_mismatch",["digest_mismatch"]]
  $ head -c 1000 signed.mobileconfig >cut.mobileconfig && judge cut.mobileconfig
  [null,"malformed_der",["malformed_der"]]
  $ { cat signed.mobileconfig; echo; } >longer.mobileconfig && judge longer.mobileconfig
  [null,"trailing_data",["trailing_data"]]

An authority whose intermediate is known, and missing in the file.

  $ mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --out alone.mobileconfig --quiet >/dev/null 2>&1
  $ mdmctl profile verify alone.mobileconfig --ca all.pem --output json 2>/dev/null | jq -r '.results[0] | .code, .findings[0].message'
  chain_incomplete
  'Example Issuing CA', which issued 'signer', is not in it

Several: each has its own code, and the exit is 1.

  $ mdmctl profile verify signed.mobileconfig wifi.mobileconfig evil.mobileconfig root.pem missing --ca root.pem --output jsonl | jq -c '[.file, .verdict, .code]'
  ["signed.mobileconfig","verified",null]
  ["wifi.mobileconfig","not_signed","not_signed"]
  ["evil.mobileconfig","unverified","digest_mismatch"]
  ["root.pem",null,"not_a_profile"]
  ["missing",null,"no_such_file"]
  $ mdmctl profile verify signed.mobileconfig signed.mobileconfig --ca root.pem >/dev/null
  $ mdmctl profile verify signed.mobileconfig wifi.mobileconfig --ca root.pem >/dev/null
  [1]
  $ cp root.pem anybody.pem && chmod 666 anybody.pem && mdmctl profile verify signed.mobileconfig --ca anybody.pem
  error: other users can change 'anybody.pem', so that it is not to be trusted
  hint: look into it, then chmod go-w 'anybody.pem'
  [4]
  $ mdmctl profile verify signed.mobileconfig --ca signer.key
  error: 'signer.key' is a private key; a certificate is wanted
  hint: --ca takes the certificates of authorities, in PEM or DER
  [7]
  $ mdmctl profile verify - --ca root.pem --quiet <signed.mobileconfig | head -2
  file        -
  verdict     verified

What was signed comes out byte for byte, trusted or not.

  $ mdmctl profile unwrap signed.mobileconfig --out content && cmp content wifi.mobileconfig
  file   signed.mobileconfig
  out    content
  bytes  466
  $ mdmctl profile unwrap signed.mobileconfig --out - 2>/dev/null | cmp - wifi.mobileconfig
  $ mdmctl profile unwrap evil.mobileconfig --out evil --quiet >/dev/null
  warning: what is in 'evil.mobileconfig' is not what was signed: it was changed since
  $ mdmctl profile unwrap twice.mobileconfig --out - 2>/dev/null | cmp - signed.mobileconfig
  $ mdmctl profile unwrap signed.mobileconfig --out content --quiet >/dev/null
  $ mdmctl profile unwrap signed.mobileconfig --out evil
  error: 'evil' exists and holds something else: it is not replaced
  hint: name another file
  [4]
  $ mdmctl profile unwrap wifi.mobileconfig --out nothing
  error: 'wifi.mobileconfig' is not signed: it is the profile itself
  [3]
  $ by_openssl -certfile ca.pem >/dev/null; mdmctl profile unwrap by-openssl.mobileconfig --out nothing
  error: 'by-openssl.mobileconfig' is a signature without what was signed
  hint: the profile is another file
  [7]
  $ mdmctl profile unwrap cut.mobileconfig --out nothing 2>&1 | head -1
  error: the signature of 'cut.mobileconfig' is cut: its end is not in the file
  $ mdmctl profile unwrap signed.mobileconfig --out nothing --dry-run
  'signed.mobileconfig' can be unwrapped; nothing was written
  file   signed.mobileconfig
  out    nothing
  bytes  466
  $ [ ! -e nothing ]

Inspect knows who signed it. Whom devices trust is a warning there.

  $ mdmctl inspect signed.mobileconfig --output json | jq -c '.results[0] | [.kind, .code, .subject, .issuer, .public_key, [.findings[] | [.severity, .code]]]'
  ["configuration_profile",null,"CN=signer","CN=Example Issuing CA","RSA 2048",[["warning","untrusted_signer"]]]
  $ mdmctl inspect evil.mobileconfig --output json 2>/dev/null | jq -c '.results[0] | [.kind, .code, .subject]'
  ["configuration_profile","digest_mismatch","CN=signer"]
  $ mdmctl inspect wifi.mobileconfig --output json | jq -c '.results[0] | [.kind, .code, .subject]'
  ["configuration_profile",null,null]
