A server token is sent to where it was imported for, and to no other place; what the pretend portal made stays in rehearsals.

  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/rehearsal.sh"
  $ on_creation_day
  $ begin_serving served
  $ mdmctl tenant add acme --quiet >/dev/null
  $ public_key acme.pem; download first.p7m --public-key acme.pem; mdmctl dep import first.p7m --without-apns --quiet >/dev/null

Within the rehearsal every pretend service is the same one, for its port is another one each time.

  $ end_serving; begin_serving served; mdmctl dep account --quiet --output json | jq -r .state
  valid

Another place is refused, and nothing is sent there.

  $ MDMCTL_DEP_URL=https://localhost:1 mdmctl dep account
  error: the server token of 'acme' was imported for http://127.0.0.1:*, and would be sent to https://localhost:1 (glob)
  hint: MDMCTL_DEP_URL=http://127.0.0.1:* asks there; mdmctl dep set --origin https://localhost:1 moves it (glob)
  [4]
  $ MDMCTL_DEP_URL=http://dep.example mdmctl dep account
  error: 'dep.example:80' would be asked over plain http, without verifying who answers
  hint: begin the URL with https://; http is for 127.0.0.1 and [::1] alone
  [4]
  $ MDMCTL_DEP_URL=https://jo@dep.example mdmctl dep account
  error: the URL for 'dep.example' holds a user name
  [2]
  $ mdmctl sandbox clock +1h --quiet >/dev/null; download second.p7m
  $ MDMCTL_DEP_URL=https://localhost:1 mdmctl dep renew second.p7m
  error: the server token of 'acme' was imported for http://127.0.0.1:*, and would be sent to https://localhost:1 (glob)
  hint: MDMCTL_DEP_URL=http://127.0.0.1:* asks there; mdmctl dep set --origin https://localhost:1 moves it (glob)
  [4]
  $ MDMCTL_DEP_URL=https://localhost:1 mdmctl check --live --output json | jq -c '.services[] | select(.service == "dep") | [.state, .severity, (.findings[] | .severity, .code)]'
  ["valid","warning","warning","other_origin"]

set --origin moves it, and takes the tenant by name where there are several.

  $ mdmctl tenant add globex --quiet >/dev/null
  $ MDMCTL_TENANT=acme mdmctl dep set --origin https://localhost:1
  error: this cannot be undone, and the store has several tenants
  hint: --tenant T names the one that is meant; MDMCTL_TENANT is not enough here
  [2]
  $ mdmctl dep set --origin http://dep.example --tenant acme
  error: 'dep.example:80' would be asked over plain http, without verifying who answers
  hint: begin the URL with https://; http is for 127.0.0.1 and [::1] alone
  [4]
  $ mdmctl dep set --origin https://localhost:1/path --tenant acme
  error: the origin on localhost:1 is to have no path
  hint: leave out what stands behind the host: https://host.example
  [2]
  $ mdmctl dep set --origin https://localhost:1 --tenant acme --dry-run --quiet --output json | jq -r .origin
  https://localhost:1
  $ mdmctl dep set --origin https://localhost:1 --tenant acme --quiet --output json | jq -r .origin
  https://localhost:1
  $ MDMCTL_DEP_URL=https://localhost:1 mdmctl dep account --tenant acme
  error: cannot reach localhost:1: connection refused
  hint: look whether the service is up, and host and port are the right ones
  [6]
  $ mdmctl dep account --tenant acme
  error: the server token of 'acme' was imported for https://localhost:1, and would be sent to http://127.0.0.1:* (glob)
  hint: MDMCTL_DEP_URL=https://localhost:1 asks there; mdmctl dep set --origin http://127.0.0.1:* moves it (glob)
  [4]
  $ mdmctl dep set --origin "$MDMCTL_DEP_URL" --tenant acme --quiet --output json | jq -c '[.origin == env.MDMCTL_DEP_URL]'
  [true]
  $ mdmctl dep renew second.p7m --tenant acme --quiet --output json | jq .changed
  true

A store in earnest takes no token of the pretend portal's.

  $ end_serving
  $ unset MDMCTL_STORE MDMCTL_DEP_URL MDMCTL_SANDBOX_DIR; export MDMCTL_NOW=2026-01-10T12:00:00Z XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ { mdmctl store init && mdmctl tenant add acme && mdmctl dep pubkey --out genuine.pem; } >making 2>&1 || cat making
  $ MDMCTL_SANDBOX_DIR=$PWD/served mdmctl sandbox portal server-token --organization Real --public-key genuine.pem --out pretended.p7m --quiet >/dev/null 2>&1
  $ mdmctl dep import pretended.p7m --offline --without-apns --quiet
  notice: MDMCTL_NOW moves the clock to 2026-01-10T12:00:00Z
  error: 'pretended.p7m' was made by the rehearsal's pretend portal, and this store is no rehearsal's
  hint: mdmctl sandbox run makes a store that takes it
  [4]
  $ mdmctl dep list --quiet --output json | jq '.tokens | length'
  0
