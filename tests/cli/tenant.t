Tenants: added once, found by name.

  $ export XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mdmctl store init --quiet >/dev/null
  $ mdmctl tenant show
  $ mdmctl tenant add acme --display-name 'ACME Ltd.' --external-id 42
  $ mdmctl tenant add acme
  $ mdmctl tenant show --output json | jq -c 'del(.created_at)'

Names may have spaces and accents, but nothing that steers a terminal.

  $ mdmctl tenant add 'Müller & Söhne' --quiet | grep tenant
  $ mdmctl tenant add "$(printf 'a\nb')"
  $ mdmctl tenant add "$(printf 'a\033[31mb')"
  $ mdmctl tenant add ''
  $ mdmctl tenant add ' acme'

With two of them, one must be named.

  $ mdmctl tenant show
  $ MDMCTL_TENANT=acme mdmctl tenant show | head -1
  $ mdmctl tenant show nobody
  $ mdmctl tenant add third --dry-run | head -1
  $ mdmctl tenant list --output csv | cut -d, -f1,2,3,4
