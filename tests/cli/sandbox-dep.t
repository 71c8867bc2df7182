The pretend Device Enrollment Program service, and the portal that gives out its tokens. Whoever asks here is no client
of ours: python3-oauthlib signs, Python's http.client asks.

  $ export TMPDIR=$PWD MDMCTL_NOW=2026-12-01T12:00:00Z
  $ dep() { "$ROOT/tests/sandbox/dep-client" "$@" 2>&1 | cut -c 1-110; }
  $ quietly() { "$@" 2>&1 | sed '/^notice: /d'; }

A token-encryption certificate, as our own client would make one.

  $ openssl req -x509 -newkey rsa:2048 -nodes -keyout dep.key -out dep.pem -subj '/CN=mdmctl acme' -days 3650 2>/dev/null
  $ echo else >there

The portal's strictness: nothing is made.

  $ cat >strict <<'END'
  > mdmctl sandbox clock +1000w --quiet >/dev/null
  > portal() { mdmctl sandbox portal server-token --out token.p7m "$@"; echo "exit $?"; }
  > portal
  > portal --public-key dep.key
  > cat dep.key dep.pem >both.pem; portal --public-key both.pem
  > cat dep.pem dep.pem >two.pem; portal --public-key two.pem
  > openssl x509 -in dep.pem -outform DER -out dep.der; portal --public-key dep.der
  > echo hello >text; portal --public-key text
  > portal --public-key dep.pem
  > openssl req -x509 -newkey rsa:1024 -nodes -keyout weak.key -out weak.pem -subj /CN=weak -days 9 2>/dev/null
  > portal --public-key weak.pem
  > mdmctl sandbox clock 2020-01-01 --quiet >/dev/null; portal --public-key dep.pem
  > ls token.p7m; ls "$MDMCTL_SANDBOX_DIR/portal" 2>&1
  > END
  $ quietly mdmctl sandbox run -- sh strict
  error: there is no device management service 'MDM' yet, so a certificate is uploaded first
  hint: --public-key FILE.pem; mdmctl dep pubkey --out FILE.pem makes one, and keeps its key
  exit 2
  error: 'dep.key' holds a private key, which never goes to a portal
  hint: openssl x509 -in 'dep.key' -out public.pem takes the certificate out of it
  exit 4
  error: 'both.pem' holds a private key, which never goes to a portal
  hint: openssl x509 -in 'both.pem' -out public.pem takes the certificate out of it
  exit 4
  error: 'two.pem' holds 2 certificates, and the portal takes one
  hint: name a file with the token-encryption certificate alone
  exit 7
  error: 'dep.der' is no PEM, and the portal takes nothing else
  hint: openssl x509 -inform DER -in 'dep.der' -out public.pem
  exit 7
  error: 'text' holds no certificate
  hint: mdmctl dep pubkey --out FILE.pem makes one, and keeps its key
  exit 7
  error: 'dep.pem' ended on * (glob)
  hint: mdmctl dep pubkey --out FILE.pem makes one, and keeps its key
  exit 4
  error: the key of 'weak.pem' is RSA with 1024 bits, and the portal takes RSA with 2048 or more
  hint: mdmctl dep pubkey --out FILE.pem makes one, and keeps its key
  exit 7
  error: 'dep.pem' begins on *, and it is 2020-01-01T00:00:00Z (glob)
  hint: mdmctl sandbox clock moves the time of the rehearsal
  exit 4
  ls: cannot access 'token.p7m': No such file or directory
  lock

