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
  hint: run the same again after 2026-11-23T09:07:42Z
  [6]
  $ state
  ["valid","2026-11-23T09:07:42Z"]
  $ mdmctl dep account --trace trace
  error: Apple wants not to be asked with the server token of 'acme' before 2026-11-23T09:07:42Z
  hint: run it again then
  [6]
  $ grep -c '^>' trace
  0
  [1]
  $ mdmctl check --live --output json --trace trace | jq -c '.services[] | select(.service == "dep") | [.state, .severity, (.findings[] | .severity, .code, .message)]'
  ["valid","ok"]
  $ grep -c '^>' trace
  10
  $ mdmctl sandbox clock +2h --quiet >/dev/null; mdmctl dep account --quiet --output json | jq -r .state; state
  valid
  ["valid",null]

Out of order, with a date.

  $ faulty dep:503,retry-after=date:7200/1; mdmctl dep account
  tenant               acme
  name                 default
  program              business
  server name          MDM
  server uuid          * (glob)
  org name             Example Organization
  org id               * (glob)
  apple account        admin@example.org
  consumer key         CK_* (glob)
  access token expiry  2027-01-10T12:00:00Z
  days left            364
  state                valid
  key                  held
  origin               http://127.0.0.1:* (glob)
  asked at             2026-01-10T14:00:00Z
  admin id             admin@example.org
  org email            it@example.org
  org phone            +44 20 7946 0000
  org address          1 Example Street, London
  org version          v2
  urls
    URI                                 HTTP METHOD        DEFAULT LIMIT  MAXIMUM LIMIT
    /session                            GET                -              -
    /account                            GET                -              -
    /server/devices                     POST               1000           1000
    /devices/sync                       POST               1000           1000
    /devices                            POST               1000           1000
    /devices/disown                     POST               1000           1000
    /device/activationlock              POST               -              -
    /device/replacementDetails          GET                -              -
    /profile                            GET, POST          1000           1000
    /profile/devices                    POST, PUT, DELETE  1000           1000
    /account-driven-enrollment/profile  GET, POST, DELETE  -              -
    /os-beta-enrollment/tokens          GET                -              -
  findings             none
  $ state
  ["valid",null]
  $ mdmctl sandbox clock +3h --quiet >/dev/null; mdmctl dep account --quiet --output json | jq -r .state; state
  valid
  ["valid",null]

Less than a moment is waited for.

  $ faulty dep:503,retry-after=1/1; mdmctl dep account --quiet --output json | jq -r .state
  valid

A renewal that is refused thus changes nothing, and is done with the same command later.

  $ download second.p7m
  $ faulty dep:429,retry-after=3600/1@/account; mdmctl dep renew second.p7m
  the server token of 'acme' now ends on 2027-01-10T17:00:00Z
  tenant                        acme
  name                          default
  program                       business
  server name                   MDM
  server uuid                   * (glob)
  org name                      Example Organization
  org id                        * (glob)
  apple account                 admin@example.org
  consumer key                  CK_* (glob)
  access token expiry           2027-01-10T17:00:00Z
  days left                     365
  state                         valid
  key                           held
  origin                        http://127.0.0.1:* (glob)
  asked at                      2026-01-10T17:00:00Z
  changed                       yes
  previous access token expiry  2027-01-10T12:00:00Z
  findings                      none
  $ state
  ["valid",null]
  $ mdmctl sandbox clock +1h --quiet >/dev/null; mdmctl dep renew second.p7m --quiet --output json | jq -c '[.changed, .state]'
  [false,"valid"]
