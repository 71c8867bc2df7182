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
  Baseline (org.example.baseline)
    From Example.
  
  In short
    - It has 2 payloads: Passcode and Restrictions.
    - 2 settings in it need a supervised device; others ignore them.
    - Of iPhones, iPads and Apple TVs, supervised ones alone keep users from removing it.
  
  Who signed it
    - Nobody has signed it: devices show it as Not Signed, and cannot tell whether it was changed.
  
  How it is removed
    - Users cannot remove it where the iPhone, iPad or Apple TV is supervised; where it is not, they can.
    - On a Mac, one that a person installed is removed by an administrator alone.
    - On a Mac, one that an MDM server has sent is removed by that server alone.
    - It removes itself 30 days after it was installed.
    - Restrictions: The restrictions end.
  
  Passcode (com.apple.mobiledevice.passwordpolicy)
    What the passcode of the device, or of a Mac's user, has to be.
    It is for iPhone, iPad, Mac, Apple Vision Pro and Apple Watch.
    On a Mac it is not for User Enrollment.
    - A passcode is required.
    - The passcode has at least 6 characters.
    - The device locks itself after 5 minutes without use, or sooner where the user chooses that.
  
  Restrictions (com.apple.applicationaccess)
    What users may and may not do.
    It is for iPhone, iPad, Mac, Apple TV, Apple Vision Pro and Apple Watch.
    - Users may not use the camera.
    - Users may not use My Photo Stream. (Apple advises against it: iOS 17.0)
    Where the device is supervised:
    - Users may not install or update apps.
    Where the device is supervised, and on every Mac:
    - Users may not add, change or remove accounts.
    As without this profile:
    - Users may take screenshots or record the screen.

Signed, in DER and BER, binary, UTF-16, from standard input: the same, but for who signed it.

  $ { make_authority && make_signer signer; } >log 2>&1 || cat log
  $ openssl cms -sign -binary -nodetach -md sha256 -signer signer.pem -inkey signer.key -certfile ca.pem -outform DER -in baseline.mobileconfig -out signed.mobileconfig
  $ openssl cms -sign -binary -nodetach -md sha256 -signer signer.pem -inkey signer.key -certfile ca.pem -stream -indef -outform DER -in baseline.mobileconfig -out ber.mobileconfig
  $ python3 -c 'import plistlib,sys; sys.stdout.buffer.write(plistlib.dumps(plistlib.load(open("baseline.mobileconfig","rb")),fmt=plistlib.FMT_BINARY,sort_keys=False))' >binary.mobileconfig
  $ sed s/UTF-8/UTF-16/ baseline.mobileconfig | iconv -t UTF-16 >wide.mobileconfig
  $ without_signature() { sed '/^Who signed it/,/^$/d'; }
  $ mdmctl profile explain baseline.mobileconfig | without_signature >plain
  $ for file in signed ber binary wide; do mdmctl profile explain $file.mobileconfig | without_signature | cmp - plain; done
  $ mdmctl profile explain - <binary.mobileconfig | without_signature | cmp - plain
  $ mdmctl profile explain signed.mobileconfig --ca root.pem | sed -n '/^Who signed it/,/^$/p'
  Who signed it
    - 'signer' signed it on ????-??-??, with a certificate of 'CN=Example Issuing CA' that ends on ????-??-??. (glob)
    - Devices that believe the roots in 'root.pem' show it as Verified.
  
  $ mdmctl profile explain ber.mobileconfig | sed -n '/^Who signed it/,/^$/p'
  Who signed it
    - 'signer' signed it on ????-??-??, with a certificate of 'CN=Example Issuing CA' that ends on ????-??-??. (glob)
    - Judged by the roots of this machine, devices show it as Unverified, or refuse it: the chain ends at 'Example Issuing CA': its issuer 'CN=Example Root' is not among the roots of this machine, and not in it.
    - To be looked at: it is written in BER, which devices read and other programs may not.
  
  $ sed 's/org.example.baseline/org.example.hijacked/' signed.mobileconfig >changed.mobileconfig
  $ mdmctl profile explain changed.mobileconfig --ca root.pem --output json | jq -r '.verdict, .signature[-1]'
  unverified
  Judged by the roots in 'root.pem', devices show it as Unverified, or refuse it: the profile is not what 'signer' signed: it was changed since.

