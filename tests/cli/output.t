Data go to standard output in the form that was asked for, everything else to standard error.

  $ mdmctl version --output csv
  version\r (esc)
  0.1.0\r (esc)
  $ MDMCTL_OUTPUT=jsonl mdmctl version
  {"version":"0.1.0"}
  $ MDMCTL_OUTPUT=jsonl mdmctl version --output table
  mdmctl 0.1.0
  $ mkdir -p "$XDG_CONFIG_HOME/mdmctl" && printf 'output = "jsonl"\n' >"$XDG_CONFIG_HOME/mdmctl/config.toml"
  $ mdmctl version --no-input
  {"version":"0.1.0"}
  $ MDMCTL_OUTPUT=csv mdmctl version --no-input | head -1
  version\r (esc)

A setting that is unusable names where it stands; one that means nothing is a warning.

  $ printf '\noutput = 3\n' >"$XDG_CONFIG_HOME/mdmctl/config.toml"
  $ mdmctl version --quiet
  error: '*/mdmctl/config.toml', line 2: 'output' must be a text in quotes (glob)
  [2]
  $ printf '# mine\ntenent = "acme"\n' >"$XDG_CONFIG_HOME/mdmctl/config.toml"
  $ mdmctl version --quiet
  warning: '*/mdmctl/config.toml', line 2: there is no setting 'tenent'; did you mean 'tenant'? (glob)
  mdmctl 0.1.0
  $ chmod 666 "$XDG_CONFIG_HOME/mdmctl/config.toml"
  $ mdmctl version --quiet
  error: other users can change '*/mdmctl/config.toml' (glob)
  hint: chmod go-w '*/mdmctl/config.toml' (glob)
  [4]
  $ rm -r "$XDG_CONFIG_HOME/mdmctl"

A moved clock or endpoint is said by every command, but not in a rehearsal.

  $ MDMCTL_NOW=2027-01-07 mdmctl version
  notice: MDMCTL_NOW moves the clock to 2027-01-07
  mdmctl 0.1.0
  $ MDMCTL_DEP_URL=http://u:p@127.0.0.1:8080/x mdmctl version --output json
  {
    "version": "0.1.0",
    "notices": [
      "MDMCTL_DEP_URL sends requests to http://127.0.0.1:8080"
    ]
  }
  $ MDMCTL_NOW=2027-01-07 mdmctl version --output json x
  {"error":{"code":"bad_usage","exit":2,"message":"'x' is one argument too many","hint":"usage: mdmctl version [OPTION...]","findings":[]},"notices":["MDMCTL_NOW moves the clock to 2027-01-07"]}
  [2]
  $ mkdir sandbox && touch sandbox/rehearsal
  $ MDMCTL_NOW=2027-01-07 MDMCTL_SANDBOX_DIR=$PWD/sandbox mdmctl version
  mdmctl 0.1.0
  $ MDMCTL_NOW=tomorrow mdmctl version
  error: MDMCTL_NOW: 'tomorrow' is no time
  hint: write 2027-01-07, 2027-01-07T04:04:46Z or @FILE
  [2]

Wrong usage is exit 2, with a suggestion, in the form that was asked for.

  $ mdmctl version --outptu json
  error: there is no option '--outptu' here
  hint: did you mean '--output'?
  [2]
  $ mdmctl version --output yaml
  error: 'yaml' is not what --output takes: table, json, jsonl, csv
  hint: usage: mdmctl version [OPTION...]
  [2]
  $ mdmctl version --output=json --nonsense 2>&1 >/dev/null | jq -c .error.code
  "bad_usage"
  $ mdmctl version --store postgresql://u:hunter2@db/x
  error: the URL of --store holds a password
  hint: put the URL into MDMCTL_STORE, or the password into the file that PGPASSFILE names
  [2]

A reader that has seen enough ends the command quietly.

  $ mdmctl help codes | head -1
  CODE                              EXIT  MEANING
  $ python3 - <<'END'
  > import os, signal, subprocess
  > read, write = os.pipe()
  > os.close(read)
  > for restored in (True, False):
  >     run = subprocess.run(["mdmctl", "help", "codes"], stdout=write, stderr=subprocess.PIPE, restore_signals=restored)
  >     print(signal.Signals(-run.returncode).name, run.stderr)
  > END
  SIGPIPE b''
  SIGPIPE b''

A full disk, or no standard output at all, is an error.

  $ mdmctl help codes >/dev/full
  error: cannot write standard output: No space left on device
  [1]
  $ mdmctl version >/dev/full
  error: cannot write standard output: No space left on device
  [1]
  $ mdmctl help codes --output json >/dev/full
  {"error":{"code":"cannot_write","exit":1,"message":"cannot write standard output: No space left on device","hint":null,"findings":[]}}
  [1]
  $ mdmctl help codes >&-
  error: cannot write standard output: Bad file descriptor
  [1]
  $ mdmctl version >&-
  error: cannot write standard output: Bad file descriptor
  [1]
