An organisation adds a command by a program called mdmctl-NAME on PATH.

  $ mkdir first second relative
  $ printf '#!/bin/sh\necho "first: $*"\n' >first/mdmctl-foo
  $ printf '#!/bin/sh\necho "second: $*"\n' >second/mdmctl-foo
  $ printf '#!/bin/sh\necho not ours\n' >first/mdmctl-version
  $ printf '#!/bin/sh\necho relative\n' >relative/mdmctl-bar
  $ cp relative/mdmctl-bar mdmctl-bar
  $ chmod +x first/* second/* relative/* mdmctl-bar
  $ PATH="$PWD/first:$PWD/second:$PATH"
  $ mdmctl foo a 'b c'
  first: a b c
  $ mdmctl help foo
  first: --help

Our own programs win.

  $ mdmctl version --output jsonl
  {"version":"0.1.0"}

Relative and empty entries of PATH count for nothing: nobody runs by accident what lies in the current folder.

  $ PATH="relative::.:$PATH" mdmctl bar
  error: there is no command 'mdmctl bar'
  hint: `mdmctl --help` lists the commands
  [2]

Help and the catalogue list a plugin by name and path, and do not run it.

  $ mdmctl --help | sed -n '/on PATH/,/^$/p'
  Programs on PATH that add a command:
    foo  */first/mdmctl-foo (glob)
  
  $ mdmctl commands --output json | jq -c '.commands[] | select(.plugin) | [.name, .summary, .arguments]'
  ["foo",null,[]]
  $ mdmctl commands --output csv | grep ^foo
  foo,\r (esc)

A suggestion may be a plugin.

  $ mdmctl fooo
  error: there is no command 'mdmctl fooo'
  hint: did you mean `mdmctl foo`?
  [2]

One that cannot be run says why, and does not let another one take its place.

  $ printf '#!/no/such/interpreter\n' >first/mdmctl-foo
  $ mdmctl foo
  error: cannot run '*/first/mdmctl-foo': No such file or directory (glob)
  [1]
  $ mkdir third && printf 'data' >third/mdmctl-baz
  $ PATH="$PWD/third:$PATH" mdmctl baz
  error: cannot run '*/third/mdmctl-baz': Permission denied (glob)
  [1]
