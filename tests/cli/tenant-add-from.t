A list of tenants is taken over: rows are added, completed or left alone, and each failure is named.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox files && touch sandbox/rehearsal
  $ on_creation_day
  $ { mdmctl store init && make_vendor && make_customer && sign push.req && create files/a.pem; } >making 2>&1 || cat making
  $ again() { rm push.key push.csr push.req; make_customer && sign push.req; }
  $ { again && create b.pem && cat b.pem push.key >files/b-with-key.pem && chmod 600 files/b-with-key.pem; } >making 2>&1 || cat making
  $ { again && create c.pem && printf secret >files/pass && openssl pkcs12 -export -in c.pem -inkey push.key -passout file:files/pass -out files/c.p12 && chmod 600 files/pass files/c.p12; } >making 2>&1 || cat making
  $ a=$(topic_of files/a.pem)
  $ cat >list.csv <<END
  > tenant,display_name,external_id,mdm,apple_account,push_certificate,topic,not_after,server_token_expires,contact,labels,note,p12_passphrase_file
  > acme,"ACME, Ltd.",17,jamf,mdm@acme.example,,$a,2027-01-10,2026-09-01,it@acme.example noc@acme.example,region=north;tier=gold,"says ""hi""",
  > globex,,,,mdm@globex.example,b-with-key.pem,,,,,,,
  > hooli,,,,mdm@hooli.example,c.p12,,,,,,,pass
  > console,,,,mdm@console.example,,com.apple.mgmt.External.console,2026-12-24,,,,,
  > END
  $ mdmctl tenant add --from list.csv --files files --dry-run --output json 2>/dev/null | jq -c .
  {"added":4,"changed":0,"unchanged":0,"failed":[],"unused_files":[]}
  $ mdmctl tenant list --output json | jq '.tenants | length'
  0
  $ mdmctl tenant add --from list.csv --files files
  every row stands for itself: run it again at any time
  added         4
  changed       0
  unchanged     0
  failed        -
  unused files  -
  $ mdmctl apns list --all-tenants --output json | jq -c '.certificates[] | [.tenant, .key, .apple_account, .days_left]'
  ["acme","tracked","mdm@acme.example",365]
  ["console","tracked","mdm@console.example",347]
  ["globex","held","mdm@globex.example",365]
  ["hooli","held","mdm@hooli.example",365]
  $ mdmctl tenant show acme --output json | jq -c '[.display_name, .external_id, .mdm, .labels, .notes]'
  ["ACME, Ltd.","17","jamf",{"region":"north","tier":"gold"},"says \"hi\""]
  $ mdmctl tenant contact list --tenant acme --output csv | cut -d, -f1
  address
  it@acme.example
  noc@acme.example

Run again it changes nothing; what is missing is completed, what is there is not overwritten.

  $ mdmctl tenant add --from list.csv --files files --output json 2>/dev/null | jq -c .
  {"added":0,"changed":0,"unchanged":4,"failed":[],"unused_files":[]}
  $ printf 'tenant;display name;note\r\nacme;Another;\r\nglobex;Globex;new\r\n' >more.csv
  $ mdmctl tenant add --from more.csv --output json 2>/dev/null | jq -c '[.added, .changed, .unchanged]'
  [0,1,1]
  $ mdmctl tenant list --output csv | cut -d, -f1,2
  tenant,display_name
  acme,"ACME
  console,
  globex,Globex
  hooli,

