What a profile is: a line for what is in it, and everything in JSON but what is secret.

  $ . "$ROOT/tests/profile-authority.sh"
  $ { make_authority && make_signer signer; } >log 2>&1 || cat log
  $ wifi() {
  >   printf '%s\n' '<?xml version="1.0" encoding="UTF-8"?>' '<plist version="1.0">' '<dict>' \
  >     '<key>PayloadType</key><string>Configuration</string>' '<key>PayloadVersion</key><integer>1</integer>' \
  >     '<key>PayloadIdentifier</key><string>org.example.wifi</string>' '<key>PayloadUUID</key><string>AAAAAAAA-0000-4000-8000-000000000000</string>' \
  >     '<key>PayloadDisplayName</key><string>Office</string>' '<key>PayloadContent</key>' '<array>' '<dict>' \
  >     '<key>PayloadType</key><string>com.apple.wifi.managed</string>' '<key>PayloadVersion</key><integer>1</integer>' \
  >     '<key>PayloadIdentifier</key><string>org.example.wifi.1</string>' '<key>PayloadUUID</key><string>00000001-0000-4000-8000-000000000000</string>' \
  >     '<key>SSID_STR</key><string>office</string>' '<key>Password</key><string>correct horse</string>' '<key>ProxyServer</key><string>https://jo:battery@proxy.example</string>' \
  >     '<key>EAPClientConfiguration</key><dict><key>AcceptEAPTypes</key><array><integer>25</integer></array><key>TLSTrustedCertificates</key><array/></dict>' '</dict>' '<dict>' \
  >     '<key>PayloadType</key><string>com.apple.applicationaccess</string>' '<key>PayloadVersion</key><integer>1</integer>' \
  >     '<key>PayloadDisplayName</key><string>Restrictions</string>' \
  >     '<key>PayloadIdentifier</key><string>org.example.wifi.2</string>' '<key>PayloadUUID</key><string>00000002-0000-4000-8000-000000000000</string>' \
  >     '<key>allowAppInstallation</key><false/>' '<key>allowCamera</key><false/>' '</dict>' '</array>' "$@" '</dict>' '</plist>'
  > }
  $ wifi >wifi.mobileconfig
  $ mdmctl profile show wifi.mobileconfig
  file                wifi.mobileconfig
  name                Office
  identifier          org.example.wifi
  uuid                AAAAAAAA-0000-4000-8000-000000000000
  verdict             not_signed
  errors              0
  warnings            1
  encrypted           no
  removal disallowed  no
  removal password    no
  ends management     no
  payloads
    TYPE                         NAME          IDENTIFIER          NEEDS
    com.apple.wifi.managed       -             org.example.wifi.1  -
    com.apple.applicationaccess  Restrictions  org.example.wifi.2  supervision for 1 of 2 settings

Signed: who did it, and why a device would not believe that.

  $ mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --chain ca.pem --out signed.mobileconfig --quiet >/dev/null
  warning: the chain ends at 'Example Issuing CA': the certificate of 'CN=Example Root' is not there, and this machine has no such root
  $ mdmctl profile show signed.mobileconfig --ca root.pem --output json | jq -c '[.verdict, .signer, .issuer, .reasons]'
  ["verified","CN=signer","CN=Example Issuing CA",[]]
  $ mdmctl profile show signed.mobileconfig --output json | jq -c '[.verdict, .signer, .reasons]'
  ["unverified","CN=signer",["the chain ends at 'Example Issuing CA': its issuer 'CN=Example Root' is not among the roots of this machine, and not in it"]]
  $ mdmctl profile show signed.mobileconfig | sed -n '/^verdict/,/^reasons/p'
  verdict             unverified
  signer              CN=signer
  issuer              CN=Example Issuing CA
  not after           * (glob)
  signed at           * (glob)
  errors              0
  warnings            2
  reasons             the chain ends at 'Example Issuing CA': its issuer 'CN=Example Root' is not among the roots of this machine, and not in it

How it comes off.

  $ wifi '<key>PayloadRemovalDisallowed</key><true/><key>RemovalDate</key><date>2027-01-01T00:00:00Z</date><key>DurationUntilRemoval</key><real>3600</real>' |
  >   mdmctl profile show - --output json | jq -c '[.removal_disallowed, .removal_password, .removal_date, .removal_after_seconds, .expiration_date, .ends_management]'
  [true,false,"2027-01-01T00:00:00Z",3600,null,false]

JSON has every key of every payload, with its path; a secret is told by there being one.

  $ mdmctl profile show wifi.mobileconfig --output json | jq -c 'keys_unsorted, (.payloads[0] | keys_unsorted)'
  ["file","name","identifier","uuid","organization","description","scope","verdict","signer","issuer","not_after","signed_at","errors","warnings","reasons","encrypted","removal_disallowed","removal_password","removal_date","removal_after_seconds","expiration_date","ends_management","payloads"]
  ["type","name","identifier","needs","kind","uuid","organization","description","systems","deprecated","removed","settings"]
  $ mdmctl profile show wifi.mobileconfig --output json | jq -c '.payloads[0].settings[]'
  {"path":"SSID_STR","type":"string","value":"office","secret":false,"bytes":null}
  {"path":"Password","type":"string","value":null,"secret":true,"bytes":null}
  {"path":"ProxyServer","type":"string","value":"https://...@proxy.example","secret":false,"bytes":null}
  {"path":"EAPClientConfiguration.AcceptEAPTypes[0]","type":"integer","value":25,"secret":false,"bytes":null}
  {"path":"EAPClientConfiguration.TLSTrustedCertificates","type":"array","value":null,"secret":false,"bytes":null}
  $ mdmctl profile show wifi.mobileconfig --output json | jq -c '.payloads[] | [.kind, .systems, .needs]'
  ["Wi-Fi",["iOS 4.0","macOS 10.7","tvOS 9.0","visionOS 1.0","watchOS 3.2"],[]]
  ["Restrictions",["iOS 4.0","macOS 10.7","tvOS 9.0","visionOS 1.1","watchOS 10.0"],["supervision for 1 of 2 settings"]]
  $ for output in table json jsonl csv; do mdmctl profile show signed.mobileconfig --output $output; done | grep -c -e horse -e battery
  0
  [1]
  $ mdmctl profile show wifi.mobileconfig --output csv | head -1
  file,name,identifier,uuid,organization,description,scope,verdict,signer,issuer,not_after,signed_at,errors,warnings,reasons,encrypted,removal_disallowed,removal_password,removal_date,removal_after_seconds,expiration_date,ends_management,payloads\r (esc)

Lint judges, and show says that it does.

  $ wifi '<key>PayloadVersion</key><integer>2</integer>' | mdmctl profile show - --output json 2>&1 >/dev/null
  warning: '-' has 2 errors: mdmctl profile lint -
  $ sed 's/>office</>a</; s/<integer>25/<integer>26/' wifi.mobileconfig >wrong.mobileconfig
  $ mdmctl profile show wrong.mobileconfig >/dev/null
  warning: 'wrong.mobileconfig' has 1 error: mdmctl profile lint 'wrong.mobileconfig'
  $ mdmctl profile show root.pem
  error: 'root.pem' is no configuration profile
  hint: mdmctl inspect 'root.pem' says what it is
  [7]
