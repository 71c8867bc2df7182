A server token in a store on a server. (Skipped where no server is: tests/with-postgresql starts one.)

  $ [ -n "$PGHOST" ] && [ -n "$PGPASSWORD" ] || exit 80
  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/rehearsal.sh"
  $ on_creation_day; begin_serving served
  $ name=mdmctl_dep_$$ && createdb "$name" && export MDMCTL_STORE=postgresql://$PGUSER@$PGHOST:$PGPORT/$name
  $ { mdmctl store init && mdmctl tenant add acme && mdmctl tenant add globex; } >making 2>&1 || cat making
  $ portal() { download "$@" --organization Acme --server Prod; }
  $ short() { jq -c '[.changed, .state, .days_left, .key]'; }
  $ export MDMCTL_TENANT=acme
  $ mdmctl store info --output json | jq -c '[.engine, .rehearsal]'
  ["postgresql",true]

Import, renew, and what is no renewal.

  $ public_key acme.pem; portal first.p7m --public-key acme.pem
  $ mdmctl dep import first.p7m --without-apns --quiet --output json | short
  [true,"valid",365,"held"]
  $ mdmctl sandbox clock +335d --quiet >/dev/null; portal second.p7m
  $ mdmctl dep account --output json 2>/dev/null | jq -r .state
  superseded
  $ mdmctl dep renew second.p7m --quiet --output json | short
  [true,"valid",365,"held"]
  $ mdmctl dep renew first.p7m --output json 2>&1 | jq -c '.error | [.code, .exit]'
  ["older_than_current",4]
  $ public_key globex.pem --tenant globex; download globex.p7m --public-key globex.pem --organization Globex
  $ mdmctl dep renew globex.p7m --output json 2>&1 | jq -c '.error | [.code, .exit]'
  ["other_tenant",4]
  $ mdmctl dep import globex.p7m --tenant globex --without-apns --quiet --output json | short
  [true,"valid",365,"held"]

Several at once: one of them does it, and the others find it done.

  $ mdmctl sandbox clock +1h --quiet >/dev/null; portal third.p7m
  $ for n in 1 2 3 4; do mdmctl dep renew third.p7m --quiet --output json >answer$n 2>&1 & all[n]=$!; done; wait "${all[@]}"
  $ cat answer? | jq -c "if has(\"changed\") then .changed else .error.code end" | sort
  false
  false
  false
  true
  $ mdmctl dep history --output json | jq -c '.events[] | [.event, .current]'
  ["import",false]
  ["renew",false]
  ["renew",true]

It is noted, tracked, removed and brought back.

  $ mdmctl dep set --note 'ask Jo' --new-name main --quiet --output json | jq -c '[.name, .notes]'
  ["main","ask Jo"]
  $ mdmctl dep import --track --expires 2027-05-01 --name tracked --without-apns --quiet --output json | short
  [true,"valid",140,"tracked"]
  $ mdmctl dep remove --name tracked --quiet --output json | short
  [true,"removed",140,"tracked"]
  $ mdmctl dep restore --name tracked --quiet --output json | short
  [true,"valid",140,"tracked"]
  $ mdmctl dep list --all-tenants --output csv | cut -d, -f1-3,5,6
  tenant,name,state,days_left,access_token_expiry
  acme,main,valid,365,2027-12-11T13:00:00Z
  acme,tracked,valid,140,2027-05-01T00:00:00Z
  globex,default,valid,364,2027-12-11T12:00:00Z
  $ mdmctl dep export --name main --out token.json --unencrypted --quiet --output json | jq -r .file
  token.json
  $ mdmctl sandbox fault add dep:T_C_NOT_SIGNED --quiet >/dev/null
  $ mdmctl check --live --all-tenants --output json | jq -c '.services[] | select(.service == "dep") | [.tenant, .name, .state, (.findings[].code)]'
  ["acme","main","invalid","terms_not_accepted"]
  ["acme","tracked","valid"]
  ["globex","default","invalid","terms_not_accepted"]
  $ mdmctl dep list --all-tenants --output csv | cut -d, -f1-3
  tenant,name,state
  acme,main,terms_not_accepted
  acme,tracked,valid
  globex,default,terms_not_accepted

Moved to a file, it is all there.

  $ mdmctl store copy --to copy.db >making 2>&1 || cat making
  $ mdmctl dep list --all-tenants --output json | jq 'del(.tokens[].origin)' >server; mdmctl dep list --all-tenants --store copy.db --output json | jq 'del(.tokens[].origin)' | cmp - server
  $ mdmctl dep export --name main --out copied.json --unencrypted --store copy.db --quiet >/dev/null && cmp token.json copied.json
  warning: the server token 'main' of 'acme' waits: Apple's terms changed, and nobody has accepted them (seen 2026-12-11T13:00:00Z)
  $ mdmctl store check --quiet >/dev/null && mdmctl audit verify --quiet >/dev/null && mdmctl store check --store copy.db --quiet >/dev/null
  $ dropdb --force "$name"
