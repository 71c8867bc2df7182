A profile is signed as devices take it, and not a byte of it is changed.

  $ . "$ROOT/tests/profile-authority.sh"
  $ { make_authority && make_signer signer && make_ec_signer ec; } >log 2>&1 || cat log
  $ make_profile wifi && make_profile mail && chmod 600 *.key
  $ mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --chain ca.pem --chain root.pem --out signed.mobileconfig
  signs as 'CN=signer', SHA-256 * (glob)
  FILE               OUT                  CODE
  wifi.mobileconfig  signed.mobileconfig  -
  
  signed  1
  failed  0
  signer
    subject    CN=signer
    issuer     CN=Example Issuing CA
    serial     * (glob)
    sha256     * (glob)
    not after  * (glob)
    days left  * (glob)
    chain      CN=signer
               CN=Example Issuing CA
    findings   none
  $ openssl cms -verify -binary -inform DER -in signed.mobileconfig -CAfile root.pem -purpose any -out content 2>/dev/null && cmp content wifi.mobileconfig
  $ openssl pkcs7 -inform DER -in signed.mobileconfig -print_certs -noout | grep ^subject
  subject=CN = signer
  subject=CN = Example Issuing CA
  $ openssl cms -cmsout -print -noout -inform DER -in signed.mobileconfig | grep -c -e signingTime -e 'sha256 (2'
  3
  $ stat -c %a signed.mobileconfig
  644

The judge's own encoding of it is as long: lengths are those of DER.

  $ openssl cms -cmsout -inform DER -in signed.mobileconfig -outform DER -out again && [ "$(stat -c %s again)" = "$(stat -c %s signed.mobileconfig)" ]

What was written is read again from where it was put.

  $ strace -f -o trace -e trace=rename,renameat,renameat2,openat mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --chain ca.pem --chain root.pem --out signed.mobileconfig --quiet >/dev/null
  $ sed '1,/rename.*"signed.mobileconfig"/d' trace | grep -c '"signed.mobileconfig", O_RDONLY'
  1

In JSON.

  $ mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --chain ca.pem --chain root.pem --out signed.mobileconfig --output json --quiet | jq -c '[keys_unsorted, (.results[0] | keys_unsorted), .results[0].code, (.signer | keys_unsorted), .signer.chain]'
  [["results","signed","failed","signer"],["file","out","code","findings"],null,["subject","issuer","serial","sha256","not_after","days_left","chain","findings"],["CN=signer","CN=Example Issuing CA"]]

EC signs as well, and a chain that is not whole warns.

  $ mdmctl profile sign wifi.mobileconfig --cert ec.pem --key ec.key --chain ca.pem --out ec.mobileconfig --quiet >/dev/null
  warning: the chain ends at 'Example Issuing CA': the certificate of 'CN=Example Root' is not there, and this machine has no such root
  $ openssl cms -verify -binary -inform DER -in ec.mobileconfig -CAfile root.pem -purpose any -out content 2>/dev/null && cmp content wifi.mobileconfig
  $ mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --out alone.mobileconfig --quiet --output json | jq -c '.signer | [.chain, .findings[].code]'
  warning: the chain ends at 'signer': the certificate of 'CN=Example Issuing CA' is not there, and this machine has no such root
  [["CN=signer"],"chain_incomplete"]

The signer comes from PKCS#12 as well; among several it is chosen by its fingerprint.

  $ openssl pkcs12 -export -in signer.pem -inkey signer.key -certfile ca.pem -passout pass:secret -out signer.p12
  $ echo secret >passphrase && chmod 600 passphrase *.p12
  $ mdmctl profile sign wifi.mobileconfig --cert signer.p12 --passphrase-file passphrase --out - 2>said >from-p12 && openssl pkcs7 -inform DER -in from-p12 -print_certs -noout | grep ^subject
  subject=CN = signer
  subject=CN = Example Issuing CA
  $ cat signer.pem signer.key ec.pem ec.key ca.pem root.pem >all.pem && chmod 600 all.pem
  $ mdmctl profile sign wifi.mobileconfig --cert all.pem --out out.mobileconfig
  error: 'all.pem' holds 2 certificates with their keys
  hint: --signer * or --signer * (glob)
  [2]
  $ cat ec.pem signer.pem >two.pem && mdmctl profile sign wifi.mobileconfig --cert two.pem --key signer.key --chain all.pem --out out.mobileconfig --quiet --output json | jq -r .signer.subject
  CN=signer
  $ fingerprint() { openssl x509 -in "$1" -noout -fingerprint -sha256 | sed 's/.*=//'; }
  $ mdmctl profile sign wifi.mobileconfig --cert all.pem --signer "$(fingerprint ec.pem)" --out out.mobileconfig | grep '  subject'
  signs as 'CN=ec', SHA-256 * (glob)
    subject    CN=ec
  $ mdmctl profile sign wifi.mobileconfig --cert all.pem --signer 0123456789 --out out.mobileconfig 2>&1 | head -1
  error: no certificate in 'all.pem' has the fingerprint 0123456789
  $ mdmctl profile sign wifi.mobileconfig --cert signer.pem --out out.mobileconfig
  error: 'signer.pem' does not hold the private key of its certificate, and --key is not given
  hint: --key FILE names the key that the certificate was requested with
  [2]
  $ mdmctl profile sign wifi.mobileconfig --out out.mobileconfig
  error: there is no signer, and no store
  hint: --cert FILE --key FILE names the signer
  [3]

