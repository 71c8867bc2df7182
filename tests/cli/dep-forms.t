A server token file, however it came here. openssl makes each form of it, and the right key opens it.

  $ . "$ROOT/tests/rehearsal.sh"; on_creation_day
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal
  $ certificate() { openssl req -x509 -newkey rsa:2048 -nodes -keyout $1.key -out $1.pem -subj /CN=$1 -days 9 2>/dev/null; }
  $ certificate server; certificate other
  $ json='{"consumer_key":"CK_0011","consumer_secret":"CS_2233","access_token":"AT_4455","access_secret":"AS_6677","access_token_expiry":"2027-01-10T12:00:00Z"}'
  $ printf 'Content-Type: text/plain;charset=UTF-8\nContent-Transfer-Encoding: 7bit\n\n-----BEGIN MESSAGE-----\n%s\n-----END MESSAGE-----\n' "$json" >inner
  $ encrypt() { openssl cms -encrypt -binary -in inner "$@" 2>/dev/null; }
  $ opened() { for f; do printf '%-16s ' "$f"; mdmctl dep inspect $f --key server.key --output json | jq -c '[.form, .consumer_key, .days_left, [.findings[].code]]'; done; }

As the portal gives it out: a header, base64 in lines, BER of indefinite lengths. What is secret in it is never shown.

  $ encrypt -aes-128-cbc -stream -indef -outform SMIME -out token.p7m server.pem
  $ mdmctl dep inspect token.p7m
  kind        server_token
  form        S/MIME
  cipher      AES-128-CBC
  recipients  CN=server, serial * (glob)
  findings    none
  $ mdmctl dep inspect token.p7m --key server.key
  kind                 server_token
  form                 S/MIME
  cipher               AES-128-CBC
  recipients           CN=server, serial * (glob)
  consumer key         CK_0011
  access token expiry  2027-01-10T12:00:00Z
  days left            365
  findings             none
  $ mdmctl dep inspect token.p7m --key server.key --output json | jq -c keys_unsorted
  ["kind","form","cipher","recipients","consumer_key","access_token_expiry","days_left","findings"]
  $ mdmctl dep inspect token.p7m --key server.key --verbose --output json 2>&1 | grep -c -e CS_ -e AT_ -e AS_
  0
  [1]
  $ mdmctl inspect token.p7m --output json | jq -c '.results[] | [.kind, .tenant]'
  ["server_token",null]

Line ends, headers and what mail does to a file.

  $ sed 's/$/\r/' token.p7m | sed 's/\r\r$/\r/' >crlf.p7m
  $ sed 's/\r$//' token.p7m >lf.p7m
  $ sed '1,/^\r*$/d' token.p7m >base64.p7m
  $ tr -d '\r\n' <base64.p7m >one-line.p7m
  $ printf '\357\273\277' | cat - token.p7m >mark.p7m
  $ iconv -t UTF-16 lf.p7m >utf16.p7m
  $ { cat lf.p7m; printf '\n-- \nSent from my phone\n'; } >trailing.p7m
  $ python3 -c 'import quopri, sys; quopri.encode(sys.stdin.buffer, sys.stdout.buffer, False)' <lf.p7m >quoted.p7m
  $ base64 token.p7m >twice.p7m
  $ { printf 'From: jo@example.org\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHere it is.\n\n--b\n'; cat lf.p7m; echo --b--; } >mail.p7m
  $ sed '1,/^$/{ s/Content-Type/content-type/; s/; /;\n\t/ }' lf.p7m >folded.p7m
  $ opened token.p7m crlf.p7m lf.p7m base64.p7m one-line.p7m mark.p7m utf16.p7m trailing.p7m quoted.p7m twice.p7m mail.p7m folded.p7m
  token.p7m        ["S/MIME","CK_0011",365,[]]
  crlf.p7m         ["S/MIME","CK_0011",365,[]]
  lf.p7m           ["S/MIME","CK_0011",365,[]]
  base64.p7m       ["base64","CK_0011",365,[]]
  one-line.p7m     ["base64","CK_0011",365,[]]
  mark.p7m         ["S/MIME","CK_0011",365,["byte_order_mark"]]
  utf16.p7m        ["S/MIME","CK_0011",365,["byte_order_mark"]]
  trailing.p7m     ["S/MIME","CK_0011",365,["unusual_form"]]
  quoted.p7m       ["S/MIME","CK_0011",365,["unusual_form"]]
  twice.p7m        ["S/MIME","CK_0011",365,["unusual_form"]]
  mail.p7m         ["S/MIME","CK_0011",365,["unusual_form","unusual_form"]]
  folded.p7m       ["S/MIME","CK_0011",365,[]]
  $ mdmctl dep inspect trailing.p7m | sed -n '/findings/,$p'
  findings
    info: unusual_form: the text behind the message in 'trailing.p7m' was ignored
  $ cat token.p7m | mdmctl dep inspect - --output json | jq -r .form
  S/MIME

