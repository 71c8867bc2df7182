What a profile does to a device, for who does not know its keys.

  $ . "$ROOT/tests/profile-authority.sh"
  $ profile() {
  >   printf '%s\n' '<?xml version="1.0" encoding="UTF-8"?>' '<plist version="1.0">' '<dict>' \
  >     '<key>PayloadType</key><string>Configuration</string>' '<key>PayloadVersion</key><integer>1</integer>' \
  >     "<key>PayloadIdentifier</key><string>org.example.$1</string>" '<key>PayloadUUID</key><string>AAAAAAAA-0000-4000-8000-000000000000</string>' \
  >     "$2" '<key>PayloadContent</key>' '<array>'
  >   cat
  >   printf '%s\n' '</array>' '</dict>' '</plist>'
  > }
  $ payload() {
  >   printf '%s\n' '<dict>' "<key>PayloadType</key><string>$1</string>" '<key>PayloadVersion</key><integer>1</integer>' \
  >     "<key>PayloadIdentifier</key><string>org.example.payload.$2</string>" "<key>PayloadUUID</key><string>0000000$2-0000-4000-8000-000000000000</string>" "$3" '</dict>'
  > }
  $ {
  >   payload com.apple.mobiledevice.passwordpolicy 1 '<key>forcePIN</key><true/><key>minLength</key><integer>6</integer><key>maxInactivity</key><integer>5</integer>'
  >   payload com.apple.applicationaccess 2 '<key>allowCamera</key><false/><key>allowAppInstallation</key><false/><key>allowAccountModification</key><false/><key>allowPhotoStream</key><false/><key>allowScreenShot</key><true/>'
  > } | profile baseline '<key>PayloadDisplayName</key><string>Baseline</string><key>PayloadOrganization</key><string>Example</string><key>PayloadRemovalDisallowed</key><true/><key>DurationUntilRemoval</key><real>2592000</real>' >baseline.mobileconfig

  $ mdmctl profile explain baseline.mobileconfig
