What ends when, for other programs.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ { make_vendor && make_customer && sign push.req && create push.pem; } >making 2>&1 || cat making
  $ mdmctl store init --quiet >/dev/null
  $ PATH="$ROOT/tests/expiry:$PATH"

  $ mdmctl expiry export --format prometheus
  error: missing: --out FILE
  hint: usage: mdmctl expiry export --format prometheus|ics|csv|json --out FILE [OPTION...]
  [2]
  $ mdmctl expiry export --format yaml --out out
  error: 'yaml' is not what --format takes: prometheus, ics, csv, json
  hint: usage: mdmctl expiry export --format prometheus|ics|csv|json --out FILE [OPTION...]
  [2]
  $ mdmctl expiry export --format json --out out
  error: the store has no tenant yet: there is nothing to check
  hint: mdmctl tenant add NAME
  [3]
  $ test -e out
  [1]
  $ mdmctl tenant add acme --external-id C-1001 --quiet >/dev/null
  $ mdmctl apns import push.pem --key push.key --apple-account mdm@acme.example --quiet --output json >/dev/null 2>&1
  $ mdmctl apns set --devices 240 --quiet >/dev/null
  $ mdmctl tenant set acme --uses apns,dep --quiet >/dev/null
  $ mdmctl apns vendor add --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --quiet >/dev/null

For Prometheus: the file appears whole, and the store is as it was.

  $ before=$(mdmctl audit log --output json | jq '.events | length')
  $ mdmctl expiry export --format prometheus --out mdmctl.prom --output json
  {
    "out": "mdmctl.prom",
    "format": "prometheus",
    "items": 4,
    "changed": true
  }
  exported 4 items to 'mdmctl.prom'; the store is as it was
  $ sed -E 's/id="[^"]*"/id="..."/; s/[0-9A-F]{16}/SERIAL/' mdmctl.prom
  # HELP mdmctl_expiry_timestamp_seconds When it ends, in seconds since 1970; what has no end has no sample.
  # TYPE mdmctl_expiry_timestamp_seconds gauge
  mdmctl_expiry_timestamp_seconds{id="...",tenant="",policy="",service="apns-vendor",name="SERIAL"} 1799582400
  mdmctl_expiry_timestamp_seconds{id="...",tenant="",policy="",service="apns-vendor",name="SERIAL"} 2714126400
  mdmctl_expiry_timestamp_seconds{id="...",tenant="acme",policy="/",service="apns",name="default"} 1799582400
  # HELP mdmctl_severity How it stands: 0 ok, 1 warning, 2 critical, 3 unknown.
  # TYPE mdmctl_severity gauge
  mdmctl_severity{id="...",tenant="",policy="",service="apns-vendor",name="SERIAL"} 0
  mdmctl_severity{id="...",tenant="",policy="",service="apns-vendor",name="SERIAL"} 0
  mdmctl_severity{id="...",tenant="acme",policy="/",service="apns",name="default"} 0
  mdmctl_severity{id="...",tenant="acme",policy="/",service="dep",name=""} 2
  # HELP mdmctl_devices Devices that hang on it; no sample where nobody told.
  # TYPE mdmctl_devices gauge
  mdmctl_devices{id="...",tenant="acme",policy="/",service="apns",name="default"} 240
  # HELP mdmctl_services How many services stand how.
  # TYPE mdmctl_services gauge
  mdmctl_services{severity="ok"} 3
  mdmctl_services{severity="warning"} 0
  mdmctl_services{severity="critical"} 1
  mdmctl_services{severity="unknown"} 0
  # HELP mdmctl_tenants Tenants that were looked at.
  # TYPE mdmctl_tenants gauge
  mdmctl_tenants 1
  # HELP mdmctl_check_timestamp_seconds When all this was judged, in seconds since 1970.
  # TYPE mdmctl_check_timestamp_seconds gauge
  mdmctl_check_timestamp_seconds 1768046400
  $ test "$before" = "$(mdmctl audit log --output json | jq '.events | length')"
  $ stat -c %a mdmctl.prom
  644
  $ ls -A | grep part
  [1]

What another reader makes of it.

  $ read-prometheus mdmctl.prom | jq -c '[.metric, .labels.tenant, .labels.service, .value]'
  ["mdmctl_expiry_timestamp_seconds","","apns-vendor",1799582400]
  ["mdmctl_expiry_timestamp_seconds","","apns-vendor",2714126400]
  ["mdmctl_expiry_timestamp_seconds","acme","apns",1799582400]
  ["mdmctl_severity","","apns-vendor",0]
  ["mdmctl_severity","","apns-vendor",0]
  ["mdmctl_severity","acme","apns",0]
  ["mdmctl_severity","acme","dep",2]
  ["mdmctl_devices","acme","apns",240]
  ["mdmctl_services",null,null,3]
  ["mdmctl_services",null,null,0]
  ["mdmctl_services",null,null,1]
  ["mdmctl_services",null,null,0]
  ["mdmctl_tenants",null,null,1]
  ["mdmctl_check_timestamp_seconds",null,null,1768046400]
  $ date -u -d @1799582400 +%FT%TZ
  2027-01-10T12:00:00Z
  $ ! command -v promtool >/dev/null || promtool check metrics <mdmctl.prom

