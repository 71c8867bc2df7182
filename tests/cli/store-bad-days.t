A store on a bad day: what is said, the exit code, and that nothing was lost.

  $ export XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mdmctl store init --quiet >/dev/null && mdmctl tenant add acme --quiet >/dev/null
  $ db=$PWD/state/mdmctl/mdmctl.db

Root may write where it may not, so that the capability for that is put down.

  $ plainly() { if [ "$(id -u)" = 0 ]; then setpriv --bounding-set=-dac_override,-dac_read_search "$@"; else "$@"; fi; }
  $ names() { plainly mdmctl tenant list --output csv | cut -d, -f1 | tail -n +2; }

A change leaves nothing beside the database.

  $ ls state/mdmctl
  mdmctl.db

A file that is read-only, a folder that is, and one that does not even let us look.

  $ chmod 400 "$db"
  $ names
  acme
  $ plainly mdmctl tenant add new
  error: cannot write to the store '*/state/mdmctl/mdmctl.db': attempt to write a readonly database; nothing was changed (glob)
  [1]
  $ chmod 600 "$db" && mdmctl store check | grep findings
  findings         none
  $ sqlite3 "$db" 'delete from inventory'
  $ ls state/mdmctl
  mdmctl.db
  $ chmod 500 state/mdmctl
  $ names
  acme
  $ plainly mdmctl tenant add new
  error: cannot write to the store '*/state/mdmctl/mdmctl.db': attempt to write a readonly database; nothing was changed (glob)
  [1]
  $ plainly mdmctl store backup state/mdmctl/backup.db
  error: cannot make the store 'state/mdmctl/backup.db': Permission denied
  [1]
  $ chmod 000 state/mdmctl
  $ plainly mdmctl tenant list
  error: cannot open the store '*/state/mdmctl/mdmctl.db': Permission denied (glob)
  [1]
  $ chmod 700 state/mdmctl
  $ ls state/mdmctl
  mdmctl.db

Another run is writing, and does not come to an end: others read, and who would write has waited ten seconds.

  $ { printf 'begin immediate;\n.shell touch held\n'; until [ -e tried ]; do sleep 0.1; done; } | sqlite3 "$db" &
  $ until [ -e held ]; do sleep 0.1; done
  $ names
  acme
  $ mdmctl tenant add new
  error: another run is writing to the store '*/state/mdmctl/mdmctl.db' (glob)
  hint: try again when it is done; a change takes a moment
  [8]
  $ touch tried; wait

A key of another store, and one with a digit that was changed.

  $ mdmctl store init --store other.db --quiet >/dev/null
  $ other=config/mdmctl/keys/$(mdmctl store info --store other.db --output json | jq -r .id)
  $ MDMCTL_STORE_KEY_FILE=$other mdmctl tenant add new
  error: the store key 'config/mdmctl/keys/*' belongs to the store *, and '*/state/mdmctl/mdmctl.db' is * (glob)
  hint: name the key of this store with MDMCTL_STORE_KEY_FILE, or its database with --store
  [4]
  $ own=config/mdmctl/keys/$(mdmctl store info --output json | jq -r .id)
  $ (umask 077; sed '/^key: 0/{s/0/1/;b}; s/^key: ./key: 0/' "$own" >changed.key)
  $ MDMCTL_STORE_KEY_FILE=changed.key mdmctl tenant add new
  error: the store key 'changed.key' does not open '*/state/mdmctl/mdmctl.db': its digits were changed (glob)
  hint: mdmctl store key list shows what does; who still has one can add another: mdmctl store key add
  [4]
  $ (umask 077; head -c 200 "$own" >cut.key)
  $ MDMCTL_STORE_KEY_FILE=cut.key mdmctl tenant add new
  error: 'cut.key' is no store key, or is cut
  hint: name the file that mdmctl store init or key add wrote
  [7]

Two sealed secrets change places. Each is refused, which says where it belongs; so is every command that needs one.

  $ mdmctl store rekey --quiet >/dev/null
  $ sqlite3 "$db" "create table was as select id, sealed from secrets;
  >     update secrets set sealed = (select sealed from was where was.id <> secrets.id); drop table was"
  $ mdmctl store check --output json 2>/dev/null | jq -r '.findings[] | select(.where | startswith("secrets")) | .code, .message'
  sealed_elsewhere
  audit-key '*' of the store was sealed for another place: tenant: - kind: audit-key id: * (glob)
  sealed_elsewhere
  audit-key '*' of the store was sealed for another place: tenant: - kind: audit-key id: * (glob)
  $ mdmctl tenant add new 2>&1 | head -1
  error: audit-key '*' of the store was sealed for another place: tenant: - kind: audit-key id: * (glob)
  $ names
  acme

Events that were removed, and that changed places.

  $ mdmctl tenant add --store other.db acme --quiet >/dev/null
  $ for label in a b c; do mdmctl store key add --store other.db --label $label --out $label.key --quiet >/dev/null; done
  $ broken() { mdmctl audit verify --store other.db --output json 2>/dev/null | jq -r '.findings[].message'; }
  $ broken
  $ cp other.db sound.db
  $ sqlite3 other.db "delete from audit_events where chain = 'store' and seq = 2"
  $ broken
  event store/2 is missing
  $ mdmctl audit verify --store other.db >/dev/null 2>&1
  [1]
  $ cp sound.db other.db
  $ sqlite3 other.db "update audit_events set seq = -seq where chain = 'store' and seq in (2, 3);
  >     update audit_events set seq = 5 + seq where chain = 'store' and seq < 0"
  $ broken
  event store/2 was edited, or is not where it was
