What every command does, by a program that was made for it.

  $ PATH="$BUILD/tests:$PATH"

A name may be several words; words that go no further list what is below them.

  $ mdmctl example file
  error: 'mdmctl example file' needs a command
  hint: `mdmctl example file --help` lists them
  
  Usage: mdmctl example file COMMAND [OPTION...]
  
  Commands:
    copy  Copy a file
    wait  Wait
  
  `mdmctl example file COMMAND --help` tells more of one.
  [2]
  $ mdmctl example file --output json
  {"error":{"code":"bad_usage","exit":2,"message":"the option '--output' stands before the command","hint":"options come after it: mdmctl example file COMMAND --output","findings":[]}}
  [2]
  $ mdmctl example file copi
  error: there is no command 'mdmctl example file copi'
  hint: did you mean `mdmctl example file copy`?
  [2]

A stream that breaks shows what came, names why, and is never whole JSON.

  $ mdmctl example stream --break-at 2
  N
  0
  1
  error: the stream broke
  hint: try again
  [1]
  $ mdmctl example stream --break-at 2 --output json 2>error | python3 -m json.tool >/dev/null 2>&1 || echo broken
  broken
  $ jq -c .error.code error
  "cannot_read"
  $ mdmctl example stream --count 100000 --output json | jq '.numbers | length'
  100000
  $ mdmctl example stream --count 100000000 --output jsonl | head -1
  {"n":0}

A file is written whole or not at all, and never over what is read.

  $ printf 'one' >one
  $ mdmctl example file copy one --out two --dry-run && ls two
  from   one
  bytes  3
  ls: cannot access 'two': No such file or directory
  [2]
  $ mdmctl example file copy one --out two --output jsonl && cat two
  {"from":"one","bytes":3}
  one (no-eol)
  $ stat -c %a two
  600
  $ mdmctl example file copy one --out ./one
  error: the output './one' is also the input 'one'
  hint: write to another file
  [2]
  $ printf 'one' | mdmctl example file copy - --out two --output jsonl
  {"from":"standard input","bytes":3}
  $ mdmctl example file copy <(printf x) --out two --output csv | tail -1 | tr -d '\r'
  /dev/fd/*,1 (glob)
  $ mdmctl example file copy nothing --out two
  error: 'nothing' does not exist
  [3]
  $ mdmctl example file copy one --out /dev/full
  error: cannot write '/dev/full': No space left on device
  [1]

Data on standard output are alone there: what is said about them goes to standard error.

  $ mdmctl example file copy one --out - 2>said && echo && cat said
  one
  from   one
  bytes  3

A bug says so.

  $ mdmctl example fail
  error: this is a bug in mdmctl: 1 is 2
  hint: please report it, with the command line
  [70]

A process that holds keys leaves no core, and no other process of the user may look into it.

  $ mkfifo fifo; mdmctl example file copy fifo --out two --quiet >/dev/null &
  $ hardened() { pid=$(pgrep -n -f 'mdmctl-example file copy fifo') && grep -q '^Max core file size  *0 ' "/proc/$pid/limits"; }
  $ for i in $(seq 600); do hardened 2>/dev/null && break; sleep 0.05; done
  $ grep 'core file' /proc/$pid/limits | tr -s ' '
  Max core file size 0 0 bytes 
  $ printf x >fifo; wait
