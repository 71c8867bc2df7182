When Apple wants to be asked later, the time is kept, and until then nobody asks.

  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/rehearsal.sh"
  $ on_creation_day; begin_serving served
  $ { mdmctl tenant add acme && mdmctl tenant set acme --uses dep && mdmctl tenant note acme 'ask Jo' && mdmctl tenant contact add it@acme.example; } >making 2>&1 || cat making
  $ public_key acme.pem; download first.p7m --public-key acme.pem; mdmctl dep import first.p7m --without-apns --quiet >/dev/null
  $ faulty() { mdmctl sandbox fault add --quiet "$@" >/dev/null; }
  $ state() { mdmctl dep show --output json | jq -c '[.state, .retry_at]'; }

Asked too often.

  $ faulty dep:429,retry-after=7200/1; mdmctl dep account
  error: 127.0.0.1:* was asked too often (429) (glob)
  hint: run the same again after * (glob)
  [6]
  $ state
  ["valid","2026-01-10T14:00:00Z"]
  $ mdmctl dep account --trace trace
  error: Apple wants not to be asked with the server token of 'acme' before 2026-01-10T14:00:00Z
  hint: run it again then
  [6]
  $ grep -c '^>' trace
  0
  [1]
  $ mdmctl check --live --output json --trace trace | jq -c '.services[] | select(.service == "dep") | [.state, .severity, (.findings[] | .severity, .code, .message)]'
  ["valid","ok","info","not_asked","Apple's DEP service was not asked: it wants not to be asked before 2026-01-10T14:00:00Z"]
  $ grep -c '^>' trace
  0
  [1]
  $ mdmctl sandbox clock +2h --quiet >/dev/null; mdmctl dep account --quiet --output json | jq -r .state; state
  valid
  ["valid",null]

Out of order, with a date.

  $ faulty dep:503,retry-after=date:7200/1; mdmctl dep account
  error: 127.0.0.1:* answers with 503 (glob)
  hint: run the same again after * (glob)
  [6]
  $ state
  ["valid","2026-01-10T16:00:00Z"]
  $ mdmctl sandbox clock +3h --quiet >/dev/null; mdmctl dep account --quiet --output json | jq -r .state; state
  valid
  ["valid",null]

Less than a moment is waited for.

  $ faulty dep:503,retry-after=1/1; mdmctl dep account --quiet --output json | jq -r .state
  valid

A renewal that is refused thus changes nothing, and is done with the same command later.

  $ download second.p7m
  $ faulty dep:429,retry-after=3600/1@/account; mdmctl dep renew second.p7m
  error: 127.0.0.1:* was asked too often (429) (glob)
  hint: run the same again after * (glob)
  [6]
  $ state
  ["valid",null]
  $ mdmctl sandbox clock +1h --quiet >/dev/null; mdmctl dep renew second.p7m --quiet --output json | jq -c '[.changed, .state]'
  [true,"valid"]
