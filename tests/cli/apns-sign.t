The vendor's half: a customer's CSR becomes the file that Apple's portal takes.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ { make_vendor && make_customer; } >making 2>&1 || cat making

First without writing anything, then in earnest.

  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out push.req --dry-run >plan
  'push.csr' can be signed; nothing was written
  $ [ ! -e push.req ]
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out push.req
  signed 'push.csr' as 'CN=MDM Vendor: Example MDM Vendor, O=mdmctl sandbox, C=US'
  request            push.req
  csr                push.csr
  subject            C=FR, CN=mdm-push, emailAddress=mdm@example.org
  public key sha256  * (glob)
  chain
    SUBJECT                                                                                   SERIAL            NOT AFTER             DAYS LEFT
    CN=MDM Vendor: Example MDM Vendor, O=mdmctl sandbox, C=US                                 *  2027-01-10T12:00:00Z        365 (glob)
    CN=Pretend Worldwide Developer Relations Certification Authority, O=mdmctl sandbox, C=US  *  2056-01-03T12:00:00Z      10950 (glob)
    CN=Pretend Apple Root CA, O=mdmctl sandbox, C=US                                          *  2056-01-03T12:00:00Z      10950 (glob)
  findings           none
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out push.req --quiet --output json | jq -r keys_unsorted[]
  request
  csr
  subject
  public_key_sha256
  chain
  findings

What goes out is base64 of XML on one line, the same each time, and nobody but the vendor's key makes it.

  $ head -c 20 push.req
  PD94bWwgdmVyc2lvbj0i (no-eol)
  $ wc -l <push.req
  0
  $ cp push.req first.req && sign push.req >again 2>&1 && cmp first.req push.req
  $ stat -c %a push.req
  644

To standard output, where the record goes to standard error, and from standard input.

  $ sign - 2>record | cmp - push.req
  $ grep ^csr record
  csr                push.csr
  $ mdmctl apns sign --csr - --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out - <push.csr 2>record | cmp - push.req

The chain is picked from whatever is there, in any order and number; strangers stay out of it.

  $ csplit -s -z -f part apple-chain.pem '/BEGIN/' '{*}'
  $ openssl req -x509 -newkey rsa:2048 -nodes -keyout stranger.key -subj /CN=Stranger -out stranger.pem 2>/dev/null
  $ cat stranger.pem part01 vendor.pem part00 part01 >pool.pem
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain pool.pem --out - 2>record | cmp - push.req
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain part01 --chain part00 --out - 2>record | cmp - push.req

Vendor certificates come in DER, as Apple gives them, and as PKCS#12, as Keychain exports them; keys are encrypted.

  $ openssl x509 -in vendor.pem -outform DER -out mdm.cer
  $ mdmctl apns sign --csr push.csr --vendor-cert mdm.cer --vendor-key vendor.key --chain apple-chain.pem --out - 2>record | cmp - push.req
  $ openssl pkcs12 -export -legacy -in vendor.pem -inkey vendor.key -certfile apple-chain.pem -passout pass:secret -out vendor.p12
  $ echo secret >passphrase && chmod 600 passphrase vendor.p12
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.p12 --passphrase-file passphrase --out - 2>record | cmp - push.req
  $ openssl pkcs8 -topk8 -in vendor.key -passout pass:secret -out encrypted.key && chmod 600 encrypted.key
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key encrypted.key --passphrase-file passphrase --chain apple-chain.pem --out - 2>record | cmp - push.req
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key encrypted.key --chain apple-chain.pem --out -
  error: 'encrypted.key' is encrypted
  hint: --passphrase-file FILE opens it; at a terminal the passphrase is asked for
  [2]
  $ cat vendor.pem vendor.key apple-chain.pem >all.pem && chmod 600 all.pem
  $ mdmctl apns sign --csr push.csr --vendor-cert all.pem --out - 2>record | cmp - push.req

An earlier request is replaced. Nothing else is, and no input.

  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out push.key
  error: 'push.key' exists and is no push certificate request: it is not replaced
  hint: name another file
  [4]
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out ./push.csr
  error: the output './push.csr' is also the input 'push.csr'
  hint: write to another file
  [2]
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out stranger.pem
  error: 'stranger.pem' exists and is no push certificate request: it is not replaced
  hint: name another file
  [4]
  $ ln -s vendor.key link && mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out link
  error: the output 'link' is also the input 'vendor.key'
  hint: write to another file
  [2]
  $ mkdir -p folder && mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out folder
  error: cannot write 'folder': it is a directory
  hint: name a file inside it
  [1]
  $ mdmctl apns sign --csr - --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out - --output jsonl --quiet <push.csr 2>&1 >made.req | jq -c '[.request, .csr]'
  ["-","-"]
  $ openssl req -x509 -key vendor.key -subj /CN=self -out self.pem
  $ mdmctl apns sign --csr push.csr --vendor-cert self.pem --vendor-key vendor.key --out push.req 2>&1 | head -2
  error: 'self' signed itself; Apple's intermediate certificate signs a vendor's
  hint: the vendor's certificate comes from the Developer portal, under "MDM CSR"
  $ openssl req -x509 -key vendor.key -subj /UID=com.apple.mgmt.External.a/CN=push -out as-vendor.pem
  $ mdmctl apns sign --csr push.csr --vendor-cert as-vendor.pem --vendor-key push.key --out push.req 2>&1 | head -2
  error: 'push' is a push certificate, with the topic com.apple.mgmt.External.a; a vendor's MDM CSR signing certificate is wanted
  hint: the vendor's certificate comes from the Developer portal, under "MDM CSR"
  $ mdmctl apns sign --csr push.key --vendor-cert vendor.pem --vendor-key vendor.key --out push.req
  error: 'push.key' is a private key; a certificate signing request (CSR) is wanted
  hint: it is made from a private key: openssl req -new -sha256 -key push.key -out push.csr
  [7]
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out no/such/folder/push.req
  error: cannot write 'no/such/folder/push.req': No such file or directory
  [1]
  $ openssl pkey -in push.key -noout && openssl req -in push.csr -noout

