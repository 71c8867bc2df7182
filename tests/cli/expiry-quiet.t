Who is reminded, when, and how a reminder is kept quiet.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ on_creation_day
  $ { mdmctl store init && mdmctl tenant add acme && mdmctl policy add kiosks; } >making 2>&1 || cat making
  $ mdmctl expiry add --date 2026-12-31T12:00:00Z --service tls --name www --policy kiosks --quiet >/dev/null
  $ mdmctl apns import --apple-account mdm@acme.example --track --topic com.apple.mgmt.External.0815 --not-after 2026-12-20 --quiet >/dev/null

Days and contacts come from the policies, and explain says from which.

  $ mdmctl tenant contact add noc@msp.example --policy / --quiet >/dev/null
  $ mdmctl tenant contact add it@acme.example --tenant acme --quiet >/dev/null
  $ mdmctl policy set kiosks --remind-days 60,7 --quiet >/dev/null
  $ mdmctl expiry explain www --at 2026-12-28 --output json | jq -c '[.remind_days, .remind_days_from, .warn_days, .warn_days_from], .contacts[], .steps[]'
  $ mdmctl expiry explain apns --at 2026-12-28

The script's question.

  $ mdmctl expiry needs-renewal www --within 30d --at 2026-12-01T11:59:59Z
  $ mdmctl expiry needs-renewal www --within 30d --at 2026-12-01T12:00:00Z --output json
  $ mdmctl expiry needs-renewal www --within 30d --at 2027-06-01 --quiet >/dev/null
  $ mdmctl expiry needs-renewal www --within soon
  $ mdmctl expiry needs-renewal nothing
  $ mdmctl expiry needs-renewal kiosks --tenant nobody

An acknowledgement lasts until the end, and for that end alone.

  $ mdmctl expiry ack www --reason 'Jo renews it on Monday'
  $ mdmctl expiry ack www --reason 'Jo renews it on Monday' --output json 2>/dev/null | jq -c '[.acknowledged_until, .kind, .changed]'
  $ mdmctl expiry explain www --at 2026-12-28 --output json | jq -c '.acknowledged_until, .reason, .steps[]'
  $ mdmctl check --output json --at 2026-12-28 | jq -c '.services[] | select(.name == "www") | [.severity, .acknowledged_until]'
  $ mdmctl expiry add --date 2027-12-31 --service tls --name www --policy kiosks --quiet >/dev/null
  $ mdmctl expiry list --output json | jq -c '.services[] | select(.name == "www") | .acknowledged_until'

A snooze lasts until its day, and reaches to the end at most.

  $ mdmctl expiry snooze apns --until 2026-06-01 --output json 2>/dev/null | jq -c '[.acknowledged_until, .kind, .reason]'
  $ mdmctl expiry snooze apns --until 2027-06-01
  $ mdmctl expiry snooze apns --until 2020-01-01
  $ mdmctl expiry ack apns --undo
  $ mdmctl expiry ack apns --undo --output json 2>/dev/null | jq .changed
  $ mdmctl audit log --output json | jq -c '.events[] | select(.command | startswith("expiry")) | [.command, .object, .after]'

What is over is told; it can be kept quiet for a while.

  $ MDMCTL_NOW=2027-01-05 mdmctl expiry ack apns 2>&1 | grep -v notice
  $ MDMCTL_NOW=2027-01-05 mdmctl expiry snooze apns --until 2027-01-15 --output json 2>/dev/null | jq .acknowledged_until

A thing that two services have is named with its service.

  $ mdmctl expiry add --date 2027-01-01 --name default --quiet >/dev/null
  $ mdmctl expiry ack default
  $ mdmctl expiry ack other/default --dry-run
