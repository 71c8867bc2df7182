What is there is never overwritten, what is refused is on record, and no row that failed leaves anything.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox files && touch sandbox/rehearsal && umask 077
  $ on_creation_day
  $ { mdmctl store init && make_vendor && make_customer && sign push.req && create files/acme.pem; } >making 2>&1 || cat making
  $ cp push.key acme.key && cp push.req acme.req
  $ again() { rm -f push.key push.csr push.req; { make_customer && sign push.req; } >making 2>&1 || cat making; }
  $ issue() { create "$@" >making 2>&1 || cat making; }
  $ add() { mdmctl tenant add --from list.csv --files files --output json "$@" 2>said; }
  $ outcome() { jq -c '[.added, .changed, .unchanged, [.failed[] | [.tenant, .code]]]'; }
  $ cat >list.csv <<END
  > tenant,display_name,external_id,mdm,apple_account,push_certificate,contact,labels,note
  > acme,ACME,17,jamf,mdm@acme.example,acme.pem,it@acme.example,region=north,ask Jo
  > gone,,,,,,,,
  > moved,,,,,,,,
  > END
  $ add | outcome
  [3,0,0,[]]
  $ mdmctl tenant remove gone --quiet >/dev/null
  $ echo 'correct horse' >pass && mdmctl tenant export moved --passphrase-file pass --out moved.cms --quiet >/dev/null
  $ again && issue files/shut.pem && openssl pkcs12 -export -in files/shut.pem -inkey push.key -passout file:pass -out files/shut.p12 && rm files/shut.pem
  $ again && issue files/shared.pem
  $ again && issue files/mixed.pem
  $ again && issue files/fine.pem
  $ echo 'wrong horse' >files/wrong-pass

One list with a row of everything that goes wrong: each is named, and the one that is right is done.

  $ cat >list.csv <<END
  > tenant,display_name,external_id,mdm,apple_account,push_certificate,topic,server_token_expires,contact,labels,note,p12_passphrase_file
  > acme,Other,18,intune,mdm@acme.example,,,,it@acme.example,region=south,ask Max,
  > missing,,,,a@x.example,nowhere.pem,,,,,,
  > shut,,,,a@x.example,shut.p12,,,,,,wrong-pass
  > mixed,,,,a@x.example,mixed.pem,com.apple.mgmt.External.other,,,,,
  > contact,,,,,,,,no address,,,
  > label,,,,,,,,,north,,
  > long,,,,,,,,,,$(printf '%5000s' | tr ' ' x),
  > gone,,,,,,,,,,back?,
  > moved,,,,,,,,,,back?,
  > twin,,,,a@x.example,shared.pem,,,,,,
  > other-twin,,,,a@x.example,./shared.pem,,,,,,
  > fine,,,,a@x.example,fine.pem,,2026-09-01,,,"two
  > lines",
  > END
  $ add >answer
  [1]
  $ outcome <answer
  [1,0,1,[["missing","no_such_file"],["shut","wrong_passphrase"],["mixed","topic_mismatch"],["contact","bad_name"],["label","bad_usage"],["long","bad_usage"],["gone","no_such_tenant"],["moved","handed_over"],["twin","row_repeated"],["other-twin","row_repeated"]]]
  $ jq -r '.failed[] | "\(.row) \(.tenant): \(.message)"' answer
  3 missing: 'files/nowhere.pem' does not exist
  4 shut: 'files/shut.p12': the passphrase does not open it
  5 mixed: the topic of 'mixed.pem' is * (glob)
  6 contact: 'no' is no e-mail address
  7 label: 'north' is no label
  8 long: the note is longer than 4096 bytes
  9 gone: there is no tenant 'gone' any more: it was removed
  10 moved: the tenant 'moved' was handed over on 2026-01-10T12:00:00Z for a passphrase: another store looks after it
  11 twin: another row names the file 'shared.pem' as well
  12 other-twin: another row names the file './shared.pem' as well
  $ mdmctl tenant list --removed --output json | jq -c '.tenants[] | [.tenant, .display_name, .external_id, .state]'
  ["acme","ACME","17","active"]
  ["fine",null,null,"active"]
  ["gone",null,null,"removed"]
  ["moved",null,null,"handed_over"]
  $ mdmctl tenant show acme --output json | jq -c '[.display_name, .external_id, .mdm, .labels, .notes]'
  ["ACME","17","jamf",{"region":"north"},"ask Jo"]
  $ mdmctl tenant remove fine --dry-run --output json 2>/dev/null | jq -c '.still_valid[] | [.service, .not_after]'
  ["dep","2026-09-01T00:00:00Z"]
  ["apns","2027-01-10T12:00:00Z"]
  $ mdmctl find 2026-09 --output json | jq -c '.results[] | [.tenant, .service, .matched, .not_after]'
  ["fine","dep","not_after","2026-09-01T00:00:00Z"]
  $ mdmctl tenant show fine --output json | jq -c .notes
  "two\nlines"

