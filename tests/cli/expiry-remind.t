What people and systems are told of what ends, by real servers.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal && on_creation_day
  $ for python in python3 /usr/bin/python3; do $python -c 'import aiosmtpd' 2>/dev/null && break; done
  $ mkfifo hold; exec 9<>hold
  $ server() { "$python" "$ROOT/tests/net/$1-server" "${@:3}" <hold 9>&- >>"$2" & while [ ! -s "$2" ]; do sleep 0.05; done; }
  $ server mail mails; smtp=smtp://127.0.0.1:$(head -n 1 mails)
  $ remind() { mdmctl expiry remind "$@" >out; code=$?; tr -d '\r' <out; return $code; }
  $ told() { tail -n +2 mails | jq -r '"\(.to[0]): \(.headers.Subject)"'; }
  $ { mdmctl store init && mdmctl tenant add acme --display-name 'Acme <Ltd>' && mdmctl tenant add beta; } >making 2>&1 || cat making
  $ mdmctl apns import --tenant acme --apple-account mdm@acme.example --track --topic com.apple.mgmt.External.0815 --not-after 2026-12-20 --quiet >/dev/null
  $ mdmctl apns set --tenant acme --devices 412 --quiet >/dev/null
  $ mdmctl expiry add --date 2026-12-24 --service tls --name www --tenant beta --quiet >/dev/null

A way out is needed, and somebody who is told.

  $ remind
  error: there is no way for the reminders to go out
  hint: --smtp URL, --webhook-file FILE, --exec COMMAND, or several of them
  [2]
  $ remind --smtp smtp://jo:secret@mail.example
  error: the URL for 'mail.example' holds a password
  hint: leave it out there, and give it in a file of its own
  [2]
  $ remind --smtp "$smtp" --at 2026-12-01 --output csv
  warning: 2 things are due for a reminder, and nobody is told: mdmctl tenant contact add ADDRESS --tenant 'acme'
  channel,destination,tenant,event,items,state,error
  $ mdmctl tenant contact add it@acme.example --tenant acme --quiet >/dev/null
  $ mdmctl tenant contact add noc@msp.example --policy / --quiet >/dev/null

