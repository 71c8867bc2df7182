Who is reminded, when, and how a reminder is kept quiet.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal && on_creation_day
  $ { mdmctl store init && mdmctl tenant add acme && mdmctl policy add kiosks; } >making 2>&1 || cat making
  $ mdmctl expiry add --date 2026-12-31T12:00:00Z --service tls --name www --policy kiosks --quiet >/dev/null
  $ mdmctl apns import --apple-account mdm@acme.example --track --topic com.apple.mgmt.External.0815 --not-after 2026-12-20 --quiet >/dev/null

Days and contacts come from the policies, and explain says from which.

  $ mdmctl tenant contact add noc@msp.example --policy / --quiet >/dev/null
  $ mdmctl tenant contact add it@acme.example --tenant acme --quiet >/dev/null
  $ mdmctl policy set kiosks --remind-days 60,7 --quiet >/dev/null
  $ mdmctl expiry explain www --at 2026-12-28 --output json | jq -c '[.remind_days, .remind_days_from, .warn_days, .warn_days_from], .contacts[], .steps[]'
  ["60,7","kiosks",30,"usual"]
  {"address":"it@acme.example","from":"/"}
  {"address":"noc@msp.example","from":"/ of all tenants"}
  {"days":60,"from":"2026-10-31T12:00:01Z","by":"mdmctl","state":"reached"}
  {"days":7,"from":"2026-12-23T12:00:01Z","by":"mdmctl","state":"reached"}
  {"days":0,"from":"2026-12-31T12:00:01Z","by":"mdmctl","state":"to come"}
  {"days":-7,"from":"2027-01-07T12:00:01Z","by":"mdmctl","state":"to come"}
  {"days":-21,"from":"2027-01-21T12:00:01Z","by":"mdmctl","state":"to come"}
  $ mdmctl expiry explain apns --at 2026-12-28
  tenant              acme
  service             apns
  name                default
  expires             2026-12-20T00:00:00Z
  days left           -8
  policy              /
  remind days         30,15,5,3,2,1
  remind days from    usual
  warn days           30
  warn days from      usual
  critical days       7
  critical days from  usual
  contacts
    ADDRESS          FROM
    it@acme.example  /
    noc@msp.example  / of all tenants
  steps
    DAYS  FROM                  BY      STATE
      30  2026-11-19T00:00:01Z  mdmctl  reached
      30  2026-11-19T00:00:01Z  Apple   reached
      15  2026-12-04T00:00:01Z  mdmctl  reached
      10  2026-12-09T00:00:01Z  Apple   reached
       5  2026-12-14T00:00:01Z  mdmctl  reached
       3  2026-12-16T00:00:01Z  mdmctl  reached
       2  2026-12-17T00:00:01Z  mdmctl  reached
       1  2026-12-18T00:00:01Z  mdmctl  reached
       1  2026-12-18T00:00:01Z  Apple   reached
       0  2026-12-20T00:00:01Z  mdmctl  reached
      -7  2026-12-27T00:00:01Z  mdmctl  reached
     -21  2027-01-10T00:00:01Z  mdmctl  to come
  sent                -

The script's question.

  $ mdmctl expiry needs-renewal www --within 30d --at 2026-12-01T11:59:59Z
  tls/www of 'acme' is good until 2026-12-31T12:00:00Z
  tenant     acme
  service    tls
  name       www
  expires    2026-12-31T12:00:00Z
  days left  30
  due        no
  [10]
  $ mdmctl expiry needs-renewal www --within 30d --at 2026-12-01T12:00:00Z --output json
  {
    "tenant": "acme",
    "service": "tls",
    "name": "www",
    "expires": "2026-12-31T12:00:00Z",
    "days_left": 30,
    "due": true
  }
  tls/www of 'acme' needs renewal: it ends on 2026-12-31T12:00:00Z
  $ mdmctl expiry needs-renewal www --within 30d --at 2027-06-01 --quiet >/dev/null
  $ mdmctl expiry needs-renewal www --within soon
  error: 'soon' is no length of time, which --within takes
  hint: write 30d, 2w or 12h
  [2]
  $ mdmctl expiry needs-renewal nothing
  error: the tenant 'acme' has nothing that is called 'nothing'
  hint: there is 'apns/default', 'tls/www'
  [3]
  $ mdmctl expiry needs-renewal kiosks --tenant nobody
  error: there is no tenant 'nobody'
  hint: mdmctl tenant list
  [3]