A file that comes later completes what a console showed; another of that topic is left to renew.

  $ { again && create d.pem; } >making 2>&1 || cat making
  $ d=$(topic_of d.pem)
  $ end=$(openssl x509 -in d.pem -noout -enddate | cut -d= -f2)
  $ printf 'tenant,apple_account,topic,not_after\nlate,m@late.example,%s,%s\n' "$d" "$(date -u -d "$end" +%F)" >late.csv
  $ mdmctl tenant add --from late.csv --quiet --output json | jq -c '[.added, .failed]'
  [1,[]]
  $ mkdir later && cp d.pem files/a.pem later/
  $ mdmctl tenant add --from late.csv --files later --output json 2>/dev/null | jq -c .
  {"added":0,"changed":1,"unchanged":0,"failed":[],"unused_files":["a.pem"]}
  $ mdmctl apns history --tenant late --output json | jq -c '[.events[] | [.event, .serial != null]]'
  [["track",false],["complete",true]]
  $ on_renewal_day
  $ renew "$d" later/d-2027.pem >making 2>&1 || cat making
  $ mdmctl tenant add --from late.csv --files later 2>&1 >/dev/null | grep -o 'left alone: mdmctl apns renew .*'
  left alone: mdmctl apns renew 'later/d-2027.pem' --tenant 'late'
  $ on_creation_day

What a spreadsheet may hand us.

  $ try() { printf "$@" >bad.csv; mdmctl tenant add --from bad.csv --output json 2>errors | jq -c '[.added, [.failed[] | [.row, .tenant, .code]]]'; code=${PIPESTATUS[0]}; grep -e ^error -e ^warning errors; return $code; }
  $ try '\xef\xbb\xbftenant;colour\r\nbom;red\r\n'
  [1,[]]
  warning: the column 'colour' means nothing here and is left alone
  $ try 'name,contact\nx,y\n'
  [7]
  $ mdmctl tenant add --from bad.csv; echo $?
  error: 'bad.csv' has no column 'tenant'
  hint: the columns are tenant,display_name,external_id,mdm,apple_account,push_certificate,topic,serial,not_after,server_token_expires,contact,labels,note,p12_passphrase_file
  7
  $ try 'tenant,note\none,"never closed\n'
  [0,[[2,"","malformed_csv"]]]
  [7]
  $ try 'tenant\ntwice\ntwice\n'
  [1,[[3,"twice","row_repeated"]]]
  [1]
  $ try 'tenant,apple_account,topic,not_after\nx1,a@x.example,com.apple.mgmt.External.q,2027-01-01\nx2,b@x.example,com.apple.mgmt.External.q,2027-01-01\n'
  [0,[[2,"x1","row_repeated"],[3,"x2","row_repeated"]]]
  [1]
  $ try 'tenant,apple_account,topic,not_after\nthief,a@x.example,%s,2027-01-01\nold,a@x.example,com.apple.mgmt.External.old,2020-01-01\nmail,a@x.example,com.example.mail,2027-01-01\n' "$a"
  [0,[[2,"thief","other_tenant"],[3,"old","expired"],[4,"mail","not_a_push_certificate"]]]
  [1]
  $ try 'tenant,apple_account,push_certificate\nnowhere,a@x.example,c.pem\n'
  [0,[[2,"nowhere","bad_usage"]]]
  [2]
  $ try 'tenant\n"esc\033[31m"\n\xff\xfe\nfine\n'
  [1,[[2,"esc\\u001b[31m","bad_name"],[3,"\xef\xbf\xbd\xef\xbf\xbd","bad_name"]]] (esc)
  [1]
  $ mdmctl tenant add --from bad.csv acme
  error: T and --from do not go together
  hint: a list names its tenants itself
  [2]
  $ mdmctl tenant add
  error: missing: T
  hint: mdmctl tenant add NAME, or --from FILE.csv for many
  [2]
  $ mdmctl tenant add --from bad.csv --files nowhere
  error: cannot read the folder 'nowhere': No such file or directory
  hint: --files names a folder
  [3]
  $ truncate -s 65M large.csv && mdmctl tenant add --from large.csv
  error: 'large.csv' is larger than 65536 KiB, the limit for this kind of file
  hint: see whether this is the file that was meant: genuine ones are far smaller
  [7]
  $ mdmctl store check --quiet >/dev/null && mdmctl audit verify --quiet >/dev/null
