What was done is kept in chains that nobody can rewrite unseen.

  $ export XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mdmctl store init --quiet >/dev/null
  $ MDMCTL_ACTOR='Jo at the desk' mdmctl tenant add acme --quiet >/dev/null
  $ mdmctl tenant add other --quiet >/dev/null
  $ mdmctl store key add --label ci --out ci.key --quiet >/dev/null
  $ mdmctl audit log --output json | jq -c '.events[] | [.tenant, .command]' | sort
  $ mdmctl audit log --tenant acme --output json | jq -c '.events[] | [.actor, .command, .object, .before, .after]'
  $ mdmctl audit log --actor 'Jo at the desk' --output csv | cut -d, -f2-
  $ mdmctl audit log --until 2020-01-01 --output json
  $ mdmctl audit verify --output json | jq -c '.events, (.chains[] | [.events, .broken]), .findings'

A head that was kept elsewhere must still be there.

  $ head=$(mdmctl audit verify --output json | jq -r '.chains[] | select(.chain == "store") | .head')
  $ mdmctl audit verify --from "$head" --output json | jq -c .findings
  $ mdmctl audit export --out archive --output json | jq .events
  $ jq -r .command archive/store.jsonl

An event that was edited is named, and what came before it stands.

  $ sqlite3 state/mdmctl/mdmctl.db "update audit_events set object = 'x' where chain = 'store' and seq = 2"
  $ mdmctl audit verify --output json
  $ mdmctl store check --output json | jq -c '[.findings[].code]'
