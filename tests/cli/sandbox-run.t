A rehearsal: a world of its own for one command, gone when that ends.

  $ . "$ROOT/tests/rehearsal.sh"
  $ mkdir tmp && export TMPDIR=$PWD/tmp
  $ on_creation_day
  $ mdmctl sandbox run -- mdmctl store info
  notice: MDMCTL_NOW moves the clock to 2026-01-10T12:00:00Z
  notice: this is a rehearsal: the clock stands at 2026-01-10T12:00:00Z until mdmctl sandbox clock moves it, the store is in */tmp/mdmctl-rehearsal-*, and Apple is pretended (glob)
  store       */tmp/mdmctl-rehearsal-*/state/mdmctl/mdmctl.db (glob)
  id          * (glob)
  engine      sqlite
  created at  2026-01-10T12:00:00Z
  rehearsal   yes
  schema      apns 5
              dep 3
              expiry 2
              store 4
  tenants     0
  secrets     1
  $ ls -A tmp

It says what is moved once: nothing in it does.

  $ cat >quiet-world <<'END'
  > mdmctl tenant add acme --quiet >/dev/null
  > mdmctl tenant list --output csv | tail -1 | cut -d, -f1
  > mdmctl audit verify >/dev/null && echo verified
  > END
  $ mdmctl sandbox run -- sh quiet-world 2>said; grep -c ^notice: said
  acme
  verified
  2
  $ mdmctl sandbox run --quiet -- true 2>&1 | grep -c 'this is a rehearsal'
  1

The real world is kept out: its store, keys, tenant, endpoints, settings.

  $ mkdir -p real/mdmctl && export XDG_CONFIG_HOME=$PWD/real XDG_STATE_HOME=$PWD/real CREDENTIALS_DIRECTORY=$PWD/real
  $ unset MDMCTL_NOW
  $ mdmctl store init --quiet >/dev/null && mdmctl tenant add genuine --quiet >/dev/null
  $ printf 'store = "%s"\ntenant = "genuine"\n' "$PWD/real/mdmctl/mdmctl.db" >real/mdmctl/config.toml
  $ export MDMCTL_STORE=$PWD/real/mdmctl/mdmctl.db MDMCTL_STORE_KEY_FILE=$PWD/real/key MDMCTL_TENANT=genuine
  $ export MDMCTL_DEP_URL=https://real.example.org MDMCTL_ACTOR=jo
  $ find real -type f -exec sha256sum {} + | sort >before
  $ mdmctl sandbox run -- sh -c 'env | sed -n "s/=.*//;/^MDMCTL_/p;/^CRED/p" | sort; mdmctl tenant add acme --quiet >record; mdmctl tenant list --output json; mdmctl audit log --output json; echo "$MDMCTL_DEP_URL" >url' 2>/dev/null >seen
  $ sed -n '/^[A-Z]/p' seen
  MDMCTL_ACTOR
  MDMCTL_DEP_URL
  MDMCTL_NOW
  MDMCTL_SANDBOX_DIR
  MDMCTL_STORE
  $ cut -d: -f 1,2 url
  http://127.0.0.1
  $ sed '/^[A-Z]/d' seen | jq -c '.tenants[]?.tenant, (.events[]? | [.actor, .command])' | sort
  "acme"
  ["jo","store init"]
  ["jo","tenant add"]
  $ find real -type f -exec sha256sum {} + | sort | cmp - before

Not even a script that sets the folders of the settings again meets the real store.

  $ mdmctl sandbox run -- env XDG_CONFIG_HOME=$PWD/real XDG_STATE_HOME=$PWD/real mdmctl store info --output json 2>/dev/null | jq .rehearsal
  true
  $ unset MDMCTL_STORE MDMCTL_STORE_KEY_FILE MDMCTL_TENANT MDMCTL_DEP_URL MDMCTL_ACTOR CREDENTIALS_DIRECTORY

