Whether APNs takes what is held, asked of real servers with HTTP/2 and client certificates.

  $ PATH=$PATH:/usr/sbin
  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/crash/held.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ make_held >making 2>&1 || cat making
  $ mdmctl tenant note acme 'ask Jo' --quiet >/dev/null; mdmctl tenant contact add it@acme.example --quiet >/dev/null
  $ mdmctl tenant set acme --uses apns --quiet >/dev/null
  $ live() { mdmctl check --live "$@"; }
  $ said() { live --output json | jq -c '.summary.critical, (.services[] | [.state, .severity, .last_checked_at, (.findings[] | .severity, .code)])'; }

In a rehearsal Apple is not asked.

  $ said
  0
  ["valid","ok",null,"info","not_asked"]
  $ mdmctl check --output json | jq '.services[].last_checked_at'
  null

A pretend one is: its answer says that it let us in.

  $ openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tls.key -out tls.pem -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost 2>/dev/null
  $ free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
  $ taken=$(free_port); refused=$(free_port); other=$(free_port)
  $ cat >nginx.conf <<END
  > pid $PWD/nginx.pid; error_log $PWD/error.log; events {} daemon on;
  > http {
  >   access_log $PWD/access.log; ssl_certificate $PWD/tls.pem; ssl_certificate_key $PWD/tls.key;
  >   client_body_temp_path $PWD/t1; proxy_temp_path $PWD/t2; fastcgi_temp_path $PWD/t3; uwsgi_temp_path $PWD/t4; scgi_temp_path $PWD/t5;
  >   ssl_verify_client optional_no_ca; default_type application/json;
  >   server { listen 127.0.0.1:$taken ssl http2; if (\$ssl_client_serial = "") { return 403 '{"reason":"MissingProviderToken"}'; }
  >            return 405 '{"reason":"MethodNotAllowed"}'; }
  >   server { listen 127.0.0.1:$refused ssl http2; return 403 '{"reason":"BadCertificate"}'; }
  >   server { listen 127.0.0.1:$other ssl http2; return 200 'hello'; }
  > }
  > END
  $ nginx -c "$PWD/nginx.conf" -e "$PWD/error.log" 2>/dev/null; while [ ! -s nginx.pid ]; do sleep 0.05; done
  $ export MDMCTL_CA_FILE=$PWD/tls.pem MDMCTL_APNS_URL=https://localhost:$taken
  $ said
  0
  ["valid","ok","2026-01-10T12:00:00Z"]
  $ mdmctl check --output json | jq '.services[].last_checked_at'
  "2026-01-10T12:00:00Z"
  $ cut -d'"' -f2 access.log
  GET /3/device/ HTTP/2.0

What APNs does not take is critical, and what to do is said.

  $ export MDMCTL_APNS_URL=https://localhost:$refused; said
  1
  ["invalid","critical","2026-01-10T12:00:00Z","error","unauthorized"]
  $ live | sed "s/:$refused/:PORT/"
  severity   critical
  tenant     acme
  service    apns
  name       default
  state      invalid
  expires    2027-01-10T12:00:00Z
  days left  365
  next       mdmctl apns csr --out push.csr --tenant 'acme'
  findings
    error: unauthorized: https://localhost:PORT does not take it: BadCertificate
      hint: revoked, or not the current one: renew it in the portal, beside its row
  
  checked at  2026-01-10T12:00:00Z
  summary
    tenants   1
    ok        0
    warning   0
    critical  1
    unknown   0

Nobody there, somebody else there, and no key: it is said, and is not critical.

  $ export MDMCTL_APNS_URL=https://localhost:$other; said
  0
  ["valid","warning","2026-01-10T12:00:00Z","warning","bad_answer"]
  $ export MDMCTL_APNS_URL=https://localhost:1; said
  0
  ["valid","warning","2026-01-10T12:00:00Z","warning","unavailable"]
  $ export MDMCTL_APNS_URL=http://apns.example; live
  error: 'apns.example:80' would be asked over plain http, without verifying who answers
  hint: begin the URL with https://; http is for 127.0.0.1 and [::1] alone
  [3]
  $ export MDMCTL_APNS_URL=https://localhost:$taken; mv config/mdmctl/keys away; said; mv away config/mdmctl/keys
  0
  ["valid","ok","2026-01-10T12:00:00Z","info","not_asked"]
  $ kill "$(cat nginx.pid)"; while [ -e nginx.pid ]; do sleep 0.05; done
