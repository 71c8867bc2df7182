What is no renewal of the current server token is refused, with every reason at once, and with what it has ended.

  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/rehearsal.sh"
  $ on_creation_day; begin_serving served
  $ { mdmctl tenant add acme && mdmctl tenant add initech && mdmctl store init --store other.db; } >making 2>&1 || cat making
  $ { mdmctl tenant add theirs --store other.db && mdmctl dep pubkey --store other.db --out theirs.pem; } >making 2>&1 || cat making
  $ export MDMCTL_TENANT=acme
  $ codes() { jq -c '[.verdict, .code, [.findings[].code]]'; }
  $ error() { jq -c '.error | [.code, .exit, [.findings[].code]]'; }
  $ portal() { download "$@" --organization Acme --server Prod --apple-account dep@acme.example; }
  $ public_key acme.pem; portal first.p7m --public-key acme.pem; mdmctl dep import first.p7m --without-apns --quiet >/dev/null
  $ mdmctl sandbox clock +335d --quiet >/dev/null
  $ portal second.p7m; mdmctl dep renew second.p7m --quiet >/dev/null

An older file, whose token is dead.

  $ mdmctl dep check first.p7m
  verdict   not_a_renewal
  code      older_than_current
  current
    tenant               acme
    name                 default
    program              business
    server name          Prod
    server uuid          * (glob)
    org name             Acme
    org id               * (glob)
    apple account        dep@acme.example
    consumer key         CK_* (glob)
    access token expiry  2027-12-11T12:00:00Z
    days left            365
    state                valid
    key                  held
    origin               http://127.0.0.1:* (glob)
    asked at             2026-12-11T12:00:00Z
  candidate
    file                 first.p7m
    consumer key         CK_* (glob)
    access token expiry  2027-01-10T12:00:00Z
    days left            30
  findings
    error: older_than_current: 'first.p7m' ends on 2027-01-10T12:00:00Z, and the server token of 'acme' on 2027-12-11T12:00:00Z: it is an older file, whose token was ended by the newer one
      hint: look for the newest download of this service
      at: access_token_expiry
    error: token_superseded: 127.0.0.1:* no longer takes the server token (token_rejected): by experience somebody generated a newer one, or whoever downloaded it has changed the password (glob)
      hint: download a new token for this service in Apple Business or School Manager, and import it within the hour: every download ends the token before it
    warning: token_ended: the token in 'first.p7m' is dead by now: a newer one was downloaded, or whoever downloaded it has changed the password
      at: first.p7m
  error: 'first.p7m' ends on 2027-01-10T12:00:00Z, and the server token of 'acme' on 2027-12-11T12:00:00Z: it is an older file, whose token was ended by the newer one
  hint: look for the newest download of this service
  [4]
  $ mdmctl dep renew first.p7m
  error: 'first.p7m' ends on 2027-01-10T12:00:00Z, and the server token of 'acme' on 2027-12-11T12:00:00Z: it is an older file, whose token was ended by the newer one
  hint: look for the newest download of this service
    error: token_superseded: 127.0.0.1:* no longer takes the server token (token_rejected): by experience somebody generated a newer one, or whoever downloaded it has changed the password (glob)
      hint: download a new token for this service in Apple Business or School Manager, and import it within the hour: every download ends the token before it
    warning: token_ended: the token in 'first.p7m' is dead by now: a newer one was downloaded, or whoever downloaded it has changed the password
      at: first.p7m
  [4]
  $ mdmctl dep renew first.p7m --offline --output json 2>&1 | error
  ["older_than_current",4,["older_than_current","not_proven","token_ended"]]

The download of another service, of the same organisation.

  $ download warehouse.p7m --public-key acme.pem --organization Acme --server Warehouse --apple-account dep@acme.example
  $ mdmctl dep renew warehouse.p7m
  error: 'warehouse.p7m' is a server token of the service 'Warehouse' (*), not of the service 'Prod' (*); devices, profiles and assignments stay with the server token of 'acme' (glob)
  hint: download the token of the service 'Prod' (*); where it was made anew in the portal: --allow-other-server * (glob)
    warning: token_ended: whatever token the service 'Warehouse' had before 'warehouse.p7m' is dead by now; this store knows of none
      hint: import it into the server that is to have it, within the hour
  [4]
  $ mdmctl dep renew warehouse.p7m --offline
  error: the consumer key of 'warehouse.p7m' is CK_*, and that of the server token of 'acme' is CK_*; devices, profiles and assignments stay with the server token of 'acme' (glob)
  hint: without --offline Apple says whether it is the same service; else download the token of the right one
    info: not_proven: Apple was not asked whether it takes the token, nor whose it is
      hint: mdmctl dep account asks
  [4]
  $ mdmctl dep check warehouse.p7m --output json 2>/dev/null | codes
  ["not_a_renewal","other_server",["other_server","token_ended"]]