A first token, in Apple's form outside and inside.

  $ cat >first <<'END'
  > mdmctl sandbox clock "$(date -u +%FT%TZ)" --quiet >/dev/null
  > mdmctl sandbox portal server-token --public-key dep.pem --out token.p7m --dry-run
  > mdmctl sandbox portal server-token --public-key dep.pem --out token.p7m
  > mdmctl sandbox portal server-token --public-key dep.pem --out token.p7m --quiet >again && echo the same again
  > mdmctl sandbox portal server-token --public-key dep.pem --out dep.pem --quiet
  > mdmctl sandbox portal server-token --out there
  > mdmctl sandbox portal server list
  > mdmctl sandbox portal server list --output json | jq -c '.servers[] | keys_unsorted'
  > END
  $ quietly mdmctl sandbox run -- sh first
  the portal would give out a server token; nothing was written, and no token has ended
  token  token.p7m
  downloaded 'token.p7m'
  token                token.p7m
  organization         Example Organization
  server               MDM
  apple account        admin@example.org
  access token expiry  * (glob)
  days left            365
  server uuid          * (glob)
  consumer key         CK_* (glob)
  the same again
  error: the output 'dep.pem' is also the input 'dep.pem'
  hint: write to another file
  error: 'there' exists, and a download does not replace it
  hint: name a new file; no token was made, so that none has ended
  SERVER  STATE  ACCESS TOKEN EXPIRY   DAYS LEFT  DEVICES  APPLE ACCOUNT      ORGANIZATION
  MDM     valid  *        365        0  admin@example.org  Example Organization (glob)
  ["server","state","access_token_expiry","days_left","apple_account","organization","type","terms_accepted","server_uuid","consumer_key","devices"]
  $ head -n 4 token.p7m | cat -A
  Content-Type: application/pkcs7-mime; name="smime.p7m"; smime-type=enveloped-data^M$
  Content-Transfer-Encoding: base64^M$
  Content-Disposition: attachment; filename="smime.p7m"^M$
  Content-Description: S/MIME Encrypted Message^M$
  $ sed -n 5,6p token.p7m | cut -c 1-50 | cat -A
  ^M$
  MIAGCSqGSIb3DQEHA6CAMIACAQAxgg*$ (glob)
  $ sed 1,5d token.p7m | awk '{ print length }' | sort -rn | sed -n 1p
  77
  $ sed 1,5d token.p7m | base64 -di | openssl asn1parse -inform DER | sed 's/^ *[0-9]*://' | grep -e inf -e EOC -e :rsaEnc -e aes -e pkcs7 | cut -c 1-70
  d=0  hl=2 l=inf  cons: SEQUENCE          
  d=1  hl=2 l=   9 prim: OBJECT            :pkcs7-envelopedData
  d=1  hl=2 l=inf  cons: cont [ 0 ]        
  d=2  hl=2 l=inf  cons: SEQUENCE          
  d=6  hl=2 l=   9 prim: OBJECT            :rsaEncryption
  d=3  hl=2 l=inf  cons: SEQUENCE          
  d=4  hl=2 l=   9 prim: OBJECT            :pkcs7-data
  d=5  hl=2 l=   9 prim: OBJECT            :aes-128-cbc
  d=4  hl=2 l=inf  cons: cont [ 0 ]        
  d=5  hl=2 l=   0 prim: EOC               
  d=4  hl=2 l=   0 prim: EOC               
  d=3  hl=2 l=   0 prim: EOC               
  d=2  hl=2 l=   0 prim: EOC               
  d=1  hl=2 l=   0 prim: EOC               
  $ openssl cms -decrypt -in token.p7m -inkey dep.key -recip dep.pem | sed -E 's/(_|O)[0-9a-zO]{30,}/\1*/g' | cat -A
  Content-Type: text/plain;charset=UTF-8^M$
  Content-Transfer-Encoding: 7bit^M$
  ^M$
  -----BEGIN MESSAGE-----^M$
  {"consumer_key":"CK_*","consumer_secret":"CS_*","access_token":"AT_*","access_secret":"AS_*","access_token_expiry":"*Z","mdmctl_sandbox":"yes"}^M$ (glob)
  -----END MESSAGE-----^M$