An enrollment: what the server may do, and what goes with it.

  $ {
  >   payload com.apple.security.scep 1 '<key>PayloadDisplayName</key><string>Device</string><key>PayloadContent</key><dict><key>URL</key><string>https://scep.example</string><key>Challenge</key><string>correct horse</string></dict>'
  >   payload com.apple.mdm 2 '<key>Topic</key><string>com.apple.mgmt.External.abc</string><key>ServerURL</key><string>https://mdm.example/mdm</string><key>IdentityCertificateUUID</key><string>00000001-0000-4000-8000-000000000000</string><key>AccessRights</key><integer>3</integer>'
  > } | profile enroll '' >enroll.mobileconfig
  $ mdmctl profile explain enroll.mobileconfig | sed -n '/^How it is removed/,$p'
  How it is removed
    - Users can remove it in Settings, unless the device came by Automated Device Enrollment and its enrollment profile forbids that.
    - Its removal ends the management of the device, and takes all managed settings, apps and accounts with it: also those of other profiles that the server has sent.
    - Identity by SCEP: The certificate and its key are gone: networks and servers that ask for them no longer let the device in.
  
  Identity by SCEP 'Device' (com.apple.security.scep)
    The device makes a key and has a certificate issued for it, which proves who it is.
    It is for iPhone, iPad, Mac, Apple TV, Apple Vision Pro and Apple Watch.
    - The certificate comes from 'https://scep.example'.
    - The password for the request is in this profile, and not shown here.
  
  Device management (com.apple.mdm)
    The device is enrolled: a server may manage it from now on, without asking again.
    It is for iPhone, iPad, Mac, Apple TV, Apple Vision Pro and Apple Watch.
    On Apple Watch it needs a supervised device; others ignore it.
    On Apple Watch a person cannot install it: an MDM server has to send it.
    On a Mac it is for the whole device, and not for one user (PayloadScope System).
    - The server is 'https://mdm.example/mdm'.
    - It is told to call the server by pushes with the topic 'com.apple.mgmt.External.abc'.
    - The server may read which profiles are installed and install and remove profiles.
    - The device proves who it is with 'Device' (Identity by SCEP).
    - When it is removed, the server is not told.
  $ mdmctl profile explain enroll.mobileconfig --output json | jq -c '.ends_management, .payloads[1].statements[0]'
  true
  {"path":"ServerURL","text":"The server is 'https://mdm.example/mdm'.","effect":"sets","systems":["iOS 4.0","macOS 10.7","tvOS 9.0","visionOS 1.1","watchOS 10.0"],"needs_supervision":["watchOS"],"deprecated":[],"removed":[]}

What nobody has put into words is told by name and value; secrets, and what sounds like one, are not.

  $ payload com.example.app 1 '<key>Server</key><string>https://jo:battery@app.example</string><key>apiToken</key><string>correct horse</string><key>Limits</key><dict><key>Hours</key><array><integer>8</integer><integer>18</integer></array></dict>' |
  >   profile app '' >app.mobileconfig
  $ mdmctl profile explain app.mobileconfig | sed -n '/^Unknown/,$p'
  Unknown (com.example.app)
    Payloads of this type are not known here: who made the profile, or the app that it is for, knows what it does.
    - Setting 'Server' is 'https://...@app.example'.
    - Setting 'apiToken' has a value that is not shown here.
    - Setting 'Limits.Hours' is 8 and 18.

Text from outside steers no terminal.

  $ printf '\033[31mred' | python3 -c 'import plistlib,sys; plistlib.dump(dict(PayloadType="Configuration",PayloadDisplayName="a\u202eb\nc",PayloadContent=[dict(PayloadType="x\u009by",Word=sys.stdin.read().replace("\x1b","\u009b"))]),sys.stdout.buffer)' >steering.mobileconfig
  $ mdmctl profile explain steering.mobileconfig | grep -v '^  - [INUO]'
  a\u{202e}b\x0ac
  
  In short
  
  Who signed it
  
  How it is removed
  
  Unknown (x\u{009b}y)
    Payloads of this type are not known here: who made the profile, or the app that it is for, knows what it does.
    - Setting 'Word' is '\u{009b}[31mred'.

A profile with errors says so, and where they are named; what cannot be read is not told.

  $ payload com.apple.mobiledevice.passwordpolicy 1 '<key>minLength</key><string>six</string>' | profile wrong '' >wrong.mobileconfig
  $ mdmctl profile explain wrong.mobileconfig | sed -n '/^In short/,/^$/p'
  In short
    - It has 1 error: a device may refuse it, or do something else. To see what is wrong: mdmctl profile lint 'wrong.mobileconfig'
    - It has 1 payload: Passcode.
    - Nothing in it is known to need a supervised device.
  
  $ profile empty '' </dev/null >empty.mobileconfig
  $ mdmctl profile explain empty.mobileconfig --output json 2>/dev/null | jq -c '.about, .payloads'
  ["It has no payload: it does nothing."]
  []
  $ sed 's,<key>PayloadContent.*,<key>EncryptedPayloadContent</key><data>MAA=</data>,; /array>/d' empty.mobileconfig | mdmctl profile explain - --output json | jq -r '.about[]'
  It has payloads that are encrypted for one device: what they do cannot be told.
  $ head -c 300 wrong.mobileconfig | mdmctl profile explain -
  error: 'standard input': unclosed token (property list, line 7, column 67)
  [7]
  $ echo '<plist><dict><key>PayloadType</key><string>Profile Service</string></dict></plist>' | mdmctl profile explain -
  error: 'standard input' is a property list, and no configuration profile: its PayloadType is 'Profile Service'
  hint: the PayloadType of a profile is Configuration
  [7]
  $ openssl cms -sign -binary -signer signer.pem -inkey signer.key -outform DER -in baseline.mobileconfig | mdmctl profile explain -
  error: 'standard input' is a signature without what was signed
  hint: the profile is another file
  [7]
  $ openssl cms -sign -binary -nodetach -signer signer.pem -inkey signer.key -outform DER -in signed.mobileconfig | mdmctl profile explain -
  error: in the signature of 'standard input' there is another one
  hint: mdmctl profile unwrap takes the outer one off
  [7]
  $ mdmctl profile explain signer.key
  error: 'signer.key' is no configuration profile
  hint: mdmctl inspect 'signer.key' says what it is
  [7]
  $ mdmctl profile explain nothing.mobileconfig
  error: 'nothing.mobileconfig' does not exist
  [3]
  $ mdmctl profile explain
  error: missing: FILE
  hint: usage: mdmctl profile explain [OPTION...] FILE
  [2]
