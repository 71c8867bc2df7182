What is known of a tenant: set, note, rename, contacts, labels.

  $ export XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ { mdmctl store init && mdmctl tenant add acme && mdmctl tenant add globex; } >making 2>&1 || cat making
  $ mdmctl tenant set acme --display-name 'ACME, Ltd.' --external-id 17 --label region=north --label tier=gold --uses apns,dep
  noted
  tenant        acme
  display name  ACME, Ltd.
  external id   17
  state         active
  created at    * (glob)
  labels
    region  north
    tier    gold
  uses          apns
                dep
  changed       yes
  $ mdmctl tenant set acme --label tier= --uses none --output json 2>/dev/null | jq -c '[.labels, .uses, .changed]'
  [{"region":"north"},null,true]
  $ mdmctl tenant set acme --label region=north
  it is so already
  tenant        acme
  display name  ACME, Ltd.
  external id   17
  state         active
  created at    * (glob)
  labels
    region  north
  changed       no
  $ mdmctl tenant set acme
  error: there is nothing to set
  hint: --display-name, --external-id, --label or --uses
  [2]
  $ mdmctl tenant set acme --uses fax
  error: there is no service 'fax'
  hint: apns,dep,maid,google,vpp, or none
  [2]
  $ mdmctl tenant set acme --label region
  error: 'region' is no label
  hint: KEY=VALUE, as in region=north
  [2]
  $ mdmctl tenant set acme --display-name "$(printf 'a\033[1m')"
  error: the display name holds a character that cannot be shown: 'a\x1b[1m'
  [2]
  $ mdmctl tenant set nobody --display-name N
  error: there is no tenant 'nobody'
  hint: mdmctl tenant list
  [3]
  $ mdmctl tenant note acme "$(printf 'ask Jo\nphone 123')" --output json 2>/dev/null | jq -c .notes
  "ask Jo\nphone 123"
  $ mdmctl tenant note acme "$(printf 'a\033[1m')"
  error: the note holds what cannot be shown
  hint: plain lines of UTF-8
  [2]
  $ mdmctl tenant note acme '' --output json 2>/dev/null | jq -c '[.notes, .changed]'
  [null,true]
  $ mdmctl tenant rename acme globex
  error: there is a tenant 'globex' already
  hint: mdmctl tenant list
  [4]
  $ mdmctl tenant rename acme 'acme emea'
  'acme' is 'acme emea' now
  tenant        acme emea
  display name  ACME, Ltd.
  external id   17
  state         active
  created at    * (glob)
  labels
    region  north
  changed       yes
  $ mdmctl tenant show acme
  error: there is no tenant 'acme'
  hint: mdmctl tenant list
  [3]
  $ mdmctl tenant contact add it@acme.example
  error: the store has several tenants, and none was named
  hint: --tenant T or MDMCTL_TENANT name one; mdmctl tenant list
  [2]
  $ mdmctl tenant contact add it@acme.example --tenant 'acme emea' --dry-run
  it can be added; nothing was changed
  tenant   acme emea
  policy   /
  address  it@acme.example
  changed  yes
  $ mdmctl tenant contact add it@acme.example --tenant 'acme emea' --quiet --output json | jq -c .
  {"tenant":"acme emea","policy":"/","address":"it@acme.example","changed":true}
  $ mdmctl tenant contact add it@acme.example --tenant 'acme emea' --output json | jq -c .changed
  'it@acme.example' is there already
  false
  $ mdmctl tenant contact add 'it, acme' --tenant 'acme emea'
  error: 'it, acme' is no e-mail address
  hint: one address: it@example.org
  [2]
  $ mdmctl tenant contact list --tenant 'acme emea' --output json | jq -c '.contacts[]'
  {"address":"it@acme.example","tenant":"acme emea","policy":"/","inherited":false}
  $ mdmctl tenant contact remove jo@acme.example --tenant 'acme emea'
  error: the policy has no contact 'jo@acme.example' of its own
  hint: mdmctl tenant contact list shows where each comes from
  [3]
  $ mdmctl tenant contact remove it@acme.example --tenant 'acme emea' --quiet --output json | jq -c .changed
  true
  $ mdmctl audit log --tenant 'acme emea' --output json | jq -r '.events[] | .command + " " + .object'
  tenant add tenant acme
  tenant set tenant acme
  tenant set tenant acme
  tenant note tenant acme
  tenant note tenant acme
  tenant rename tenant acme (refused: tenant_exists)
  tenant rename tenant acme
  tenant contact add contact it@acme.example
  tenant contact remove contact it@acme.example

A tenant that is not named is none, and one that is named twice is one.

  $ MDMCTL_TENANT=globex mdmctl tenant note '' 'for whom?'
  error: T is empty: no tenant is named
  hint: mdmctl tenant list
  [2]
  $ mdmctl tenant rename '' other
  error: T is empty: no tenant is named
  hint: mdmctl tenant list
  [2]
  $ mdmctl tenant set globex --tenant 'acme emea' --label x=y
  error: T is 'globex', and --tenant 'acme emea'
  hint: name one tenant; nothing was changed
  [2]
  $ mdmctl tenant show globex --tenant 'acme emea'
  error: T is 'globex', and --tenant 'acme emea'
  hint: name one tenant; nothing was changed
  [2]

What was set can be taken away, and a note with lines is shown in lines.

  $ mdmctl tenant set 'acme emea' --display-name '' --external-id '' --quiet --output json | jq -c '[.display_name, .external_id, .changed]'
  [null,null,true]
  $ mdmctl tenant note globex "$(printf 'first\nsecond')" --quiet | grep -A1 notes
  notes       first
              second
  $ mdmctl tenant set globex --display-name=
  error: the option '--display-name' needs a value: N
  hint: usage: mdmctl tenant set [OPTION...] T
  [2]
