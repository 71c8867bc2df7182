What is asked of services and answered is written down where --trace says, and no secret with it.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal && on_creation_day
  $ mkfifo hold; exec 9<>hold
  $ server() { python3 "$ROOT/tests/net/$1-server" "${@:3}" <hold 9>&- >>"$2" & while [ ! -s "$2" ]; do sleep 0.05; done; }
  $ server http requests --log; port=$(head -n 1 requests); : >requests
  $ printf 'http://127.0.0.1:%s/hook?token=opensesame\nX-Key: swordfish\n' "$port" >hook && chmod 600 hook
  $ { mdmctl store init && mdmctl tenant add acme; } >making 2>&1 || cat making
  $ mdmctl expiry add --date 2026-12-24 --name www --tenant acme --quiet >/dev/null
  $ remind() { mdmctl expiry remind --webhook-file hook --quiet "$@" >/dev/null; }

The file is the user's alone. Each piece has the time, and the number of who asked.

  $ remind --at 2026-12-01 --trace trace; stat -c %a trace
  600
  $ sed "s/:$port/:PORT/; s/^# 20.*Z,/# TIME,/; s/^/|/" trace | grep -v '^|< \(Server\|Date\)'
  |# mdmctl --trace: requests and answers, secrets blanked
  |
  |# TIME, 1
  |> POST http://127.0.0.1:PORT/[secret]
  |> Content-Type: application/json
  |> Idempotency-Key: * (glob)
  |> X-Key: [secret]
  |{"event":"due","text":"other 'www' of acme ends in 23 days, on 2026-12-24T00:00:00Z",* (glob)
  |
  |# TIME, 1
  |< 200
  |< Content-Type: application/json
  |< Content-Length: * (glob)
  |[secret] * bytes (glob)
  $ grep -c 'opensesame\|swordfish' trace
  0
  [1]

It begins anew with each run, as that of curl does; but what is no trace stays as it is, and nothing is sent.

  $ remind --at 2026-12-10 --trace trace; grep -c '^>' trace; grep -c '^# 20' trace
  4
  2
  $ chmod 644 trace; remind --at 2026-12-19 --trace trace; stat -c %a trace
  600
  $ : >requests; cp hook key; remind --at 2026-12-21 --trace key
  error: 'key' exists and is no trace: it is not replaced
  hint: name another file for --trace
  [4]
  $ cmp hook key; ln -s trace link; remind --at 2026-12-21 --trace link
  error: 'link' is a symbolic link, and a trace is not written through one
  hint: name the file that it points to; - is standard error
  [4]
  $ remind --at 2026-12-21 --trace no/such/folder
  error: cannot write 'no/such/folder': No such file or directory
  [1]
  $ wc -c <requests
  0

- is standard error, and a device what it is. A trace that cannot be written stops nothing.

  $ remind --at 2026-12-21 --trace - 2>&1 | grep '^[<>]' | sed "s/:$port/:PORT/; s/^/|/" | head -n 2
  |> POST http://127.0.0.1:PORT/[secret]
  |> Content-Type: application/json
  $ remind --at 2026-12-22 --trace /dev/full
  warning: the trace '/dev/full' ends too early: No space left on device

A question without an answer is there as well.

  $ printf 'http://127.0.0.1:1/hook?token=opensesame\n' >hook; remind --at 2026-12-23 --trace trace
  error: 1 of 1 message failed: cannot reach 127.0.0.1:1: * (glob)
  hint: * (glob)
  [1]
  $ grep -c '^! cannot reach 127.0.0.1:1' trace
  3

A command that asks no service has no trace to give.

  $ mdmctl expiry list --trace trace 2>&1 | head -n 1
  error: there is no option '--trace' here

By which name services know us can be set, for those that are particular.

  $ printf 'http://127.0.0.1:%s/hook\n' "$port" >hook; : >requests; remind --at 2026-12-24; jq -r '.headers[] | select(.[0] == "User-Agent") | .[1]' requests
  mdmctl/* (glob)
  $ : >requests; printf 'http://127.0.0.1:%s/hook2\n' "$port" >hook; MDMCTL_USER_AGENT=acme-mdm/2 remind --at 2026-12-24; jq -r '.headers[] | select(.[0] == "User-Agent") | .[1]' requests
  acme-mdm/2
  $ mkdir -p config/mdmctl; echo 'user_agent = "acme-mdm/3"' >config/mdmctl/config.toml
  $ : >requests; printf 'http://127.0.0.1:%s/hook3\n' "$port" >hook; remind --at 2026-12-24; jq -r '.headers[] | select(.[0] == "User-Agent") | .[1]' requests
  acme-mdm/3
  $ MDMCTL_USER_AGENT=$'a\nb' remind --at 2026-12-31
  error: the User-Agent is not one line of printable ASCII, 200 characters at most
  hint: set MDMCTL_USER_AGENT, or user_agent in config.toml, to a name and a version: mdmctl/1.0
  [2]