A refusal (exit 4) is an event: of the tenant, or of the store where no tenant came of it. What is broken is none.

  $ mdmctl audit log --output json | jq -r '.events[] | select(.object | contains("refused")) | [.tenant, .command, .object] | @csv'
  ,"tenant add","tenant mixed (refused: topic_mismatch)"
  "moved","tenant add","tenant moved (refused: handed_over)"
  $ mdmctl audit log --tenant moved --output json | jq -r '.events[-1].object'
  tenant moved (refused: handed_over)
  $ add --dry-run >answer
  [1]
  $ mdmctl audit log --output json | jq '[.events[] | select(.object | contains("refused"))] | length'
  2

What a console showed is completed by its file, which is judged: another tenant's key is refused, its own is held.

  $ again && issue told.pem && cat told.pem push.key >files/told.pem && told=$(topic_of told.pem)
  $ cp acme.req push.req && renew "$told" files/stranger.pem >making 2>&1 || cat making
  $ printf 'tenant,apple_account,topic,not_after\nlate,m@late.example,%s,2027-01-10\n' "$told" >told.csv
  $ late() { printf "tenant,apple_account,push_certificate\nlate,${2:-m@late.example},$1\n" >list.csv; add; }
  $ mdmctl tenant add --from told.csv --quiet --output json | outcome
  [1,0,0,[]]
  $ late stranger.pem | jq -r '.failed[] | .code, .message'
  other_tenant
  the public key of 'files/stranger.pem' is that of the tenant 'acme', not of 'late'
  $ late told.pem jo@late.example | outcome
  [0,0,0,[["late","apple_account_mismatch"]]]
  $ mdmctl apns show --tenant late --output json | jq -c '[.key, .serial]'
  ["tracked",null]
  $ late told.pem | outcome
  [0,1,0,[]]
  $ mdmctl apns show --tenant late --output json | jq -r .key
  held
  $ mdmctl apns history --tenant late --output json | jq -r '.events[].event'
  track
  complete
  $ mdmctl tenant add --from told.csv --quiet --output json | outcome
  [0,0,1,[]]

A key that comes later than its certificate is not taken in unsaid, and what was removed is not called unchanged.

  $ cat acme.key >>files/acme.pem
  $ printf 'tenant,apple_account,push_certificate\nacme,mdm@acme.example,acme.pem\n' >list.csv
  $ add | outcome; grep warning said
  [0,0,1,[]]
  warning: row 2: the private key in 'files/acme.pem' was left alone: the push certificate of 'acme' is tracked
  $ mdmctl apns remove --tenant late --quiet >/dev/null
  $ late told.pem | outcome
  [0,0,0,[["late","certificate_exists"]]]
  $ mdmctl tenant add --from told.csv --quiet 2>&1 >/dev/null | sed 's/(.*)/(...)/'
  error: the push certificate of 'late' (...) was removed: import never takes a certificate's place
  hint: mdmctl apns restore brings it back; then mdmctl apns renew FILE
  $ mdmctl audit log --tenant late --output json | jq -r '.events[] | .object | select(contains("refused"))'
  tenant late (refused: other_tenant)
  tenant late (refused: apple_account_mismatch)
  tenant late (refused: certificate_exists)
  tenant late (refused: certificate_exists)
  $ mdmctl store check --quiet >/dev/null && mdmctl audit verify --quiet >/dev/null
