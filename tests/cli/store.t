The store: made, looked at, backed up, given another key, moved.

  $ export XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config

Nothing makes a store by looking for one.

  $ mdmctl store info
  error: there is no store at '*/state/mdmctl/mdmctl.db' (glob)
  hint: mdmctl store init makes one; --store or MDMCTL_STORE name another
  [3]
  $ mdmctl tenant list --output json
  {"error":{"code":"no_store","exit":3,"message":"there is no store at '*/state/mdmctl/mdmctl.db'","hint":"mdmctl store init makes one; --store or MDMCTL_STORE name another","findings":[]}} (glob)
  [3]
  $ ls

It is made once, for its owner alone, and its key lies elsewhere.

  $ mdmctl store init --dry-run
  a store would be made in '*/state/mdmctl/mdmctl.db'; nothing was written (glob)
  store      */state/mdmctl/mdmctl.db (glob)
  rehearsal  no
  $ mdmctl store init >/dev/null
  made the store '*/state/mdmctl/mdmctl.db' (glob)
  its key is '*/config/mdmctl/keys/*': keep a copy of it in another place than the backups of the store (glob)
  $ mdmctl store init
  error: there is a store in '*/state/mdmctl/mdmctl.db' already (glob)
  hint: mdmctl store info shows it; nothing was changed
  [4]
  $ stat -c '%a %n' state/mdmctl state/mdmctl/mdmctl.db config/mdmctl/keys/*
  700 state/mdmctl
  600 state/mdmctl/mdmctl.db
  600 config/mdmctl/keys/* (glob)
  $ mdmctl store info
  store       */state/mdmctl/mdmctl.db (glob)
  id          * (glob)
  engine      sqlite
  created at  * (glob)
  rehearsal   no
  schema      apns 5
              dep 2
              expiry 2
              profile 1
              store 4
  tenants     0
  secrets     1

A file that others can read is refused, the key's as well.

  $ chmod 644 state/mdmctl/mdmctl.db
  $ mdmctl store info
  error: other users can read the store '*/state/mdmctl/mdmctl.db' (glob)
  hint: chmod 600 '*/state/mdmctl/mdmctl.db' (glob)
  [4]
  $ chmod 600 state/mdmctl/mdmctl.db
  $ chmod 640 config/mdmctl/keys/*
  $ mdmctl tenant add acme
  error: other users can read the store key '*/config/mdmctl/keys/*' (glob)
  hint: chmod 600 '*/config/mdmctl/keys/*'; if somebody may have read it: mdmctl store rekey (glob)
  [4]
  $ chmod 600 config/mdmctl/keys/*
  $ mdmctl tenant add acme --quiet >/dev/null

Each person and machine has a key; the last one stays.

  $ mdmctl store key add --label ci --out ci.key | grep -v ^id
  added the key 'ci'
  kind      key-file
  label     ci
  key file  ci.key
  $ mdmctl store key add --label ci --out ci.key
  error: 'ci.key' exists, and a key replaces nothing
  hint: name another file
  [4]
  $ MDMCTL_STORE_KEY_FILE=ci.key mdmctl store check
  store            */state/mdmctl/mdmctl.db (glob)
  secrets opened   1
  events verified  3
  findings         none
  $ ci=$(sed -n 's/^slot: //p' ci.key)
  $ mdmctl store key remove "$ci" | grep -v ^id
  the key 'ci' opens the store no longer
  kind   key-file
  label  ci
  $ MDMCTL_STORE_KEY_FILE=ci.key mdmctl store check
  error: the store key 'ci.key' does not open '*/state/mdmctl/mdmctl.db': it was removed, or the store has a new key since (glob)
  hint: mdmctl store key list shows what does; who still has one can add another: mdmctl store key add
  [4]
  $ mdmctl store key remove "$(mdmctl store key list --output json | jq -r '.keys[0].id')"
  error: 'first key' is the last key: without it no secret of the store could be opened again
  hint: mdmctl store key add makes another first
  [4]

A passphrase opens it when the file is lost.

  $ echo 'correct horse' >passphrase
  $ mdmctl store key add --label emergency --passphrase-file passphrase | grep -v ^id
  warning: other users can read 'passphrase', which holds a secret; chmod 600 it
  added the key 'emergency'
  kind   passphrase
  label  emergency