What would be sent, and then it is: one message for each person, with all that is due.

  $ remind --smtp "$smtp" --at 2026-12-01 --dry-run --output csv
  nothing was sent, and nothing was changed
  channel,destination,tenant,event,items,state,error
  mail,it@acme.example,,,1,due,
  mail,noc@msp.example,,,2,due,
  $ remind --smtp "$smtp" --at 2026-12-01 --output json | jq -c '.summary, .messages[]'
  {"messages":2,"items":3,"sent":2,"failed":0}
  {"channel":"mail","destination":"it@acme.example","tenant":null,"item_id":null,"event":null,"items":1,"state":"sent","message_id":"<*@*>","code":null,"error":null} (glob)
  {"channel":"mail","destination":"noc@msp.example","tenant":null,"item_id":null,"event":null,"items":2,"state":"sent","message_id":"<*@*>","code":null,"error":null} (glob)
  $ told
  it@acme.example: push certificate 'default' of Acme <Ltd> ends in 19 days, on 2026-12-20T00:00:00Z
  noc@msp.example: 2 things end: first push certificate 'default' of Acme <Ltd> ends in 19 days, on 2026-12-20T00:00:00Z
  $ remind --smtp "$smtp" --at 2026-12-01
  nothing is due
  checked at  2026-12-01T00:00:00Z
  summary
    messages  0
    items     0
    sent      0
    failed    0
  $ tail -n +2 mails | jq -r 'select(.to[0] == "noc@msp.example") | .headers.Date, .headers.From, .parts[0].text, .defects'
  Tue, 01 Dec 2026 00:00:00 +0000
  mdmctl@* (glob)
  push certificate 'default' of Acme <Ltd> ends in 19 days, on 2026-12-20T00:00:00Z
    tenant   acme
    ends     2026-12-20T00:00:00Z
    then     no device can be reached: no command, no profile, no lock or wipe. Users notice nothing. One with the same topic brings all of them back; with another topic every device has to be enrolled again
    devices  412
    account  mdm@acme.example
    topic    com.apple.mgmt.External.0815
    do       renew it in the portal, beside its row: Renew, never Create a Certificate
    first    mdmctl apns renew FILE --tenant 'acme'
    quiet    mdmctl expiry ack 'apns/default' --tenant 'acme'
    item     * (glob)
  
  tls 'www' of beta ends in 23 days, on 2026-12-24T00:00:00Z
    tenant   beta
    ends     2026-12-24T00:00:00Z
    then     what relies on it stops working
    devices  nobody told how many
    do       renew it where it was got
    first    mdmctl expiry add FILE --service 'tls' --name 'www' --tenant 'beta'
    quiet    mdmctl expiry ack 'tls/www' --tenant 'beta'
    item     * (glob)
  
  mdmctl expiry explain says who is told of something and when. What is acknowledged (quiet) is not told of before its end.
  
  []
  $ tail -n +2 mails | jq -r 'select(.to[0] == "it@acme.example") | .parts[1].text'
  <!doctype html>
  <html lang="en"><meta charset="utf-8"><body style="font-family:sans-serif">
  <h2 style="font-size:1.1em;margin:1.5em 0 .3em">push certificate 'default' of Acme &lt;Ltd&gt; ends in 19 days, on 2026-12-20T00:00:00Z</h2>
  <table>
  <tr><th style="text-align:left;vertical-align:top;padding-right:1em;font-weight:normal;color:#555">tenant</th><td>acme</td></tr>
  <tr><th style="text-align:left;vertical-align:top;padding-right:1em;font-weight:normal;color:#555">ends</th><td>2026-12-20T00:00:00Z</td></tr>
  <tr><th style="text-align:left;vertical-align:top;padding-right:1em;font-weight:normal;color:#555">then</th><td>no device can be reached: no command, no profile, no lock or wipe. Users notice nothing. One with the same topic brings all of them back; with another topic every device has to be enrolled again</td></tr>
  <tr><th style="text-align:left;vertical-align:top;padding-right:1em;font-weight:normal;color:#555">devices</th><td>412</td></tr>
  <tr><th style="text-align:left;vertical-align:top;padding-right:1em;font-weight:normal;color:#555">account</th><td>mdm@acme.example</td></tr>
  <tr><th style="text-align:left;vertical-align:top;padding-right:1em;font-weight:normal;color:#555">topic</th><td><code>com.apple.mgmt.External.0815</code></td></tr>
  <tr><th style="text-align:left;vertical-align:top;padding-right:1em;font-weight:normal;color:#555">do</th><td>renew it in the portal, beside its row: Renew, never Create a Certificate</td></tr>
  <tr><th style="text-align:left;vertical-align:top;padding-right:1em;font-weight:normal;color:#555">first</th><td><code>mdmctl apns renew FILE --tenant 'acme'</code></td></tr>
  <tr><th style="text-align:left;vertical-align:top;padding-right:1em;font-weight:normal;color:#555">quiet</th><td><code>mdmctl expiry ack 'apns/default' --tenant 'acme'</code></td></tr>
  <tr><th style="text-align:left;vertical-align:top;padding-right:1em;font-weight:normal;color:#555">item</th><td><code>*</code></td></tr> (glob)
  </table>
  <p style="color:#555">mdmctl expiry explain says who is told of something and when. What is acknowledged (quiet) is not told of before its end.</p>
  </body></html>
  

