What mdmctl makes is judged by programs that know nothing of it: openssl and Python's plistlib.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ { make_vendor && make_customer && sign push.req && create push.pem; } >making 2>&1 || cat making

The upload is base64 of an XML property list: one dictionary, three keys, three strings.

  $ cat >take-apart.py <<'EOF'
  > import base64, plistlib
  > with open("push.req", "rb") as upload:
  >     xml = base64.b64decode(upload.read(), validate=True)
  > assert xml.startswith(b'<?xml version="1.0" encoding="UTF-8"?>')
  > request = plistlib.loads(xml, fmt=plistlib.FMT_XML)
  > for key, value in sorted(request.items()):
  >     print(key, type(value).__name__)
  > open("taken.csr", "wb").write(base64.b64decode(request["PushCertRequestCSR"], validate=True))
  > open("taken.sig", "wb").write(base64.b64decode(request["PushCertSignature"], validate=True))
  > open("taken.pem", "w").write(request["PushCertCertificateChain"])
  > EOF
  $ python3 take-apart.py
  PushCertCertificateChain str
  PushCertRequestCSR str
  PushCertSignature str

The CSR in it is the customer's, byte for byte, and its own signature holds.

  $ openssl req -in push.csr -outform DER | cmp - taken.csr
  $ openssl req -in taken.csr -inform DER -noout -verify 2>&1 | sed 's/.*verify/verify/'
  verify OK

The signature is RSASSA-PKCS1-v1_5 with SHA-256 over the CSR's DER, by the vendor's key; with SHA-1 it is not.

  $ openssl x509 -in vendor.pem -noout -pubkey >vendor.pub
  $ openssl dgst -sha256 -verify vendor.pub -signature taken.sig taken.csr
  Verified OK
  $ openssl dgst -sha1 -verify vendor.pub -signature taken.sig taken.csr 2>/dev/null
  Verification failure
  [1]
  $ openssl pkeyutl -verifyrecover -pubin -inkey vendor.pub -in taken.sig | od -An -tx1 | head -1
   30 31 30 0d 06 09 60 86 48 01 65 03 04 02 01 05
  $ wc -c <taken.sig
  256

The chain is vendor, intermediate, root, in this order, and openssl finds its way along it.

  $ csplit -s -z -f link taken.pem '/BEGIN/' '{*}' && ls link*
  link00
  link01
  link02
  $ cmp link00 vendor.pem
  $ openssl verify -no_check_time -CAfile link02 -untrusted link01 link00
  link00: OK
  $ openssl x509 -in link02 -noout -subject -issuer -nameopt RFC2253 | cut -d = -f 2- | uniq | wc -l
  1

PEM lines are 64 characters long, but for the last of each block, and end as Unix lines do.

  $ grep -v -e ----- taken.pem | awk 'length != 64' | wc -l
  3
  $ awk 'length > 64 || /\r/' taken.pem

What the pretend portal gives out is what Apple's does: names in this order, a year, client authentication, production
pushes, no authority.

  $ openssl x509 -in push.pem -noout -subject -nameopt sep_multiline,utf8,sname | sed 's/^ *//'
  subject=
  UID=com.apple.mgmt.External.* (glob)
  CN=APSP:* (glob)
  C=US
  $ openssl asn1parse -in push.pem | sed -n '/:userId/{n;s/.*prim: *//p}' | cut -d : -f 1 | sed 's/ *$//'
  UTF8STRING
  $ openssl x509 -in push.pem -noout -ext extendedKeyUsage,basicConstraints,keyUsage
  X509v3 Basic Constraints: 
      CA:FALSE
  X509v3 Extended Key Usage: 
      TLS Web Client Authentication
  X509v3 Key Usage: 
      Digital Signature
  $ openssl x509 -in push.pem -outform DER | od -An -v -tx1 | tr -d ' \n' | grep -o 3010060a2a864886f763640603020402050*
  3010060a2a864886f7636406030204020500
  $ openssl x509 -in push.pem -noout -startdate -enddate
  notBefore=Jan 10 12:00:00 2026 GMT
  notAfter=Jan 10 12:00:00 2027 GMT
  $ openssl x509 -in push.pem -noout -pubkey | cmp - <<EOF
  > $(openssl pkey -in push.key -pubout)
  > EOF
  $ openssl x509 -in push.pem -noout -serial | sed 's/serial=//' | tr -d '\n' | wc -c
  16

And its issuers are where a real chain has them.

  $ sed '/BEGIN PRIVATE/,$d' sandbox/portal/root.pem >root.pem
  $ sed '/BEGIN PRIVATE/,$d' sandbox/portal/application-integration.pem >issuer.pem
  $ openssl verify -no_check_time -x509_strict -purpose sslclient -CAfile root.pem -untrusted issuer.pem push.pem
  push.pem: OK

openssl's PKCS#12 and the same certificate and key in PEM are the same to mdmctl.

  $ openssl pkcs12 -export -legacy -in push.pem -inkey push.key -passout pass:secret -out legacy.p12 && chmod 600 legacy.p12
  $ echo secret >passphrase && chmod 600 passphrase
  $ mdmctl apns inspect legacy.p12 --passphrase-file passphrase --output json | jq -r '.serial, .public_key_sha256' >opened
  $ mdmctl apns inspect push.pem --output json | jq -r '.serial, .public_key_sha256' | diff - opened
  $ head -1 opened >serial
  $ openssl x509 -in push.pem -noout -serial | sed 's/serial=//' | diff - serial