An acknowledgement lasts until the end, and for that end alone.

  $ mdmctl expiry ack www --reason 'Jo renews it on Monday'
  nobody is reminded of tls/www of 'acme' until 2026-12-31T12:00:00Z
  tenant              acme
  service             tls
  name                www
  expires             2026-12-31T12:00:00Z
  days left           355
  acknowledged until  2026-12-31T12:00:00Z
  kind                acknowledged
  reason              Jo renews it on Monday
  changed             yes
  $ mdmctl expiry ack www --reason 'Jo renews it on Monday' --output json 2>/dev/null | jq -c '[.acknowledged_until, .kind, .changed]'
  ["2026-12-31T12:00:00Z","acknowledged",false]
  $ mdmctl expiry explain www --at 2026-12-28 --output json | jq -c '.acknowledged_until, .reason, .steps[]'
  "2026-12-31T12:00:00Z"
  "Jo renews it on Monday"
  {"days":60,"from":"2026-10-31T12:00:01Z","by":"mdmctl","state":"reached"}
  {"days":7,"from":"2026-12-23T12:00:01Z","by":"mdmctl","state":"reached"}
  {"days":0,"from":"2026-12-31T12:00:01Z","by":"mdmctl","state":"to come"}
  {"days":-7,"from":"2027-01-07T12:00:01Z","by":"mdmctl","state":"to come"}
  {"days":-21,"from":"2027-01-21T12:00:01Z","by":"mdmctl","state":"to come"}
  $ mdmctl check --output json --at 2026-12-28 | jq -c '.services[] | select(.name == "www") | [.severity, .acknowledged_until]'
  ["critical","2026-12-31T12:00:00Z"]
  $ mdmctl expiry add --date 2027-12-31 --service tls --name www --policy kiosks --quiet >/dev/null
  $ mdmctl expiry list --output json | jq -c '.services[] | select(.name == "www") | .acknowledged_until'
  null

A snooze lasts until its day, and reaches to the end at most.

  $ mdmctl expiry snooze apns --until 2026-06-01 --output json 2>/dev/null | jq -c '[.acknowledged_until, .kind, .reason]'
  ["2026-06-01T00:00:00Z","snoozed",null]
  $ mdmctl expiry snooze apns --until 2027-06-01
  warning: it ends on 2026-12-20T00:00:00Z, and people are told of that
  nobody is reminded of apns/default of 'acme' until 2026-12-20T00:00:00Z
  tenant              acme
  service             apns
  name                default
  expires             2026-12-20T00:00:00Z
  days left           343
  acknowledged until  2026-12-20T00:00:00Z
  kind                snoozed
  changed             yes
  $ mdmctl expiry snooze apns --until 2020-01-01
  error: --until 2020-01-01T00:00:00Z is over
  hint: a day to come
  [2]
  $ mdmctl expiry ack apns --undo
  people are reminded of apns/default of 'acme' again
  tenant     acme
  service    apns
  name       default
  expires    2026-12-20T00:00:00Z
  days left  343
  changed    yes
  $ mdmctl expiry ack apns --undo --output json 2>/dev/null | jq .changed
  false
  $ mdmctl audit log --output json | jq -c '.events[] | select(.command | startswith("expiry")) | [.command, .object, .after]'
  ["expiry add","item tls/www","{\"item\":\"tls/www\",\"not_after\":\"2026-12-31T12:00:00Z\"}"]
  ["expiry ack","item tls/www","{\"quiet\":\"acknowledged\",\"until\":\"2026-12-31T12:00:00Z\",\"reason\":\"Jo renews it on Monday\"}"]
  ["expiry add","item tls/www","{\"item\":\"tls/www\",\"not_after\":\"2027-12-31T00:00:00Z\"}"]
  ["expiry snooze","item apns/default","{\"quiet\":\"snoozed\",\"until\":\"2026-06-01T00:00:00Z\",\"reason\":null}"]
  ["expiry snooze","item apns/default","{\"quiet\":\"snoozed\",\"until\":\"2026-12-20T00:00:00Z\",\"reason\":null}"]
  ["expiry ack","item apns/default","{\"quiet\":null}"]

What is over is told; it can be kept quiet for a while.

  $ MDMCTL_NOW=2027-01-05 mdmctl expiry ack apns 2>&1 | grep -v notice
  error: apns/default of 'acme' ended on 2026-12-20T00:00:00Z, and an acknowledgement lasts until the end
  hint: mdmctl expiry snooze NAME --until DATE keeps it quiet for a while
  $ MDMCTL_NOW=2027-01-05 mdmctl expiry snooze apns --until 2027-01-15 --output json 2>/dev/null | jq .acknowledged_until
  "2027-01-15T00:00:00Z"

A thing that two services have is named with its service.

  $ mdmctl expiry add --date 2027-01-01 --name default --quiet >/dev/null
  $ mdmctl expiry ack default
  error: 'default' can be several things
  hint: name one of 'apns/default', 'other/default'
  [2]
  $ mdmctl expiry ack other/default --dry-run
  it can be noted; nothing was changed
  tenant              acme
  service             other
  name                default
  expires             2027-01-01T00:00:00Z
  days left           355
  acknowledged until  2027-01-01T00:00:00Z
  kind                acknowledged
  changed             yes