A session for it, and the account; whatever is not as it should be is refused.

  $ cat >start <<'END'
  > export TMPDIR=$PWD
  > mdmctl sandbox clock "$(date -u +%FT%TZ)" --quiet >/dev/null
  > token() {
  >     rm -f token.p7m
  >     mdmctl sandbox portal server-token --out token.p7m --quiet "$@" >/dev/null || return
  >     openssl cms -decrypt -in token.p7m -inkey dep.key | sed -n 's/\r$//; /^{/p' >token.json
  > }
  > END
  $ cat >good <<'END'
  > . ./start
  > token --public-key dep.pem --organization 'Example School' --type school --server Prod
  > dep GET /session
  > dep /account >account; cut -c 1-4 account
  > "$ROOT/tests/sandbox/dep-client" /account | cut -c 5- | jq -r 'to_entries[] | select(.key != "urls") | "\(.key)=\(.value)"'
  > "$ROOT/tests/sandbox/dep-client" /account | cut -c 5- | jq -c '.urls[0, 1, 2, 8]'
  > dep --set X-Server-Protocol-Version=2 /account | grep -c org_id
  > dep --without X-Server-Protocol-Version /account | grep -c org_id
  > [ "$(dep --show Date /session | sed -n 's/Date: //p')" = "$(date -u -d "$(cat "${MDMCTL_NOW#@}")" '+%a, %d %b %Y %T GMT')" ] && echo the clock of the rehearsal
  > END
  $ export -f dep
  $ quietly mdmctl sandbox run -- bash good
  200 SESSION
  200 
  server_name=Prod
  server_uuid=* (glob)
  admin_id=admin@example.org
  facilitator_id=admin@example.org
  org_name=Example School
  org_email=it@example.org
  org_phone=+44 20 7946 0000
  org_address=1 Example Street, London
  org_id=* (glob)
  org_id_hash=* (glob)
  org_type=edu
  org_version=v2
  {"uri":"/session","http_method":["GET"]}
  {"uri":"/account","http_method":["GET"]}
  {"uri":"/server/devices","http_method":["POST"],"limit":{"default":100,"maximum":1000}}
  {"uri":"/profile","http_method":["GET","POST"],"limit":{"default":1000,"maximum":1000}}
  0
  0
  the clock of the rehearsal

  $ cat >signing <<'END'
  > . ./start
  > token --public-key dep.pem
  > dep --nonce once /session
  > dep --nonce once /session
  > dep --at 301 /session
  > dep --at -301 /session
  > dep --at 300 /session
  > dep --secret AS_other /session
  > dep --edit 'oauth_nonce=>oauth_other' /session
  > dep --edit 'realm="ADM",=>' /session
  > dep --edit 'HMAC-SHA1=>PLAINTEXT' /session
  > dep --edit '"1.0"=>"2.0"' /session
  > dep --edit '%3D=>=' /session
  > dep --without Authorization /session
  > dep --set Authorization='Bearer x' /session
  > dep '/session?oauth_token=AT_x'
  > sed 's/"consumer_key":"CK_/&x/' token.json >other.json; dep --token other.json /session
  > sed 's/"access_token":"AT_/&x/' token.json >other.json; dep --token other.json /session
  > END
  $ quietly mdmctl sandbox run -- bash signing
  200 SESSION
  401 nonce_used
  401 timestamp_refused
  401 timestamp_refused
  200 SESSION
  401 signature_invalid
  400 parameter_rejected
  200 SESSION
  400 signature_method_rejected
  400 version_rejected
  400 parameter_rejected
  401 parameter_absent
  400 parameter_rejected
  400 MALFORMED_REQUEST_BODY
  401 consumer_key_unknown
  401 token_rejected

  $ cat >headers <<'END'
  > . ./start
  > token --public-key dep.pem
  > dep /session
  > dep --without User-Agent /account
  > dep --without User-Agent /session
  > dep --set User-Agent=python-requests/2.28 /account
  > dep --set 'User-Agent=mdm/1.0 (Linux)' /account
  > dep --without Content-Type /account
  > dep --set Content-Type=application/json /account
  > dep --set 'Content-Type=Application/JSON; charset=utf8' /account | cut -c 1-4
  > dep --set X-Server-Protocol-Version=ten /account
  > dep --set Accept=text/html /account
  > dep --set Authorization=x /account
  > dep --without X-ADM-Auth-Session /account
  > dep --set X-ADM-Auth-Session=x /account
  > dep /accounts
  > dep POST /account --body '{}' --show Allow
  > dep POST /devices/disown --body '{"devices":["x"]}'
  > END
  $ quietly mdmctl sandbox run -- bash headers
  200 SESSION
  400 USER_AGENT_MISSING
  400 USER_AGENT_MISSING
  400 USER_AGENT_INVALID
  400 USER_AGENT_INVALID
  415 UNSUPPORTED_MEDIA_TYPE
  415 UNSUPPORTED_MEDIA_TYPE
  200 
  400 MALFORMED_REQUEST_BODY
  406 NOT_ACCEPTABLE
  400 MALFORMED_REQUEST_BODY
  401 UNAUTHORIZED
  403 FORBIDDEN
  404 NOT_FOUND
  405 METHOD_NOT_ALLOWED
  Allow: GET
  501 NOT_IMPLEMENTED

