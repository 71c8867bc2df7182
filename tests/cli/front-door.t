The front door finds the program of a command, and becomes it.

  $ mdmctl version
  mdmctl 0.1.0
  $ mdmctl --version
  mdmctl 0.1.0
  $ mdmctl version --output json
  {
    "version": "0.1.0"
  }

Without a word it shows help, but on standard error, and that is no success.

  $ mdmctl 2>help; echo "exit $?"
  exit 2
  $ mdmctl --help | diff help - && mdmctl help | diff help - && mdmctl -h | diff help -
  $ grep Usage help
  Usage: mdmctl COMMAND [OPTION...]
  $ grep -c '^  version  ' help
  1

An unknown command says what was probably meant.

  $ mdmctl vresion
  error: there is no command 'mdmctl vresion'
  hint: did you mean `mdmctl version`?
  [2]
  $ mdmctl xyzzy
  error: there is no command 'mdmctl xyzzy'
  hint: `mdmctl --help` lists the commands
  [2]
  $ mdmctl xyzzy --output json
  {"error":{"code":"unknown_command","exit":2,"message":"there is no command 'mdmctl xyzzy'","hint":"`mdmctl --help` lists the commands","findings":[]}}
  [2]
  $ mdmctl ../../bin/sh
  error: there is no command 'mdmctl ../../bin/sh'
  hint: `mdmctl --help` lists the commands
  [2]
  $ mdmctl "$(printf 'a\033[31m\nb')"
  error: there is no command 'mdmctl a?[31m?b'
  hint: `mdmctl --help` lists the commands
  [2]

Options come after the command.

  $ mdmctl --verbose version
  error: the option '--verbose' stands before the command
  hint: options come after it: mdmctl COMMAND --verbose
  [2]
  $ mdmctl --output json version
  {"error":{"code":"bad_usage","exit":2,"message":"the option '--output' stands before the command","hint":"options come after it: mdmctl COMMAND --output","findings":[]}}
  [2]

It is found by what it is, not by how it was called.

  $ ln -s "$BUILD/bin/mdmctl" link
  $ ./link version --output jsonl
  {"version":"0.1.0"}
  $ PATH= "$BUILD/bin/mdmctl" version --output jsonl
  {"version":"0.1.0"}

Alone, without the programs of its commands, it says so, and what to do.

  $ mkdir alone && cp "$BUILD/bin/mdmctl" alone
  $ MDMCTL_OUTPUT=table PATH= alone/mdmctl version 2>&1 | sed 's/not in .*alone/not in ALONE/'
  error: the programs of mdmctl's commands are not in ALONE/../libexec/mdmctl'
  hint: mdmctl alone does nothing: install it with its libexec folder, cmake --install build/release
  $ PATH= alone/mdmctl --help 2>/dev/null
  [1]
  $ PATH= alone/mdmctl inspect x 2>/dev/null
  [1]
