Being led through the portal: the first time, left and taken up again, a year later, and with what lies about in a folder of
downloads.

  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/rehearsal.sh"
  $ on_creation_day; begin_serving served
  $ mdmctl tenant add acme --quiet >/dev/null; mkdir downloads
  $ portal() { download downloads/"$@" --organization Acme --server Prod --apple-account dep@acme.example; }
  $ setup() { mdmctl dep setup --folder downloads --no-input "$@"; }
  $ short() { jq -c '[.state, .token.changed, .token.server_name, .token.access_token_expiry]'; }

What would keep the token from being taken in is said before the portal is visited.

  $ setup
  error: the tenant 'acme' has no push certificate yet, and without one no device can enroll
  hint: mdmctl apns import FILE first, --track where another server holds the key; --without-apns goes on without
  [4]
  $ ls downloads
  $ setup --without-apns --dry-run --quiet --output json | jq -c '[.state, .public_key]'; ls downloads
  warning: downloading a server token ends the one in use at once, and so does uploading a new public key
  warning: download for this service only: each download ends the token of the service that it is made for
  warning: import within the hour: until then no device of this service enrolls
  ["waiting","downloads/acme-dep.pem"]

The first time. Without a terminal it looks once, and can be left.

  $ setup --without-apns
  warning: downloading a server token ends the one in use at once, and so does uploading a new public key
  warning: download for this service only: each download ends the token of the service that it is made for
  warning: import within the hour: until then no device of this service enrolls
  wrote 'downloads/acme-dep.pem'; its private key is sealed in the store
  in Apple's portal, as it was in 2026-09:
    1. sign in to business.apple.com or school.apple.com with an account that may manage device management services
    2. open Devices, Management Services (in School Manager: Preferences, MDM Servers), and add a service for this MDM server
    3. upload 'downloads/acme-dep.pem' as its public key, and save
    4. download its server token, a .p7m, into 'downloads'
  it is not there yet; the same command goes on from here
  tenant       acme
  name         default
  state        waiting
  public key   downloads/acme-dep.pem
  folder       downloads
  warnings     downloading a server token ends the one in use at once, and so does uploading a new public key
               download for this service only: each download ends the token of the service that it is made for
               import within the hour: until then no device of this service enrolls
  steps as of  2026-09
  steps        sign in to business.apple.com or school.apple.com with an account that may manage device management services
               open Devices, Management Services (in School Manager: Preferences, MDM Servers), and add a service for this MDM server
               upload 'downloads/acme-dep.pem' as its public key, and save
               download its server token, a .p7m, into 'downloads'
  $ cp downloads/acme-dep.pem first.pem
  $ setup --without-apns --quiet --output json | jq -c keys_unsorted; cmp downloads/acme-dep.pem first.pem
  warning: downloading a server token ends the one in use at once, and so does uploading a new public key
  warning: download for this service only: each download ends the token of the service that it is made for
  warning: import within the hour: until then no device of this service enrolls
  ["tenant","name","state","public_key","folder","warnings","steps_as_of","steps","token"]
  $ mdmctl dep show 2>&1 | head -1
  error: the tenant 'acme' has no server token yet