Its clock stands until it is moved, for commands and for the pretend portal alike: a certificate ends.

  $ on_creation_day
  $ cat >year <<'END'
  > . "$ROOT/tests/rehearsal.sh"
  > { make_vendor && make_customer && sign push.req && create push.pem; } >made 2>&1
  > mdmctl apns inspect push.pem --output json | jq -c '[.not_after, .days_left]'
  > mdmctl sandbox clock
  > mdmctl sandbox clock +335d
  > mdmctl apns inspect push.pem --output json | jq -c '[.days_left, .findings[].code]'
  > mdmctl sandbox portal push-certificate list --output json | jq -r '.certificates[].status'
  > mdmctl sandbox clock +4w --quiet
  > mdmctl sandbox clock +2d --quiet >moved && mdmctl sandbox clock +1s --quiet --output json
  > mdmctl apns inspect push.pem --output json | jq -c '[.days_left, .findings[].code]'
  > mdmctl sandbox portal push-certificate list --output json | jq -r '.certificates[].status'
  > END
  $ mdmctl sandbox run -- bash year 2>&1 | grep -v ^notice:
  ["2027-01-10T12:00:00Z",365]
  now  2026-01-10T12:00:00Z
  moved the clock of the rehearsal to 2026-12-11T12:00:00Z
  before  2026-01-10T12:00:00Z
  now     2026-12-11T12:00:00Z
  [30,"expiring","sandbox_certificate"]
  active
  before  2026-12-11T12:00:00Z
  now     2027-01-08T12:00:00Z
  {
    "before": "2027-01-10T12:00:00Z",
    "now": "2027-01-10T12:00:01Z"
  }
  [-1,"expired","sandbox_certificate"]
  expired

It goes back only where a time is written out, and a plan moves nothing.

  $ cat >back <<'END'
  > mdmctl sandbox clock -30d
  > mdmctl sandbox clock 30d
  > mdmctl sandbox clock +999999999w
  > mdmctl sandbox clock 2020-02-29 --dry-run --output json | jq -c .
  > mdmctl sandbox clock 2020-02-29 --quiet
  > mdmctl sandbox clock --output json | jq -c .
  > MDMCTL_NOW=2030-01-01 mdmctl sandbox clock +1d
  > echo soon >"${MDMCTL_NOW#@}" && mdmctl sandbox clock +1d
  > END
  $ mdmctl sandbox run -- sh back 2>&1 | grep -v ^notice:
  error: there is no option '-30d' here
  hint: usage: mdmctl sandbox clock [OPTION...] [TIME]
  error: '30d' is no time that the clock could be moved to
  hint: write +365d (also w, h, m for minutes, s), 2027-01-07 or 2027-01-07T04:04:46Z
  error: '+999999999w' is beyond the years 0 to 9999
  the clock would be moved to 2020-02-29T00:00:00Z; nothing was changed
  {"before":"2026-01-10T12:00:00Z","now":"2020-02-29T00:00:00Z"}
  before  2026-01-10T12:00:00Z
  now     2020-02-29T00:00:00Z
  {"before":null,"now":"2020-02-29T00:00:00Z"}
  error: MDMCTL_NOW is no file here, so that the clock cannot be moved
  hint: mdmctl sandbox run -- COMMAND makes a rehearsal, with a clock that COMMAND can move
  error: the clock file '*/clock' holds 'soon', no time (glob)
  hint: it holds one like 2027-01-07T04:04:46Z

Outside there is no clock to move, whoever says so.

  $ unset MDMCTL_NOW
  $ mdmctl sandbox clock +1d
  error: this is no rehearsal, and the clock of the real world is not moved
  hint: mdmctl sandbox run -- COMMAND makes a rehearsal, with a clock that COMMAND can move
  [4]
  $ echo 2026-01-10 >clock
  $ MDMCTL_NOW=@clock mdmctl sandbox clock +1d --quiet
  notice: MDMCTL_NOW moves the clock to @clock
  error: this is no rehearsal, and the clock of the real world is not moved
  hint: mdmctl sandbox run -- COMMAND makes a rehearsal, with a clock that COMMAND can move
  [4]
  $ cat clock
  2026-01-10

The exit code is the command's, and nothing is left of it.

  $ quietly() { mdmctl sandbox run "$@" 2>&1 | grep -v '^notice: this is a rehearsal'; return "${PIPESTATUS[0]}"; }
  $ quietly -- sh -c 'exit 7'
  [7]
  $ quietly -- mdmctl tenant show acme
  error: there is no tenant 'acme'
  hint: mdmctl tenant list
  [3]
  $ quietly -- sh -c 'kill -KILL $$'
  [137]
  $ quietly -- no-such-program
  error: there is no program 'no-such-program'
  [127]
  $ quietly -- "$PWD/year"
  error: cannot run '*/year': Permission denied (glob)
  [126]
  $ echo data | quietly -- cat
  data
  $ quietly sh -c 'exit 7'
  error: missing: -- COMMAND
  hint: '--' stands between our own options and the command that is run
  [2]
  $ quietly --fault 503 -- true 2>&1 | head -1
  error: '503' is no fault: it begins with the name of a pretend service, dep:
  $ quietly --output json -- true
  {
    "exit": 0
  }
  $ TMPDIR=$PWD/none quietly -- true
  error: cannot make the folder '*/none/mdmctl-rehearsal-*': No such file or directory (glob)
  [1]
  $ ls -A tmp