DER, BER and PEM; other ciphers; the JSON without its lines; several recipients.

  $ encrypt -aes-128-cbc -outform DER -out der.p7m server.pem
  $ encrypt -aes-128-cbc -stream -indef -outform DER -out ber.p7m server.pem
  $ encrypt -aes-128-cbc -outform PEM -out pem.p7m server.pem
  $ openssl smime -encrypt -binary -aes128 -in inner -outform PEM -out pkcs7.p7m server.pem 2>/dev/null
  $ cat der.p7m inner >behind.p7m
  $ for cipher in aes-192-cbc aes-256-cbc des3 aes-256-gcm; do encrypt -$cipher -outform SMIME -out $cipher.p7m server.pem; done
  $ encrypt -aes-128-cbc -outform SMIME -out two.p7m other.pem server.pem
  $ printf '%s' "$json" >inner; encrypt -aes-128-cbc -outform SMIME -out bare.p7m server.pem
  $ printf -- '-----BEGIN MESSAGE-----\n%s\n-----END MESSAGE-----\n' "$(echo "$json" | fold -w 40)" >inner; encrypt -aes-128-cbc -outform SMIME -out wrapped.p7m server.pem
  $ encrypt -aes-128-cbc -keyid -outform SMIME -out keyid.p7m server.pem
  $ opened der.p7m ber.p7m pem.p7m pkcs7.p7m behind.p7m aes-192-cbc.p7m aes-256-cbc.p7m des3.p7m aes-256-gcm.p7m two.p7m bare.p7m wrapped.p7m keyid.p7m
  der.p7m          ["DER","CK_0011",365,[]]
  ber.p7m          ["DER","CK_0011",365,[]]
  pem.p7m          ["PEM","CK_0011",365,[]]
  pkcs7.p7m        ["PEM","CK_0011",365,[]]
  behind.p7m       ["DER","CK_0011",365,["unusual_form"]]
  aes-192-cbc.p7m  ["S/MIME","CK_0011",365,[]]
  aes-256-cbc.p7m  ["S/MIME","CK_0011",365,[]]
  des3.p7m         ["S/MIME","CK_0011",365,[]]
  aes-256-gcm.p7m  {"error":{"code":"not_a_server_token","exit":7,"message":"'aes-256-gcm.p7m' is encrypted, but not as server tokens are; the server token is another file","hint":"the server token is downloaded from the device management service in the portal, a .p7m","findings":[]}}
  two.p7m          ["S/MIME","CK_0011",365,[]]
  bare.p7m         ["S/MIME","CK_0011",365,[]]
  wrapped.p7m      ["S/MIME","CK_0011",365,[]]
  keyid.p7m        ["S/MIME","CK_0011",365,[]]
  $ for f in two.p7m keyid.p7m; do mdmctl dep inspect $f --output json | jq -r '.recipients[]'; done
  CN=other, serial * (glob)
  CN=server, serial * (glob)
  key identifier * (glob)

mdmctl inspect knows them all as what they are.

  $ mdmctl inspect *.p7m --output json | jq -r '.results[].kind' | sort | uniq -c | sed 's/^ *//'
  25 server_token