Import takes no token's place. Under a name of its own it is another token of this tenant.

  $ mdmctl dep import warehouse.p7m
  error: the server token of 'acme' (until 2027-12-11T12:00:00Z) is there already: import never takes a token's place
  hint: mdmctl dep renew FILE replaces it, if FILE is a renewal of it; a second service of the tenant takes a name of its own, --name N
    error: other_server: 'warehouse.p7m' is a server token of the service 'Warehouse' (*), not of the service 'Prod' (*); devices, profiles and assignments stay with the server token of 'acme' (glob)
      hint: download the token of the service 'Prod' (*); where it was made anew in the portal: --allow-other-server * (glob)
      at: server_uuid
    warning: token_ended: whatever token the service 'Warehouse' had before 'warehouse.p7m' is dead by now; this store knows of none
      hint: import it into the server that is to have it, within the hour
  [4]
  $ mdmctl dep import warehouse.p7m --name warehouse --without-apns --quiet --output json | jq -c '[.name, .server_name, .changed]'
  ["warehouse","Warehouse",true]
  $ mdmctl dep import warehouse.p7m --name third --without-apns --quiet --output json | jq -c '[.name, .server_name, .changed]'
  ["warehouse","Warehouse",false]
  $ mdmctl dep renew second.p7m --name warehouse --output json 2>&1 | error
  ["other_server",4,["other_server"]]
  $ mdmctl dep remove --name warehouse --quiet >/dev/null

The service was made anew in the portal: its UUID, typed out, says that this is known.

  $ mdmctl sandbox portal server remove Prod --organization Acme --quiet >/dev/null
  $ portal anew.p7m --public-key acme.pem
  $ mdmctl dep renew anew.p7m --allow-other-server 0815
  error: this cannot be undone, and the store has several tenants
  hint: --tenant T names the one that is meant; MDMCTL_TENANT is not enough here
  [2]
  $ mdmctl dep renew anew.p7m --tenant acme --allow-other-server 0815
  error: 'anew.p7m' is a server token of the service 'Prod' (*), not of the service 'Prod' (*); devices, profiles and assignments stay with the server token of 'acme', and --allow-other-server names 0815, which is neither (glob)
  hint: download the token of the service 'Prod' (*); where it was made anew in the portal: --allow-other-server * (glob)
    warning: token_ended: whatever token the service 'Prod' had before 'anew.p7m' is dead by now; this store knows of none
      hint: import it into the server that is to have it, within the hour
  [4]
  $ uuid=$(mdmctl dep check anew.p7m --output json 2>/dev/null | jq -r .candidate.server_uuid)
  $ mdmctl dep check anew.p7m --allow-other-server "$uuid" --output json 2>/dev/null | codes
  ["undecided","tenant_not_named",["tenant_not_named"]]
  $ mdmctl dep check anew.p7m --tenant acme --allow-other-server "$uuid" --output json | codes
  ["renewal",null,["other_server"]]
  $ mdmctl dep renew anew.p7m --tenant acme --allow-other-server "$uuid" --quiet --output json | jq -c '[.changed, .server_name]'
  warning: 'anew.p7m' is a server token of the service 'Prod' (*), not of the service 'Prod' (*); devices, profiles and assignments stay with the server token of 'acme' (glob)
  [true,"Prod"]
  $ mdmctl dep history --output json | jq -r '.events[].event'
  import
  renew
  replace

Another organisation's service, and that is refused whatever is typed.

  $ download globex.p7m --public-key acme.pem --organization Globex --server Prod --apple-account dep@globex.example
  $ mdmctl dep renew globex.p7m
  error: 'globex.p7m' is a server token of the service 'Prod' (*), not of the service 'Prod' (*); devices, profiles and assignments stay with the server token of 'acme' (glob)
  hint: download the token of the service 'Prod' (*); where it was made anew in the portal: --allow-other-server * (glob)
    error: other_organization: 'globex.p7m' is a server token of the organisation 'Globex' (*), not of 'Acme' (*) (glob)
      hint: sign in to the organisation that the devices belong to, and download the token there
      at: org_id
    warning: other_apple_account: it was got with the Apple Account dep@globex.example, the one before with dep@acme.example
      hint: the token ends when that account changes its password or leaves: note whose it is
      at: apple_account
    warning: token_ended: whatever token the service 'Prod' had before 'globex.p7m' is dead by now; this store knows of none
      hint: import it into the server that is to have it, within the hour
  [4]
  $ uuid=$(mdmctl dep check globex.p7m --output json 2>/dev/null | jq -r .candidate.server_uuid)
  $ mdmctl dep renew globex.p7m --tenant acme --allow-other-server "$uuid" --output json 2>&1 | error
  ["other_organization",4,["other_organization","other_server","other_apple_account","token_ended"]]

