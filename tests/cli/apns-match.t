A folder of downloads: each file goes to the tenant whose topic it has.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ codes() { jq -c '.results[] | [.file, .tenant, .name, .changed, .verdict, .code]'; }
  $ { mdmctl store init && make_vendor; } >making 2>&1 || cat making
  $ mdmctl apns vendor add --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --quiet >/dev/null
  $ request() { mdmctl apns csr --common-name "$1" --out "$1-$2.csr" --tenant "$1" && rm -f push.req && mdmctl apns sign --csr "$1-$2.csr" --out push.req; }
  $ for t in acme globex initech; do
  >   { mdmctl tenant add $t && request $t 1 && create $t.pem && mdmctl apns import $t.pem --apple-account mdm@$t.example --tenant $t; } >making 2>&1 || cat making
  > done
  $ on_renewal_day
  $ mkdir downloads
  $ for t in acme globex initech; do
  >   { request $t 2 && renew "$(topic_of $t.pem)" downloads/$t-new.pem; } >making 2>&1 || cat making
  > done
  $ { request acme 3 && create downloads/wrong.pem; } >making 2>&1 || cat making
  $ echo hello >downloads/note.txt

Nothing is changed by check, and each file has its own verdict. With several files the exit is 1 when one is no renewal.

  $ mdmctl apns check --match downloads/* --output json >answer
  {"error":{"code":"some_failed","exit":1,"message":"2 of 5 files are no renewals","hint":"each of them has its code and its reasons in the answer","findings":[]}}
  [1]
  $ codes <answer
  ["downloads/acme-new.pem","acme","default",null,"renewal",null]
  ["downloads/globex-new.pem","globex","default",null,"renewal",null]
  ["downloads/initech-new.pem","initech","default",null,"renewal",null]
  ["downloads/note.txt",null,null,null,"undecided","not_a_certificate"]
  ["downloads/wrong.pem",null,null,null,"undecided","nothing_to_compare"]
  $ jq -r '.results[0] | keys_unsorted[]' answer
  file
  tenant
  name
  topic
  serial
  verdict
  code
  message
  findings
  $ mdmctl apns check --match downloads/*-new.pem --quiet >/dev/null
  $ mdmctl apns check --match acme.pem globex.pem --output json | codes
  {"error":{"code":"some_failed","exit":1,"message":"2 of 2 files are no renewals","hint":"each of them has its code and its reasons in the answer","findings":[]}}
  ["acme.pem","acme","default",null,"not_a_renewal","same_certificate"]
  ["globex.pem","globex","default",null,"not_a_renewal","same_certificate"]

With exactly one, the exit is its own.

  $ mdmctl apns check --match downloads/acme-new.pem --quiet >/dev/null
  $ mdmctl apns check --match downloads/wrong.pem --quiet >/dev/null
  error: there is no current push certificate to compare 'downloads/wrong.pem' with: no tenant has a push certificate with the topic com.apple.mgmt.External.* of 'downloads/wrong.pem' (glob)
  hint: one that was created anew has a topic of its own: in the portal choose Renew beside the old one; a tenant's first goes in with mdmctl apns import
  [3]
  $ mdmctl apns check --match acme.pem --output json 2>&1 >/dev/null | jq -c '[.error.code, .error.exit]'
  ["same_certificate",4]
  $ mdmctl apns renew --match downloads/wrong.pem --output json 2>/dev/null | codes
  ["downloads/wrong.pem",null,null,false,null,"no_such_certificate"]
  $ mdmctl apns renew --match downloads/note.txt >/dev/null
  'downloads/note.txt' was refused: not_a_certificate
  error: 'downloads/note.txt' holds no certificate
  hint: * (glob)
  [7]
  $ mdmctl apns renew --match downloads --quiet >/dev/null
  error: 'downloads' is a directory* (glob)
  hint: name a file inside it
  [7]

Several files are for --match alone, and --match is for what several tenants have alike.

  $ mdmctl apns renew downloads/acme-new.pem downloads/globex-new.pem --tenant acme
  error: 'downloads/globex-new.pem' is one argument too many
  hint: with --match there may be several, each for the tenant whose topic it has
  [2]
  $ mdmctl apns check downloads/acme-new.pem downloads/globex-new.pem
  error: 'downloads/globex-new.pem' is one argument too many
  hint: with --match there may be several, each for the tenant whose topic it has
  [2]
  $ mdmctl apns check --against acme.pem downloads/acme-new.pem more.pem 2>&1 | head -1
  error: 'more.pem' is one argument too many
  $ mdmctl apns renew --match downloads/acme-new.pem --name default 2>&1 | head -1
  error: '--match' and '--name' do not go together
  $ mdmctl apns check --match acme.pem --against acme.pem 2>&1 | head -1
  error: '--match' and '--against' do not go together

--tenant itself takes that tenant's alone; MDMCTL_TENANT does not.

  $ mdmctl apns check --match downloads/globex-new.pem --tenant acme --quiet >/dev/null
  error: the topic of 'downloads/globex-new.pem' is that of the tenant 'globex', not of 'acme'
  hint: --tenant 'globex' is whom it belongs to, if it is the right file
  [4]
  $ MDMCTL_TENANT=acme mdmctl apns check --match downloads/globex-new.pem --quiet >/dev/null
  $ mdmctl apns renew --match downloads/globex-new.pem --tenant nobody
  error: there is no tenant 'nobody'
  hint: mdmctl tenant list
  [3]

A dry run judges, and changes nothing.

  $ mdmctl apns renew --match downloads/*-new.pem --dry-run --output json 2>said | codes
  ["downloads/acme-new.pem","acme","default",true,null,null]
  ["downloads/globex-new.pem","globex","default",true,null,null]
  ["downloads/initech-new.pem","initech","default",true,null,null]
  $ head -1 said
  'downloads/acme-new.pem' renews the push certificate of 'acme'; nothing was changed
  $ mdmctl apns list --all-tenants --output json | jq -c '[.certificates[].days_left]'
  [40,40,40]
  $ mdmctl apns renew --match downloads/acme-new.pem downloads/acme-new.pem --dry-run --output json 2>/dev/null | codes
  ["downloads/acme-new.pem","acme","default",true,null,null]
  ["downloads/acme-new.pem","acme","default",false,null,"same_certificate"]

A tenant that another store looks after, or that was removed, is refused in these words; the others are done.

  $ sqlite3 state/mdmctl/mdmctl.db "update tenants set handed_over_at = '2026-06-01T00:00:00Z' where name = 'globex'"
  $ sqlite3 state/mdmctl/mdmctl.db "update tenants set removed_at = '2026-06-01T00:00:00Z' where name = 'initech'"
  $ mdmctl apns renew --match downloads/*.pem --output json 2>said >answer
  [1]
  $ codes <answer
  ["downloads/acme-new.pem","acme","default",true,null,null]
  ["downloads/globex-new.pem","globex","default",false,null,"handed_over"]
  ["downloads/initech-new.pem",null,null,false,null,"no_such_tenant"]
  ["downloads/wrong.pem",null,null,false,null,"no_such_certificate"]
  $ cat said
  {"error":{"code":"some_failed","exit":1,"message":"3 of 4 files were refused","hint":"each of them has its code and its reasons in the answer","findings":[]}}
  $ jq -r '.results[1].message' answer
  the tenant 'globex' was handed over on 2026-06-01T00:00:00Z: another store looks after it
  $ mdmctl apns renew --match --tenant globex downloads/globex-new.pem 2>&1 | head -1
  error: the tenant 'globex' was handed over on 2026-06-01T00:00:00Z: another store looks after it
  $ mdmctl apns check --match --tenant globex downloads/globex-new.pem 2>&1 >/dev/null | head -1
  error: the tenant 'globex' was handed over on 2026-06-01T00:00:00Z: another store looks after it
  $ mdmctl apns check --tenant globex downloads/globex-new.pem 2>&1 >/dev/null | head -1
  error: the tenant 'globex' was handed over on 2026-06-01T00:00:00Z: another store looks after it
  $ mdmctl audit log --tenant globex --output json | jq -r '.events[].object' | grep refused
  push certificate (refused: handed_over)
  push certificate (refused: handed_over)
  $ sqlite3 state/mdmctl/mdmctl.db "update tenants set handed_over_at = null, removed_at = null"

Run again, what came through says so; of two files with one topic each is judged in its turn.

  $ cp downloads/globex-new.pem again.pem
  $ mdmctl apns renew --match downloads/*-new.pem again.pem --quiet
  FILE                       TENANT   NAME     SERIAL *  CHANGED  CODE              MESSAGE (glob)
  downloads/acme-new.pem     acme     default  *  false    same_certificate  'downloads/acme-new.pem' is the push certificate of 'acme' once more (serial *) (glob)
  downloads/globex-new.pem   globex   default  *  true     -                 - (glob)
  downloads/initech-new.pem  initech  default  *  true     -                 - (glob)
  again.pem                  globex   default  *  false    same_certificate  'again.pem' is the push certificate of 'globex' once more (serial *) (glob)
  error: 2 of 4 files were refused
  hint: each of them has its code and its reasons in the answer
  [1]

Each has its own event, and each refusal that is a tenant's has one too.

  $ mdmctl audit log --output json | jq -r '.events[] | select(.command == "apns renew") | .tenant + " " + ((.after | fromjson).refused // "renewed")' | sort
  acme renewed
  acme same_certificate
  globex handed_over
  globex handed_over
  globex renewed
  globex same_certificate
  initech renewed
  $ mdmctl audit verify --quiet >/dev/null

The same topic at two tenants is nobody's.

  $ sqlite3 state/mdmctl/mdmctl.db "update apns_versions set topic = (select topic from apns_versions v join apns_certificates c on c.id = v.certificate join tenants t on t.id = c.tenant where t.name = 'acme' limit 1)"
  $ mdmctl apns check --match acme.pem --quiet >/dev/null 2>said
  [4]
  $ cat said
  error: the topic com.apple.mgmt.External.* of 'acme.pem' is that of the tenant 'acme' and of 'globex' as well (glob)
  hint: a push topic belongs to one tenant; mdmctl apns list shows what each holds

Without a store there is nothing to compare with.

  $ mdmctl apns check --match acme.pem globex.pem --store nowhere.db --output json | codes
  {"error":{"code":"some_failed","exit":1,"message":"2 of 2 files are no renewals","hint":"each of them has its code and its reasons in the answer","findings":[]}}
  ["acme.pem",null,null,null,"undecided","nothing_to_compare"]
  ["globex.pem",null,null,null,"undecided","nothing_to_compare"]
  $ mdmctl apns renew --match acme.pem --store nowhere.db
  error: there is no store at 'nowhere.db'
  hint: mdmctl store init makes one; --store or MDMCTL_STORE name another
  [3]