Each step once; after some days the latest alone; after the end, and after a renewal, from the beginning.

  $ : >mails
  $ for day in 2026-12-02 2026-12-03 2026-12-16 2026-12-16 2026-12-19 2026-12-21 2026-12-26 2026-12-28 2027-01-11 2027-03-01; do
  >     echo "$day"; remind --smtp "$smtp" --at "$day" --tenant acme --quiet --output csv | cut -d, -f2,5,6; done
  2026-12-02
  destination,items,state
  2026-12-03
  destination,items,state
  2026-12-16
  destination,items,state
  it@acme.example,1,sent
  noc@msp.example,1,sent
  2026-12-16
  destination,items,state
  2026-12-19
  destination,items,state
  it@acme.example,1,sent
  noc@msp.example,1,sent
  2026-12-21
  destination,items,state
  it@acme.example,1,sent
  noc@msp.example,1,sent
  2026-12-26
  destination,items,state
  2026-12-28
  destination,items,state
  it@acme.example,1,sent
  noc@msp.example,1,sent
  2027-01-11
  destination,items,state
  it@acme.example,1,sent
  noc@msp.example,1,sent
  2027-03-01
  destination,items,state
  $ mdmctl expiry explain apns --tenant acme --at 2027-01-12 --output json | jq -c '.sent[]'
  {"destination":"mail:it@acme.example","days":-21,"at":"2027-01-11T00:00:00Z"}
  {"destination":"mail:noc@msp.example","days":-21,"at":"2027-01-11T00:00:00Z"}
  $ mdmctl expiry ack www --tenant beta --reason 'ordered' --quiet >/dev/null
  $ remind --smtp "$smtp" --at 2026-12-23T12:00:00Z --tenant beta --output csv
  nothing is due
  channel,destination,tenant,event,items,state,error
  $ remind --smtp "$smtp" --at 2026-12-24T12:00:00Z --tenant beta --output csv
  channel,destination,tenant,event,items,state,error
  mail,noc@msp.example,,,1,sent,

Over TLS, with a login: the server is verified, and the password comes from a file.

  $ openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tls.key -out tls.pem -days 2 -subj /CN=mail -addext subjectAltName=IP:127.0.0.1 2>/dev/null
  $ cat tls.key tls.pem >both.pem; server mail secured --certificate both.pem --auth PLAIN; port=$(head -n 1 secured)
  $ echo 'correct horse' >password; chmod 600 password; : >secured
  $ remind --smtp "smtp://postman@127.0.0.1:$port" --smtp-password-file password --at 2026-12-24T13:00:00Z --to boss@msp.example --output csv
  error: 3 of 3 messages failed: cannot verify who answers at 127.0.0.1:*: self-signed certificate (glob)
  hint: look at the server's certificate; where its authority is your own, MDMCTL_CA_FILE names it
  channel,destination,tenant,event,items,state,error
  mail,boss@msp.example,,,2,failed,cannot verify who answers at 127.0.0.1:*: self-signed certificate (glob)
  mail,it@acme.example,,,1,waiting,cannot verify who answers at 127.0.0.1:*: self-signed certificate (glob)
  mail,noc@msp.example,,,1,waiting,cannot verify who answers at 127.0.0.1:*: self-signed certificate (glob)
  [1]
  $ export MDMCTL_CA_FILE=$PWD/tls.pem
  $ remind --smtp "smtp://postman@127.0.0.1:$port" --smtp-password-file password --from mdm@msp.example --at 2026-12-24T13:00:00Z --to boss@msp.example --output csv
  channel,destination,tenant,event,items,state,error
  mail,boss@msp.example,,,2,sent,
  mail,it@acme.example,,,1,sent,
  mail,noc@msp.example,,,1,sent,
  $ jq -c '[.tls, .user, .from, .to[0], .type, .defects]' secured
  [true,"postman","mdm@msp.example","boss@msp.example","multipart/alternative",[]]
  [true,"postman","mdm@msp.example","it@acme.example","multipart/alternative",[]]
  [true,"postman","mdm@msp.example","noc@msp.example","multipart/alternative",[]]
  $ echo 'wrong horse' >password
  $ remind --smtp "smtp://postman@127.0.0.1:$port" --smtp-password-file password --at 2027-01-14 --to boss@msp.example --output csv
  error: 3 of 3 messages failed: mail server 127.0.0.1:* does not let 'postman' in: 535 5.7.8 Authentication credentials invalid (glob)
  hint: look at user and password; some services want a password made for programs
  channel,destination,tenant,event,items,state,error
  mail,boss@msp.example,,,2,failed,mail server 127.0.0.1:* does not let 'postman' in: 535 5.7.8 Authentication credentials invalid (glob)
  mail,it@acme.example,,,1,waiting,mail server 127.0.0.1:* does not let 'postman' in: 535 5.7.8 Authentication credentials invalid (glob)
  mail,noc@msp.example,,,2,waiting,mail server 127.0.0.1:* does not let 'postman' in: 535 5.7.8 Authentication credentials invalid (glob)
  [1]
  $ : | remind --smtp "smtp://postman@127.0.0.1:$port" --no-input
  error: there is no password for 'postman' at 127.0.0.1:* (glob)
  hint: --smtp-password-file FILE
  [2]