What is signed asks for --resign; what was changed since is not made good by it.

  $ mdmctl profile sign signed.mobileconfig --cert ec.pem --key ec.key --chain all.pem --out twice.mobileconfig
  signs as 'CN=ec', SHA-256 * (glob)
  error: 'signed.mobileconfig' is signed already
  hint: --resign takes that signature off and signs what is in it
  [4]
  $ mdmctl profile sign signed.mobileconfig --cert ec.pem --key ec.key --chain all.pem --out resigned.mobileconfig --resign --quiet >/dev/null
  $ mdmctl profile unwrap resigned.mobileconfig --out - 2>/dev/null | cmp - wifi.mobileconfig
  $ sed 's/com.example.wifi/com.example.evil/' signed.mobileconfig >evil.mobileconfig
  $ mdmctl profile sign evil.mobileconfig --cert ec.pem --key ec.key --chain all.pem --out twice.mobileconfig --resign --quiet
  error: 'evil.mobileconfig' is not what was signed: it was changed since
  hint: mdmctl profile unwrap takes out what is there; look at it, and sign that
  [7]

A signer that devices would not show as Verified is refused.

  $ make_signer crypt 365 rsa:2048 keyEncipherment >log 2>&1
  $ mdmctl profile sign wifi.mobileconfig --cert crypt.pem --key signer.key --out no.mobileconfig --output json 2>&1 | jq -c '.error | [.code, .exit, [.findings[].code]]'
  ["key_mismatch",4,["key_mismatch","not_for_signing","chain_incomplete"]]
  $ MDMCTL_NOW=2050-01-01 mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --out no.mobileconfig 2>&1 | grep error
  error: 'signer' ended on *: devices would show Unverified (glob)
  $ MDMCTL_NOW=2020-01-01 mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --out no.mobileconfig 2>&1 | grep error
  error: 'signer' is not valid before * (glob)

What is no profile is not signed, and nothing is replaced but a signed one.

  $ mdmctl profile sign signer.pem --cert signer.pem --key signer.key --chain all.pem --out no.mobileconfig --quiet
  error: 'signer.pem' is no configuration profile
  hint: mdmctl inspect 'signer.pem' says what it is
  [7]
  $ echo '<plist version="1.0"><dict/></plist>' >empty.mobileconfig
  $ mdmctl profile sign empty.mobileconfig --cert signer.pem --key signer.key --chain all.pem --out no.mobileconfig --quiet
  error: 'empty.mobileconfig' is a property list, and no configuration profile: its PayloadType is missing
  hint: the PayloadType of a profile is Configuration
  [7]
  $ mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --chain all.pem --out mail.mobileconfig --quiet
  error: 'mail.mobileconfig' exists and is no signed profile: it is not replaced
  hint: name another file
  [4]
  $ mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --chain all.pem --out ./wifi.mobileconfig --quiet
  error: the output './wifi.mobileconfig' is also the input 'wifi.mobileconfig'
  hint: write to another file
  [2]
  $ [ ! -e no.mobileconfig ]
  $ mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --chain all.pem --out no.mobileconfig --dry-run >/dev/null
  signs as 'CN=signer', SHA-256 * (glob)
  'wifi.mobileconfig' can be signed; nothing was written
  $ [ ! -e no.mobileconfig ]

