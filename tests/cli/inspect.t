What are these files? Named by what is in them, whatever they are called.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ { make_vendor && make_customer && sign push.req && create 'MDM_ Acme, Inc._Certificate.pem'; } >making 2>&1 || cat making

  $ mdmctl inspect 'MDM_ Acme, Inc._Certificate.pem'
  file               MDM_ Acme, Inc._Certificate.pem
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
    info: sandbox_certificate: 'MDM_ Acme, Inc._Certificate.pem' was made by the rehearsal's pretend portal: APNs will not take it
  $ mdmctl inspect push.key
  file               push.key
  kind               private_key
  public key         RSA 2048
  public key sha256  * (glob)
  form               PEM
  certificates       0
  csrs               0
  private key        yes
  findings           none

Several: each has its place and its code, one bad file does not hide the rest, and the exit is 1.

  $ echo hello >note.txt
  $ mkdir folder
  $ mdmctl inspect *.pem push.csr push.req push.key note.txt folder no-such --output json >answer
  [1]
  $ jq -r '.results[] | [.file, .kind, .code] | @tsv' answer
  MDM_ Acme, Inc._Certificate.pem\tpush_certificate\t (esc)
  apple-chain.pem\tcertificate\t (esc)
  vendor.pem\tvendor_certificate\t (esc)
  push.csr\tcsr\t (esc)
  push.req\tpush_certificate_request\t (esc)
  push.key\tprivate_key\t (esc)
  note.txt\t\tnot_recognized (esc)
  folder\t\tnot_a_file (esc)
  no-such\t\tno_such_file (esc)
  $ jq -r '.results[0] | keys_unsorted[]' answer
  file
  kind
  code
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
  tenant
  name
  role
  $ jq -c '[.results[] | keys_unsorted] | unique | length' answer
  1
  $ mdmctl inspect push.csr push.key --output json | jq -c '[.results[].code]'
  [null,null]
  $ mdmctl inspect push.csr note.txt
  file               push.csr
  kind               csr
  subject            C=FR, CN=mdm-push, emailAddress=mdm@example.org
  public key         RSA 2048
  public key sha256  * (glob)
  form               PEM
  certificates       0
  csrs               1
  private key        no
  findings           none
  
  file      note.txt
  code      not_recognized
  findings
    error: not_recognized: 'note.txt' is none of the files that mdmctl knows
      hint: certificates, keys and CSRs (PEM, DER, PKCS#12), push certificate requests, server tokens and configuration profiles are recognised
  [1]
  $ mdmctl inspect push.csr note.txt --output jsonl | jq -r .kind
  csr
  null
  $ mdmctl inspect push.csr push.key --output csv | tr -d '\r' | cut -d , -f 1,2,3,4
  file,kind,code,topic
  push.csr,csr,,
  push.key,private_key,,

With one file its code gives the exit.

  $ mdmctl inspect note.txt
  error: 'note.txt' is none of the files that mdmctl knows
  hint: certificates, keys and CSRs (PEM, DER, PKCS#12), push certificate requests, server tokens and configuration profiles are recognised
  [7]
  $ mdmctl inspect note.txt --output json
  {"error":{"code":"not_recognized","exit":7,"message":"'note.txt' is none of the files that mdmctl knows","hint":"certificates, keys and CSRs (PEM, DER, PKCS#12), push certificate requests, server tokens and configuration profiles are recognised","findings":[]}}
  [7]
  $ mdmctl inspect no-such
  error: 'no-such' does not exist
  [3]
  $ mdmctl inspect
  error: missing: FILE
  hint: usage: mdmctl inspect [OPTION...] FILE...
  [2]

From a pipe.

  $ mdmctl inspect - <push.csr --output json | jq -c '.results[0] | [.file, .kind]'
  ["-","csr"]

What is encrypted is named, and opened where there is a passphrase.

  $ openssl pkcs8 -topk8 -in push.key -passout pass:secret -out shut.key && chmod 600 shut.key
  $ mdmctl inspect shut.key
  file          shut.key
  kind          private_key
  form          PEM
  certificates  0
  csrs          0
  private key   locked
  findings
    info: passphrase_needed: 'shut.key' is encrypted, and stayed shut
      hint: --passphrase-file FILE opens it
  $ echo secret >passphrase && chmod 600 passphrase
  $ mdmctl inspect shut.key --passphrase-file passphrase --output json | jq -c '.results[0] | [.kind, .public_key, .findings]'
  ["private_key","RSA 2048",[]]

Is my key in there?

  $ openssl pkcs12 -export -in "MDM_ Acme, Inc._Certificate.pem" -inkey push.key -passout pass:secret -out both.p12
  $ openssl pkcs12 -export -in "MDM_ Acme, Inc._Certificate.pem" -nokeys -passout pass:secret -out one.p12
  $ chmod 600 *.p12
  $ mdmctl inspect both.p12 one.p12 apple-chain.pem --passphrase-file passphrase --output json | jq -c '.results[] | [.file, .form, .certificates, .private_key]'
  ["both.p12","PKCS#12",1,true]
  ["one.p12","PKCS#12",1,false]
  ["apple-chain.pem","PEM",2,false]
  $ mdmctl inspect both.p12 --output json | jq -c '.results[] | [.form, .private_key]'
  ["PKCS#12","locked"]
  $ mdmctl inspect shut.key --passphrase-file none
  error: 'none' does not exist
  [3]
  $ : >none; mdmctl inspect shut.key --passphrase-file none
  error: 'none' is empty
  hint: its first line is the passphrase, and all that is read
  [7]
  $ printf '\357\273\277secret\r\n' >bom && chmod 600 bom && mdmctl inspect shut.key --passphrase-file bom --output json | jq .results[].private_key
  true

An error in one file is said on standard error, too.

  $ openssl genrsa -out other.key 2048 2>made && cat push.csr other.key >odd.pem && chmod 600 odd.pem
  $ mdmctl inspect odd.pem | grep code
  error: the private key in 'odd.pem' does not belong to what stands beside it
  hint: find the key that the CSR was made with
  code               key_mismatch
  $ mdmctl inspect odd.pem --output json 2>&1 >answer | jq -c '[.error.code, .error.exit]'
  ["key_mismatch",4]
  $ mdmctl apns inspect push.csr --key push.csr
  kind               csr
  subject            C=FR, CN=mdm-push, emailAddress=mdm@example.org
  public key         RSA 2048
  public key sha256  * (glob)
  form               PEM
  certificates       0
  csrs               1
  private key        no
  findings           none

  $ cat >dup.plist <<'END'
  > <?xml version="1.0"?>
  > <plist version="1.0"><dict><key>a</key><true/><key>a</key><false/></dict></plist>
  > END
  $ mdmctl inspect dup.plist | grep -A 3 findings
  error: key 'a' is in the same dictionary more than once
  hint: keep one of them: readers differ in which one counts
  findings
    error: duplicate_key: key 'a' is in the same dictionary more than once
      hint: keep one of them: readers differ in which one counts
      at: line 2, column 59

A profile may hold fonts: of all that is looked at, it alone may be larger than 1 MiB.

  $ large() { printf '<?xml version="1.0"?>\n<plist version="1.0"><dict><key>PayloadType</key><string>%s</string><key>PayloadIdentifier</key><string>org.example.font</string><key>Font</key><data>' "$1"; head -c "$2" /dev/zero | base64; echo '</data></dict></plist>'; }
  $ large Configuration 3000000 >font.mobileconfig && mdmctl inspect font.mobileconfig --output json | jq -c '.results[0] | [.kind, .code]'
  ["configuration_profile",null]
  $ openssl req -x509 -newkey rsa:2048 -nodes -keyout signer.key -out signer.pem -subj /CN=signer 2>made
  $ openssl cms -sign -binary -nodetach -in font.mobileconfig -signer signer.pem -inkey signer.key -outform DER -out signed.mobileconfig
  $ mdmctl inspect signed.mobileconfig --output json | jq -c '.results[0] | [.kind, .subject]'
  ["configuration_profile","CN=signer"]
  $ large Configuration 13000000 >font.mobileconfig && mdmctl inspect font.mobileconfig
  error: 'font.mobileconfig' is larger than 16384 KiB, the limit for this kind of file
  hint: see whether this is the file that was meant: genuine ones are far smaller
  [7]
  $ { cat push.csr; head -c 2000000 /dev/zero | base64; } >large.csr && mdmctl inspect large.csr
  error: 'large.csr' is larger than 1024 KiB, the limit for all but profiles
  hint: see whether this is the file that was meant: genuine ones are far smaller
  [7]
