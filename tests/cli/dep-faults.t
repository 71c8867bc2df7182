What the service may answer, and what is made of it. `mdmctl sandbox fault add` makes the pretend one misbehave.

  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/rehearsal.sh"
  $ on_creation_day; begin_serving served
  $ mdmctl tenant add acme --quiet >/dev/null
  $ public_key acme.pem; download first.p7m --public-key acme.pem; mdmctl dep import first.p7m --without-apns --quiet >/dev/null
  $ faulty() { mdmctl sandbox fault clear --quiet >/dev/null; mdmctl sandbox fault add --quiet "$@" >/dev/null; }
  $ ask() { mdmctl dep account "$@" 2>&1 >answer | sed '/^notice:/d'; }
  $ state() { mdmctl dep show --output json | jq -c '[.state, .retry_at]'; }
  $ requests() { grep -c '^> GET' trace; }

Out of order for a moment: it is asked again, and nothing is said.

  $ faulty dep:503/2; mdmctl dep account --trace trace --quiet --output json | jq -r .state; requests
  valid
  4
  $ faulty dep:cut/1@/account; mdmctl dep account --quiet --output json | jq -r .state
  valid

For longer: exit 6, and the state is as it was.

  $ faulty dep:503; mdmctl dep account
  error: 127.0.0.1:* answers with 503 (glob)
  hint: run the same again later
  [6]
  $ faulty dep:500@/account; ask
  error: 127.0.0.1:* answers with 500 (glob)
  hint: run the same again later
  $ state
  ["valid",null]

A session that has ended is got anew, once.

  $ for code in 401 FORBIDDEN EXPIRED_TOKEN; do faulty dep:$code/1; mdmctl dep account --trace trace --quiet --output json | jq -r .state; requests; done
  valid
  4
  valid
  4
  valid
  4
  $ faulty dep:401; mdmctl dep account --trace trace >/dev/null
  error: 127.0.0.1:* gives a session for the server token, and then does not take it (UNAUTHORIZED) (glob)
  hint: see whether an MDM server, or another mdmctl, works with this token at the same time, then run the same again; the token is kept
  [5]
  $ requests; state
  4
  ["valid",null]

The token itself is refused.

  $ for word in token_rejected signature_invalid token_expired nonce_used timestamp_refused consumer_key_unknown; do
  >     faulty dep:$word; ask | head -1; state
  > done
  error: 127.0.0.1:* no longer takes the server token (token_rejected): by experience somebody generated a newer one, or whoever downloaded it has changed the password (glob)
  ["superseded",null]
  error: 127.0.0.1:* no longer takes the server token (signature_invalid): by experience somebody generated a newer one, or whoever downloaded it has changed the password (glob)
  ["superseded",null]
  error: 127.0.0.1:* says that the server token has ended (token_expired) (glob)
  ["rejected",null]
  error: 127.0.0.1:* has seen this request before (nonce_used) (glob)
  ["rejected",null]
  error: 127.0.0.1:* does not take the time that was signed (timestamp_refused) (glob)
  ["rejected",null]
  error: 127.0.0.1:* does not take the server token (consumer_key_unknown) (glob)
  ["rejected",null]
  $ faulty dep:401@/session; ask; state
  error: 127.0.0.1:* does not take the server token (UNAUTHORIZED) (glob)
  hint: run the same again; if that does not help, see in Apple Business or School Manager whether the service is still there, and if it is, download a new token for it and import it within the hour
  ["rejected",null]
  $ mdmctl sandbox fault clear --quiet >/dev/null; mdmctl dep account --quiet >/dev/null; state
  ["valid",null]

Refused for another reason than the token: it is kept, and its state with it, but for the terms.

  $ faulty dep:ACCESS_DENIED; ask; state
  error: 127.0.0.1:* does not allow this server token to do it (ACCESS_DENIED) (glob)
  hint: see in Apple Business or School Manager what the service may do; the token is kept
  ["valid",null]
  $ faulty dep:403=APPLE_SEED_FOR_IT_TURNED_OFF@/account; ask | head -1
  error: 127.0.0.1:* does not allow this server token to do it (APPLE_SEED_FOR_IT_TURNED_OFF) (glob)
  $ faulty dep:T_C_NOT_SIGNED/1@/account; ask | head -1; state
  error: 127.0.0.1:* waits until the organisation accepts Apple's new terms (T_C_NOT_SIGNED) (glob)
  ["terms_not_accepted",null]
  $ mdmctl dep account --quiet >/dev/null; state
  ["valid",null]
  $ faulty dep:400=USER_AGENT_INVALID; ask; state
  error: 127.0.0.1:* does not take the User-Agent (USER_AGENT_INVALID) (glob)
  hint: set MDMCTL_USER_AGENT, or user_agent in config.toml, to a name and a version without brackets, like mdmctl/1.0
  ["valid",null]
  $ faulty dep:400=MALFORMED_REQUEST_BODY@/account; ask
  error: 127.0.0.1:* answers with 400 (MALFORMED_REQUEST_BODY) (glob)
  hint: see whether there is a newer mdmctl: Apple does not take how it was asked

