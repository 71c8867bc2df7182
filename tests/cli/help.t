Help is rendered from what a command declares.

  $ mdmctl completion --help
  Print the completion script of a shell
  
  Usage: mdmctl completion [OPTION...] SHELL
  
  The script is static: it completes commands, options, their choices and file
  names without running mdmctl. An installation by a package has it in place
  already.
  
  Arguments:
    SHELL  the shell that is to complete (bash, zsh, fish)
  
  Options of every command:
    --tenant T                     the tenant that is meant (default:
                                   MDMCTL_TENANT, else the only one there is)
    --output table|json|jsonl|csv  the form of the answer (default: table)
    --store URL                    the database, without a password in the URL
                                   (default: MDMCTL_STORE, else the user's own)
    --verbose                      say more on standard error (not with --quiet)
    --quiet                        say nothing on standard error but warnings and
                                   errors
    --no-input                     never ask; so it is without a terminal, too
    --help                         show what this command does and takes
  
  Examples:
    # For this session, in bash and zsh
    source <(mdmctl completion bash)
    # For good, in fish
    mdmctl completion fish > ~/.config/fish/completions/mdmctl.fish
  
  Exit codes (`mdmctl help codes` tells what each means):
    0    done
    1    cannot_write
    2    bad_usage, bad_setting
    4    others_can_write
    70   internal_error
    130  interrupted
  $ mdmctl help completion >a && mdmctl completion -h | cmp a - && mdmctl completion fish --help | cmp a -
  $ mdmctl help completion --output json | jq -r .text | head -1
  Print the completion script of a shell

A command may have others below it.

  $ mdmctl help help runbook | head -3
  List the runbooks, or print one
  
  Usage: mdmctl help runbook [OPTION...] [NAME]
  $ mdmctl help help | sed -n 3,8p
  Usage: mdmctl help [OPTION...] [COMMAND...]
         mdmctl help COMMAND [OPTION...]
  
  Commands:
    codes    List the codes of errors and findings, with their exit codes
    runbook  List the runbooks, or print one
  $ mdmctl help completoin
  error: there is no command 'mdmctl completoin'
  hint: did you mean `mdmctl help completion`?
  [2]

Every code has a meaning and one exit code.

  $ mdmctl help codes --output json | jq -c '.codes[] | select(.code == "topic_mismatch")'
  {"code":"topic_mismatch","exit":4,"meaning":"the push topic is another one: every device would have to enroll again"}
  $ mdmctl help codes | head -2
  CODE                              EXIT  MEANING
  bad_usage                            2  an option or argument is missing, unknown or does not fit the others

The catalogue has all that is declared, of every command.

  $ mdmctl commands --output json | jq -c '.commands[] | select(.name == "completion") | .effect, .arguments[0]'
  "reads"
  {"name":"SHELL","kind":"positional","takes":"choice","value":null,"help":"the shell that is to complete","required":true,"repeated":false,"common":false,"section":null,"choices":["bash","zsh","fish"],"default":null,"excludes":[],"needs":[]}
  $ mdmctl commands --output json | jq -r '.commands[] | select((.summary | test("^[A-Z].*[^.]$") | not) or (.examples | length) == 0) | .name'
  $ mdmctl commands --output json | jq -r '.commands[].codes[] | select(.code == "internal_error") | .exit' | sort -u
  3
  70

No runbook of that name.

  $ mdmctl help runbook no-such-runbook
  error: there is no runbook 'no-such-runbook'
  hint: `mdmctl help runbook` lists them
  [2]

A code is explained wherever it is asked for.

  $ mdmctl help topic_mismatch
  CODE            EXIT  MEANING
  topic_mismatch     4  the push topic is another one: every device would have to enroll again
  $ mdmctl help codes topic_mismatch expired --output csv
  code,exit,meaning\r (esc)
  topic_mismatch,4,the push topic is another one: every device would have to enroll again\r (esc)
  expired,4,the certificate has ended\r (esc)
  $ mdmctl help codes topic_mis
  error: there is no code 'topic_mis'
  hint: did you mean 'topic_mismatch'?
  [2]
  $ mdmctl help --output json codes | jq '.codes | length > 100'
  true
  $ mdmctl help --output json runbook | jq -r '.runbooks[].name'
  apns-renewal
  hand-over-a-tenant
  look-before-you-upload
  make-a-profile
  server-token-renewal
  sign-a-profile
  sync-devices
  take-over-customers
  terms-changed
  what-ends-when
  who-is-told
  $ mdmctl apns help
  error: there is no command 'mdmctl apns help'
  hint: did you mean `mdmctl apns --help`?
  [2]

Help is there with settings that are not.

  $ MDMCTL_NOW=garbage mdmctl help codes no_topic
  warning: MDMCTL_NOW: 'garbage' is no time
  CODE      EXIT  MEANING
  no_topic     7  the certificate's subject has no UID, or several, so it has no push topic
  $ mkdir -p "$XDG_CONFIG_HOME/mdmctl/config.toml"
  $ mdmctl --help | head -1
  warning: the configuration file '*' is no regular file (glob)
  Make, judge, keep and watch what mobile device management hangs on: push
  $ mdmctl help runbook look-before-you-upload 2>&1 | head -2
  warning: the configuration file '*' is no regular file (glob)
  # Look before you upload
  $ mdmctl completion bash
  error: the configuration file '*' is no regular file (glob)
  [2]
  $ rmdir "$XDG_CONFIG_HOME/mdmctl/config.toml"
  $ mdmctl inspect --help=1
  error: the option '--help' takes no value
  hint: usage: mdmctl inspect [OPTION...] FILE...
  [2]