A folder: all are signed, one that fails is named, and the others do not wait for it.

  $ mkdir in out && for i in 1 2 3 4 5 6 7 8; do make_profile p$i && mv p$i.mobileconfig in; done && echo none >in/p4.mobileconfig
  $ mdmctl profile sign in/* --cert signer.pem --key signer.key --chain all.pem --out-dir out --jobs 3
  signs as 'CN=signer', SHA-256 * (glob)
  warning: not signed: 'in/p4.mobileconfig' is no configuration profile
  signed 7 profiles
  FILE                OUT                  CODE
  in/p1.mobileconfig  out/p1.mobileconfig  -
  in/p2.mobileconfig  out/p2.mobileconfig  -
  in/p3.mobileconfig  out/p3.mobileconfig  -
  in/p4.mobileconfig  -                    not_a_profile
  in/p5.mobileconfig  out/p5.mobileconfig  -
  in/p6.mobileconfig  out/p6.mobileconfig  -
  in/p7.mobileconfig  out/p7.mobileconfig  -
  in/p8.mobileconfig  out/p8.mobileconfig  -
  
  signed  7
  failed  1
  signer
    subject    CN=signer
    issuer     CN=Example Issuing CA
    serial     * (glob)
    sha256     * (glob)
    not after  * (glob)
    days left  * (glob)
    chain      CN=signer
               CN=Example Issuing CA
    findings   none
  [1]
  $ ls out
  p1.mobileconfig
  p2.mobileconfig
  p3.mobileconfig
  p5.mobileconfig
  p6.mobileconfig
  p7.mobileconfig
  p8.mobileconfig
  $ for file in out/*; do openssl cms -verify -binary -inform DER -in $file -CAfile root.pem -purpose any -out content 2>/dev/null && cmp content in/${file##*/}; done
  $ mdmctl profile sign in/* --cert signer.pem --key signer.key --chain all.pem --out-dir out --output jsonl --quiet 2>/dev/null | jq -c '[.file, .code]'
  ["in/p1.mobileconfig",null]
  ["in/p2.mobileconfig",null]
  ["in/p3.mobileconfig",null]
  ["in/p4.mobileconfig","not_a_profile"]
  ["in/p5.mobileconfig",null]
  ["in/p6.mobileconfig",null]
  ["in/p7.mobileconfig",null]
  ["in/p8.mobileconfig",null]
  $ mdmctl profile sign in/* --cert signer.pem --key signer.key --chain all.pem --out-dir out --output json --quiet 2>/dev/null | jq -c '[.signed, .failed, .signer.subject]'
  [7,1,"CN=signer"]
  $ mdmctl profile sign in/* --cert signer.pem --key signer.key --chain all.pem --out-dir new --quiet 2>&1 | head -1
  error: there is no folder 'new'
  $ mdmctl profile sign in/* --cert signer.pem --key signer.key --chain all.pem --out-dir in --quiet --output csv 2>/dev/null | cut -d , -f 3 | sort | uniq -c
        1 code\r (esc)
        1 not_a_profile\r (esc)
        7 output_is_input\r (esc)
  $ mdmctl profile sign in/p1.mobileconfig wifi.mobileconfig --cert signer.pem --key signer.key --out one.mobileconfig
  error: 2 profiles do not go into one file
  hint: --out-dir DIR takes each under its own name
  [2]
  $ mdmctl profile sign in/p1.mobileconfig ./in/p1.mobileconfig --cert signer.pem --key signer.key --out-dir out
  error: 'in/p1.mobileconfig' and './in/p1.mobileconfig' would both be written as 'out/p1.mobileconfig'
  hint: sign them into folders of their own
  [2]
  $ mdmctl profile sign in/p1.mobileconfig --cert signer.pem --key signer.key --out-dir out --jobs 0x
  error: '0x' is no whole number, which --jobs takes
  hint: usage: mdmctl profile sign [OPTION...] FILE...
  [2]
  $ mdmctl profile sign in/p1.mobileconfig --cert signer.pem --key signer.key --out-dir out --jobs 0 2>&1 | head -1
  error: --jobs is from 1 to 256, and not 0
  $ mdmctl profile sign in/p1.mobileconfig --cert signer.pem --key signer.key --out-dir out --jobs 1000
  error: --jobs is from 1 to 256, and not 1000
  [2]
  $ mdmctl profile sign in/p1.mobileconfig --cert signer.pem --key signer.key
  error: where the signed profile goes is not given
  hint: --out FILE for one, --out-dir DIR for any number
  [2]

What devices would refuse whoever signed it is signed with a warning, as is what they are not known to verify.

  $ sed 's#<key>PayloadUUID</key><string>[^<]*</string>##; s#<dict>#<dict><key>X</key><data>!!!!</data>#' wifi.mobileconfig >odd.mobileconfig
  $ mdmctl profile sign odd.mobileconfig --cert signer.pem --key signer.key --chain all.pem --out odd-signed.mobileconfig --output json --quiet | jq -c '.results[0] | [.code, [.findings[] | [.severity, .code]]]'
  warning: devices may refuse 'odd.mobileconfig': <data> is not base64, and 1 more; mdmctl profile lint 'odd.mobileconfig'
  [null,[["warning","malformed_plist"],["warning","missing_key"]]]
  $ mkdir odds && mdmctl profile sign odd.mobileconfig wifi.mobileconfig --cert signer.pem --key signer.key --chain all.pem --out-dir odds --output json --quiet | jq -c '.results[] | [.code, [.findings[].code]]'
  warning: devices may refuse 'odd.mobileconfig': <data> is not base64, and 1 more; mdmctl profile lint 'odd.mobileconfig'
  [null,["malformed_plist","missing_key"]]
  [null,[]]
  $ openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:secp256k1 -nodes -keyout k256.key -out k256.pem -subj /CN=k256 -days 99 2>log
  $ mdmctl profile sign wifi.mobileconfig --cert k256.pem --key k256.key --out k256.mobileconfig --quiet >/dev/null
  warning: the key of 'k256' is EC on the curve secp256k1: that devices verify this is not known, so they may show Unverified
  warning: 'k256' signed itself: devices show Unverified unless it is installed on them

A signed profile that others could not read stays so when it is replaced.

  $ chmod 600 signed.mobileconfig && mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --chain all.pem --out signed.mobileconfig --quiet >/dev/null && stat -c %a signed.mobileconfig
  600
  $ chmod 600 odds/* && mdmctl profile sign odd.mobileconfig wifi.mobileconfig --cert signer.pem --key signer.key --chain all.pem --out-dir odds --quiet >/dev/null 2>&1 && stat -c %a odds/*
  600
  600
