How the service is asked, judged by a server that shares nothing with ours: python3-oauthlib verifies the signature. The
store is in earnest, and the token is made by openssl.

  $ export XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ { mdmctl store init && mdmctl tenant add acme && mdmctl dep pubkey --out acme.pem; } >making 2>&1 || cat making
  $ end=$(date -u -d '+300 days' +%FT%TZ)
  $ cat >token.json <<END
  > {"consumer_key":"CK_6f2b1c9e4d","consumer_secret":"CS_a&b=c/d+e~f%20","access_token":"AT_O1O8899aabbO17","access_secret":"AS_0123456789","access_token_expiry":"$end"}
  > END
  $ encrypt() { openssl cms -encrypt -aes-128-cbc -binary -in $1 -outform SMIME -out $2 acme.pem; }
  $ encrypt token.json token.p7m
  $ mkfifo hold; exec 9<>hold
  $ judge() { : >asked; "$ROOT/tests/dep/judge-server" "$@" <hold 9>&- >>asked & while [ ! -s asked ] && kill -0 $!; do sleep 0.02; done; export MDMCTL_DEP_URL=http://127.0.0.1:$(head -1 asked); }
  $ seen() { sed 1d asked; truncate -s "$(head -1 asked | wc -c)" asked; }

A signed request for a session, and the account in it. In the trace is no secret.

  $ judge token.json; mdmctl dep import token.p7m --without-apns --trace trace --quiet --output json | jq -c '[.server_name, .org_name, .apple_account, .state]'
  ["Judge","Judge Ltd","dep@judge.example","valid"]
  $ seen
  GET /session: the signature is good
    X-Server-Protocol-Version: 10
    Content-Type: application/json;charset=UTF8
    User-Agent: mdmctl/0.1.0
    Accept: application/json;charset=UTF8
  GET /account: in session 1, ok
    X-Server-Protocol-Version: 10
    Content-Type: application/json;charset=UTF8
    User-Agent: mdmctl/0.1.0
    Accept: application/json;charset=UTF8
  $ grep '^[<>!]' trace | grep -v -e '^< Server' -e '^< Date' | sed 's/^/|/'
  |> GET http://127.0.0.1:*/session (glob)
  |> X-Server-Protocol-Version: 10
  |> Content-Type: application/json;charset=UTF8
  |> Accept: application/json;charset=UTF8
  |> Authorization: [secret]
  |< 200
  |< Content-Length: 35
  |> GET http://127.0.0.1:*/account (glob)
  |> X-Server-Protocol-Version: 10
  |> Content-Type: application/json;charset=UTF8
  |> Accept: application/json;charset=UTF8
  |> X-ADM-Auth-Session: [secret]
  |< 200
  |< Content-Length: 288
  $ grep -c -e CS_ -e AT_ -e AS_ -e SESSION -e oauth_signature= trace
  0
  [1]

A session that has ended is got anew, and the same asked once more; twice in a row is the end of it.

  $ again() { judge "$@"; mdmctl dep set --origin "$MDMCTL_DEP_URL" --quiet >/dev/null 2>&1; }
  $ again token.json ended; mdmctl dep account --quiet --output json | jq -r .state
  valid
  $ seen | grep -v '^  '
  GET /session: the signature is good
  GET /account: in session 1, ended
  GET /session: the signature is good
  GET /account: in session 2, ok
  $ again token.json ended ended; mdmctl dep account --quiet --output json 2>/dev/null | jq -r '.findings[].code'
  access_denied
  $ seen | grep -v '^  '
  GET /session: the signature is good
  GET /account: in session 1, ended
  GET /session: the signature is good
  GET /account: in session 2, ended

Any answer may bring another session, which counts from then on.

  $ again token.json turned; mdmctl dep account --quiet --output json --trace trace | jq -r .state
  valid
  $ seen | grep -v '^  '
  GET /session: the signature is good
  GET /account: in session 1, turned
  GET /account: in session 2, ok
  $ grep -c SESSION trace
  0
  [1]

The judge is no friend: where a secret is another one, it says so.

  $ jq -c '.access_secret = "AS_other"' token.json >other.json; again other.json
  $ mdmctl dep account --output json 2>/dev/null | jq -r '.findings[].code'
  token_superseded
  $ seen | grep -v '^  '
  GET /session: signature_invalid

By which name we are known can be set.

  $ again token.json; MDMCTL_USER_AGENT=acme-mdm/2 mdmctl dep account --quiet >/dev/null 2>&1; seen | grep User-Agent
    User-Agent: acme-mdm/2
    User-Agent: acme-mdm/2
