A list of tenants is taken over into a store on a server. (Skipped where no server is: tests/with-postgresql starts one.)

  $ [ -n "$PGHOST" ] && [ -n "$PGPASSWORD" ] || exit 80
  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ name=mdmctl_takeover_$$ && createdb "$name" && export MDMCTL_STORE=postgresql://$PGUSER@$PGHOST:$PGPORT/$name
  $ mkdir sandbox files && touch sandbox/rehearsal && umask 077
  $ on_creation_day
  $ { mdmctl store init && make_vendor && make_customer && sign push.req && create files/a.pem; } >making 2>&1 || cat making
  $ again() { rm push.key push.csr push.req; { make_customer && sign push.req; } >making 2>&1 || cat making; }
  $ again && create b.pem >making 2>&1 && cat b.pem push.key >files/b.pem
  $ again && create c.pem >making 2>&1 && echo secret >files/pass
  $ openssl pkcs12 -export -in c.pem -inkey push.key -passout file:files/pass -out files/c.p12
  $ add() { mdmctl tenant add --from list.csv --files files --output json "$@" 2>said; }
  $ outcome() { jq -c '[.added, .changed, .unchanged, [.failed[] | [.tenant, .code]], .unused_files]'; }
  $ cat >list.csv <<END
  > tenant,display_name,external_id,apple_account,push_certificate,topic,not_after,server_token_expires,contact,labels,note,p12_passphrase_file
  > acme,"ACME, Ltd.",17,mdm@acme.example,,$(topic_of files/a.pem),2027-01-10,2026-09-01,it@acme.example,region=north,"says ""hi""",
  > globex,,,mdm@globex.example,b.pem,,,,,,,
  > hooli,,,mdm@hooli.example,c.p12,,,,,,,pass
  > console,,,mdm@console.example,,com.apple.mgmt.External.console,2026-12-24,,,,,
  > thief,,,mdm@thief.example,,$(topic_of b.pem),2027-01-10,,,,,
  > END
  $ add --dry-run | outcome
  [5,0,0,[],[]]
  $ mdmctl tenant list --output json | jq '.tenants | length'
  0
  $ add | outcome
  [4,0,0,[["thief","other_tenant"]],[]]
  $ mdmctl apns list --all-tenants --output json | jq -c '.certificates[] | [.tenant, .key, .days_left]'
  ["acme","tracked",365]
  ["console","tracked",347]
  ["globex","held",365]
  ["hooli","held",365]
  $ mdmctl tenant show acme --output json | jq -c '[.display_name, .external_id, .labels, .notes]'
  ["ACME, Ltd.","17",{"region":"north"},"says \"hi\""]
  $ mdmctl tenant contact list --tenant acme --output csv | cut -d, -f1
  address
  it@acme.example
  $ mdmctl tenant remove acme --dry-run --output json 2>/dev/null | jq -c '.still_valid[] | [.service, .not_after]'
  ["dep","2026-09-01T00:00:00Z"]
  ["apns","2027-01-10T12:00:00Z"]

Run again it changes nothing; what is missing is completed, what is there is not overwritten.

  $ add | outcome
  [0,0,4,[["thief","other_tenant"]],[]]
  $ printf 'tenant,display_name,note\nacme,Another,other\nglobex,Globex,new\n' >list.csv
  $ add | outcome
  [0,1,1,[],["c.p12","pass"]]
  $ mdmctl tenant list --output json | jq -c '.tenants[] | [.tenant, .display_name, .notes]'
  ["acme","ACME, Ltd.","says \"hi\""]
  ["console",null,null]
  ["globex","Globex","new"]
  ["hooli",null,null]

A passphrase is asked for while nobody waits, and a refusal is on record.

  $ again && create d.pem >making 2>&1 && openssl pkcs12 -export -in d.pem -inkey push.key -passout file:files/pass -out files/d.p12
  $ printf 'tenant,apple_account,push_certificate\nlate,d@x.example,d.p12\n' >list.csv
  $ "$ROOT/tests/cli/at-terminal" --columns 200 --meanwhile 'mdmctl tenant add meanwhile --quiet --output csv | tail -1 | cut -d, -f1' \
  >     'passphrase of' 'secret\n' mdmctl tenant add --from list.csv --files files --output jsonl --quiet
  meanwhile
  passphrase of files/d.p12: 
  {"added":1,"changed":0,"unchanged":0,"failed":[],"unused_files":["a.pem","b.pem","c.p12","pass"]}
  echo off, then on
  $ mdmctl audit log --output json | jq -r '.events[] | .object | select(contains("refused"))'
  tenant thief (refused: other_tenant)
  tenant thief (refused: other_tenant)
  $ mdmctl store check --quiet >/dev/null && mdmctl audit verify --quiet >/dev/null
  $ dropdb --force "$name"