What is sent to it reaches the command, and is waited for.

  $ cat >patient <<'END'
  > trap 'echo "told to end"; exit 3' TERM
  > trap 'echo "hung up"; exit 4' HUP
  > kill -s "$1" "$PPID"
  > while :; do sleep 0.01; done
  > END
  $ quietly -- sh patient TERM
  told to end
  [3]
  $ quietly -- sh patient HUP
  hung up
  [4]
  $ (quietly -- sh -c 'kill -TERM $PPID; exec sleep 60')
  [143]

Ctrl-C at a terminal reaches it once; where it ends by that, so does the script around it.

  $ PATH=$ROOT/tests/cli:$PATH
  $ cat >counting <<'END'
  > trap 'n=$((n + 1))' INT
  > n=0; i=0; echo ready
  > while [ $i -lt 20 ]; do i=$((i + 1)); sleep 0.02; done
  > echo "interrupted $n time"
  > END
  $ at-terminal ready '\x03' mdmctl sandbox run -- bash counting | grep time
  ^Cinterrupted 1 time
  $ at-terminal ready '\x03' bash -c 'mdmctl sandbox run -- sh -c "echo ready; sleep 60"; echo "went on"' | grep -e 'went on' -e SIGINT -e '^exit'
  SIGINT
  $ ls -A tmp

A rehearsal in a rehearsal is one of its own.

  $ mdmctl sandbox run -- sh -c 'mdmctl tenant add outer --quiet >/dev/null; mdmctl sandbox run -- sh -c "mdmctl sandbox clock +1d --quiet >/dev/null; mdmctl tenant list --output json"; mdmctl tenant list --output csv | cut -d, -f1' 2>/dev/null
  {
    "tenants": []
  }
  tenant
  outer

With --dir it stays, and is taken up again as it was left.

  $ mdmctl sandbox run --dir kept -- sh -c 'mdmctl sandbox clock 2027-06-01 --quiet >/dev/null; mdmctl tenant add acme --quiet >/dev/null' 2>&1 | tail -1
  the rehearsal is kept in '*/kept'; the same command takes it up again (glob)
  $ stat -c %a kept
  700
  $ mdmctl sandbox run --dir kept -- mdmctl tenant list --output csv 2>said | cut -d, -f1; grep -o 'stands at [^ ]*' said
  tenant
  acme
  stands at 2027-06-01T00:00:00Z
  $ mdmctl sandbox run --dir kept -- mdmctl sandbox run --dir kept -- true 2>&1 | sed -n '/error/,$p'
  error: another run holds the lock '*/kept/rehearsal' (glob)
  hint: try again when it is done
  the rehearsal is kept in '*/kept'; the same command takes it up again (glob)
  $ mkdir mine && touch mine/letter
  $ mdmctl sandbox run --dir mine -- true
  error: 'mine' holds something else than a rehearsal
  hint: name a new folder, or one that an earlier rehearsal made
  [4]
  $ ls -A mine
  letter

Killed without a word, it disturbs no other; a kept one is taken up where it was.

  $ sh -c 'mdmctl sandbox run -- sh -c "kill -KILL \$PPID"; echo "exit $?"' 2>/dev/null
  exit 137
  $ ls -A tmp | wc -l
  1
  $ mdmctl sandbox run -- mdmctl store check --output json 2>/dev/null | jq -c .findings
  []
  $ ls -A tmp | wc -l
  1
  $ sh -c 'mdmctl sandbox run --dir kept -- sh -c "kill -KILL \$PPID"; echo "exit $?"' 2>/dev/null
  exit 137
  $ mdmctl sandbox run --dir kept -- mdmctl tenant list --output csv 2>/dev/null | cut -d, -f1
  tenant
  acme
