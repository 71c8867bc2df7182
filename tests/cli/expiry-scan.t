Every certificate, token and PKCS#12 below a folder; what cannot be read is unknown, never good.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ on_creation_day
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
  $ mdmctl expiry scan etc --within 30d --output json 2>/dev/null | jq -c '.results[] | [.file, .state, .code]'
  $ mdmctl expiry scan etc --at 2046-01-01 --output json --quiet | jq -c '[.results[].state] | group_by(.) | map([.[0], length])'
  $ mdmctl expiry scan etc/hello.txt
  $ mdmctl expiry scan etc/missing
  $ mdmctl expiry scan etc/empty --output json
