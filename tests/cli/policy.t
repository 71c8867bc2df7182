Policies: a tree below the store's root, what is inherited from where, and the topic that devices are bound to.

  $ . "$ROOT/tests/rehearsal.sh"
  $ export MDMCTL_SANDBOX_DIR=$PWD/sandbox XDG_STATE_HOME=$PWD/state XDG_CONFIG_HOME=$PWD/config
  $ mkdir sandbox && touch sandbox/rehearsal
  $ on_creation_day
  $ { mdmctl store init && mdmctl tenant add acme && make_vendor && make_customer && sign push.req && create first.pem && create other.pem; } >making 2>&1 || cat making
  $ named() { "$@" 2>&1 | sed "s/$(topic_of first.pem)/FIRST/g; s/$(topic_of other.pem)/OTHER/g"; return "${PIPESTATUS[0]}"; }

What nobody says is the usual.

  $ mdmctl policy show
  tenant    acme
  policy    /
  parent    /
  children  -
  settings
    SETTING             VALUE          FROM  SCOPE
    push_certificate    -              -     nobody
    vendor_certificate  -              -     nobody
    contact             -              -     nobody
    remind_days         30,15,5,3,2,1  -     usual
    warn_days           30             -     usual
    critical_days       7              -     usual
  $ mdmctl policy add kiosks --quiet | head -3
  tenant    acme
  policy    kiosks
  parent    /
  $ mdmctl policy add lobby --parent kiosks --output json 2>/dev/null | jq -c '[.tenant, .policy, .parent, .children]'
  ["acme","lobby","kiosks",[]]
  $ mdmctl policy add kiosks
  error: there is a policy 'kiosks' already
  hint: mdmctl policy tree
  [4]
  $ mdmctl policy add x --parent nowhere
  error: there is no policy 'nowhere'
  hint: mdmctl policy tree
  [3]
  $ mdmctl policy add "$(printf 'a\nb')"
  error: the policy's name holds a character that cannot be shown: 'a\x0ab'
  [2]

What the store's root says holds for all, what a policy says for all below it.

  $ mdmctl policy set / --remind-days 60,30,7 --warn 60 --quiet --output json | jq -c '[.tenant, .policy, .changed]'
  [null,"/",true]
  $ mdmctl policy set kiosks --remind-days 14 --quiet >/dev/null
  $ mdmctl tenant contact add noc@provider.example --policy /
  'noc@provider.example' is a contact of all tenants from now on
  policy   /
  address  noc@provider.example
  changed  yes
  $ mdmctl tenant contact add mdm@acme.example --quiet >/dev/null
  $ mdmctl tenant contact add lobby@acme.example --policy lobby --quiet >/dev/null
  $ mdmctl apns import first.pem --key push.key --apple-account mdm@example.org --quiet >/dev/null
  $ mdmctl policy show lobby
  tenant    acme
  policy    lobby
  parent    kiosks
  children  -
  settings
    SETTING             VALUE                                                                                              FROM    SCOPE
    push_certificate    default: com.apple.mgmt.External.*, until 2027-01-10T12:00:00Z  /       inherited (glob)
    vendor_certificate  -                                                                                                  -       nobody
    contact             lobby@acme.example                                                                                 lobby   own
    contact             mdm@acme.example                                                                                   /       inherited
    contact             noc@provider.example                                                                               /       store
    remind_days         14                                                                                                 kiosks  inherited
    warn_days           60                                                                                                 /       store
    critical_days       7                                                                                                  -       usual
  $ mdmctl policy show / --output json | jq -c '.settings[] | [.setting, .value, .scope]'
  ["vendor_certificate",null,"nobody"]
  ["contact","noc@provider.example","own"]
  ["remind_days","60,30,7","own"]
  ["warn_days","60","own"]
  ["critical_days","7","usual"]
  $ mdmctl policy tree
  TREE            PUSH CERTIFICATE  STATE  FROM  CONTACTS              REMIND DAYS
  /               -                 -      -     noc@provider.example  60,30,7
  \xe2\x94\x94\xe2\x94\x80 acme         default           valid  /     mdm@acme.example      - (esc)
     \xe2\x94\x94\xe2\x94\x80 kiosks    default           valid  /     -                     14 (esc)
        \xe2\x94\x94\xe2\x94\x80 lobby  default           valid  /     lobby@acme.example    - (esc)
  $ mdmctl policy set / --remind-days soon
  error: 'soon' is no list of days
  hint: whole numbers from 0 to 3650: 30,15,5,3,2,1
  [2]
  $ mdmctl policy set kiosks --warn 3
  error: for the policy 'kiosks' of 'acme' WARNING would begin 3 days before an end, and CRITICAL 7 days: that is earlier
  hint: --warn and --critical together; mdmctl policy show tells which policy says what
  [2]
  $ mdmctl policy set kiosks --remind-days inherit --output json 2>/dev/null | jq -c '.settings[] | select(.setting == "remind_days") | [.value, .from, .scope]'
  ["60,30,7","/","store"]

