The coming 13 months, and what ends in each.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ { make_vendor && make_customer && sign push.req && create push.pem; } >making 2>&1 || cat making
  $ mdmctl store init --quiet >/dev/null
  $ mdmctl expiry timeline
  error: the store has no tenant yet: there is nothing to check
  hint: mdmctl tenant add NAME
  [3]
  $ mdmctl tenant add acme --quiet >/dev/null
  $ mdmctl apns import push.pem --key push.key --apple-account mdm@acme.example --quiet --output json >/dev/null 2>&1
  $ mdmctl apns vendor add --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --quiet >/dev/null

What ends stands by its month, the others are empty.

  $ named() { sed -E "s/[0-9A-F]{16}/SERIAL/"; }
  $ mdmctl expiry timeline | named
  MONTH    TOTAL  ENDS  WHAT
  ended        0
  2026-01      0
  2026-02      0
  2026-03      0
  2026-04      0
  2026-05      0
  2026-06      0
  2026-07      0
  2026-08      0
  2026-09      0
  2026-10      0
  2026-11      0
  2026-12      0
  2027-01      2  \xe2\x96\x88\xe2\x96\x88    01-10 apns-vendor 'SERIAL', 01-10 acme apns (esc)
  later        1  \xe2\x96\x88     2056-01-03 apns-vendor 'SERIAL' (esc)
  
  checked at   2026-01-10T12:00:00Z
  tenants      1
  without end  0
  $ mdmctl expiry timeline --at 2027-01-12 | head -4 | named
  MONTH    TOTAL  ENDS  WHAT
  ended        2  \xe2\x96\x88\xe2\x96\x88    2027-01-10 apns-vendor 'SERIAL', 2027-01-10 acme apns (esc)
  2027-01      0
  2027-02      0

A list of a few hundred customers, most of which were taken over in the same weeks.

  $ { echo tenant,apple_account,topic,not_after,server_token_expires
  >   for i in $(seq 1 120); do
  >     printf 'customer-%03d,mdm@customer.example,com.apple.mgmt.External.%08d-0000-4000-8000-000000000000,2026-%02d-%02d,%s\n' $i $i $((i * i % 12 + 1)) $((i % 18 + 11)) "$([ $((i % 3)) = 0 ] && echo 2026-10-$((i % 19 + 10)))"
  >   done; } >customers.csv
  $ mdmctl tenant add --from customers.csv --quiet --output json | jq '.added | length'
  120
  $ mdmctl expiry timeline --all-tenants | named
  MONTH    TOTAL  ENDS          WHAT
  ended        0
  2026-01     20  \xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88          01-11 customer-018 apns, 01-11 customer-036 apns, 01-11 customer-054 apns, 17 more (esc)
  2026-02     40  \xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88      02-12 customer-001 apns, 02-12 customer-019 apns, 02-12 customer-037 apns, 37 more (esc)
  2026-03      0
  2026-04      0
  2026-05     40  \xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88      05-13 customer-002 apns, 05-13 customer-020 apns, 05-13 customer-038 apns, 37 more (esc)
  2026-06      0
  2026-07      0
  2026-08      0
  2026-09      0
  2026-10     60  \xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88  10-10 customer-057 dep, 10-10 customer-114 dep, 10-11 customer-039 dep, 57 more (apns 20, dep 40 in all) (esc)
  2026-11      0
  2026-12      0
  2027-01      2  \xe2\x96\x88             01-10 apns-vendor 'SERIAL', 01-10 acme apns (esc)
  later        1  \xe2\x96\x88             2056-01-03 apns-vendor 'SERIAL' (esc)
  
  checked at   2026-01-10T12:00:00Z
  tenants      121
  without end  0
  $ "$ROOT/tests/cli/at-terminal" --columns 80 '' '' mdmctl expiry timeline --all-tenants | head -8
  MONTH    TOTAL  ENDS          WHAT
  ended        0
  2026-01     20  \xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88          01-11 customer-018 apns, 01-11 customer-036 apns, (esc)
                                01-11 customer-054 apns, 17 more
  2026-02     40  \xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88      02-12 customer-001 apns, 02-12 customer-019 apns, (esc)
                                02-12 customer-037 apns, 37 more
  2026-03      0
  2026-04      0
  $ "$ROOT/tests/cli/at-terminal" --columns 200 '' '' mdmctl expiry timeline --all-tenants | head -4
  MONTH    TOTAL  ENDS          WHAT
  ended        0
  2026-01     20  \xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88          01-11 customer-018 apns, 01-11 customer-036 apns, 01-11 customer-054 apns, 17 more (esc)
  2026-02     40  \xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88      02-12 customer-001 apns, 02-12 customer-019 apns, 02-12 customer-037 apns, 37 more (esc)

For scripts.

  $ mdmctl expiry timeline --all-tenants --output json | jq -c '[(.results | length), .checked_at, .tenants, .without_end, (.results[] | .total)]'
  [15,"2026-01-10T12:00:00Z",121,0,0,20,40,0,0,40,0,0,0,0,60,0,0,2,1]
  $ mdmctl expiry timeline --all-tenants --output json | jq -c '.results[13] | [.month, .total, .services, (.items | length), (.items[] | del(.id, .name))]'
  ["2027-01",2,[{"service":"apns","total":1},{"service":"apns-vendor","total":1}],2,{"tenant":null,"external_id":null,"service":"apns-vendor","severity":"ok","state":"valid","expires":"2027-01-10T12:00:00Z","days_left":365,"devices":null},{"tenant":"acme","external_id":null,"service":"apns","severity":"ok","state":"valid","expires":"2027-01-10T12:00:00Z","days_left":365,"devices":null}]
  $ mdmctl expiry timeline --output csv --tenant customer-003 | sed -n '1p;12,13p' | tr -d '\r'
  month,total,services,items
  2026-10,2,apns 1; dep 1,2026-10-13 customer-003 dep; 2026-10-14 customer-003 apns
  2026-11,0,,
  $ mdmctl expiry timeline --all-tenants --label tier=gold
  error: no tenant has these labels: there is nothing to check
  hint: mdmctl tenant list shows the labels
  [3]