That reader refuses what is not of the format.

  $ refused() { printf '# HELP a b\n# TYPE a gauge\n%b' "$1" | read-prometheus - 2>&1 && echo "taken: $1"; }
  $ refused 'a 1'
  line 0: the last line does not end
  [1]
  $ refused 'a{x="1"} 1\na{x="1"} 2\n'
  line 4: this series comes twice
  [1]
  $ refused 'a{x="1",y=""} 1\na{x="1"} 2\n'
  line 4: this series comes twice
  [1]
  $ refused 'a{x="1",x="2"} 1\n'
  line 3: the label x comes twice
  [1]
  $ refused 'a{x="\\t"} 1\n'
  line 3: no label can be read at: x="\t"
  [1]
  $ refused 'a{x="""} 1\n'
  line 3: no label can be read at: x="""
  [1]
  $ refused 'a{x="1"} one\n'
  line 3: one is no number
  [1]
  $ refused 'a{x="1"} 0x10\n'
  line 3: 0x10 is no number
  [1]
  $ refused 'a{x="1"}  1\n'
  line 3: this is no sample
  [1]
  $ refused 'a 1\r\n'
  line 3: a carriage return
  [1]
  $ refused 'b 1\n'
  line 3: b has no HELP or no TYPE before it
  [1]
  $ refused 'a{x-y="1"} 1\n'
  line 3: no label can be read at: x-y="1"
  [1]
  $ refused 'a{x="\xff"} 1\n'
  line 0: 'utf-8' codec can't decode byte 0xff in position 31: invalid start byte
  [1]
  $ refused '# TYPE a gauge\n'
  line 3: a second TYPE of a
  [1]
  $ refused 'a 1\n# HELP b c\n# TYPE b gauge\nb 1\na{x="2"} 1\n'
  line 7: the lines of a do not stand together
  [1]
  $ printf '# HELP a b\n# TYPE a gauge\na{x="\\\\\\"\\n"} -1.5e3 1700000000000\n' | read-prometheus -
  {"metric": "a", "labels": {"x": "\\\"\n"}, "value": -1500.0}

Time passes; the file's numbers are of that moment.

  $ mdmctl expiry export --format prometheus --out mdmctl.prom --at 2027-02-01 --quiet >/dev/null
  $ read-prometheus mdmctl.prom | jq -c 'select(.metric != "mdmctl_devices") | [.metric, .labels.service // .labels.severity, .value]'
  ["mdmctl_expiry_timestamp_seconds","apns-vendor",1799582400]
  ["mdmctl_expiry_timestamp_seconds","apns-vendor",2714126400]
  ["mdmctl_expiry_timestamp_seconds","apns",1799582400]
  ["mdmctl_severity","apns-vendor",2]
  ["mdmctl_severity","apns-vendor",0]
  ["mdmctl_severity","apns",2]
  ["mdmctl_severity","dep",2]
  ["mdmctl_services","ok",1]
  ["mdmctl_services","warning",0]
  ["mdmctl_services","critical",3]
  ["mdmctl_services","unknown",0]
  ["mdmctl_tenants",null,1]
  ["mdmctl_check_timestamp_seconds",null,1801440000]

For a spreadsheet and for scripts: what check says, line by line.

  $ mdmctl expiry export --format csv --out acme.csv --quiet --output csv | tr -d '\r'
  out,format,items,changed
  acme.csv,csv,4,true
  $ cut -d, -f2-9 acme.csv | sed -E 's/[0-9A-F]{16}/SERIAL/'
  tenant,external_id,policy,service,name,severity,state,expires
  ,,,apns-vendor,SERIAL,ok,valid,2027-01-10T12:00:00Z
  ,,,apns-vendor,SERIAL,ok,valid,2056-01-03T12:00:00Z
  acme,C-1001,/,apns,default,ok,valid,2027-01-10T12:00:00Z
  acme,C-1001,/,dep,,critical,not_connected,
  $ mdmctl expiry export --format json --out acme.json --quiet >/dev/null; mdmctl check --output json | cmp - acme.json
  $ mdmctl expiry export --format json --out - 2>record | jq -c '[.summary, (.services[] | .service)]'; cat record
  [{"tenants":1,"ok":3,"warning":0,"critical":1,"unknown":0},"apns-vendor","apns-vendor","apns","dep"]
  out      -
  format   json
  items    4
  changed  yes

Where it fails, the file of before stays.

  $ mdmctl expiry export --format csv --out acme.csv --tenant globex
  error: there is no tenant 'globex'
  hint: mdmctl tenant list
  [3]
  $ wc -l <acme.csv
  5
  $ mdmctl expiry export --format csv --out nowhere/acme.csv
  error: cannot write 'nowhere/acme.csv': No such file or directory
  [1]
  $ mkfifo pipe; cat pipe >through & mdmctl expiry export --format csv --out pipe --quiet >/dev/null; wait; cmp through acme.csv

An earlier export is replaced, and nothing else: least of all the store.

  $ mdmctl expiry export --format ics --out acme.csv --quiet >/dev/null
  $ mdmctl expiry export --format csv --out acme.csv --quiet >/dev/null
  $ mdmctl expiry export --format csv --out state/mdmctl/mdmctl.db
  error: 'state/mdmctl/mdmctl.db' is there, and no export wrote it
  hint: name another file; this one stays as it was
  [4]
  $ echo precious >notes.txt
  $ mdmctl expiry export --format json --out notes.txt --quiet
  error: 'notes.txt' is there, and no export wrote it
  hint: name another file; this one stays as it was
  [4]
  $ cat notes.txt
  precious
  $ mdmctl store check --quiet >/dev/null
