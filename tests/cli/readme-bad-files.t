Every line under "Bad files" in the README does what it says there. The files that it begins with are the quickstart's.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox
  $ mkdir sandbox && touch sandbox/rehearsal
  $ { make_vendor && make_customer && sign push.req && create push.pem; } >making 2>&1 || cat making
  $ { renew "$(topic_of push.pem)" renewed.pem && sign again.req && create wrong.pem; } >making 2>&1 || cat making
  $ cat >try.py <<'EOF'
  > import re, subprocess, sys
  > text = open(sys.argv[1]).read().split("## Bad files")[1].split("```sh\n")[1].split("```")[0].replace("\\\n", "")
  > wanted, tried = None, 0
  > for line in text.splitlines():
  >     heading = re.match(r"# .*exit (\d+)$", line)
  >     if heading:
  >         wanted = int(heading[1])
  >     elif wanted is not None and line:
  >         exception = re.search(r"# exit (\d+)$", line)
  >         run = subprocess.run(line, shell=True, executable="/bin/bash", stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
  >         expected = int(exception[1]) if exception else wanted if "mdmctl" in line else 0
  >         tried += 1
  >         if run.returncode != expected:
  >             print(f"exit {run.returncode} and not {expected}: {line}")
  >         if expected and b"\nhint: " not in run.stderr and expected != 3:
  >             print(f"no hint: {line}")
  > print("tried enough" if tried > 25 else f"only {tried} lines")
  > EOF
  $ python3 try.py "$ROOT/README.md"
  tried enough
