At a terminal a passphrase is asked for, without echo, and the echo comes back however it ends.

  $ PATH="$BUILD/tests:$ROOT/tests/cli:$PATH"
  $ at-terminal 'key.pem' 'hunter2\n' mdmctl example ask
  passphrase of 'key.pem': 
  length  7
  echo off, then on
  $ at-terminal 'key.pem' '\x04' mdmctl example ask
  passphrase of 'key.pem': 
  length  -
  echo off, then on
  $ at-terminal 'key.pem' '\x03' mdmctl example ask
  passphrase of 'key.pem': 
  echo off, then on
  SIGINT

The question goes to the terminal, the answer where it is sent to.

  $ at-terminal 'key.pem' 'hunter2\n' sh -c 'mdmctl example ask --output json >answer'
  passphrase of 'key.pem': 
  echo off, then on
  $ jq -c . answer
  {"length":7}

Nobody is asked where nobody is, or with --no-input.

  $ mdmctl example ask --output jsonl </dev/null
  {"length":null}
  $ at-terminal '' '' mdmctl example ask --no-input
  length  -

A passphrase file is read to the end of its first line, and is nobody else's to change.

  $ umask 077; printf 'hunter2\r\nmore\n' >pass
  $ mdmctl example ask --passphrase-file pass
  length  7
  $ chmod 644 pass && mdmctl example ask --passphrase-file pass
  warning: other users can read 'pass', which holds a secret; chmod 600 it
  length  7
  $ chmod 666 pass && mdmctl example ask --passphrase-file pass
  error: other users can change 'pass', so that it is not to be trusted
  hint: look into it, then chmod 600 'pass'
  [4]

An interrupt ends a command at once, and the shell sees 130.

  $ at-terminal waiting '\x03' mdmctl example file wait | tail -1
  SIGINT
  $ sh -c 'kill -INT $$'
  [130]

A table keeps to the terminal's width, and is whole in a pipe.

  $ at-terminal --columns 70 '' '' mdmctl help codes | sed -n 1,3p
  CODE                              EXIT  MEANING
  bad_usage                            2  an option or argument is
                                          missing, unknown or does not
  $ at-terminal --columns 70 '' '' env TERM=xterm mdmctl help codes | head -1
  \x1b[1mCODE                              EXIT  MEANING\x1b[0m (esc)
  $ at-terminal --columns 70 '' '' env TERM=xterm NO_COLOR=1 mdmctl help codes | head -1
  CODE                              EXIT  MEANING
  $ at-terminal --columns 48 '' '' mdmctl help codes symlink_target no_topic
  CODE            EXIT  MEANING
  symlink_target     4  a secret would be written
                        through a symbolic link
  no_topic           7  the certificate's subject
                        has no UID, or several, so
                        it has no push topic
  $ at-terminal --columns 48 '' '' sh -c 'mdmctl help codes | sed -n 2p'
  bad_usage                            2  an option or argument is missing, unknown or does not fit the others

A refusal is shown with its findings, and then named in a line; in a pipe it is told whole.

  $ openssl req -x509 -newkey rsa:2048 -nodes -keyout k -subj /UID=com.apple.mgmt.External.a -out a.pem 2>made
  $ openssl req -x509 -newkey rsa:2048 -nodes -keyout k -subj /UID=com.apple.mgmt.External.b -out b.pem 2>made
  $ at-terminal '' '' mdmctl apns check --against a.pem b.pem | tail -2
  error: topic_mismatch: 'b.pem' does not renew 'a.pem'
  exit 4

Binary data does not go to a terminal.

  $ printf '\000\377' >binary
  $ at-terminal '' '' mdmctl example file copy binary --out -
  error: this is binary data, and standard output is a terminal
  hint: name a file, or send it through a pipe: ... | cat
  exit 2
  $ mdmctl example file copy binary --out - 2>/dev/null | od -An -tx1
   00 ff
