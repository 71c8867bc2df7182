Every certificate, token and PKCS#12 below a folder; what cannot be read is unknown, never good.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal && on_creation_day
  $ mkdir -p etc/deep/er etc/empty
  $ make_vendor >making 2>&1 || cat making
  $ cp vendor.pem etc/vendor.crt && cp apple-chain.pem etc/deep/chain && cp vendor.key etc/vendor.key
  $ openssl x509 -in vendor.pem -outform DER -out etc/deep/er/vendor.der
  $ openssl pkcs12 -export -inkey vendor.key -in vendor.pem -passout pass:secret -out etc/shut.p12
  $ openssl pkcs12 -export -nokeys -in vendor.pem -passout pass: -out etc/open.p12
  $ printf '{"token":"c2VjcmV0","expDate":"2026-01-30T13:29:33+0000","orgName":"Acme GmbH"}' | base64 >etc/token.vpptoken
  $ printf 'Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB\n' >etc/dep.p7m
  $ head -c 300 vendor.pem >etc/cut.pem
  $ echo hello >etc/hello.txt && : >etc/nothing && mkfifo etc/pipe && ln -s ../etc etc/deep/loop
  $ mdmctl expiry scan etc --output csv
  11 files looked into, 9 shown
  state,expires,days_left,kind,name,file,code\r (esc)
  unknown,,,certificate,,etc/cut.pem,malformed_pem\r (esc)
  valid,2056-01-03T12:00:00Z,10950,certificate,Pretend Worldwide Developer Relations Certification Authority,etc/deep/chain,\r (esc)
  valid,2056-01-03T12:00:00Z,10950,certificate,Pretend Apple Root CA,etc/deep/chain,\r (esc)
  valid,2027-01-10T12:00:00Z,365,certificate,MDM Vendor: Example MDM Vendor,etc/deep/er/vendor.der,\r (esc)
  unknown,,,encrypted_message,,etc/dep.p7m,passphrase_needed\r (esc)
  valid,2027-01-10T12:00:00Z,365,pkcs12,MDM Vendor: Example MDM Vendor,etc/open.p12,\r (esc)
  unknown,,,pkcs12,,etc/shut.p12,passphrase_needed\r (esc)
  expiring,2026-01-30T13:29:33Z,20,vpp_token,Acme GmbH,etc/token.vpptoken,\r (esc)
  valid,2027-01-10T12:00:00Z,365,certificate,MDM Vendor: Example MDM Vendor,etc/vendor.crt,\r (esc)
  $ mdmctl expiry scan etc --within 30d --output json 2>/dev/null | jq -c '.results[] | [.file, .state, .code]'
  ["etc/cut.pem","unknown","malformed_pem"]
  ["etc/dep.p7m","unknown","passphrase_needed"]
  ["etc/shut.p12","unknown","passphrase_needed"]
  ["etc/token.vpptoken","expiring",null]
  $ mdmctl expiry scan etc --at 2046-01-01 --output json --quiet | jq -c '[.results[].state] | group_by(.) | map([.[0], length])'
  [["expired",4],["unknown",3],["valid",2]]
  $ mdmctl expiry scan etc/hello.txt
  error: 'etc/hello.txt' is no folder
  hint: mdmctl inspect looks at one file
  [7]
  $ mdmctl expiry scan etc/missing
  error: there is no folder 'etc/missing'
  [3]
  $ mdmctl expiry scan etc/empty --output json
  {
    "results": []
  }
  0 files looked into, 0 shown

What is called a credential and is none is unknown, and so is a token whose end is none.

  $ mkdir odd && : >odd/empty.pem && echo hello >odd/not.crt && head -c 2000000 /dev/zero >odd/large.p12
  $ printf '{"token":"c2VjcmV0","expDate":"soon"}' | base64 >odd/token.vpptoken
  $ head -c 900 etc/shut.p12 >odd/cut.p12
  $ mdmctl expiry scan odd --output json --quiet | jq -c '.results[] | [.file, .kind, .state, .code]'
  ["odd/cut.p12","pkcs12","unknown","malformed_der"]
  ["odd/empty.pem","certificate","unknown","end_unknown"]
  ["odd/large.p12","pkcs12","unknown","end_unknown"]
  ["odd/not.crt","certificate","unknown","end_unknown"]
  ["odd/token.vpptoken","vpp_token","unknown","end_unknown"]
