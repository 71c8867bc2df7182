Tenants: added once, found by name.

  $ export XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mdmctl store init --quiet >/dev/null
  $ mdmctl tenant show
  error: the store '*/state/mdmctl/mdmctl.db' has no tenant yet (glob)
  hint: mdmctl tenant add NAME
  [3]
  $ mdmctl tenant add acme --display-name 'ACME Ltd.' --external-id 42
  added 'acme'
  tenant        acme
  display name  ACME Ltd.
  external id   42
  state         active
  created at    * (glob)
  $ mdmctl tenant add acme
  error: there is a tenant 'acme' already
  hint: mdmctl tenant list
  [4]
  $ mdmctl tenant show --output json | jq -c 'del(.created_at)'
  {"tenant":"acme","display_name":"ACME Ltd.","external_id":"42","state":"active","removed_at":null,"purged_at":null,"handed_over_at":null,"handed_over_to":null,"labels":null,"uses":null,"mdm":null,"notes":null}

Names may have spaces and accents, but nothing that steers a terminal.

  $ mdmctl tenant add 'Müller & Söhne' --quiet | grep tenant
  tenant      M\xc3\xbcller & S\xc3\xb6hne (esc)
  $ mdmctl tenant add "$(printf 'a\nb')"
  error: the tenant's name holds a character that cannot be shown: 'a\x0ab'
  [2]
  $ mdmctl tenant add "$(printf 'a\033[31mb')"
  error: the tenant's name holds a character that cannot be shown: 'a\x1b[31mb'
  [2]
  $ mdmctl tenant add ''
  error: missing: T
  hint: mdmctl tenant add NAME, or --from FILE.csv for many
  [2]
  $ mdmctl tenant add ' acme'
  error: the tenant's name begins or ends with a space: ' acme'
  [2]

With two of them, one must be named.

  $ mdmctl tenant show
  error: the store has several tenants, and none was named
  hint: --tenant T or MDMCTL_TENANT name one; mdmctl tenant list
  [2]
  $ MDMCTL_TENANT=acme mdmctl tenant show | head -1
  tenant        acme
  $ mdmctl tenant show nobody
  error: there is no tenant 'nobody'
  hint: mdmctl tenant list
  [3]
  $ mdmctl tenant add third --dry-run | head -1
  'third' can be added; nothing was changed
  tenant      third
  $ mdmctl tenant list --output csv | cut -d, -f1,2,3,4
  tenant,display_name,external_id,state
  M\xc3\xbcller & S\xc3\xb6hne,,,active (esc)
  acme,ACME Ltd.,42,active
