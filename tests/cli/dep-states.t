How a server token stands: what its date says, and what Apple said when it was asked.

  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/rehearsal.sh"
  $ on_creation_day; begin_serving served
  $ { mdmctl tenant add acme && mdmctl tenant set acme --uses dep && mdmctl tenant note acme 'ask Jo' && mdmctl tenant contact add it@acme.example; } >making 2>&1 || cat making
  $ portal() { download "$@" --organization Acme --server Prod --apple-account dep@acme.example; }
  $ public_key acme.pem; portal first.p7m --public-key acme.pem; mdmctl dep import first.p7m --without-apns --quiet >/dev/null
  $ state() { mdmctl dep list --output json | jq -c '.tokens[] | [.state, .days_left, .action]'; }
  $ asked() { mdmctl dep account 2>/dev/null | sed -n '/^state/,/^action/{/^key/d; p}; /^findings/,$p'; }
  $ checked() { mdmctl check --output json "$@" | jq -c '.services[] | select(.service == "dep") | [.state, .severity, .last_checked_at, .first_seen_at, (.findings[].code)]'; }

Valid. Somebody downloads a newer one: that is known as soon as Apple is asked.

  $ state; checked
  ["valid",365,null]
  ["valid","ok",null,null]
  $ portal second.p7m; state
  ["valid",365,null]
  $ mdmctl dep account
  tenant               acme
  name                 default
  program              business
  server name          Prod
  server uuid          * (glob)
  org name             Acme
  org id               * (glob)
  apple account        dep@acme.example
  consumer key         CK_* (glob)
  access token expiry  2027-01-10T12:00:00Z
  days left            365
  state                superseded
  state seen at        2026-01-10T12:00:00Z
  action               import the newer one that was downloaded: mdmctl dep renew FILE; only where it is not to be had, download another one: mdmctl dep setup --renew
  key                  held
  origin               http://127.0.0.1:* (glob)
  asked at             2026-01-10T12:00:00Z
  urls                 -
  findings
    error: token_superseded: 127.0.0.1:* no longer takes the server token (token_rejected): by experience somebody generated a newer one, or whoever downloaded it has changed the password (glob)
      hint: download a new token for this service in Apple Business or School Manager, and import it within the hour: every download ends the token before it
  error: 127.0.0.1:* no longer takes the server token (token_rejected): by experience somebody generated a newer one, or whoever downloaded it has changed the password (glob)
  hint: download a new token for this service in Apple Business or School Manager, and import it within the hour: every download ends the token before it
  [5]
  $ mdmctl dep account --output json 2>/dev/null | jq -c '[.state, [.findings[].code]]'
  ["superseded",["token_superseded"]]
  $ state; checked
  ["superseded",365,"import the newer one that was downloaded: mdmctl dep renew FILE; only where it is not to be had, download another one: mdmctl dep setup --renew"]
  ["invalid","critical",null,"2026-01-10T12:00:00Z","token_superseded"]
  $ mdmctl dep renew second.p7m --quiet >/dev/null; state; checked
  ["valid",365,null]
  ["valid","ok",null,null]

Whoever has downloaded it changes the password, and the token has ended.

  $ mdmctl sandbox portal account password-changed --apple-account dep@acme.example --quiet >/dev/null; asked
  state                superseded
  state seen at        2026-01-10T12:00:00Z
  action               import the newer one that was downloaded: mdmctl dep renew FILE; only where it is not to be had, download another one: mdmctl dep setup --renew
  findings
    error: token_superseded: 127.0.0.1:* no longer takes the server token (token_rejected): by experience somebody generated a newer one, or whoever downloaded it has changed the password (glob)
      hint: download a new token for this service in Apple Business or School Manager, and import it within the hour: every download ends the token before it
  $ portal third.p7m; mdmctl dep renew third.p7m --quiet >/dev/null; state
  ["valid",365,null]

The service is removed in the portal.

  $ mdmctl sandbox portal server remove Prod --organization Acme --quiet >/dev/null; asked
  state                rejected
  state seen at        2026-01-10T12:00:00Z
  action               ask once more: mdmctl dep account; if Apple still does not take it, see in the portal whether the service is there, and then download a new one: mdmctl dep setup --renew
  findings
    error: token_rejected: 127.0.0.1:* does not take the server token (consumer_key_unknown) (glob)
      hint: run the same again; if that does not help, see in Apple Business or School Manager whether the service is still there, and if it is, download a new token for it and import it within the hour
  $ state; checked
  ["rejected",365,"ask once more: mdmctl dep account; if Apple still does not take it, see in the portal whether the service is there, and then download a new one: mdmctl dep setup --renew"]
  ["invalid","critical",null,"2026-01-10T12:00:00Z","token_rejected"]
  $ portal anew.p7m --public-key acme.pem; uuid=$(mdmctl dep check anew.p7m --output json 2>/dev/null | jq -r .candidate.server_uuid)
  $ mdmctl dep renew anew.p7m --allow-other-server "$uuid" --quiet >/dev/null 2>&1; state
  ["valid",365,null]

