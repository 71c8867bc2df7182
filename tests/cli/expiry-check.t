A monitoring plugin: one line, performance data, lines for the worst, and the exit.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ on_creation_day

Whatever keeps it from judging is UNKNOWN, and said on standard output, where a monitor looks.

  $ mdmctl expiry check 2>/dev/null
  $ mdmctl expiry check --output json 2>/dev/null | jq -c '[.status, .summary.critical]'
  $ mdmctl store init --quiet >/dev/null
  $ mdmctl expiry check --all-tenants 2>/dev/null
  $ mdmctl tenant add acme --quiet >/dev/null
  $ mdmctl expiry check 2>/dev/null
  $ mdmctl expiry check --warn often
  $ mdmctl expiry check --warn 5 --critical 10 2>&1

By the days in force, or by those that are given.

  $ mdmctl expiry add --date 2026-03-01T12:00:00Z --service tls --name www --quiet >/dev/null
  $ mdmctl expiry add --date 2027-01-01 --name contract --quiet >/dev/null
  $ mdmctl expiry check
  $ mdmctl expiry check --warn 60
  $ mdmctl expiry check --warn 90 --critical 60
  $ mdmctl policy set --warn 60 --quiet >/dev/null
  $ mdmctl expiry check
  $ mdmctl expiry check --at 2026-03-02

A vendor certificate is watched over with its intermediate.

  $ { make_vendor && mdmctl apns vendor add --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem; } >making 2>&1 || cat making
  $ mdmctl expiry check --at 2036-01-01 | grep -c 'CRITICAL: apns-vendor'

What another store looks after is nobody's to answer for.

  $ sqlite3 state/mdmctl/mdmctl.db "update tenants set handed_over_at = '2026-01-10T12:00:00Z'"
  $ mdmctl expiry check --tenant acme --at 2026-12-30 | head -1 | cut -d'|' -f1
