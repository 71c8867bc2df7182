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
