What bad input gets: a clear error with a hint, the exit code of the contract, bounded time and memory, and nothing on
standard output.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ { make_vendor && make_customer && sign push.req && create push.pem; } >making 2>&1 || cat making
  $ sign other.req >making 2>&1 && create other.pem >making 2>&1
  $ openssl x509 -in push.pem -outform DER -out push.der

Ten seconds of a processor and 400 MB are more than any of them takes. (A sanitizer needs more memory than that to begin
with.)

  $ bounded() {
  >     if ! grep -q __asan_init "$BUILD/libexec/mdmctl/mdmctl-apns"; then ulimit -v 400000; fi
  >     ulimit -t 10; timeout 100 "$@"
  > }
  $ look() {
  >     if [ ! -p "$1" ]; then
  >         bounded mdmctl apns inspect "$1" --output jsonl </dev/null 2>&1 >out | jq -r '"apns inspect \(.error.code)"' >>met
  >     fi
  >     (bounded mdmctl apns inspect "$@" </dev/null)
  > }

And what the other commands say to the same file, as codes with their exits: an inspection, a gate that is handed the
file on either side, a vendor that is handed it as CSR, as certificate or as chain, and a portal.

  $ code() {
  >     name=$1; shift
  >     (bounded "$@" --output json </dev/null >out 2>err; echo $? >exit)
  >     jq -r --arg words "${*:2}" '"\($words) \((.error.code // empty))"' err >>met
  >     printf '%-12s%s %s\n' "$name" "$(cat exit)" "$(jq -r '(.error.code // empty)' err)"
  > }
  $ all_codes() {
  >     code inspect mdmctl inspect "$1"
  >     code check mdmctl apns check --against push.pem "$1"
  >     code against mdmctl apns check --against "$1" push.pem
  >     code csr mdmctl apns sign --csr "$1" --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --out x.req
  >     code vendor mdmctl apns sign --csr push.csr --vendor-cert "$1" --vendor-key vendor.key --chain apple-chain.pem --out x.req
  >     code key mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key "$1" --chain apple-chain.pem --out x.req
  >     code chain mdmctl apns sign --csr push.csr --vendor-cert vendor.pem --vendor-key vendor.key --chain "$1" --out x.req
  >     code portal mdmctl sandbox portal push-certificate create "$1" --out x.pem
  > }

# Nothing, and far too much

  $ look no-such.pem
  error: 'no-such.pem' does not exist
  [3]
  $ : >empty; look empty
  error: 'empty' is empty
  hint: get it again: what made or fetched it did not finish
  [7]
  $ look /dev/null
  error: '/dev/null' is empty
  hint: get it again: what made or fetched it did not finish
  [7]
  $ look .
  error: '.' is a directory
  hint: name a file inside it
  [7]
  $ truncate -s 1G zeros; look zeros
  error: 'zeros' is larger than 1024 KiB, the limit for this kind of file
  hint: see whether this is the file that was meant: genuine ones are far smaller
  [7]
  $ head -c 1G /dev/zero | (bounded mdmctl apns inspect -)
  error: 'standard input' is larger than 1024 KiB, the limit for this kind of file
  hint: see whether this is the file that was meant: genuine ones are far smaller
  [7]
  $ look /dev/zero
  error: '/dev/zero' is larger than 1024 KiB, the limit for this kind of file
  hint: see whether this is the file that was meant: genuine ones are far smaller
  [7]
  $ head -c 3000 /dev/zero >nulls; look nulls
  error: 'nulls' holds nothing but zero bytes
  hint: get it again: a full disk or a download that broke off leaves such a file
  [7]
  $ mkfifo pipe; (sleep 1; cat push.pem >pipe) & look pipe --output json | jq -r .kind
  push_certificate
  $ all_codes empty
  inspect     7 empty_file
  check       7 empty_file
  against     7 empty_file
  csr         7 empty_file
  vendor      7 empty_file
  key         7 empty_file
  chain       7 empty_file
  portal      7 empty_file
  $ all_codes zeros
  inspect     7 too_large
  check       7 too_large
  against     7 too_large
  csr         7 too_large
  vendor      7 too_large
  key         7 too_large
  chain       7 too_large
  portal      7 too_large