Expiring begins at the first reminder day.

  $ MDMCTL_NOW=2026-11-20T12:00:00Z mdmctl apns show --output json 2>/dev/null | jq -c '[.days_left, .state]'
  [51,"expiring"]

A push certificate of its own: where devices get another topic so far, that is a replacement.

  $ named mdmctl apns import other.pem --key push.key --apple-account mdm@example.org --policy kiosks
  error: the devices of the policy 'kiosks' and of 1 below it are bound to the topic FIRST; with this they would get OTHER, and every one of them would have to enroll again
  hint: --allow-replacement FIRST is for who wants just that, or has no devices there yet
  [4]
  $ mdmctl apns import other.pem --key push.key --apple-account mdm@example.org --policy kiosks --allow-replacement "$(topic_of first.pem)" --quiet --output json 2>/dev/null | jq -c '[.name, .policies, [.findings[].code]]'
  ["kiosks",["kiosks"],["topic_mismatch"]]
  $ mdmctl policy tree --output json | jq -c '.policies[] | [.tenant, .policy, .push_certificate, .from]'
  [null,"/",null,null]
  ["acme","/","default","/"]
  ["acme","kiosks","kiosks","kiosks"]
  ["acme","lobby","kiosks","kiosks"]
  $ mdmctl apns assign --policy lobby --name kiosks --output json 2>/dev/null | jq -c '[.policy, .own, .name, .followers, .changed]'
  ["lobby",true,"kiosks",["lobby"],true]
  $ mdmctl apns assign --policy lobby --name kiosks --output json 2>/dev/null | jq -c .changed
  false
  $ named mdmctl apns unassign --policy kiosks
  error: the devices of the policy 'kiosks' are bound to the topic OTHER; with this they would get FIRST, and every one of them would have to enroll again
  hint: --allow-replacement OTHER is for who wants just that, or has no devices there yet
  [4]
  $ mdmctl apns assign --policy lobby --name default --allow-replacement "$(topic_of first.pem)" 2>&1 | grep -c 'enroll again'
  1
  $ named mdmctl apns unassign --policy kiosks --allow-replacement "$(topic_of other.pem)" --dry-run
  warning: the devices of the policy 'kiosks' are bound to the topic OTHER; with this they would get FIRST, and every one of them would have to enroll again
  it can be taken away; nothing was changed
  tenant     acme
  policy     kiosks
  own        no
  name       default
  topic      FIRST
  serial     * (glob)
  not after  2027-01-10T12:00:00Z
  followers  kiosks
  changed    yes
  findings
    warning: topic_mismatch: the devices of the policy 'kiosks' are bound to the topic OTHER; with this they would get FIRST, and every one of them would have to enroll again
      hint: --allow-replacement OTHER is for who wants just that, or has no devices there yet
      at: topic
  $ mdmctl apns unassign --policy kiosks --allow-replacement "$(topic_of other.pem)" --quiet --output json 2>/dev/null | jq -c '[.own, .name, .followers, [.findings[].severity]]'
  [false,"default",["kiosks"],["warning"]]
  $ mdmctl apns show --name kiosks --output json | jq -c .policies
  ["lobby"]
  $ mdmctl apns unassign --policy /  2>&1 | grep -c 'no push certificate'
  1

A policy in use stays, and the tree stays a tree.

  $ mdmctl policy remove kiosks
  error: the policy 'lobby' is below 'kiosks'
  hint: remove those below it first: mdmctl policy tree
  [4]
  $ mdmctl policy remove lobby 2>&1 | tail -1
  hint: mdmctl apns unassign --policy 'lobby' judges what its devices would get
  $ mdmctl policy remove / --tenant acme 2>&1 | head -1
  error: a root policy goes with its tenant, not before it
  $ mdmctl policy set kiosks --parent lobby
  error: 'lobby' is below 'kiosks': the policies would form a circle
  hint: mdmctl policy tree
  [4]
  $ mdmctl policy add schools --quiet >/dev/null
  $ mdmctl policy add deep --parent lobby --quiet >/dev/null
  $ mdmctl policy tree
  TREE              PUSH CERTIFICATE  STATE  FROM   CONTACTS              REMIND DAYS
  /                 -                 -      -      noc@provider.example  60,30,7
  \xe2\x94\x94\xe2\x94\x80 acme           default           valid  /      mdm@acme.example      - (esc)
     \xe2\x94\x9c\xe2\x94\x80 kiosks      default           valid  /      -                     - (esc)
     \xe2\x94\x82  \xe2\x94\x94\xe2\x94\x80 lobby    kiosks            valid  lobby  lobby@acme.example    - (esc)
     \xe2\x94\x82     \xe2\x94\x94\xe2\x94\x80 deep  kiosks            valid  lobby  -                     - (esc)
     \xe2\x94\x94\xe2\x94\x80 schools     default           valid  /      -                     - (esc)
  $ mdmctl tenant contact list --policy deep --output json | jq -c '.contacts[] | [.address, .tenant, .policy, .inherited]'
  ["lobby@acme.example","acme","lobby",true]
  ["mdm@acme.example","acme","/",true]
  ["noc@provider.example",null,"/",true]