The clocks: by how much they differ is said, and it is not the token's fault.

  $ faulty dep:skew=+600s; mdmctl dep account
  tenant               acme
  name                 default
  program              business
  server name          MDM
  server uuid          * (glob)
  org name             Example Organization
  org id               * (glob)
  apple account        admin@example.org
  consumer key         CK_* (glob)
  access token expiry  2027-01-10T12:00:00Z
  days left            365
  state                valid
  key                  held
  origin               http://127.0.0.1:* (glob)
  asked at             2026-01-10T12:00:00Z
  urls                 -
  findings
    error: clock_skew: this host's clock is 600 seconds behind that of 127.0.0.1:*, which does not take what is signed by it (glob)
      hint: set this host's clock, best by NTP (timedatectl set-ntp true), or take away MDMCTL_NOW; then run the same again
  error: this host's clock is 600 seconds behind that of 127.0.0.1:*, which does not take what is signed by it (glob)
  hint: set this host's clock, best by NTP (timedatectl set-ntp true), or take away MDMCTL_NOW; then run the same again
  [5]
  $ faulty dep:skew=-2h; ask | head -1; state
  error: this host's clock is 7200 seconds ahead of that of 127.0.0.1:*, which does not take what is signed by it (glob)
  ["valid",null]

Somebody else answers: a hotel, a proxy. Nothing is followed, and nothing is believed.

  $ faulty dep:html; ask
  error: 127.0.0.1:* answers /session without a session, but with a web page (glob)
  hint: look whether a proxy or a sign-in page of this network answers in Apple's place
  $ faulty dep:html@/account; ask | head -1
  error: 127.0.0.1:* does not answer /account, but with a web page (glob)
  $ faulty dep:redirect; ask
  error: 127.0.0.1:* redirects to elsewhere.example.org:443 (302), which is not followed (glob)
  hint: look whether a proxy or a sign-in page of this network answers in Apple's place
  $ faulty dep:garbage@/account; ask
  error: 127.0.0.1:* answers /account: this is no JSON object (glob)
  hint: look whether something in between answers in Apple's place; --trace FILE shows what came
  $ faulty dep:large@/account; ask | head -1
  error: 127.0.0.1:* answers with more than 16777216 bytes (glob)
  $ faulty dep:empty; ask
  error: 127.0.0.1:* answers /session without a session (glob)
  $ faulty dep:empty@/account; ask
  error: 127.0.0.1:* answers /account: this is no JSON object (glob)
  hint: look whether something in between answers in Apple's place; --trace FILE shows what came
  $ faulty dep:cut; ask
  error: the connection to 127.0.0.1:* broke before the answer was whole (glob)
  hint: try again later
  $ faulty dep:404@/account; ask
  error: 127.0.0.1:* answers with 404 (glob)
  $ faulty dep:405; ask | head -1
  error: 127.0.0.1:* answers with 405 (glob)
  $ state
  ["valid",null]

An account that lacks what tells services apart, or has it twice.

  $ for member in server_uuid server_name org_id urls; do
  >     for how in missing empty doubled; do
  >         faulty dep:field-$how=$member
  >         printf '%s %s: ' $member $how
  >         mdmctl dep account --quiet --output json 2>&1 | jq -c "if .error then .error | [.code, .message] else [.state, .$member, (.findings[].code)] end" | cut -c 1-110
  >     done
  > done
  server_uuid missing: ["valid","*"] (glob)
  server_uuid empty: ["valid","*"] (glob)
  server_uuid doubled: ["bad_answer","127.0.0.1:* answers /account: 'server_uuid' is there twice"] (glob)
  server_name missing: ["bad_answer","127.0.0.1:* answers /account: 'server_name' is missing"] (glob)
  server_name empty: ["bad_answer","127.0.0.1:* answers /account: 'server_name' is empty"] (glob)
  server_name doubled: ["bad_answer","127.0.0.1:* answers /account: 'server_name' is there twice"] (glob)
  org_id missing: ["valid","*"] (glob)
  org_id empty: ["valid","*"] (glob)
  org_id doubled: ["bad_answer","127.0.0.1:* answers /account: 'org_id' is there twice"] (glob)
  urls missing: ["valid",[]]
  urls empty: ["bad_answer","127.0.0.1:* answers /account: 'urls' is no list"] (glob)
  urls doubled: ["bad_answer","127.0.0.1:* answers /account: 'urls' is there twice"] (glob)
  $ state
  ["valid",null]

Nobody is there.

  $ mdmctl sandbox fault clear --quiet >/dev/null; end_serving; ask
  error: cannot reach 127.0.0.1:*: connection refused (glob)
  hint: look whether the service is up, and host and port are the right ones