A command of one's own is told of everything that is wrong, and when it is over, always by the same id.

  $ cat >ticket <<'END'
  > jq -r '[.id, .state, .days_left] | @csv' >>tickets
  > echo "$MDMCTL_ITEM_ID $MDMCTL_EVENT $MDMCTL_TENANT/$MDMCTL_SERVICE/$MDMCTL_NAME $MDMCTL_SEVERITY $MDMCTL_EXPIRES $MDMCTL_DAYS_LEFT $MDMCTL_NEXT_COMMAND" >>tickets
  > END
  $ remind --exec 'sh ticket' --at 2026-11-25 --tenant acme --quiet >/dev/null; cat tickets; : >tickets
  "*","expiring",25 (glob)
  * due acme/apns/default warning 2026-12-20T00:00:00Z 25 mdmctl apns renew FILE --tenant 'acme' (glob)
  $ mdmctl tenant set acme --uses apns,google --quiet >/dev/null
  $ remind --exec 'sh ticket' --at 2026-11-26 --tenant acme --quiet --output csv; cat tickets; : >tickets
  channel,destination,tenant,event,items,state,error
  command,command 522cc8f6,acme,finding,1,sent,
  "*:google","not_connected", (glob)
  *:google finding acme/google/ critical    (glob)
  $ remind --exec 'sh ticket' --at 2026-11-27 --tenant acme --quiet --output csv; cat tickets; : >tickets
  channel,destination,tenant,event,items,state,error
  $ mdmctl tenant set acme --uses apns --quiet >/dev/null
  $ remind --exec 'sh ticket' --at 2026-11-28 --tenant acme --quiet --output csv; cat tickets; : >tickets
  channel,destination,tenant,event,items,state,error
  command,command 522cc8f6,acme,resolved,1,sent,
  "*:google","removed", (glob)
  *:google resolved acme/google/ ok    (glob)
  $ remind --exec 'echo no room >&2; exit 3' --at 2026-12-19 --tenant acme
  error: 1 of 1 message failed: the command ended with 3: no room
  hint: exit 0 says that the message was delivered; the next run tries again
  CHANNEL  DESTINATION       TENANT  EVENT  ITEMS  STATE   ERROR
  command  command 29711a18  acme    due        1  failed  the command ended with 3: no room
  
  checked at  2026-12-19T00:00:00Z
  summary
    messages  1
    items     1
    sent      0
    failed    1
  [1]
  $ remind --exec /no/such/program --at 2026-12-19 --tenant acme --output csv 2>/dev/null | cut -d, -f1,4-7
  channel,event,items,state,error
  command,due,1,failed,the command ended with 127: /bin/sh: 1: /no/such/program: not found
  $ MDMCTL_STORE_KEY_FILE=/k MDMCTL_FOO=bar remind --exec 'env | grep -c "^MDMCTL_STORE_KEY_FILE\|^MDMCTL_FOO" >seen' --at 2026-12-19 --tenant acme --quiet >/dev/null; cat seen
  1

