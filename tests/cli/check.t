What is wrong, over all services and tenants: one command for the night.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ { make_vendor && make_customer && sign push.req && create push.pem; } >making 2>&1 || cat making

Whatever keeps it from judging is UNKNOWN.

  $ mdmctl check
  $ mdmctl store init --quiet >/dev/null
  $ mdmctl check --all-tenants
  $ mdmctl check --no-such-option --output json
  $ mdmctl tenant add acme --quiet >/dev/null
  $ mdmctl check --all-tenants --label tier=gold

A tenant that never said what it uses is shown what it lacks, and nothing is wrong.

  $ mdmctl check
  $ mdmctl check --output json | jq -c '.services[] | [.service, .state, .severity, .days_left, .action]'
  $ mdmctl check --output json | jq -c 'del(.services)'

What it uses and has not is CRITICAL; one service waits for another.

  $ mdmctl tenant set acme --uses apns,dep --external-id C-1001 --quiet >/dev/null
  $ mdmctl check
  $ mdmctl check --quiet --output csv | cut -d, -f1-5

With a push certificate that ends in a year all is well, but for what a person should know.

  $ mdmctl tenant set acme --uses apns --quiet >/dev/null
  $ mdmctl apns import push.pem --key push.key --apple-account jo@icloud.com --quiet --output json >/dev/null 2>&1
  $ mdmctl check
  $ mdmctl apns set --apple-account mdm@acme.example --reason 'the shared mailbox' --devices 240 --quiet >/dev/null
  $ mdmctl tenant contact add mdm@acme.example --quiet >/dev/null
  $ mdmctl tenant note acme 'ask Jo' --quiet >/dev/null
  $ mdmctl check
  $ mdmctl check --output json | jq -S '.services[0] | .id |= length'

Time passes.

  $ mdmctl check --at 2026-12-20
  $ mdmctl check --at 2027-01-05 --output json | jq -c '.checked_at, .summary, (.services[] | [.state, .severity, .days_left, [.findings[].code]])'
  $ mdmctl check --at 2027-02-01 --output jsonl | jq -c '[.state, .severity, .days_left]'

Several tenants: the exit is the worst of all.

  $ mdmctl tenant add globex --quiet >/dev/null
  $ mdmctl check
  $ mdmctl check --all-tenants --output json | jq -c '[.summary, (.services[] | [.tenant, .service, .severity])]'
  $ mdmctl tenant set globex --uses google --label tier=gold --quiet >/dev/null
  $ mdmctl check --all-tenants --label tier=gold --output json | jq -c '[.services[] | [.tenant, .service, .severity]]'
  $ mdmctl check --tenant acme
  $ mdmctl check --all-tenants >/dev/null

A name that is new is in what to type.

  $ mdmctl tenant rename acme "o'neill" --quiet >/dev/null
  $ mdmctl check --tenant "o'neill" --at 2027-02-01 --output json | jq -r '.services[0].next.text, .services[0].next.command'

A vendor certificate that all sign with is a line of its own.

  $ mdmctl apns vendor add --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --quiet >/dev/null
  $ mdmctl check --all-tenants --output json | jq -c '.services[0] | [.tenant, .service, .state, .severity]'

It is read alone: no key is needed, and nothing is changed.

  $ events() { mdmctl audit log --output json | jq '.events | length'; }
  $ before=$(events); MDMCTL_STORE_KEY_FILE=nowhere mdmctl check --tenant "o'neill" | tail -1; test "$before" = "$(events)"
