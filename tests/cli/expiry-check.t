A monitoring plugin: one line, performance data, lines for the worst, and the exit.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal && on_creation_day

Whatever keeps it from judging is UNKNOWN, and said on standard output, where a monitor looks.

  $ mdmctl expiry check 2>/dev/null
  MDMCTL UNKNOWN - there is no store at '*' (glob)
  [3]
  $ mdmctl expiry check --output json 2>/dev/null | jq -c '[.status, .summary.critical]'
  ["UNKNOWN",0]
  $ mdmctl store init --quiet >/dev/null
  $ mdmctl expiry check --all-tenants 2>/dev/null
  MDMCTL UNKNOWN - the store has no tenant yet: there is nothing to check
  [3]
  $ mdmctl tenant add acme --quiet >/dev/null
  $ mdmctl expiry check 2>/dev/null
  MDMCTL UNKNOWN - there is nothing to watch over yet
  [3]
  $ mdmctl expiry check --warn often
  error: 'often' is no whole number, which --warn takes
  hint: usage: mdmctl expiry check [OPTION...]
  [3]
  $ mdmctl expiry check --warn 5 --critical 10 2>&1
  MDMCTL UNKNOWN - --critical is more than --warn
  error: --critical is more than --warn
  hint: WARNING comes before CRITICAL
  [3]

By the days in force, or by those that are given.

  $ mdmctl expiry add --date 2026-03-01T12:00:00Z --service tls --name www --quiet >/dev/null
  $ mdmctl expiry add --date 2027-01-01 --name contract --quiet >/dev/null
  $ mdmctl expiry check
  MDMCTL OK - 0 critical, 0 warning, 0 unknown, 2 ok; first: acme tls/www ends in 50 days, on 2026-03-01T12:00:00Z | 'ok'=2;;;0; 'warning'=0;;;0; 'critical'=0;;;0; 'unknown'=0;;;0; 'least_days_left'=50;31:;8: 'acme other/contract'=355;31:;8: 'acme tls/www'=50;31:;8:
  $ mdmctl expiry check --warn 60
  MDMCTL WARNING - 0 critical, 1 warning, 0 unknown, 1 ok; first: acme tls/www ends in 50 days, on 2026-03-01T12:00:00Z | 'ok'=1;;;0; 'warning'=1;;;0; 'critical'=0;;;0; 'unknown'=0;;;0; 'least_days_left'=50;61:;8: 'acme other/contract'=355;61:;8: 'acme tls/www'=50;61:;8:
  WARNING: acme tls/www ends in 50 days, on 2026-03-01T12:00:00Z
  [1]
  $ mdmctl expiry check --warn 90 --critical 60
  MDMCTL CRITICAL - 1 critical, 0 warning, 0 unknown, 1 ok; first: acme tls/www ends in 50 days, on 2026-03-01T12:00:00Z | 'ok'=1;;;0; 'warning'=0;;;0; 'critical'=1;;;0; 'unknown'=0;;;0; 'least_days_left'=50;91:;61: 'acme other/contract'=355;91:;61: 'acme tls/www'=50;91:;61:
  CRITICAL: acme tls/www ends in 50 days, on 2026-03-01T12:00:00Z
  [2]
  $ mdmctl policy set --warn 60 --quiet >/dev/null
  $ mdmctl expiry check
  MDMCTL WARNING - 0 critical, 1 warning, 0 unknown, 1 ok; first: acme tls/www ends in 50 days, on 2026-03-01T12:00:00Z | 'ok'=1;;;0; 'warning'=1;;;0; 'critical'=0;;;0; 'unknown'=0;;;0; 'least_days_left'=50;61:;8: 'acme other/contract'=355;61:;8: 'acme tls/www'=50;61:;8:
  WARNING: acme tls/www ends in 50 days, on 2026-03-01T12:00:00Z
  [1]
  $ mdmctl expiry check --at 2026-03-02
  MDMCTL CRITICAL - 1 critical, 0 warning, 0 unknown, 1 ok; first: acme tls/www ended on 2026-03-01T12:00:00Z | 'ok'=1;;;0; 'warning'=0;;;0; 'critical'=1;;;0; 'unknown'=0;;;0; 'least_days_left'=-1;61:;8: 'acme other/contract'=305;61:;8: 'acme tls/www'=-1;61:;8:
  CRITICAL: acme tls/www ended on 2026-03-01T12:00:00Z
  [2]

A vendor certificate is watched over with its intermediate.

  $ { make_vendor && mdmctl apns vendor add --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem; } >making 2>&1 || cat making
  $ mdmctl expiry check --at 2036-01-01 | grep -c 'CRITICAL: apns-vendor'
  1

What another store looks after is nobody's to answer for.

  $ sqlite3 state/mdmctl/mdmctl.db "update tenants set handed_over_at = '2026-01-10T12:00:00Z'"
  $ mdmctl expiry check --tenant acme --at 2026-12-30 | head -1 | cut -d'|' -f1
  MDMCTL WARNING - 0 critical, 1 warning, 0 unknown, 3 ok; first: apns-vendor/* ends in 11 days, on 2027-01-10T12:00:00Z* (glob)