A file that may not be read. (Root may read everything, so that somebody else tries.)

  $ cp push.pem locked.pem; chmod 000 locked.pem
  $ if [ "$(id -u)" = 0 ]; then
  >     chmod 755 . && as_nobody='setpriv --reuid 65534 --regid 65534 --clear-groups'
  > fi
  $ $as_nobody "$BUILD/libexec/mdmctl/mdmctl-apns" inspect locked.pem 2>&1 | sed "s/'.*locked/'locked/"
  notice: MDMCTL_NOW moves the clock to 2026-01-10T12:00:00Z
  error: cannot read 'locked.pem': Permission denied

# Neither PEM nor DER

  $ echo hello >hello; look hello
  error: 'hello' is none of the files that mdmctl knows
  hint: certificates, keys and CSRs (PEM, DER, PKCS#12), push certificate requests, server tokens and configuration profiles are recognised
  [7]
  $ python3 -c 'import sys; sys.stdout.buffer.write(bytes(range(1, 256)) * 20)' >noise; look noise
  error: 'noise' is none of the files that mdmctl knows
  hint: certificates, keys and CSRs (PEM, DER, PKCS#12), push certificate requests, server tokens and configuration profiles are recognised
  [7]
  $ all_codes hello
  inspect     7 not_recognized
  check       7 not_a_certificate
  against     7 not_a_certificate
  csr         7 not_a_csr
  vendor      7 not_a_certificate
  key         7 not_a_private_key
  chain       7 not_a_certificate
  portal      7 not_a_push_certificate_request

# Cut and damaged

  $ head -c 700 push.pem >cut.pem; look cut.pem
  error: 'cut.pem' is no whole PEM file: line 1: BEGIN CERTIFICATE without its END: the file is cut
  hint: get the file again, or copy it whole, from the first BEGIN line to the last END line
  [7]
  $ sed 1d push.pem >headless.pem; look headless.pem
  error: 'headless.pem' is no whole PEM file: line 23: END CERTIFICATE without its BEGIN
  hint: get the file again, or copy it whole, from the first BEGIN line to the last END line
  [7]
  $ head -c 500 push.der >cut.der; look cut.der
  error: 'cut.der': it begins as DER does, but is cut or damaged
  hint: get the file again, as binary, from where it came from
  [7]
  $ { cat push.der; echo; } >tail.der; look tail.der
  error: 'tail.der': there are bytes behind the end of the certificate
  hint: get the file again from where it came from, whole and as binary
  [7]
  $ head -c 3000 push.req >cut.req; look cut.req
  error: 'cut.req' begins like a push certificate request, but the property list in it is cut or broken: it ends before its last element does (property list, line 25, column 48)
  hint: get the file again from where it came from, whole and as binary
  [7]
  $ head -c 3001 push.req >cut2.req; look cut2.req
  error: 'cut2.req' begins like a push certificate request, but its base64 is cut or broken
  hint: transfer the file again, as binary, and whole
  [7]
  $ sed '5s/./!/10' push.pem >damaged.pem; look damaged.pem
  error: 'damaged.pem' is no whole PEM file: line 5: character 10 is no base64
  hint: get the file again, or copy it whole, from the first BEGIN line to the last END line
  [7]
  $ all_codes cut.pem
  inspect     7 malformed_pem
  check       7 malformed_pem
  against     7 malformed_pem
  csr         7 malformed_pem
  vendor      7 malformed_pem
  key         7 malformed_pem
  chain       7 malformed_pem
  portal      7 not_a_push_certificate_request
  $ all_codes cut.der
  inspect     7 malformed_der
  check       7 malformed_der
  against     7 malformed_der
  csr         7 malformed_der
  vendor      7 malformed_der
  key         7 malformed_der
  chain       7 malformed_der
  portal      7 not_a_push_certificate_request

A flipped bit shows where something vouches for what it was: an issuer that stands beside it, a signature of one's own.

  $ flip() { python3 -c 'import sys; b = bytearray(open(sys.argv[1], "rb").read()); b[int(sys.argv[3])] ^= 1; open(sys.argv[2], "wb").write(b)' "$@"; }
  $ openssl req -in push.csr -outform DER -out push.csr.der; flip push.csr.der flipped.csr 50; look flipped.csr
  error: 'flipped.csr': the CSR does not parse: too long
  hint: get the file again from where it came from, whole and as binary
  [7]
  $ openssl x509 -in vendor.pem -outform DER -out vendor.der; flip vendor.der flipped.der 300
  $ mdmctl apns sign --csr push.csr --vendor-cert flipped.der --vendor-key vendor.key --chain apple-chain.pem --out x.req
  error: the signature of the certificate in 'flipped.der' is not by 'CN=Pretend Worldwide Developer Relations Certification Authority, O=mdmctl sandbox, C=US', whose certificate is here, too: one of the two was changed
  hint: download it again
  [7]
  $ { openssl x509 -inform DER -in flipped.der; cat apple-chain.pem; } >flipped.pem; mdmctl inspect flipped.pem 2>&1 >answer
  error: the signature of the certificate in 'flipped.pem' is not by 'CN=Pretend Worldwide Developer Relations Certification Authority, O=mdmctl sandbox, C=US', whose certificate is here, too: one of the two was changed
  hint: download it again
  [7]
  $ base64 -d push.req | sed 's/<string>MIIC/<string>MIID/' | base64 -w 0 >flipped.req; look flipped.req
  kind      push_certificate_request
  chain
    SUBJECT                                                                                   SERIAL            NOT AFTER             DAYS LEFT
    CN=MDM Vendor: Example MDM Vendor, O=mdmctl sandbox, C=US                                 *  2027-01-10T12:00:00Z        365 (glob)
    CN=Pretend Worldwide Developer Relations Certification Authority, O=mdmctl sandbox, C=US  *  2056-01-03T12:00:00Z      10950 (glob)
    CN=Pretend Apple Root CA, O=mdmctl sandbox, C=US                                          *  2056-01-03T12:00:00Z      10950 (glob)
  findings
    error: not_a_csr: PushCertRequestCSR in 'flipped.req' is no CSR: the CSR does not parse: too long
      hint: it is the base64 of the CSR's DER: the PEM without its first and last line
      at: PushCertRequestCSR
  error: PushCertRequestCSR in 'flipped.req' is no CSR: the CSR does not parse: too long
  hint: it is the base64 of the CSR's DER: the PEM without its first and last line
  [7]

# Something else where a certificate belongs

  $ look push.key
  error: 'push.key' is a private key; a push certificate, CSR or push certificate request is wanted
  hint: keep it to yourself; the certificate is another file
  [7]
  $ openssl req -x509 -key push.key -subj /CN=plain -out plain.pem; look plain.pem
  error: 'plain.pem' is no push certificate: its subject 'CN=plain' has no UID, which would be the push topic
  hint: download the certificate again from the Apple Push Certificates Portal, https://identity.apple.com/pushcert
  [7]
  $ openssl req -x509 -key push.key -subj /UID=com.example.app -out notmdm.pem; look notmdm.pem
  error: 'notmdm.pem' is no push certificate for device management: its UID is 'com.example.app', and a push topic is com.apple.mgmt. with something behind it
  hint: download the certificate again from the Apple Push Certificates Portal, https://identity.apple.com/pushcert
  [7]
  $ openssl req -x509 -key push.key -subj /UID=com.example.app -addext 1.2.840.113635.100.6.3.2=DER:0500 -out app.pem; look app.pem
  error: 'app.pem' is the push certificate of the app 'com.example.app', not one for device management
  hint: app certificates come from the Developer portal; the one for device management comes from https://identity.apple.com/pushcert
  [7]
  $ openssl req -x509 -key push.key -subj /UID=com.apple.mgmt. -out prefix.pem; look prefix.pem
  error: 'prefix.pem' is no push certificate for device management: its UID is 'com.apple.mgmt.', and a push topic is com.apple.mgmt. with something behind it
  hint: download the certificate again from the Apple Push Certificates Portal, https://identity.apple.com/pushcert
  [7]
  $ look vendor.pem
  error: 'vendor.pem' is a vendor's MDM CSR signing certificate; a push certificate, CSR or push certificate request is wanted
  hint: it signs customers' CSRs: mdmctl apns sign --vendor-cert 'vendor.pem'
  [7]
  $ look apple-chain.pem
  error: 'apple-chain.pem' is no push certificate: its subject 'CN=Pretend Worldwide Developer Relations Certification Authority, O=mdmctl sandbox, C=US' has no UID, which would be the push topic
  hint: download the certificate again from the Apple Push Certificates Portal, https://identity.apple.com/pushcert
  [7]
  $ all_codes push.key
  inspect     0 
  check       7 not_a_certificate
  against     7 not_a_certificate
  csr         7 not_a_csr
  vendor      7 not_a_certificate
  key         4 key_mismatch
  chain       7 not_a_certificate
  portal      7 not_a_push_certificate_request
  $ all_codes plain.pem
  inspect     0 
  check       4 not_a_push_certificate
  against     7 no_topic
  csr         7 not_a_csr
  vendor      4 key_mismatch
  key         7 not_a_private_key
  chain       7 chain_incomplete
  portal      7 not_a_push_certificate_request

A CSR of another key.

  $ mdmctl apns inspect push.pem --key vendor.csr 2>&1 >answer
  error: the key given does not belong to 'push.pem': it has public key *, the file has * (glob)
  hint: find the key that the CSR was made with
  [4]
  $ mdmctl apns check --against push.pem other.pem --csr vendor.csr --output json 2>error | jq -c '[.code, [.findings[].code]]'
  ["topic_mismatch",["topic_mismatch","key_mismatch"]]
  $ jq .error.exit error
  4

Two certificates in one file, and the same one twice; a chain; certificate and key glued together.

  $ cat push.pem other.pem >two.pem; look two.pem
  error: 'two.pem' holds 2 certificates, and which one is meant cannot be told: 'UID=com.apple.mgmt.External.*, CN=APSP:*, C=US' with the serial *, which ends on 2027-01-10T12:00:00Z; 'UID=com.apple.mgmt.External.*, CN=APSP:*, C=US' with the serial *, which ends on 2027-01-10T12:00:00Z (glob)
  hint: put each into a file of its own
  [7]
  $ cat push.pem push.pem | mdmctl apns inspect - --output json | jq -r .kind
  push_certificate
  $ cat push.pem apple-chain.pem | mdmctl apns inspect - --output json | jq -r .kind
  push_certificate
  $ cat push.key push.pem | mdmctl apns inspect - --output json | jq -c '[.kind, [.findings[].code]]'
  ["push_certificate",["sandbox_certificate"]]
  $ cat vendor.key push.pem | mdmctl apns inspect - --output json 2>error | jq -c '[.kind, [.findings[].code]]'
  ["push_certificate",["sandbox_certificate","key_mismatch"]]
  $ all_codes two.pem
  inspect     7 several_certificates
  check       7 several_certificates
  against     7 several_certificates
  csr         7 not_a_csr
  vendor      7 several_certificates
  key         7 not_a_private_key
  chain       7 chain_incomplete
  portal      7 not_a_push_certificate_request

# What other systems make of text: all of it is read

  $ kind() { (bounded mdmctl apns inspect - --output json) | jq -c '[.kind, [.findings[].code]]'; }
  $ sed 's/$/\r/' push.pem | kind
  ["push_certificate",["sandbox_certificate"]]
  $ tr '\n' '\r' <push.pem | kind
  ["push_certificate",["sandbox_certificate"]]
  $ { printf '\357\273\277'; cat push.pem; } | kind
  ["push_certificate",["sandbox_certificate","byte_order_mark"]]
  $ iconv -t UTF-16 push.pem | kind
  ["push_certificate",["sandbox_certificate","byte_order_mark"]]
  $ { echo 'Bag Attributes'; echo '    friendlyName: Ünser Zertifikat'; cat push.pem; echo; } | kind
  ["push_certificate",["sandbox_certificate"]]
  $ openssl x509 -in push.pem -text | kind
  ["push_certificate",["sandbox_certificate"]]
  $ sed 's/^/    /' push.pem | kind
  ["push_certificate",["sandbox_certificate"]]
  $ cp push.der named.pem; kind <named.pem
  ["push_certificate",["sandbox_certificate"]]
  $ fold -w 76 push.req | sed 's/$/\r/' | kind
  ["push_certificate_request",[]]
  $ { printf '\357\273\277'; fold -w 64 push.req; } | kind
  ["push_certificate_request",["byte_order_mark"]]

# What people do to files on the way: none of it is read, and each is told what happened

  $ sed 's/^/> /' push.pem >quoted.pem; look quoted.pem
  error: 'quoted.pem' is quoted, as a reply by e-mail is: its lines begin with '>'
  hint: sed 's/^[> ]*//' 'quoted.pem' >fixed.pem
  [7]
  $ awk '{printf "%s\\n", $0}' push.pem >oneline.pem; look oneline.pem
  error: 'oneline.pem' is PEM on one line, with its line ends written out as \n
  hint: printf '%b' "$(cat 'oneline.pem')" >fixed.pem
  [7]
  $ jq -Rs '{certificate: .}' push.pem >pem.json; look pem.json
  error: 'pem.json' is JSON, and has PEM in one of its texts
  hint: jq -r '.. | strings | select(startswith("-----BEGIN "))' 'pem.json' >fixed.pem
  [7]
  $ iconv -t UTF-16LE push.pem >utf16.pem; look utf16.pem
  error: 'utf16.pem' is UTF-16 text without a byte order mark
  hint: iconv -f UTF-16LE -t UTF-8 'utf16.pem' >fixed
  [7]
  $ sed 's/-----/--/g' push.pem >dashes.pem; look dashes.pem
  error: the BEGIN line of 'dashes.pem' does not have five dashes (-----) on either side
  hint: a word processor or a mail program changed them: get the file again, as an attachment
  [7]
  $ grep -v -e ----- push.pem >bare.txt; look bare.txt
  error: 'bare.txt' is the base64 of a certificate, without BEGIN and END lines
  hint: base64 -d 'bare.txt' >fixed.der
  [7]
  $ grep -v -e ----- push.key >bare-key.txt; look bare-key.txt
  error: 'bare-key.txt' is the base64 of a private key, without BEGIN and END lines
  hint: base64 -d 'bare-key.txt' >fixed.der
  [7]
  $ base64 -w 0 push.req >twice.req; look twice.req
  error: 'twice.req' is a push certificate request that went through base64 once too often
  hint: base64 -d 'twice.req' >fixed.req
  [7]
  $ tr +/ -_ <push.req >url.req; look url.req
  error: 'url.req' is base64 with - and _ in the place of + and /
  hint: tr -- -_ +/ <'url.req' >fixed
  [7]
  $ sed 's/+/%2B/g; s/=/%3D/g' push.req >form.req; look form.req
  error: 'form.req' is URL-encoded, as a web form sends it (%2B, %3D)
  hint: python3 -c 'import sys, urllib.parse as u; sys.stdout.write(u.unquote(sys.stdin.read()))' <'form.req' >fixed
  [7]
  $ { echo '-----BEGIN CERTIFICATE REQUEST-----'; fold -w 64 push.req; echo; echo '-----END CERTIFICATE REQUEST-----'; } >armoured.req; look armoured.req
  error: 'armoured.req' is a push certificate request that was given BEGIN and END lines
  hint: grep -v -e ----- 'armoured.req' >fixed.req takes them off: the portal wants the base64 alone
  [7]
  $ base64 -d push.req >"the plist.plist"; look "the plist.plist" 2>&1 >answer
  error: 'the plist.plist' is the property list itself; the portal takes its base64
  hint: base64 <'the plist.plist' >upload.req
  [7]
  $ printf 'From: vendor@example.org\nSubject: your request\n\n%s\n' "$(fold -w 76 push.req)" >mail.eml; look mail.eml
  error: 'mail.eml' is an e-mail; a push certificate, CSR or push certificate request is wanted
  hint: save what is attached to it, and give that
  [7]
  $ all_codes bare.txt
  inspect     7 not_recognized
  check       7 not_a_certificate
  against     7 not_a_certificate
  csr         7 not_a_csr
  vendor      7 not_a_certificate
  key         7 not_a_private_key
  chain       7 not_a_certificate
  portal      7 not_a_push_certificate_request
  $ all_codes twice.req
  inspect     7 not_recognized
  check       7 not_a_certificate
  against     7 not_a_certificate
  csr         7 not_a_csr
  vendor      7 not_a_certificate
  key         7 not_a_private_key
  chain       7 not_a_certificate
  portal      7 not_a_push_certificate_request

# Other files in the same folder

  $ printf '<!DOCTYPE html>\n<html><title>Apple Push Certificates Portal</title></html>\n' >page.html; look page.html
  error: 'page.html' is a web page; a push certificate, CSR or push certificate request is wanted
  hint: the portal's page was saved in place of the file: sign in again and choose Download
  [7]
  $ echo '{"error": "session expired"}' >error.json; look error.json
  error: 'error.json' is JSON; a push certificate, CSR or push certificate request is wanted
  hint: the push certificate is what https://identity.apple.com/pushcert gives at Download: MDM_..._Certificate.pem
  [7]
  $ openssl cms -encrypt -in hello -out token.p7m vendor.pem; look token.p7m
  error: 'token.p7m' is an encrypted message, as the Apple DEP server token is; a push certificate, CSR or push certificate request is wanted
  hint: the push certificate is what https://identity.apple.com/pushcert gives at Download: MDM_..._Certificate.pem
  [7]
  $ openssl cms -encrypt -in hello -outform DER vendor.pem | od -An -v -tx1 | tr -d ' \n' >reply.hex; look reply.hex
  error: 'reply.hex' is an encrypted reply of mdmcert.download; a push certificate, CSR or push certificate request is wanted
  hint: decrypt it with the key of the request: xxd -r -p 'reply.hex' | openssl cms -decrypt -inform DER -inkey KEY -out push.req
  [7]
  $ echo '{"expDate":"2027-01-01T00:00:00+0000","token":"x","orgName":"Acme"}' | base64 -w 0 >acme.vpptoken; look acme.vpptoken
  error: 'acme.vpptoken' is an Apps and Books (VPP) token; a push certificate, CSR or push certificate request is wanted
  hint: the push certificate is what https://identity.apple.com/pushcert gives at Download: MDM_..._Certificate.pem
  [7]
  $ cat >wifi.mobileconfig <<EOF
  > <?xml version="1.0" encoding="UTF-8"?>
  > <plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string>
  > <key>PayloadIdentifier</key><string>org.example</string></dict></plist>
  > EOF
  $ look wifi.mobileconfig
  error: 'wifi.mobileconfig' is a configuration profile; a push certificate, CSR or push certificate request is wanted
  hint: the push certificate is what https://identity.apple.com/pushcert gives at Download: MDM_..._Certificate.pem
  [7]
  $ openssl cms -sign -nodetach -binary -in wifi.mobileconfig -outform DER -signer vendor.pem -inkey vendor.key -out signed.mobileconfig; look signed.mobileconfig
  error: 'signed.mobileconfig' is a configuration profile; a push certificate, CSR or push certificate request is wanted
  hint: the push certificate is what https://identity.apple.com/pushcert gives at Download: MDM_..._Certificate.pem
  [7]
  $ openssl crl2pkcs7 -nocrl -certfile push.pem -out bundle.p7b; look bundle.p7b
  error: 'bundle.p7b' is a PKCS#7 certificate bundle; a push certificate, CSR or push certificate request is wanted
  hint: openssl pkcs7 -print_certs -in 'bundle.p7b' -out certificates.pem takes the certificates out; with -inform DER where it is binary
  [7]
  $ openssl crl2pkcs7 -nocrl -certfile push.pem -outform DER -out bundle.p7c; look bundle.p7c
  error: 'bundle.p7c' is a PKCS#7 certificate bundle; a push certificate, CSR or push certificate request is wanted
  hint: openssl pkcs7 -print_certs -in 'bundle.p7c' -out certificates.pem takes the certificates out; with -inform DER where it is binary
  [7]
  $ printf 'default_ca=ca\n[ca]\ndatabase=db\ncrlnumber=n\ndefault_md=sha256\ndefault_crl_days=9\n' >ca.cnf; : >db; echo 01 >n
  $ openssl ca -config ca.cnf -gencrl -keyfile vendor.key -cert vendor.pem -out crl.pem 2>making; look crl.pem
  error: 'crl.pem' is a certificate revocation list; a push certificate, CSR or push certificate request is wanted
  hint: the push certificate is what https://identity.apple.com/pushcert gives at Download: MDM_..._Certificate.pem
  [7]
  $ openssl crl -in crl.pem -outform DER -out crl.der; look crl.der
  error: 'crl.der' is a certificate revocation list; a push certificate, CSR or push certificate request is wanted
  hint: the push certificate is what https://identity.apple.com/pushcert gives at Download: MDM_..._Certificate.pem
  [7]
  $ openssl pkey -in push.key -pubout -out push.pub; look push.pub
  error: 'push.pub' is a public key; a push certificate, CSR or push certificate request is wanted
  hint: the push certificate is what https://identity.apple.com/pushcert gives at Download: MDM_..._Certificate.pem
  [7]
  $ openssl pkey -in push.key -pubout -outform DER -out push.pub.der; look push.pub.der
  error: 'push.pub.der' is a public key; a push certificate, CSR or push certificate request is wanted
  hint: the push certificate is what https://identity.apple.com/pushcert gives at Download: MDM_..._Certificate.pem
  [7]
  $ printf -- '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----\n' >id_ed25519; chmod 600 id_ed25519; look id_ed25519
  error: 'id_ed25519' is an SSH key; a push certificate, CSR or push certificate request is wanted
  hint: the push certificate is what https://identity.apple.com/pushcert gives at Download: MDM_..._Certificate.pem
  [7]
  $ echo 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me@example.org' >id_ed25519.pub; look id_ed25519.pub
  error: 'id_ed25519.pub' is an SSH key; a push certificate, CSR or push certificate request is wanted
  hint: the push certificate is what https://identity.apple.com/pushcert gives at Download: MDM_..._Certificate.pem
  [7]
  $ gzip -k push.pem; look push.pem.gz
  error: 'push.pem.gz' is an archive; a push certificate, CSR or push certificate request is wanted
  hint: unpack it first
  [7]
  $ printf '%%PDF-1.7\n' >scan.pdf; look scan.pdf
  error: 'scan.pdf' is a document (PDF, RTF or Word); a push certificate, CSR or push certificate request is wanted
  hint: get the file itself, or copy it out as plain text
  [7]
  $ openssl ecparam -genkey -name prime256v1 -noout -out ec.key; openssl req -new -key ec.key -subj /CN=ec -out ec.csr; look ec.csr 2>&1 >answer
  error: the key of the CSR in 'ec.csr' is EC with 256 bits; Apple takes RSA with 2048
  hint: openssl req -new -newkey rsa:2048 -sha256 -nodes -keyout push.key -out push.csr
  [7]
  $ mdmctl inspect page.html error.json token.p7m reply.hex acme.vpptoken wifi.mobileconfig signed.mobileconfig bundle.p7b bundle.p7c crl.pem crl.der push.pub push.pub.der id_ed25519 id_ed25519.pub push.pem.gz scan.pdf ec.csr ec.key mail.eml --output json | jq -r '.results[] | [.file, .kind] | @tsv'
  page.html\thtml_page (esc)
  error.json\tjson (esc)
  token.p7m\tserver_token (esc)
  reply.hex\tmdmcert_reply (esc)
  acme.vpptoken\tvpp_token (esc)
  wifi.mobileconfig\tconfiguration_profile (esc)
  signed.mobileconfig\tconfiguration_profile (esc)
  bundle.p7b\tcertificate_bundle (esc)
  bundle.p7c\tcertificate_bundle (esc)
  crl.pem\tcertificate_revocation_list (esc)
  crl.der\tcertificate_revocation_list (esc)
  push.pub\tpublic_key (esc)
  push.pub.der\tpublic_key (esc)
  id_ed25519\tssh_key (esc)
  id_ed25519.pub\tssh_key (esc)
  push.pem.gz\tarchive (esc)
  scan.pdf\tdocument (esc)
  ec.csr\tcsr (esc)
  ec.key\tprivate_key (esc)
  mail.eml\temail (esc)

# Property lists that would eat a machine

  $ cat >laughs.plist <<EOF
  > <?xml version="1.0"?>
  > <!DOCTYPE plist [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
  > <plist version="1.0"><string>&c;</string></plist>
  > EOF
  $ look laughs.plist
  error: 'laughs.plist': the document type brings declarations of its own, which are refused (property list, line 2, column 17)
  hint: remove the part in [ ] from <!DOCTYPE>
  [7]
  $ base64 -w 0 laughs.plist >laughs.req; look laughs.req
  error: 'laughs.req' begins like a push certificate request, but the property list in it is cut or broken: the document type brings declarations of its own, which are refused (property list, line 2, column 17)
  hint: remove the part in [ ] from <!DOCTYPE>
  [7]
  $ python3 -c 'print("<plist>" + "<array>" * 200000)' >deep.plist; look deep.plist
  error: 'deep.plist' is larger than 1024 KiB, the limit for this kind of file
  hint: see whether this is the file that was meant: genuine ones are far smaller
  [7]
  $ python3 -c 'print("<plist>" + "<array>" * 90000)' >deep.plist; look deep.plist
  error: 'deep.plist': more than 64 arrays and dictionaries inside one another (property list, line 1, column 456)
  hint: neither Apple's tools nor a vendor's write such a list: do not trust it
  [7]
  $ base64 -w 0 deep.plist >deep.req; look deep.req
  error: 'deep.req' begins like a push certificate request, but holds more than 64 arrays and dictionaries inside one another (property list, line 1, column 456)
  hint: neither Apple's tools nor a vendor's write such a list: do not trust it
  [7]
  $ cat >bomb.py <<'EOF'
  > # Thirteen objects in 700 bytes: a string, and twelve arrays of fifty times the one before.
  > objects = [b"\x51A"] + [b"\xaf\x10\x32" + bytes([i]) * 50 for i in range(12)]
  > out, offsets = b"bplist00", []
  > for o in objects:
  >     offsets.append(len(out))
  >     out += o
  > table = len(out)
  > out += b"".join(o.to_bytes(2, "big") for o in offsets) + bytes(6) + b"\x02\x01"
  > out += b"".join(n.to_bytes(8, "big") for n in (len(objects), len(objects) - 1, table))
  > open("bomb.plist", "wb").write(out)
  > EOF
  $ python3 bomb.py; look bomb.plist
  error: 'bomb.plist': more than 200000 values (binary property list)
  hint: neither Apple's tools nor a vendor's write such a list: do not trust it
  [7]
  $ all_codes bomb.plist
  inspect     7 too_deep
  check       7 too_deep
  against     7 too_deep
  csr         7 too_deep
  vendor      7 too_deep
  key         7 too_deep
  chain       7 too_deep
  portal      7 too_deep
  $ all_codes laughs.req
  inspect     7 malformed_plist
  check       7 malformed_plist
  against     7 malformed_plist
  csr         7 malformed_plist
  vendor      7 malformed_plist
  key         7 malformed_plist
  chain       7 malformed_plist
  portal      7 malformed_plist

# Names that would steer a terminal

  $ openssl req -x509 -key push.key -utf8 -subj "$(printf '/UID=com.apple.mgmt.External.a/CN=\033[31mred\r\n\302\233/O=\342\200\256evil/OU==cmd()')" -out evil.pem
  $ look evil.pem | head -4
  kind               push_certificate
  topic              com.apple.mgmt.External.a
  subject            UID=com.apple.mgmt.External.a, CN=\x1b[31mred\x0d\x0a\u{009b}, O=\u{202e}evil, OU==cmd()
  issuer             UID=com.apple.mgmt.External.a, CN=\x1b[31mred\x0d\x0a\u{009b}, O=\u{202e}evil, OU==cmd()

In JSON the value is whole, and escaped; in CSV it looks as it does in the table.

  $ look evil.pem --output json | jq -r .subject | cat -v | head -1
  UID=com.apple.mgmt.External.a, CN=^[[31mred^M
  $ look evil.pem --output json | LC_ALL=C grep -c "$(printf '[\033\302\342]')"
  0
  [1]
  $ look evil.pem --output csv | tr -d '\r' | LC_ALL=C grep -c "$(printf '[\001-\010\013-\037\177-\377]')"
  0
  [1]
  $ cp push.key "$(printf 'a\033[31m\nb')"; look "$(printf 'a\033[31m\nb')"
  error: 'a\x1b[31m\x0ab' is a private key; a push certificate, CSR or push certificate request is wanted
  hint: keep it to yourself; the certificate is another file
  [7]

Nothing was written anywhere on the way.

  $ ls x.* 2>&1
  ls: cannot access 'x.*': No such file or directory
  [2]

Every code that was met is one that its command declares.

  $ mdmctl commands --output json >commands.json
  $ python3 - <<'END'
  > import json
  > declared = {c["name"]: {code["code"] for code in c["codes"]} for c in json.load(open("commands.json"))["commands"]}
  > met = set()
  > for line in open("met"):
  >     words, code = line.rstrip("\n").rsplit(" ", 1)
  >     met.add((max((name for name in declared if (words + " ").startswith(name + " ")), key=len), code))
  > print(*sorted(f"{name}: {code}" for name, code in met if code not in declared[name]), sep="\n")
  > print(len(met) > 40 or f"only {len(met)} were met")
  > END
  
  True