What ends a token, or lets it rest, and the session with it.

  $ cat >ends <<'END'
  > . ./start
  > portal() { mdmctl sandbox portal "$@" --quiet >/dev/null; }
  > token --public-key dep.pem; cp token.json first.json
  > dep /session; dep /account | cut -c 1-4
  > portal terms changed
  > dep /account; dep /session
  > portal terms accepted
  > dep /account | cut -c 1-4; dep /session
  > token
  > dep /account; dep --token first.json /session; dep /session
  > [ "$(jq -r .consumer_key first.json)" = "$(jq -r .consumer_key token.json)" ] && echo the same consumer key
  > mdmctl sandbox portal account password-changed --apple-account admin@example.org
  > dep /account; dep /session
  > token; dep /session
  > mdmctl sandbox clock +31m --quiet >/dev/null
  > dep /account; dep /session; dep /account | cut -c 1-4
  > mdmctl sandbox clock +365d --quiet >/dev/null
  > dep /session
  > mdmctl sandbox portal server list --output json | jq -r '.servers[].state'
  > mdmctl sandbox portal server remove MDM --quiet --output json | jq -r .server_uuid >before
  > dep /session
  > token --public-key dep.pem && dep /session
  > [ "$(jq -r .consumer_key first.json)" = "$(jq -r .consumer_key token.json)" ] || echo another consumer key
  > [ "$(mdmctl sandbox portal server list --output json | jq -r '.servers[].server_uuid')" = "$(cat before)" ] || echo another server
  > mdmctl sandbox portal server remove Prod; mdmctl sandbox portal terms changed --organization Nobody
  > END
  $ quietly mdmctl sandbox run -- bash ends
  200 SESSION
  200 
  403 "T_C_NOT_SIGNED"
  403 "T_C_NOT_SIGNED"
  200 
  200 SESSION
  403 FORBIDDEN
  401 token_rejected
  200 SESSION
  the same consumer key
  ended 1 server token
  apple account  admin@example.org
  servers        MDM
  403 FORBIDDEN
  401 token_rejected
  200 SESSION
  401 UNAUTHORIZED
  200 SESSION
  200 
  401 token_expired
  expired
  401 consumer_key_unknown
  200 SESSION
  another consumer key
  another server
  error: 'Example Organization' has no device management service 'Prod'
  hint: mdmctl sandbox portal server list shows those there are
  error: the portal has no organisation 'Nobody'
  hint: mdmctl sandbox portal server list shows those there are

