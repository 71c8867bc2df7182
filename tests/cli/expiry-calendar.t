What ends when, in a calendar. Read by another reader: Python's icalendar.

  $ PATH="$ROOT/tests/expiry:$PATH"
  $ read-calendar /dev/null 2>/dev/null; test $? -ne 80 || exit 80
  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ { make_vendor && make_customer && sign push.req && create push.pem; } >making 2>&1 || cat making
  $ mdmctl store init --quiet >/dev/null
  $ mdmctl tenant add "Zoë's, Söhne; & Co" --quiet >/dev/null
  $ mdmctl apns import push.pem --key push.key --apple-account mdm@zoe.example --quiet --output json >/dev/null 2>&1
  $ mdmctl apns set --devices 240 --quiet >/dev/null
  $ mdmctl expiry export --format ics --out mdm.ics --output json
  {
    "out": "mdm.ics",
    "format": "ics",
    "items": 1,
    "changed": true
  }
  exported 1 item to 'mdm.ics'; the store is as it was
  $ tr -d '\r' <mdm.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:-//mdmctl//mdmctl expiry export//EN
  CALSCALE:GREGORIAN
  BEGIN:VEVENT
  UID:????????-????-????-????-????????????@mdmctl (glob)
  DTSTAMP:20260110T120000Z
  LAST-MODIFIED:20260110T120000Z
  SEQUENCE:190209600
  DTSTART;VALUE=DATE:20270110
  SUMMARY:Zo\xc3\xab's\\, S\xc3\xb6hne\\; & Co: push certificate 'default' ends (esc)
  DESCRIPTION:It ends on 2027-01-10T12:00:00Z.\nTo do: renew it in the portal
   \, beside its row: Renew\, never Create a Certificate.\nAccount: mdm@zoe.e
   xample\\nDevices: 240\\nFirst: mdmctl apns csr --out push.csr --tenant 'Zo\xc3\xab (esc)
   '\\\\''s\\, S\xc3\xb6hne\\; & Co' (esc)
  CATEGORIES:mdmctl,apns
  TRANSP:TRANSPARENT
  BEGIN:VALARM
  ACTION:DISPLAY
  DESCRIPTION:Zo\xc3\xab's\\, S\xc3\xb6hne\\; & Co: push certificate 'default' ends (esc)
  TRIGGER:-P30D
  END:VALARM
  BEGIN:VALARM
  ACTION:DISPLAY
  DESCRIPTION:Zo\xc3\xab's\\, S\xc3\xb6hne\\; & Co: push certificate 'default' ends (esc)
  TRIGGER:-P15D
  END:VALARM
  BEGIN:VALARM
  ACTION:DISPLAY
  DESCRIPTION:Zo\xc3\xab's\\, S\xc3\xb6hne\\; & Co: push certificate 'default' ends (esc)
  TRIGGER:-P5D
  END:VALARM
  BEGIN:VALARM
  ACTION:DISPLAY
  DESCRIPTION:Zo\xc3\xab's\\, S\xc3\xb6hne\\; & Co: push certificate 'default' ends (esc)
  TRIGGER:-P3D
  END:VALARM
  BEGIN:VALARM
  ACTION:DISPLAY
  DESCRIPTION:Zo\xc3\xab's\\, S\xc3\xb6hne\\; & Co: push certificate 'default' ends (esc)
  TRIGGER:-P2D
  END:VALARM
  BEGIN:VALARM
  ACTION:DISPLAY
  DESCRIPTION:Zo\xc3\xab's\\, S\xc3\xb6hne\\; & Co: push certificate 'default' ends (esc)
  TRIGGER:-P1D
  END:VALARM
  END:VEVENT
  END:VCALENDAR
  $ read-calendar mdm.ics | jq -c 'del(.uid, .description, .changed, .sequence)'
  {"day":"2027-01-10","summary":"Zo\xc3\xab's, S\xc3\xb6hne; & Co: push certificate 'default' ends","categories":["mdmctl","apns"],"transparent":true,"alarms":[-30,-15,-5,-3,-2,-1]} (esc)
  $ read-calendar mdm.ics | jq -r .description
  It ends on 2027-01-10T12:00:00Z.
  To do: renew it in the portal, beside its row: Renew, never Create a Certificate.
  Account: mdm@zoe.example
  Devices: 240
  First: mdmctl apns csr --out push.csr --tenant 'Zo\xc3\xab'\\''s, S\xc3\xb6hne; & Co' (esc)

The reminder days in force are the alarms.

  $ mdmctl policy set / --remind-days 90,14,0 --quiet >/dev/null
  $ mdmctl expiry export --format ics --out - 2>/dev/null >again.ics; read-calendar again.ics | jq -c .alarms
  [-90,-14,0]

What is exported twice is the same; a renewal moves the event.

  $ mdmctl expiry export --format ics --out mdm.ics --at 2026-12-24 --quiet >/dev/null; cmp mdm.ics again.ics
  $ on_renewal_day
  $ renew "$(topic_of push.pem)" renewed.pem >renewing 2>&1 || cat renewing
  $ mdmctl apns renew renewed.pem --quiet >/dev/null 2>&1
  $ mdmctl expiry export --format ics --out mdm.ics --quiet >/dev/null
  $ read-calendar mdm.ics | jq -r .day
  2027-12-01
  $ test "$(read-calendar mdm.ics | jq .uid)" = "$(read-calendar again.ics | jq .uid)"
  $ test "$(read-calendar mdm.ics | jq .sequence)" -gt "$(read-calendar again.ics | jq .sequence)"
