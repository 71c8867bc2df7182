The store key, taken out: from then on openssl opens every secret, and nothing of ours is needed.

  $ export XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mdmctl store init --quiet >/dev/null
  $ mdmctl store key export --dry-run --out store.key
  the store key can be exported; nothing was written
  id   *-*-*-*-* (glob)
  out  store.key
  $ ls
  config
  state
  $ mdmctl store key export --out store.key
  exported the store key: who reads 'store.key' opens every secret of '*/state/mdmctl/mdmctl.db' (glob)
  id   *-*-*-*-* (glob)
  out  store.key
  $ stat -c '%a %n' store.key
  600 store.key
  $ sed 's/[0-9a-f]\{64,\}/DIGITS/g' store.key
  # The store key of the store *-*-*-*-*. Who reads it opens every secret: (glob)
  # openssl cms -decrypt -binary -inform PEM -in SEALED $(grep -v '^#' THIS-FILE)
  -secretkey DIGITS -secretkeyid DIGITS

The row as it is in the database, the exported key, and openssl.

  $ sqlite3 state/mdmctl/mdmctl.db 'select sealed from secrets' >sealed.pem
  $ openssl cms -decrypt -binary -inform PEM -in sealed.pem $(grep -v '^#' store.key) >opened
  $ sed 5d opened
  tenant: -
  kind: audit-key
  id: *-*-*-*-* (glob)
  
  $ sed -n 3p opened | cut -d' ' -f2 | cmp - <(sqlite3 state/mdmctl/mdmctl.db 'select id from secrets')

It is what the audit is signed with, and openssl alone comes to the hash of the first event: HKDF of the secret, and an
HMAC over the values of the event, each with its length before it.

  $ secret=$(tail -n 1 opened)
  $ key=$(openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt key:"$secret" -kdfopt info:'mdmctl audit event 1' HKDF | tr -d :)
  $ value() { sqlite3 -cmd '.timeout 10000' state/mdmctl/mdmctl.db "select $1 from audit_events where chain = 'store' and seq = 1"; }
  $ signed() {
  >     printf 'mdmctl audit event 1'
  >     for v in '' store 1 "$(value at)" "$(value actor)" "$(value login)" "$(value uid)" "$(value host)" '' \
  >         'store init' "$(value object)" "$(value key)"; do printf '\n%d:%s' ${#v} "$v"; done
  >     printf '\n-\n-\n-'
  > }
  $ signed | openssl dgst -sha256 -mac HMAC -macopt hexkey:"$key" | sed 's/.*= //' | cmp - <(value hash)

Another key opens nothing.

  $ openssl cms -decrypt -binary -inform PEM -in sealed.pem $(sed '/^#/d; s/^-secretkey ..../-secretkey 0000/' store.key) 2>/dev/null | wc -c
  0

That it left is in the audit, whether it went to a file or to standard output, and it replaces nothing.

  $ mdmctl store key export --out store.key
  error: 'store.key' exists, and a key replaces nothing
  hint: name another file
  [4]
  $ ln -s elsewhere link
  $ mdmctl store key export --out link
  error: 'link' is a symbolic link, and a secret is not written through one
  hint: name the file that it points to
  [4]
  $ mdmctl store key export --out - 2>record | cmp - store.key && cat record
  exported the store key: who reads '-' opens every secret of '*/state/mdmctl/mdmctl.db' (glob)
  id   *-*-*-*-* (glob)
  out  -
  $ mdmctl audit log --object 'store key' --output json | jq -r '.events[].command'
  store key export
  store key export
  $ mdmctl audit verify --output json | jq -c .findings
  []

A new key ends it: what is sealed from then on does not open with what was exported.

  $ mdmctl store rekey --quiet >/dev/null
  $ sqlite3 state/mdmctl/mdmctl.db 'select sealed from secrets limit 1' >resealed.pem
  $ openssl cms -decrypt -binary -inform PEM -in resealed.pem $(grep -v '^#' store.key) 2>/dev/null | wc -c
  0