A branch without a certificate of its own is not hung where its devices would get another topic.

  $ named mdmctl policy set deep --parent kiosks
  error: the devices of the policy 'deep' are bound to the topic OTHER; with this they would get FIRST, and every one of them would have to enroll again
  hint: first give it the certificate that its devices have, as its own: mdmctl apns assign --tenant 'acme' --policy 'deep' --name 'kiosks'
  [4]
  $ mdmctl policy remove deep --quiet >/dev/null

What is written below is judged against what is said above, from whichever side it comes.

  $ mdmctl policy set lobby --warn 10 --quiet >/dev/null
  $ mdmctl policy set / --critical 20
  error: for the policy 'lobby' of 'acme' WARNING would begin 10 days before an end, and CRITICAL 20 days: that is earlier
  hint: --warn and --critical together; mdmctl policy show tells which policy says what
  [2]
  $ mdmctl policy set lobby --warn inherit --quiet >/dev/null

What gives up a topic is done to a tenant that was named, once there are two.

  $ mdmctl tenant add globex --quiet >/dev/null
  $ export MDMCTL_TENANT=acme
  $ mdmctl apns assign --policy lobby --name default --allow-replacement "$(topic_of other.pem)"
  error: this cannot be undone, and the store has several tenants
  hint: --tenant T names the one that is meant; MDMCTL_TENANT is not enough here
  [2]
  $ mdmctl apns unassign --policy lobby --allow-replacement "$(topic_of other.pem)"
  error: this cannot be undone, and the store has several tenants
  hint: --tenant T names the one that is meant; MDMCTL_TENANT is not enough here
  [2]
  $ mdmctl apns import other.pem --key push.key --apple-account mdm@example.org --policy schools --allow-replacement "$(topic_of first.pem)"
  error: this cannot be undone, and the store has several tenants
  hint: --tenant T names the one that is meant; MDMCTL_TENANT is not enough here
  [2]
  $ mdmctl apns renew other.pem --allow-replacement "$(topic_of first.pem)"
  error: this cannot be undone, and the store has several tenants
  hint: --tenant T names the one that is meant; MDMCTL_TENANT is not enough here
  [2]
  $ unset MDMCTL_TENANT && mdmctl tenant remove globex --yes --quiet >/dev/null

A tenant in the environment is named as much as one by option.

  $ MDMCTL_TENANT=acme mdmctl tenant contact add leak@acme.example --policy /
  'leak@acme.example' is a contact of 'acme' from now on
  tenant   acme
  policy   /
  address  leak@acme.example
  changed  yes
  $ MDMCTL_TENANT=acme mdmctl tenant contact remove leak@acme.example --policy / --quiet >/dev/null

The vendor certificate that is signed with is the tenant's own, else the store's.

  $ mdmctl apns vendor add --vendor-cert vendor.pem --vendor-key vendor.key --chain apple-chain.pem --quiet >/dev/null
  $ mdmctl policy show lobby --output json | jq -c '.settings[] | select(.setting == "vendor_certificate") | [.from, .scope]'
  ["/","store"]
  $ mdmctl policy show / --output json | jq -c '.settings[] | select(.setting == "vendor_certificate") | [.from, .scope]'
  ["/","own"]
  $ mdmctl policy set lobby --parent schools --quiet --output json | jq -c '[.parent, .changed]'
  ["schools",true]
  $ parent=/; for i in $(seq 33); do mdmctl policy add level-$i --parent $parent --quiet >/dev/null || break; parent=level-$i; done
  error: the policy 'level-33' would be 33 levels below the tenant's root, and the limit is 32
  hint: hang it higher in the tree: mdmctl policy tree
  $ mdmctl policy add beside --parent level-30 --quiet >/dev/null && mdmctl policy add below --parent beside --quiet >/dev/null
  $ mdmctl policy set beside --parent level-31
  error: the policy 'below' would be 33 levels below the tenant's root, and the limit is 32
  hint: hang it higher in the tree: mdmctl policy tree
  [7]
  $ mdmctl policy remove kiosks --quiet | head -3
  tenant    acme
  policy    kiosks
  parent    /
  $ mdmctl policy show kiosks
  error: there is no policy 'kiosks'
  hint: mdmctl policy tree
  [3]
  $ mdmctl store check --quiet >/dev/null && mdmctl audit verify --quiet >/dev/null
  $ mdmctl audit log --output json | jq -r '.events[] | select(.object | contains("refused")) | .command + " " + .after'
  policy add {"refused":"policy_exists"}
  apns import {"refused":"topic_mismatch"}
  apns unassign {"refused":"topic_mismatch"}
  apns assign {"refused":"topic_mismatch"}
  apns unassign {"refused":"topic_mismatch"}
  policy remove {"refused":"policy_in_use"}
  policy remove {"refused":"policy_in_use"}
  policy remove {"refused":"policy_in_use"}
  policy set {"refused":"policy_in_use"}
  policy set {"refused":"topic_mismatch"}