Now and then an answer brings a new session; the old one soon works no more.

  $ cat >rotation <<'END'
  > . ./start
  > token --public-key dep.pem
  > dep /session; cp session old
  > for n in 1 2 3 4 5 6; do dep /account | cut -c 1-3; done | uniq -c | sed 's/^ *//'
  > cmp -s session old || echo another session
  > dep --set X-ADM-Auth-Session="$(cat old)" /account | cut -c 1-3
  > dep --set X-ADM-Auth-Session="$(cat old)" /account
  > dep /account | cut -c 1-3
  > END
  $ quietly mdmctl sandbox run -- bash rotation
  200 SESSION
  6 200
  another session
  200
  403 FORBIDDEN
  200

Faults: told at the start, or in between; used up in their order.

  $ cat >faults <<'END'
  > . ./start
  > token --public-key dep.pem
  > dep /session; dep /session; dep /session
  > mdmctl sandbox fault list
  > mdmctl sandbox fault add dep:429,retry-after=120/1 dep:503=DOWN/1 dep:redirect/1 dep:T_C_NOT_SIGNED/1@/account
  > dep --show Retry-After /session; dep /account; dep --show Location /session; dep /session; dep /account
  > fault() { mdmctl sandbox fault clear --quiet >/dev/null; mdmctl sandbox fault add "$@" --quiet >/dev/null; }
  > fault dep:cut/1; dep /account
  > fault dep:garbage/1; dep /account
  > fault dep:html/1; dep /account
  > fault dep:empty/2; dep /session; dep /account
  > fault dep:large/1; "$ROOT/tests/sandbox/dep-client" /account | wc -c
  > fault dep:401/1; dep /session; dep /account
  > fault dep:EXPIRED_TOKEN/1; dep /account
  > fault dep:token_rejected/1; dep /account | cut -c 1-4; dep /session
  > fault dep:skew=+600s/1; dep /session
  > fault dep:field-missing=org_name/1; "$ROOT/tests/sandbox/dep-client" /account | cut -c 5- | jq -c .org_name
  > fault dep:field-empty=org_name/1; "$ROOT/tests/sandbox/dep-client" /account | cut -c 5- | jq -c .org_name
  > fault dep:field-doubled=org_name/1; "$ROOT/tests/sandbox/dep-client" /account | grep -o org_name | wc -l
  > fault dep:slow=1s/1; begun=$(date +%s%N); dep /account | cut -c 1-4; [ $(($(date +%s%N) - begun)) -gt 1000000000 ] && echo late
  > fault dep:hang/1; timeout 1 "$ROOT/tests/sandbox/dep-client" /account || echo "exit $?"
  > dep /account | cut -c 1-4
  > mdmctl sandbox fault add dep:503/3@/account --dry-run
  > mdmctl sandbox fault add dep:503/3@/account --output json
  > mdmctl sandbox fault clear
  > mdmctl sandbox fault add dep:boo
  > END
  $ quietly mdmctl sandbox run --fault dep:500/1 --fault dep:signature_invalid/1 -- bash faults
  500 
  401 signature_invalid
  200 SESSION
  FAULT  LEFT
  FAULT                          LEFT
  dep:429,retry-after=120/1         1
  dep:503=DOWN/1                    1
  dep:redirect/1                    1
  dep:T_C_NOT_SIGNED/1@/account     1
  429 
  Retry-After: 120
  503 DOWN
  302 
  Location: https://elsewhere.example.org/session
  200 SESSION
  403 "T_C_NOT_SIGNED"
  IncompleteRead
  200 {"server_name":"MD
  200 <html><body>Welcome to our hotel</body></html>
  200 {"auth_session_token":""}
  200 
  16777279
  200 SESSION
  401 UNAUTHORIZED
  403 EXPIRED_TOKEN
  200 
  401 token_rejected
  401 timestamp_refused
  null
  ""
  2
  200 
  late
  exit 124
  200 
  nothing was changed
  FAULT               LEFT
  dep:503/3@/account     3
  {
    "faults": [
      {
        "fault": "dep:503/3@/account",
        "left": 3,
        "path": "/account"
      }
    ]
  }
  1 fault taken back
  FAULT               LEFT
  dep:503/3@/account     3
  error: 'dep:boo' is no fault: there is no 'boo'
  hint: dep:WHAT[,retry-after=SECONDS][/COUNT][@/PATH][#FIRST], WHAT being 503[=CODE], T_C_NOT_SIGNED, ACCESS_DENIED, FORBIDDEN, EXPIRED_TOKEN, token_rejected, token_expired, signature_invalid, nonce_used, timestamp_refused, consumer_key_unknown, skew=+600s, hang, slow[=5s], trickle[=5s], cut, reset, half, byte[=ff], garbage, html, large[=100], empty, redirect, same-cursor, cursor-cycle, empty-page, field-missing=NAME, field-empty=NAME, field-null=NAME, field-doubled=NAME, field-mistyped=NAME, field-added=NAME, field-set=NAME:TEXT; any status from 400 to 599
  $ quietly mdmctl sandbox run --fault dep:boo -- echo never | head -1
  error: 'dep:boo' is no fault: there is no 'boo'
  $ quietly mdmctl sandbox fault list
  error: there is no rehearsal in which a pretend service could go wrong
  hint: mdmctl sandbox run --fault FAULT -- COMMAND makes one

The service without a command, for a server that is being developed: what a shell sets to be in it, and the end.

  $ mdmctl sandbox serve --dir kept >environment 2>said & served=$!
  $ while [ ! -s environment ]; do sleep 0.02; done
  $ sed "s#'.*kept#'kept#; s/[0-9]*'\$/N'/" environment
  export MDMCTL_SANDBOX_DIR='keptN'
  export MDMCTL_NOW='kept/clockN'
  export XDG_CONFIG_HOME='kept/configN'
  export XDG_STATE_HOME='kept/stateN'
  export MDMCTL_STORE='kept/state/mdmctl/mdmctl.dbN'
  export MDMCTL_DEP_URL='http://127.0.0.1:N'
  $ (. ./environment; . ./start; token --public-key dep.pem; dep /session; dep /account | cut -c 1-4)
  200 SESSION
  200 
  $ kill -TERM $served; wait $served
  $ tail -1 said
  the rehearsal is kept in '*/kept'; the same command takes it up again (glob)
  $ (. ./environment; dep /session)
  ConnectionRefusedError
  $ rm environment; mdmctl sandbox serve --dir kept --output json --quiet >environment 2>/dev/null & served=$!
  $ until jq -e .environment environment >/dev/null 2>&1; do sleep 0.02; done
  $ url=$(jq -r .environment.MDMCTL_DEP_URL environment)
  $ quietly mdmctl sandbox serve --listen "${url#http://}"
  error: nothing can listen at 127.0.0.1:* (glob)
  hint: another program has that port; with port 0 a free one is taken
  $ quietly mdmctl sandbox run --dir kept -- true
  error: another run holds the lock '*/kept/rehearsal' (glob)
  hint: try again when it is done
  $ (export MDMCTL_DEP_URL=$url MDMCTL_NOW=@$PWD/kept/clock; dep /session)
  200 SESSION
  $ kill -TERM $served; wait $served
  $ quietly mdmctl sandbox serve --listen 0.0.0.0:80
  error: '0.0.0.0:80' is no address that pretend services are had at
  hint: 127.0.0.1:PORT; with port 0 the kernel chooses one
  $ ls -d mdmctl-rehearsal-* 2>/dev/null
  [2]

A command sees its signals and pipes as without a service beside it, and leaves nobody listening.

  $ quietly mdmctl sandbox run -- sh -c 'echo $MDMCTL_DEP_URL >url; yes | head -n 1; sed -n "s/^Sig\(Ign\|Blk\):.*\(...\)$/\1 \2/p" /proc/self/status'
  y
  Blk 000
  Ign 000
  $ (export MDMCTL_DEP_URL=$(cat url) MDMCTL_NOW=@$PWD/kept/clock; dep /session)
  ConnectionRefusedError
