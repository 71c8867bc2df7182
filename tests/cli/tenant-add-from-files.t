The files of a list: named, matched by topic, and never outside their folder.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox files && touch sandbox/rehearsal
  $ on_creation_day
  $ { mdmctl store init && make_vendor && make_customer && sign push.req && create a.pem; } >making 2>&1 || cat making
  $ again() { rm push.key push.csr push.req; make_customer && sign push.req; }
  $ { again && create b.pem && cp push.key b.key && cp push.req b.req; } >making 2>&1 || cat making
  $ umask 077
  $ add() { cat >list.csv; mdmctl tenant add --from list.csv --files files --output json "$@" 2>said; }
  $ outcome() { jq -c '[.added, .changed, .unchanged, [.failed[] | [.tenant, .code]], .unused_files]'; }

What leads out of the folder is not opened, however it is spelled, and nothing but a file is.

  $ echo secret >pass && openssl pkcs12 -export -in b.pem -inkey b.key -passout file:pass -out files/b.p12
  $ cp files/b.p12 files/b2.p12 && cp files/b.p12 files/b3.p12
  $ ln -s ../a.pem files/way-out.pem && ln -s .. files/up && mkfifo files/pipe && mkdir files/below
  $ add <<END | jq -r '.failed[] | "\(.tenant): \(.code): \(.message)"' | sed "s|$PWD|HERE|"
  > tenant,apple_account,push_certificate,p12_passphrase_file
  > dots,a@x.example,../a.pem,
  > absolute,a@x.example,$PWD/a.pem,
  > link,a@x.example,way-out.pem,
  > folder-link,a@x.example,up/a.pem,
  > back,a@x.example,below/../../b.pem,
  > dots-pass,a@x.example,b.p12,../pass
  > absolute-pass,a@x.example,./b2.p12,$PWD/pass
  > link-pass,a@x.example,below/../b3.p12,up/pass
  > END
  dots: bad_usage: '../a.pem' leads out of the folder of files
  absolute: bad_usage: 'HERE/a.pem' leads out of the folder of files
  link: bad_usage: 'way-out.pem' leads out of the folder of files
  folder-link: bad_usage: 'up/a.pem' leads out of the folder of files
  back: bad_usage: 'below/../../b.pem' leads out of the folder of files
  dots-pass: bad_usage: '../pass' leads out of the folder of files
  absolute-pass: bad_usage: 'HERE/pass' leads out of the folder of files
  link-pass: bad_usage: 'up/pass' leads out of the folder of files
  $ for file in pipe below nowhere.pem; do
  >     printf 'tenant,apple_account,push_certificate\nx,a@x.example,%s\n' $file >one.csv
  >     timeout 60 mdmctl tenant add --from one.csv --files files --quiet 2>&1 >/dev/null; echo $?
  > done
  error: 'files/pipe' is no regular file
  hint: a list names files: no folder, pipe or device
  7
  error: 'files/below' is no regular file
  hint: a list names files: no folder, pipe or device
  7
  error: 'files/nowhere.pem' does not exist
  3
  $ mdmctl tenant list --output json | jq -c .tenants
  []