A webhook gets JSON, ours or by a template; its URL and headers are nobody's business.

  $ server http requests --log; port=$(head -n 1 requests); : >requests
  $ printf 'http://127.0.0.1:%s/hook?token=opensesame\nAuthorization: Bearer swordfish\n' "$port" >hook && chmod 600 hook
  $ remind --webhook-file hook --at 2026-12-05 --tenant acme --output csv
  channel,destination,tenant,event,items,state,error
  webhook,127.0.0.1:*,due,1,sent, (glob)
  $ jq -c '.method, .path, (.headers | map(select(.[0] | IN("Content-Type", "Authorization", "Idempotency-Key")))[]), (.body | fromjson | .event, .text, .lost, .tenant, .days_left)' requests
  "POST"
  "/hook?token=opensesame"
  ["Content-Type","application/json"]
  ["Idempotency-Key","*"] (glob)
  ["Authorization","Bearer swordfish"]
  "due"
  "push certificate 'default' of Acme <Ltd> ends in 15 days, on 2026-12-20T00:00:00Z"
  "no device can be reached: no command, no profile, no lock or wipe. Users notice nothing. One with the same topic brings all of them back; with another topic every device has to be enrolled again (412 devices)"
  "acme"
  15
  $ printf '{"title": "{{event}} {{ name }}", "body": "{{text}}", "tags": ["{{tenant}}"]}' >template
  $ : >requests; remind --webhook-file hook --template template --at 2026-12-16 --tenant acme --quiet >/dev/null; jq -r .body requests
  {"title": "due default", "body": "push certificate 'default' of Acme <Ltd> ends in 4 days, on 2026-12-20T00:00:00Z", "tags": ["acme"]}
  $ echo '{"x": "{{devicez}}"}' >bad; remind --webhook-file hook --template bad
  error: the template has '{{devicez}}', which is no value
  hint: the values are: event, text, tenant, display_name, external_id, item_id, severity, state, service, name, policy, expires, days_left, devices, account, topic, lost, next_command
  [2]
  $ echo '{"x": {{text}}' >bad; remind --webhook-file hook --template bad
  error: the template, filled in, is no JSON object
  hint: a value goes between quotes: {"text": "{{text}}"}
  [2]
  $ echo '{"x": "{{text}"}' >bad; remind --webhook-file hook --template bad
  error: the template has a '{{' without '}}' behind it
  [2]
  $ printf 'http://hooks.example/x\n' >plain && chmod 600 plain; remind --webhook-file plain
  error: 'hooks.example:80' would be asked over plain http, without verifying who answers
  hint: begin the URL with https://; http is for 127.0.0.1 and [::1] alone
  [4]
  $ printf 'https://hooks.example/x\nno header\n' >plain; remind --webhook-file plain
  error: 'plain' has a line that is no header
  hint: its first line is the URL, further ones are headers: "Authorization: Bearer ..."
  [2]
  $ for status in 400 401 302; do printf 'http://127.0.0.1:%s/status/%s\n' "$port" "$status" >other; chmod 600 other
  >     [ $status = 302 ] && printf 'http://127.0.0.1:%s/redirect\n' "$port" >other
  >     remind --webhook-file other --at 2026-12-05 --tenant acme --output csv; done
  error: 1 of 1 message failed: 127.0.0.1:* answers with 400 (glob)
  hint: look at its URL and headers, and at what body it takes: --template
  channel,destination,tenant,event,items,state,error
  webhook,127.0.0.1:*,due,1,failed,127.0.0.1:* answers with 400 (glob)
  error: 1 of 1 message failed: 127.0.0.1:* answers with 401 (glob)
  hint: look at its URL and headers, and at what body it takes: --template
  channel,destination,tenant,event,items,state,error
  webhook,127.0.0.1:*,due,1,failed,127.0.0.1:* answers with 401 (glob)
  error: 1 of 1 message failed: 127.0.0.1:* answers with 302 (glob)
  hint: redirects are not followed: name the URL that it leads to
  channel,destination,tenant,event,items,state,error
  webhook,127.0.0.1:*,due,1,failed,127.0.0.1:* answers with 302 (glob)
  [1]