A backup is a file without the key, and replaces nothing.

  $ mdmctl store backup backup.db
  backed up '*/state/mdmctl/mdmctl.db' to 'backup.db'; the key is not in it (glob)
  from            */state/mdmctl/mdmctl.db (glob)
  to              backup.db
  tables          28
  rows            17
  secrets opened  1
  $ mdmctl store backup backup.db
  error: 'backup.db' holds a store already; it was not touched
  hint: name a place where there is none
  [4]
  $ mdmctl store restore backup.db --to restored.db | grep rows
  restored 'restored.db' from 'backup.db'
  rows            17
  $ mdmctl store check --store restored.db
  store            restored.db
  secrets opened   1
  events verified  5
  findings         none
  $ mdmctl store restore backup.db --to restored.db
  error: 'restored.db' holds a store already; it was not touched
  hint: name a place where there is none
  [4]

A new key ends all others; the old one is kept for the backups that it opens.

  $ mdmctl store rekey --dry-run | grep secrets
  1 secret open and would be sealed again; nothing was changed
  secrets   1
  $ mdmctl store rekey --output json | jq '{secrets,dropped}'
  sealed 2 secrets again; the new key is '*/config/mdmctl/keys/*' (glob)
  these keys open nothing any more: emergency, first key
  the old one is '*/config/mdmctl/keys/*.old-*': backups made until now need it (glob)
  {
    "secrets": 2,
    "dropped": [
      "emergency",
      "first key"
    ]
  }
  $ mdmctl store key list --output csv | cut -d, -f2,3
  kind,label
  key-file,first key
  $ mdmctl store check
  store            */state/mdmctl/mdmctl.db (glob)
  secrets opened   2
  events verified  6
  findings         none
  $ mdmctl store check --store restored.db
  error: the store key '*/config/mdmctl/keys/*' does not open 'restored.db': it was removed, or the store has a new key since (glob)
  hint: mdmctl store key list shows what does; who still has one can add another: mdmctl store key add
  [4]
  $ MDMCTL_STORE_KEY_FILE=$(echo config/mdmctl/keys/*.old-*) mdmctl store check --store restored.db
  store            restored.db
  secrets opened   1
  events verified  5
  findings         none

Without the key the store can be read, and nothing can be written.

  $ mv config/mdmctl/keys keys-away
  $ mdmctl tenant list --output csv | cut -d, -f1
  tenant
  acme
  $ mdmctl tenant add other
  error: the key of the store '*/state/mdmctl/mdmctl.db' is not there: */config/mdmctl/keys/* (glob)
  hint: bring it back from its copy, or name it with MDMCTL_STORE_KEY_FILE
  [3]
  $ mv keys-away config/mdmctl/keys

Moved, it is read in its old place, and written in the new one.

  $ mdmctl store copy --to moved.db | grep rows
  '*/state/mdmctl/mdmctl.db' is in 'moved.db' now; the old one is kept for reading alone (glob)
  rows            18
  $ mdmctl tenant add other
  error: the store '*/state/mdmctl/mdmctl.db' was copied to '*/moved.db' and is kept for reading alone (glob)
  hint: --store '*/moved.db' or MDMCTL_STORE name the new one (glob)
  [4]
  $ mdmctl tenant add other --store moved.db --quiet >/dev/null
  $ mdmctl tenant list --store moved.db --output csv | cut -d, -f1
  tenant
  acme
  other
  $ mdmctl store check --store moved.db
  store            moved.db
  secrets opened   2
  events verified  7
  findings         none
  $ mdmctl store locks --output json
  {
    "locks": []
  }

A newer store, another file, a server that is not there, and one that nobody vouches for.

  $ sqlite3 moved.db "update schema_versions set version = 99"
  $ mdmctl store info --store moved.db
  error: the store 'moved.db' was written by a newer mdmctl: 'store' is at 99, this one knows 4
  hint: use that version of mdmctl, or a newer one
  [4]
  $ (umask 077; head -c 8192 /dev/zero | tr '\0' x >other.db)
  $ mdmctl store info --store other.db
  error: 'other.db' is not a store of mdmctl
  [7]
  $ mdmctl store info --store postgresql://127.0.0.1:1/mdm
  error: the store 'postgresql://127.0.0.1:1/mdm' is not available: connection to server at "127.0.0.1", port 1 failed: Connection refused
  hint: try again later
  [6]
  $ mdmctl store info --store postgresql://db.example.org/mdm
  error: the store on 'db.example.org' would be reached without verifying who answers there
  hint: add sslmode=verify-full to the URL, and sslrootcert=FILE if the server's authority is your own
  [4]