What is no download for this key is passed over: somebody else's, a page, half of one.

  $ { mdmctl store init --store other.db && mdmctl tenant add theirs --store other.db && mdmctl dep pubkey --store other.db --out theirs.pem; } >making 2>&1 || cat making
  $ download downloads/theirs.p7m --public-key theirs.pem --organization Theirs
  $ echo '<html></html>' >downloads/page.p7m
  $ portal first.p7m --public-key downloads/acme-dep.pem; mv downloads/first.p7m whole; head -c 700 whole >downloads/half.P7M
  $ setup --without-apns --verbose 2>&1 | grep -e passed -e whole -e 'not there'
  'downloads/half.P7M' is not whole yet: 'downloads/half.P7M' is cut or damaged
  warning: passed over: 'downloads/page.p7m' is a web page; the server token is another file
  warning: passed over: 'downloads/theirs.p7m' was made for CN=mdmctl theirs, serial *; the keys of 'acme' are serial * (staged) (glob)
  'downloads/half.P7M' is not whole yet: 'downloads/half.P7M' is cut or damaged
  it is not there yet; the same command goes on from here
  $ mv whole downloads/Prod_Token_2026-01-10T12-00-00Z_smime.p7m; rm downloads/half.P7M
  $ setup --without-apns
  found 'downloads/Prod_Token_2026-01-10T12-00-00Z_smime.p7m'
  holds the server token of 'acme', until 2027-01-10T12:00:00Z
  tenant       acme
  name         default
  state        done
  public key   downloads/acme-dep.pem
  folder       downloads
  warnings     downloading a server token ends the one in use at once, and so does uploading a new public key
               download for this service only: each download ends the token of the service that it is made for
               import within the hour: until then no device of this service enrolls
  steps as of  2026-09
  steps        -
  token
    tenant               acme
    name                 default
    program              business
    server name          Prod
    server uuid          * (glob)
    org name             Acme
    org id               * (glob)
    apple account        dep@acme.example
    consumer key         CK_* (glob)
    access token expiry  2027-01-10T12:00:00Z
    days left            365
    state                valid
    key                  held
    origin               http://127.0.0.1:* (glob)
    asked at             2026-01-10T12:00:00Z
    changed              yes
    findings             none
  $ setup --without-apns
  error: there is the server token of 'acme' already
  hint: mdmctl dep setup --renew renews it
  [4]

A year later. The portal has the key; the file of last year is passed over, and the one that is in use.

  $ mdmctl sandbox clock +335d --quiet >/dev/null
  $ setup --renew
  warning: passed over: 'downloads/page.p7m' is a web page; the server token is another file
  warning: passed over: 'downloads/theirs.p7m' was made for CN=mdmctl theirs, serial *; the keys of 'acme' are serial * (current) (glob)
  warning: downloading a server token ends the one in use at once, and so does uploading a new public key
  warning: download for this service only: each download ends the token of the service that it is made for
  warning: import within the hour: until then no device of this service enrolls
  wrote 'downloads/acme-dep.pem': the key of the token in use, made on 2026-01-10T12:00:00Z
  in Apple's portal, as it was in 2026-09:
    1. sign in to business.apple.com or school.apple.com with dep@acme.example, as before
    2. open Devices, Management Services (in School Manager: Preferences, MDM Servers), and choose 'Prod'
    3. download its server token, a .p7m, into 'downloads'
  it is not there yet; the same command goes on from here
  tenant       acme
  name         default
  state        waiting
  public key   downloads/acme-dep.pem
  folder       downloads
  warnings     downloading a server token ends the one in use at once, and so does uploading a new public key
               download for this service only: each download ends the token of the service that it is made for
               import within the hour: until then no device of this service enrolls
  steps as of  2026-09
  steps        sign in to business.apple.com or school.apple.com with dep@acme.example, as before
               open Devices, Management Services (in School Manager: Preferences, MDM Servers), and choose 'Prod'
               download its server token, a .p7m, into 'downloads'
  $ portal second.p7m
  $ setup --renew --quiet --output json 2>/dev/null | short
  ["done",true,"Prod","2027-12-11T12:00:00Z"]
  $ setup --renew --quiet --output json 2>/dev/null | short
  ["waiting",null,null,null]
  $ mdmctl sandbox clock +1h --quiet >/dev/null

With a new key, which is uploaded.

  $ setup --renew --new-key --quiet --output json 2>/dev/null | jq -c '[.state, .public_key, .steps[2]]'
  ["waiting","downloads/acme-dep.pem","upload 'downloads/acme-dep.pem' as its public key, and save"]
  $ setup --renew --quiet --output json 2>/dev/null | jq -c '[.state, .public_key, .steps[2]]'
  ["waiting","downloads/acme-dep.pem","upload 'downloads/acme-dep.pem' as its public key, and save"]
  $ mdmctl dep show --output json | jq -c '.keys[] | .role'
  "staged"
  "current"
  $ portal third.p7m --public-key downloads/acme-dep.pem && setup --renew --quiet --output json 2>/dev/null | short
  ["done",true,"Prod","2027-12-11T13:00:00Z"]
  $ mdmctl dep show --output json | jq -c '.keys[] | .role'
  "current"
  "earlier"

