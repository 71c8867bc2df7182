The store: made, looked at, backed up, given another key, moved.

  $ export XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config

Nothing makes a store by looking for one.

  $ mdmctl store info
  $ mdmctl tenant list --output json
  $ ls

It is made once, for its owner alone, and its key lies elsewhere.

  $ mdmctl store init --dry-run
  $ mdmctl store init >/dev/null
  $ mdmctl store init
  $ stat -c '%a %n' state/mdmctl state/mdmctl/mdmctl.db config/mdmctl/keys/*
  $ mdmctl store info

A file that others can read is refused, the key's as well.

  $ chmod 644 state/mdmctl/mdmctl.db
  $ mdmctl store info
  $ chmod 600 state/mdmctl/mdmctl.db
  $ chmod 640 config/mdmctl/keys/*
  $ mdmctl tenant add acme
  $ chmod 600 config/mdmctl/keys/*
  $ mdmctl tenant add acme --quiet >/dev/null

Each person and machine has a key; the last one stays.

  $ mdmctl store key add --label ci --out ci.key | grep -v ^id
  $ mdmctl store key add --label ci --out ci.key
  $ MDMCTL_STORE_KEY_FILE=ci.key mdmctl store check
  $ ci=$(sed -n 's/^slot: //p' ci.key)
  $ mdmctl store key remove "$ci" | grep -v ^id
  $ MDMCTL_STORE_KEY_FILE=ci.key mdmctl store check
  $ mdmctl store key remove "$(mdmctl store key list --output json | jq -r '.keys[0].id')"

A passphrase opens it when the file is lost.

  $ echo 'correct horse' >passphrase
  $ mdmctl store key add --label emergency --passphrase-file passphrase | grep -v ^id

A backup is a file without the key, and replaces nothing.

  $ mdmctl store backup backup.db
  $ mdmctl store backup backup.db
  $ mdmctl store restore backup.db --to restored.db | grep rows
  $ mdmctl store check --store restored.db
  $ mdmctl store restore backup.db --to restored.db

A new key ends all others; the old one is kept for the backups that it opens.

  $ mdmctl store rekey --dry-run | grep secrets
  $ mdmctl store rekey --output json | jq '{secrets,dropped}'
  $ mdmctl store key list --output csv | cut -d, -f2,3
  $ mdmctl store check
  $ mdmctl store check --store restored.db
  $ MDMCTL_STORE_KEY_FILE=$(echo config/mdmctl/keys/*.old-*) mdmctl store check --store restored.db

Without the key the store can be read, and nothing can be written.

  $ mv config/mdmctl/keys keys-away
  $ mdmctl tenant list --output csv | cut -d, -f1
  $ mdmctl tenant add other
  $ mv keys-away config/mdmctl/keys

Moved, it is read in its old place, and written in the new one.

  $ mdmctl store copy --to moved.db | grep rows
  $ mdmctl tenant add other
  $ mdmctl tenant add other --store moved.db --quiet >/dev/null
  $ mdmctl tenant list --store moved.db --output csv | cut -d, -f1
  $ mdmctl store check --store moved.db
  $ mdmctl store locks --output json

A newer store, another file, a server that is not there, and one that nobody vouches for.

  $ sqlite3 moved.db "update schema_versions set version = 99"
  $ mdmctl store info --store moved.db
  $ (umask 077; head -c 8192 /dev/zero | tr '\0' x >other.db)
  $ mdmctl store info --store other.db
  $ mdmctl store info --store postgresql://localhost:1/mdm
  $ mdmctl store info --store postgresql://db.example.org/mdm