Not for this key; ended; damaged; and what is encrypted, but no server token.

  $ mdmctl dep inspect token.p7m --key other.key
  kind        server_token
  form        S/MIME
  cipher      AES-128-CBC
  recipients  CN=server, serial * (glob)
  findings
    error: not_for_our_key: 'token.p7m' was not made for the private key in 'other.key', or was changed since
      hint: recipients says for whose certificate it was made
      at: recipient
  error: 'token.p7m' was not made for the private key in 'other.key', or was changed since
  hint: recipients says for whose certificate it was made
  [4]
  $ mdmctl dep inspect token.p7m --key other.key --output json 2>/dev/null | jq -c '[.consumer_key, [.findings[].code]]'
  [null,["not_for_our_key"]]
  $ MDMCTL_NOW=2027-02-01 mdmctl dep inspect token.p7m --key server.key | tail -3
    warning: token_expired: the server token in 'token.p7m' ended on 2027-01-10T12:00:00Z
      hint: download a new one for this service
      at: access_token_expiry
  $ head -c 150 token.p7m >head.p7m; mdmctl dep inspect head.p7m
  error: 'head.p7m' is cut or damaged
  hint: copy it again from where it was saved
  [7]
  $ head -c 900 token.p7m >cut.p7m; mdmctl dep inspect cut.p7m
  error: 'cut.p7m' is cut or damaged
  hint: copy it again from where it was saved
  [7]
  $ echo "$json" | sed 's/"CS_2233"/""/' >inner; encrypt -aes-128-cbc -outform SMIME -out empty.p7m server.pem
  $ mdmctl dep inspect empty.p7m --key server.key
  kind        server_token
  form        S/MIME
  cipher      AES-128-CBC
  recipients  CN=server, serial * (glob)
  findings
    error: not_a_server_token: 'empty.p7m' holds no server token: consumer_secret is empty
      hint: download the server token again; that ends the token in use at once
  error: 'empty.p7m' holds no server token: consumer_secret is empty
  hint: download the server token again; that ends the token in use at once
  [7]
  $ echo hello >inner; encrypt -aes-128-cbc -outform SMIME -out hello.p7m server.pem
  $ mdmctl dep inspect hello.p7m --key server.key
  kind        server_token
  form        S/MIME
  cipher      AES-128-CBC
  recipients  CN=server, serial * (glob)
  findings
    error: not_a_server_token: 'hello.p7m' holds no server token: what is encrypted in it is something else
      hint: download the server token again; that ends the token in use at once
  error: 'hello.p7m' holds no server token: what is encrypted in it is something else
  hint: download the server token again; that ends the token in use at once
  [7]
  $ openssl pkey -in server.key -aes256 -passout pass:secret -out locked.key; echo secret >pass; chmod 600 pass
  $ mdmctl dep inspect token.p7m --key locked.key --passphrase-file pass --output json | jq -r .consumer_key
  CK_0011
  $ mdmctl dep inspect token.p7m --key locked.key
  error: 'locked.key' is encrypted
  hint: --passphrase-file FILE opens it; at a terminal the passphrase is asked for
  [2]

Other files are named for what they are.

  $ mdmctl dep inspect server.pem
  error: 'server.pem' is a certificate; the server token is another file
  hint: this is what is uploaded to the service in the portal; its server token is what is downloaded there afterwards, a .p7m
  [7]
  $ mdmctl dep inspect server.key
  error: 'server.key' is a private key; the server token is another file
  hint: mdmctl dep inspect FILE.p7m --key 'server.key' opens a server token with it
  [7]
  $ printf '{"expDate":"2027-01-10T12:00:00+0000","token":"c2VjcmV0","orgName":"Acme"}' | base64 -w 0 >apps.vpptoken; mdmctl dep inspect apps.vpptoken
  error: 'apps.vpptoken' is an Apps and Books (VPP) token; the server token is another file
  hint: Apps and Books tokens (.vpptoken) are watched by mdmctl expiry add; the server token is downloaded from the device management service, a .p7m
  [7]
  $ openssl req -new -key server.key -subj /CN=push -out push.csr; mdmctl dep inspect push.csr
  error: 'push.csr' is a certificate signing request; the server token is another file
  hint: that belongs to the push certificate: mdmctl apns
  [7]
  $ { make_vendor && make_customer && sign push.req; } >making 2>&1 || cat making; mdmctl dep inspect push.req
  error: 'push.req' is a push certificate request; the server token is another file
  hint: that belongs to the push certificate: mdmctl apns
  [7]
  $ { mdmctl store init && mdmctl tenant add acme && mdmctl tenant export acme --to server.pem --out acme.cms; } >making 2>&1 || cat making; mdmctl dep inspect acme.cms
  error: 'acme.cms' is an encrypted export, as mdmctl tenant export and mdmctl dep export make; the server token is another file
  hint: mdmctl tenant import takes in a tenant's; openssl cms -decrypt opens that of a server token
  [7]
  $ echo '<html><body>Sign in</body></html>' >page.p7m; mdmctl dep inspect page.p7m
  error: 'page.p7m' is a web page; the server token is another file
  hint: the portal's page was saved in place of the file: sign in again and choose Download
  [7]
  $ : >empty; mdmctl dep inspect empty
  error: 'empty' is empty
  hint: get it again: what made or fetched it did not finish
  [7]
  $ openssl cms -sign -binary -in server.pem -signer server.pem -inkey server.key -outform DER -out signed.p7m; mdmctl dep inspect signed.p7m
  error: 'signed.p7m' is a PKCS#7 certificate bundle; the server token is another file
  hint: openssl pkcs7 -print_certs -in 'signed.p7m' -out certificates.pem takes the certificates out; with -inform DER where it is binary
  [7]