A name is a file, and not its spelling: what a row uses is used, and what a row could not use is named.

  $ rm files/* 2>/dev/null; rmdir files/below; cp a.pem b.pem files
  $ topic=$(topic_of files/a.pem)
  $ add --dry-run <<END | outcome
  > tenant,apple_account,push_certificate
  > acme,a@x.example,./a.pem
  > END
  [1,0,0,[],["b.pem"]]
  $ add <<END | outcome
  > tenant,apple_account,push_certificate,topic,not_after
  > acme,a@x.example,./a.pem,,
  > late,b@x.example,,$(topic_of b.pem),2020-01-01
  > END
  [2,0,0,[],[]]
  $ add <<END | outcome
  > tenant,apple_account,topic,not_after
  > early,b@x.example,$(topic_of b.pem),2027-01-10
  > late,a@x.example,$topic,2027-01-10
  > END
  [0,0,0,[["early","other_tenant"],["late","certificate_exists"]],["a.pem","b.pem"]]
  $ add <<END | outcome
  > tenant,apple_account,push_certificate
  > one,a@x.example,b.pem
  > two,a@x.example,below/../b.pem
  > END
  [0,0,0,[["one","row_repeated"],["two","row_repeated"]],["a.pem"]]
  $ mdmctl tenant list --output csv | cut -d, -f1
  tenant
  acme
  late

A passphrase is asked for while nobody waits: another run writes meanwhile.

  $ again >making 2>&1 && create c.pem >making 2>&1
  $ openssl pkcs12 -export -in c.pem -inkey push.key -passout file:pass -iter 300000 -out files/c.p12
  $ printf 'tenant,apple_account,push_certificate\nhooli,c@x.example,c.p12\n' >p12.csv
  $ "$ROOT/tests/cli/at-terminal" --columns 200 --meanwhile 'mdmctl tenant add meanwhile --quiet --output csv | tail -1 | cut -d, -f1' \
  >     'passphrase of' 'secret\n' mdmctl tenant add --from p12.csv --files files --output jsonl --quiet
  meanwhile
  passphrase of files/c.p12: 
  {"added":1,"changed":0,"unchanged":0,"failed":[],"unused_files":["a.pem","b.pem"]}
  echo off, then on
  $ mdmctl apns list --all-tenants --output json | jq -c '.certificates[] | [.tenant, .key]'
  ["acme","tracked"]
  ["hooli","held"]
  ["late","tracked"]

A warning stands on a line of its own.

  $ on_renewal_day && renew "$topic" a-2027.pem >making 2>&1
  $ cp a-2027.pem files && openssl pkcs12 -export -in c.pem -inkey push.key -passout file:pass -iter 700000 -out files/c.p12
  $ cp pass files && printf 'tenant,apple_account,push_certificate,p12_passphrase_file\nhooli,c@x.example,c.p12,pass\nacme,a@x.example,a-2027.pem\n' >p12.csv
  $ "$ROOT/tests/cli/at-terminal" --columns 200 '' '' mdmctl tenant add --from p12.csv --files files --output jsonl >seen
  $ tr '\r' '\n' <seen | grep -c 'rows.*warning'
  0
  [1]
  $ grep -o 'warning: .*' seen
  warning: row 3: 'files/a-2027.pem' is another certificate of the topic of 'acme', which was left alone: mdmctl apns renew 'files/a-2027.pem' --tenant 'acme'

A topic is enough where its file is there; what the row says otherwise is said, and the file counts.

  $ on_creation_day && export MDMCTL_STORE=$PWD/fresh.db && mdmctl store init --quiet >/dev/null
  $ rm files/* && cp a.pem files
  $ printf 'tenant,apple_account,topic\nby-topic,a@x.example,%s\nnowhere,a@x.example,com.apple.mgmt.External.nowhere\n' "$topic" >list.csv
  $ mdmctl tenant add --from list.csv --files files --dry-run --output json | jq -c '[.added, .failed]'
  {"error":{"code":"some_failed","exit":1,"message":"1 of 2 rows would fail","hint":"mend them in the list; nothing was changed","findings":[]}}
  [1,[{"row":3,"tenant":"nowhere","code":"malformed_csv","message":"there is a topic, no file of it, and no not_after"}]]
  $ mdmctl tenant add --from list.csv --files files --dry-run --quiet 2>&1 >/dev/null
  error: 1 of 2 rows would fail
  hint: mend them in the list; nothing was changed
  [1]
  $ printf 'tenant,apple_account,push_certificate,not_after\nby-file,a@x.example,a.pem,2030-01-31\n' >list.csv
  $ mdmctl tenant add --from list.csv --files files --dry-run --quiet 2>&1 >/dev/null
  warning: row 2: 'files/a.pem' ends on 2027-01-10T12:00:00Z, and the row says 2030-01-31T00:00:00Z: the file counts
