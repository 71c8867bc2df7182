What was done is kept in chains that nobody can rewrite unseen.

  $ export XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mdmctl store init --quiet >/dev/null
  $ MDMCTL_ACTOR='Jo at the desk' mdmctl tenant add acme --quiet >/dev/null
  $ mdmctl tenant add other --quiet >/dev/null
  $ mdmctl store key add --label ci --out ci.key --quiet >/dev/null
  $ mdmctl audit log --output json | jq -c '.events[] | [.tenant, .command]' | sort
  ["acme","tenant add"]
  ["other","tenant add"]
  [null,"store init"]
  [null,"store key add"]
  $ mdmctl audit log --tenant acme --output json | jq -c '.events[] | [.actor, .command, .object, .before, .after]'
  ["Jo at the desk","tenant add","tenant acme",null,null]
  $ mdmctl audit log --actor 'Jo at the desk' --output csv | cut -d, -f2-
  actor,tenant,command,object\r (esc)
  Jo at the desk,acme,tenant add,tenant acme\r (esc)
  $ mdmctl audit log --until 2020-01-01 --output json
  {
    "events": []
  }
  $ mdmctl audit verify --output json | jq -c '.events, (.chains[] | [.events, .broken]), .findings'
  4
  [1,null]
  [1,null]
  [2,null]
  []

A head that was kept elsewhere must still be there.

  $ head=$(mdmctl audit verify --output json | jq -r '.chains[] | select(.chain == "store") | .head')
  $ mdmctl audit verify --from "$head" --output json | jq -c .findings
  []
  $ mdmctl audit export --out archive --output json | jq .events
  exported 4 events to 'archive'
  4
  $ jq -r .command archive/store.jsonl
  store init
  store key add

An event that was edited is named, and what came before it stands.

  $ sqlite3 state/mdmctl/mdmctl.db "update audit_events set object = 'x' where chain = 'store' and seq = 2"
  $ mdmctl audit verify --output json
  {
    "events": 3,
    "chains": [
      {
        "chain": "*", (glob)
        "events": 1,
        "head": "*", (glob)
        "broken": null
      },
      {
        "chain": "*", (glob)
        "events": 1,
        "head": "*", (glob)
        "broken": null
      },
      {
        "chain": "store",
        "events": 1,
        "head": "*", (glob)
        "broken": "event store/2 was edited, or is not where it was"
      }
    ],
    "findings": [
      {
        "severity": "error",
        "code": "audit_broken",
        "message": "event store/2 was edited, or is not where it was",
        "hint": "compare with a backup or an export; what came before is as it was",
        "where": "store"
      }
    ]
  }
  {"error":{"code":"audit_broken","exit":1,"message":"event store/2 was edited, or is not where it was","hint":"compare with a backup or an export; what came before is as it was","findings":[{"severity":"error","code":"audit_broken","message":"event store/2 was edited, or is not where it was","hint":"compare with a backup or an export; what came before is as it was","where":"store"}]}}
  [1]
  $ mdmctl store check --output json | jq -c '[.findings[].code]'
  {"error":{"code":"audit_broken","exit":1,"message":"event store/2 was edited, or is not where it was","hint":"compare with a backup or an export; what came before is as it was","findings":[{"severity":"error","code":"audit_broken","message":"event store/2 was edited, or is not where it was","hint":"compare with a backup or an export; what came before is as it was","where":"audit store"}]}}
  ["audit_broken"]

That the clock was moved, or an endpoint, is part of the event.

  $ export XDG_STATE_HOME=$PWD/other XDG_CONFIG_HOME=$PWD/other
  $ mdmctl store init --quiet >/dev/null
  $ MDMCTL_NOW=2026-12-01 MDMCTL_DEP_URL=http://jo:secret@127.0.0.1:8080/x mdmctl tenant add third --quiet >/dev/null
  notice: MDMCTL_DEP_URL sends requests to http://127.0.0.1:8080
  notice: MDMCTL_NOW moves the clock to 2026-12-01
  $ mdmctl audit log --output json | jq -r '.events[] | select(.moved != null) | .object + ": " + .moved'
  tenant third: MDMCTL_DEP_URL sends requests to http://127.0.0.1:8080; MDMCTL_NOW moves the clock to 2026-12-01
