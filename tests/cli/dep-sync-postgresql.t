Devices from the pretend DEP service into a store on a server. (Skipped where no server is: tests/with-postgresql starts
one.)

  $ [ -n "$PGHOST" ] && [ -n "$PGPASSWORD" ] || exit 80
  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/rehearsal.sh"
  $ on_creation_day; begin_serving served; export MDMCTL_ACTOR=jo
  $ name=mdmctl_sync_$$ && createdb "$name" && export MDMCTL_STORE=postgresql://$PGUSER@$PGHOST:$PGPORT/$name
  $ { mdmctl store copy --to "$MDMCTL_STORE" --store served/state/mdmctl/mdmctl.db && mdmctl tenant add acme; } >making 2>&1 || cat making
  $ public_key acme.pem && download first.p7m --public-key acme.pem && mdmctl dep import first.p7m --without-apns --quiet >/dev/null
  $ sync() { mdmctl dep sync --output json "$@" | jq -c '[.mode, .added, .modified, .deleted, .total, .pages]'; }
  $ rows() { psql -qAt -F "$(printf '\t')" -d "$name" -c "$1"; }
  $ same() {
  >     rows "select serial, coalesce(asset_tag, '') from dep_devices where removed_at is null" | LC_ALL=C sort >live
  >     portal_devices | cmp - live && echo the same
  > }
  $ fleet add --count 25

A list that is left in the middle is gone on with, and what it brought passes through the server alone.

  $ mdmctl sandbox fault add 'dep:503/4@/server/devices#3' --quiet >/dev/null
  $ mdmctl dep sync --page-size 5 2>&1 | head -1
  error: 127.0.0.1:* (glob)
  $ rows 'select count(*) from dep_staging'; rows 'select count(*) from dep_devices'
  10
  0
  $ mdmctl sandbox fault clear --quiet >/dev/null; sync --page-size 5; same
  ["full",25,0,0,25,3]
  the same
  $ rows 'select count(*) from dep_staging'
  0

A server that crashed has emptied what it does not log: the list is fetched anew, and no device goes.

  $ mdmctl sandbox fault add 'dep:503/4@/server/devices#3' --quiet >/dev/null
  $ mdmctl dep sync --full --page-size 5 2>&1 | head -1
  error: 127.0.0.1:* (glob)
  $ mdmctl sandbox fault clear --quiet >/dev/null; rows 'truncate dep_staging'; sync --page-size 5; same
  ["full",0,0,0,25,5]
  the same

What has changed since, with an event for each.

  $ fleet remove --count 2; fleet change --count 3 --skip 2; fleet add --count 1
  $ sync --events events.jsonl; same
  ["delta",1,3,2,24,1]
  the same
  $ jq -r .event events.jsonl | sort | uniq -c | tr -s ' '
   1 added
   2 deleted
   3 modified
  $ every_event events.jsonl && echo whole
  whole
  $ mdmctl audit verify >/dev/null && mdmctl store check >/dev/null && echo whole
  whole
  $ end_serving; dropdb --force "$name"