Another tenant's file: its key says so, or its service.

  $ public_key initech.pem --tenant initech; download initech.p7m --public-key initech.pem --organization Initech
  $ mdmctl dep renew initech.p7m
  error: 'initech.p7m' was made for a key of the tenant 'initech', not of 'acme'
  hint: --tenant 'initech' is whom it belongs to: downloading it has ended the token that is in use there
    warning: token_ended: the service that 'initech.p7m' was downloaded for has no other token that works: downloading it ended the one in use there
      hint: import it into the server that holds its key, within the hour
  [4]
  $ mdmctl dep import initech.p7m --tenant initech --without-apns --quiet --output json | jq .changed
  true
  $ mdmctl dep check initech.p7m --output json 2>/dev/null | codes
  ["not_a_renewal","other_tenant",["other_tenant","token_ended"]]
  $ download again.p7m --public-key acme.pem --organization Initech
  $ mdmctl dep renew again.p7m
  error: 'again.p7m' is a token of the same service as the server token of 'initech', not one of 'acme'
  hint: it was made for a key of 'acme', and its service belongs to 'initech': mdmctl dep setup --renew --tenant 'initech' leads to one for the right key
    error: other_server: 'again.p7m' is a server token of the service 'MDM' (*), not of the service 'Prod' (*); devices, profiles and assignments stay with the server token of 'acme' (glob)
      hint: download the token of the service 'Prod' (*); where it was made anew in the portal: --allow-other-server * (glob)
      at: server_uuid
    error: other_organization: 'again.p7m' is a server token of the organisation 'Initech' (*), not of 'Acme' (*) (glob)
      hint: sign in to the organisation that the devices belong to, and download the token there
      at: org_id
    warning: other_apple_account: it was got with the Apple Account admin@example.org, the one before with dep@acme.example
      hint: the token ends when that account changes its password or leaves: note whose it is
      at: apple_account
    warning: token_ended: the server token of 'initech' is dead by now: Apple ended it when 'again.p7m' was downloaded
      hint: download a new one for its own key: mdmctl dep setup --renew --tenant 'initech'
      at: initech/default
  [4]
  $ mdmctl dep renew again.p7m --tenant initech
  error: 'again.p7m' was made for a key of the tenant 'acme', not of 'initech'
  hint: --tenant 'acme' is whom it belongs to: downloading it has ended the token that is in use there
    warning: token_ended: the service that 'again.p7m' was downloaded for has no other token that works: downloading it ended the one in use there
      hint: import it into the server that holds its key, within the hour
  [4]

Nobody's here.

  $ download theirs.p7m --public-key theirs.pem --organization Theirs
  $ mdmctl dep import theirs.p7m --name theirs --without-apns
  error: 'theirs.p7m' was made for CN=mdmctl theirs, serial *; the keys of 'acme' are serial * (current) (glob)
  hint: it may be another service's, and belongs there; where it is the right service, mdmctl dep setup --renew leads to one for a key of this store; where another server holds the key: --track
    warning: token_ended: the service that 'theirs.p7m' was downloaded for has no other token that works: downloading it ended the one in use there
      hint: import it into the server that holds its key, within the hour
  [4]
  $ mdmctl dep check theirs.p7m --output json 2>/dev/null | codes
  ["not_a_renewal","not_for_our_key",["not_for_our_key","token_ended"]]

Nothing of all this has changed anything, and all of it is on record.

  $ mdmctl dep show --output json | jq -c '[.server_name, .org_name, .state]'
  ["Prod","Acme","valid"]
  $ mdmctl audit log --output json | jq -r '.events[] | select(.object | contains("refused")) | "\(.command): \(.object)"'
  dep renew: server token 'default' (refused: older_than_current)
  dep renew: server token 'default' (refused: older_than_current)
  dep renew: server token 'default' (refused: other_server)
  dep renew: server token 'default' (refused: other_server)
  dep import: server token 'default' (refused: token_exists)
  dep renew: server token 'warehouse' (refused: other_server)
  dep renew: server token 'default' (refused: other_server)
  dep renew: server token 'default' (refused: other_server)
  dep renew: server token 'default' (refused: other_organization)
  dep renew: server token 'default' (refused: other_tenant)
  dep renew: server token 'default' (refused: other_tenant)
  dep import: server token 'theirs' (refused: not_for_our_key)