A download that is no renewal is refused, as by renew.

  $ download downloads/warehouse.p7m --public-key downloads/acme-dep.pem --organization Acme --server Warehouse
  $ setup --renew 2>&1 | sed -n '/^found/,$p'; rm downloads/warehouse.p7m
  found 'downloads/warehouse.p7m'
  error: 'downloads/warehouse.p7m' is a server token of the service 'Warehouse' (*), not of the service 'Prod' (*); devices, profiles and assignments stay with the server token of 'acme' (glob)
  hint: download the token of the service 'Prod' (*); where it was made anew in the portal: --allow-other-server * (glob)
    warning: other_apple_account: it was got with the Apple Account admin@example.org, the one before with dep@acme.example
      hint: the token ends when that account changes its password or leaves: note whose it is
      at: apple_account
    warning: token_ended: whatever token the service 'Warehouse' had before 'downloads/warehouse.p7m' is dead by now; this store knows of none
      hint: import it into the server that is to have it, within the hour

A second service of the tenant has its own key and name.

  $ setup --name warehouse --without-apns --quiet --output json 2>/dev/null | jq -c '[.name, .public_key]'
  ["warehouse","downloads/acme-warehouse-dep.pem"]
  $ download downloads/warehouse.p7m --public-key downloads/acme-warehouse-dep.pem --organization Acme --server Warehouse
  $ setup --name warehouse --without-apns --quiet --output json 2>/dev/null | short
  ["done",true,"Warehouse","2027-12-11T13:00:00Z"]
  $ mdmctl dep list --output csv | cut -d, -f1,2,7
  tenant,name,server_name
  acme,default,Prod
  acme,warehouse,Warehouse
  $ setup --renew --name nobody
  error: the tenant 'acme' has no server token 'nobody'
  hint: mdmctl dep list shows what there is
  [3]

It waits as long as it is told, and at a terminal until the file comes.

  $ setup --renew --name default --wait 1s 2>&1 | sed -n '/^waiting/,/^it is/p'
  waiting for the .p7m in 'downloads'; Ctrl-C leaves, and the same command goes on from here
  it is not there yet; the same command goes on from here
  $ mdmctl sandbox clock +1h --quiet >/dev/null
  $ "$ROOT/tests/cli/at-terminal" --columns 200 --meanwhile 'mdmctl sandbox portal server-token --organization Acme --server Prod --out downloads/fourth.p7m --quiet --output csv >/dev/null' \
  >     'waiting for' '' mdmctl dep setup --renew --name default --folder downloads | tr -d '\r' | sed -n '/^waiting/,/^the server/p; /^state/p'
  waiting for the .p7m in 'downloads'; Ctrl-C leaves, and the same command goes on from here
  found 'downloads/fourth.p7m'
  warning: it was got with the Apple Account admin@example.org, the one before with dep@acme.example
  the server token of 'acme' now ends on 2027-12-11T14:00:00Z
  state        done

A file that was passed over is looked at again when another one takes its place.

  $ mdmctl sandbox clock +1h --quiet >/dev/null; rm downloads/*.p7m; echo '<html></html>' >downloads/fifth.p7m
  $ portal next.p7m; mv downloads/next.p7m next
  $ "$ROOT/tests/cli/at-terminal" --columns 200 --meanwhile 'mv next downloads/fifth.p7m' \
  >     'waiting for' '' mdmctl dep setup --renew --name default --folder downloads | tr -d '\r' | sed -n '/page/p; /^waiting/,/^found/p; /^state/p'
  warning: passed over: 'downloads/fifth.p7m' is a web page; the server token is another file
  waiting for the .p7m in 'downloads'; Ctrl-C leaves, and the same command goes on from here
  found 'downloads/fifth.p7m'
  state        done

  $ "$ROOT/tests/cli/at-terminal" --columns 200 'waiting for' '\x03' mdmctl dep setup --renew --name default --folder downloads | tr -d '\r' | sed -n '/^waiting/,$p'
  waiting for the .p7m in 'downloads'; Ctrl-C leaves, and the same command goes on from here
  ^Cecho on, then on
  SIGINT
  $ mdmctl dep setup --renew --name default --no-input --folder nowhere 2>&1 | tail -2
  error: cannot read the folder 'nowhere': No such file or directory