Apple has changed its terms: the token is kept, and works again when they are accepted.

  $ mdmctl sandbox portal terms changed --organization Acme --quiet >/dev/null; asked
  state                terms_not_accepted
  state seen at        2026-01-10T12:00:00Z
  action               an administrator of the organisation signs in at business.apple.com or school.apple.com and accepts Apple's terms; the token stays, and works again
  findings
    error: terms_not_accepted: 127.0.0.1:* waits until the organisation accepts Apple's new terms (T_C_NOT_SIGNED) (glob)
      hint: sign in to Apple Business or School Manager as a person who may accept agreements, accept them, then run the same again; the token is kept
  $ state; checked
  ["terms_not_accepted",365,"an administrator of the organisation signs in at business.apple.com or school.apple.com and accepts Apple's terms; the token stays, and works again"]
  ["invalid","critical",null,"2026-01-10T12:00:00Z","terms_not_accepted"]
  $ mdmctl check >checked; echo $?; sed -n '/dep/,/^$/p' checked
  2
  service    dep
  name       default
  state      invalid
  expires    2027-01-10T12:00:00Z
  days left  365
  next       mdmctl dep account --tenant 'acme'
  findings
    error: terms_not_accepted: the server token of 'acme' waits: Apple's terms changed, and nobody has accepted them (seen 2026-01-10T12:00:00Z)
      hint: an administrator of the organisation signs in at business.apple.com or school.apple.com and accepts Apple's terms; the token stays, and works again
  
  $ mdmctl status | head -2
  TENANT  SERVICE  NAME     STATE    EXPIRES               DAYS LEFT  DEVICES  ACTION
  acme    dep      default  invalid  2027-01-10T12:00:00Z        365  -        mdmctl dep account --tenant 'acme'
  $ mdmctl sandbox portal terms accepted --organization Acme --quiet >/dev/null
  $ mdmctl dep account --quiet --output json | jq -r .state; checked
  valid
  ["valid","ok",null,null]

Until then no new one is taken in either, for nobody says whose it is.

  $ mdmctl sandbox portal terms changed --organization Acme --quiet >/dev/null
  $ portal fourth.p7m; mdmctl dep renew fourth.p7m
  error: 127.0.0.1:* waits until the organisation accepts Apple's new terms (T_C_NOT_SIGNED) (glob)
  hint: sign in to Apple Business or School Manager as a person who may accept agreements, accept them, then run the same again; the token is kept
    warning: token_ended: the server token of 'acme' is dead by now: Apple ended it when 'fourth.p7m' was downloaded
      hint: mdmctl dep renew 'fourth.p7m' --tenant 'acme'
      at: acme/default
  [5]
  $ mdmctl sandbox portal terms accepted --organization Acme --quiet >/dev/null
  $ mdmctl dep renew fourth.p7m --quiet >/dev/null; state
  ["valid",365,null]

check --live asks, and notes what it saw, and when; check without it goes by that.

  $ mdmctl sandbox clock +1d --quiet >/dev/null; checked; checked --live; checked
  ["valid","ok",null,null]
  ["valid","ok","2026-01-11T12:00:00Z",null]
  ["valid","ok","2026-01-11T12:00:00Z",null]
  $ portal fifth.p7m; mdmctl sandbox clock +1d --quiet >/dev/null; checked; checked --live; checked
  ["valid","ok","2026-01-11T12:00:00Z",null]
  ["invalid","critical","2026-01-12T12:00:00Z",null,"token_superseded"]
  ["invalid","critical","2026-01-12T12:00:00Z","2026-01-12T12:00:00Z","token_superseded"]
  $ mdmctl check --live >/dev/null
  [2]
  $ mdmctl dep renew fifth.p7m --quiet >/dev/null; checked
  ["valid","ok","2026-01-12T12:00:00Z",null]

Expiring, from the first reminder day on; expired. Apple is not asked with a token that has ended.

  $ mdmctl sandbox clock +335d --quiet >/dev/null; state; checked
  ["expiring",29,"download a new one for this service and no other, and import it within the hour: mdmctl dep setup --renew"]
  ["expiring","warning","2026-01-12T12:00:00Z","2026-12-13T12:00:00Z","expiring"]
  $ mdmctl status --output json | jq -c '.services[] | select(.service == "dep") | [.state, .days_left, .action]'
  ["expiring",29,"mdmctl dep setup --renew --tenant 'acme'"]
  $ mdmctl expiry timeline | grep dep
  2027-01      1  \xe2\x96\x88     01-11 acme dep (esc)
  $ mdmctl sandbox clock +31d --quiet >/dev/null; state; checked
  ["expired",-2,"download a new one for this service and no other, and import it within the hour: mdmctl dep setup --renew"]
  ["expired","critical","2026-01-12T12:00:00Z","2026-12-13T12:00:00Z","expired"]
  $ asked
  state                expired
  action               download a new one for this service and no other, and import it within the hour: mdmctl dep setup --renew
  findings
    error: token_expired: the server token ended at 2027-01-11T12:00:00Z
      hint: download a new token for this service in Apple Business or School Manager
  $ mdmctl dep account --trace trace >/dev/null 2>&1
  [5]
  $ grep -c '^>' trace
  0
  [1]
  $ mdmctl check | sed -n '/dep/,/^$/p'
  service    dep
  name       default
  state      expired
  expires    2027-01-11T12:00:00Z
  days left  -2
  next       mdmctl dep setup --renew --tenant 'acme'
  findings
    error: expired: dep 'default' ended on 2027-01-11T12:00:00Z
      hint: download a new one for this service and no other, and import it within the hour
      at: not_after
  
  $ portal sixth.p7m; mdmctl dep renew sixth.p7m --quiet >/dev/null; state; checked
  ["valid",365,null]
  ["valid","ok","2026-01-12T12:00:00Z",null]