A way that fails does not stop the others, is tried again, and status says so.

  $ mdmctl expiry add --date 2028-01-10 --service scep --name phones --tenant beta --quiet >/dev/null
  $ server mail refusals --behaviour refuse; refusing=smtp://127.0.0.1:$(head -n 1 refusals)
  $ channels() { mdmctl status --all-tenants --output json --at 2028-01-06 | jq -c '.channels[] | [.channel, .destination, .since, .code]'; }
  $ remind --smtp "$refusing" --exec 'cat >>last' --at 2028-01-05 --output csv
  error: 2 of 5 messages failed: mail server 127.0.0.1:* refused the message: 550 5.1.1 no such user \\x1b[31mhere (glob)
  hint: look at the addresses of sender and recipient
  channel,destination,tenant,event,items,state,error
  mail,it@acme.example,,,1,failed,mail server 127.0.0.1:* refused the message: 550 5.1.1 no such user \\x1b[31mhere (glob)
  mail,noc@msp.example,,,3,failed,mail server 127.0.0.1:* refused the message: 550 5.1.1 no such user \\x1b[31mhere (glob)
  command,command 0dec4b0b,acme,expired,1,sent,
  command,command 0dec4b0b,beta,due,1,sent,
  command,command 0dec4b0b,beta,expired,1,sent,
  [1]
  $ mdmctl status --all-tenants --output csv --at 2028-01-05 >/dev/null
  warning: reminders do not arrive by mail (it@acme.example) since 2028-01-05T00:00:00Z: mail server 127.0.0.1:* refused the message: 550 5.1.1 no such user \\x1b[31mhere (glob)
  warning: reminders do not arrive by mail (noc@msp.example) since 2028-01-05T00:00:00Z: mail server 127.0.0.1:* refused the message: 550 5.1.1 no such user \\x1b[31mhere (glob)
  $ channels
  ["mail","it@acme.example","2028-01-05T00:00:00Z","mail_refused"]
  ["mail","noc@msp.example","2028-01-05T00:00:00Z","mail_refused"]
  $ remind --smtp smtp://127.0.0.1:1 --at 2028-01-06 --output csv
  error: 2 of 2 messages failed: cannot reach 127.0.0.1:1: connection refused
  hint: look whether the service is up, and host and port are the right ones
  channel,destination,tenant,event,items,state,error
  mail,it@acme.example,,,1,failed,cannot reach 127.0.0.1:1: connection refused
  mail,noc@msp.example,,,3,waiting,cannot reach 127.0.0.1:1: connection refused
  [1]
  $ channels
  ["mail","it@acme.example","2028-01-05T00:00:00Z","mail_refused"]
  ["mail","noc@msp.example","2028-01-05T00:00:00Z","mail_refused"]
  ["mail","127.0.0.1:1","2028-01-06T00:00:00Z","unavailable"]
  $ : >mails; remind --smtp "$smtp" --at 2028-01-06 --quiet --output csv; channels
  channel,destination,tenant,event,items,state,error
  mail,it@acme.example,,,1,sent,
  mail,noc@msp.example,,,3,sent,
  ["mail","127.0.0.1:1","2028-01-06T00:00:00Z","unavailable"]

What is removed, or handed over, is nobody's any more.

  $ mdmctl tenant remove beta --tenant beta --yes --quiet >/dev/null
  warning: tls 'www' is valid until 2026-12-24T00:00:00Z all the same
  warning: scep 'phones' is valid until 2028-01-10T00:00:00Z all the same
  $ : >last; remind --exec 'cat >>last' --at 2028-01-06 --output csv --quiet
  channel,destination,tenant,event,items,state,error
  command,command 0dec4b0b,beta,resolved,1,sent,
  command,command 0dec4b0b,beta,resolved,1,sent,
  $ jq -c '[.tenant, .service, .name, .state]' last | sort
  ["beta","scep","phones","removed"]
  ["beta","tls","www","removed"]
  $ remind --smtp "$smtp" --label tier=gold --all-tenants
  error: no tenant has these labels: there is nobody to be reminded
  hint: mdmctl tenant list shows the labels
  [3]
  $ exec 9>&-