Whatever the portal would refuse is refused here, with every reason, and no file is written.

  $ rm push.req
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key push.key --chain apple-chain.pem --out push.req
  error: the vendor key does not belong to the vendor certificate: the certificate has public key *, the key has * (glob)
  hint: give the key that the vendor certificate was requested with
  [4]
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --out push.req
  error: the chain ends at 'MDM Vendor: Example MDM Vendor' and does not reach a root: the certificate of 'CN=Pretend Worldwide Developer Relations Certification Authority, O=mdmctl sandbox, C=US' is missing
  hint: Apple publishes its intermediate and root certificates at https://www.apple.com/certificateauthority
  [7]
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain part01 --out push.req
  error: the chain ends at 'MDM Vendor: Example MDM Vendor' and does not reach a root: the certificate of 'CN=Pretend Worldwide Developer Relations Certification Authority, O=mdmctl sandbox, C=US' is missing
  hint: Apple publishes its intermediate and root certificates at https://www.apple.com/certificateauthority
  [7]
  $ MDMCTL_NOW=2027-02-01 mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out push.req
  error: the vendor certificate 'MDM Vendor: Example MDM Vendor' ended on 2027-01-10T12:00:00Z: the portal answers "signing certificate is expired"
  hint: the vendor must renew its MDM CSR signing certificate and sign again; your own CSR is good
  [7]
  $ MDMCTL_NOW=2027-02-01 mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key push.key --chain part00 --out push.req --output json 2>&1 | jq -c '.error | [.code, .exit, [.findings[].code]]'
  ["key_mismatch",4,["key_mismatch","chain_incomplete","vendor_certificate_expired"]]
  $ openssl req -new -newkey rsa:1024 -nodes -keyout small.key -subj /CN=small -out small.csr 2>/dev/null
  $ mdmctl apns sign --csr small.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out push.req
  error: the key of the CSR in 'small.csr' is RSA with 1024 bits; Apple takes RSA with 2048
  hint: openssl req -new -newkey rsa:2048 -sha256 -nodes -keyout push.key -out push.csr
  [7]
  $ mdmctl apns sign --csr push.csr --out push.req
  error: there is no vendor certificate to sign with, and no store
  hint: --vendor-cert FILE --vendor-key FILE name it; without one of your own, an MDM vendor signs for you
  [3]
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --chain apple-chain.pem --out push.req
  error: 'vendor.pem' holds no private key, and --vendor-key is not given
  hint: --vendor-key FILE names the key that the vendor certificate was requested with
  [2]
  $ mdmctl apns sign --csr push.pem --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out push.req
  error: 'push.pem' does not exist
  [3]
  $ mdmctl apns sign --csr vendor.pem --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out push.req
  error: 'vendor.pem' is a certificate; a certificate signing request (CSR) is wanted
  hint: it is made from a private key: openssl req -new -sha256 -key push.key -out push.csr
  [7]
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.csr --vendor-key vendor.key --chain apple-chain.pem --out push.req
  error: 'vendor.csr' is a certificate signing request; a certificate is wanted
  hint: push certificates come from https://identity.apple.com/pushcert, vendors' from https://developer.apple.com, Apple's own from https://www.apple.com/certificateauthority
  [7]
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.pem --chain apple-chain.pem --out push.req
  error: 'vendor.pem' is a certificate; a private key is wanted
  hint: it is the file that was made along with the CSR, and stayed at home
  [7]
  $ mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain push.key --out push.req
  error: 'push.key' is a private key; a certificate is wanted
  hint: keep it to yourself; the certificate is another file
  [7]
  $ [ ! -e push.req ]

A key that others can change is not trusted; one that others can read is warned of.

  $ chmod 666 vendor.key
  $ sign push.req
  error: other users can change 'vendor.key', so that it is not to be trusted
  hint: look into it, then chmod 600 'vendor.key'
  [4]
  $ chmod 644 vendor.key
  $ sign push.req 2>&1 >record | head -1
  warning: other users can read 'vendor.key', which holds a secret; chmod 600 it
