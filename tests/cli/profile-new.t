A profile is made from options, the same bytes each time.

  $ echo 'correct horse' >wifi.txt && chmod 600 wifi.txt
  $ mdmctl profile new passcode wifi --min-length 6 --no-simple --ssid Office --wifi-password-file wifi.txt --identifier com.example.base --name Base --organization Example --out base.mobileconfig
  file           base.mobileconfig
  identifier     com.example.base
  uuid           9DF20CD3-C846-550F-B6DD-1527C039BA07
  holds secrets  yes
  payloads
    TYPE                                   IDENTIFIER                 UUID
    com.apple.mobiledevice.passwordpolicy  com.example.base.passcode  3E382DFD-198C-58C1-85C6-5B7163DD9E6A
    com.apple.wifi.managed                 com.example.base.wifi      C37D8C7B-012C-50E5-8B1B-940082C92F68
  findings
    warning: cleartext_secret: --wifi-password-file: 'PayloadContent[1].Password' can be read by everybody who has the file
      hint: leave it to the server, or to the user's answer
      at: PayloadContent[1].Password, line 29, column 4
  $ expand -t1 base.mobileconfig
  <?xml version="1.0" encoding="UTF-8"?>
  <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
  <plist version="1.0">
  <dict>
   <key>PayloadContent</key>
   <array>
    <dict>
     <key>PayloadDisplayName</key>
     <string>Passcode</string>
     <key>PayloadIdentifier</key>
     <string>com.example.base.passcode</string>
     <key>PayloadType</key>
     <string>com.apple.mobiledevice.passwordpolicy</string>
     <key>PayloadUUID</key>
     <string>3E382DFD-198C-58C1-85C6-5B7163DD9E6A</string>
     <key>PayloadVersion</key>
     <integer>1</integer>
     <key>allowSimple</key>
     <false/>
     <key>forcePIN</key>
     <true/>
     <key>minLength</key>
     <integer>6</integer>
    </dict>
    <dict>
     <key>EncryptionType</key>
     <string>WPA2</string>
     <key>Password</key>
     <string>correct horse</string>
     <key>PayloadDisplayName</key>
     <string>Wi-Fi Office</string>
     <key>PayloadIdentifier</key>
     <string>com.example.base.wifi</string>
     <key>PayloadType</key>
     <string>com.apple.wifi.managed</string>
     <key>PayloadUUID</key>
     <string>C37D8C7B-012C-50E5-8B1B-940082C92F68</string>
     <key>PayloadVersion</key>
     <integer>1</integer>
     <key>SSID_STR</key>
     <string>Office</string>
    </dict>
   </array>
   <key>PayloadDisplayName</key>
   <string>Base</string>
   <key>PayloadIdentifier</key>
   <string>com.example.base</string>
   <key>PayloadOrganization</key>
   <string>Example</string>
   <key>PayloadType</key>
   <string>Configuration</string>
   <key>PayloadUUID</key>
   <string>9DF20CD3-C846-550F-B6DD-1527C039BA07</string>
   <key>PayloadVersion</key>
   <integer>1</integer>
  </dict>
  </plist>
  $ stat -c %a base.mobileconfig
  600
  $ cp base.mobileconfig first && mdmctl profile new wifi passcode --ssid Office --wifi-password-file wifi.txt --min-length 6 --no-simple --organization Example --name Base --identifier com.example.base --out - --quiet 2>record | cmp - first

Another implementation reads it.

  $ cat >look.py <<'PYTHON'
  > import plistlib, sys
  > profile = plistlib.load(open(sys.argv[1], "rb"))
  > print(profile["PayloadIdentifier"], profile.get("PayloadScope"))
  > for payload in profile["PayloadContent"]:
  >     print(payload["PayloadType"], *sorted(k for k in payload if not k.startswith("Payload")))
  > PYTHON
  $ python3 look.py base.mobileconfig
  com.example.base None
  com.apple.mobiledevice.passwordpolicy allowSimple forcePIN minLength
  com.apple.wifi.managed EncryptionType Password SSID_STR

What changes is another profile to a server, and the same to a device; a password alone does not show.

  $ uuid() { mdmctl profile new wifi --ssid Office --wifi-password-file wifi.txt --identifier com.example.wifi --out wifi.mobileconfig --quiet --output json "$@" | jq -r '.uuid, .payloads[0].uuid' | tr '\n' ' '; }
  $ uuid >first && uuid --wifi-hidden >second && cut -d' ' -f1 first second | uniq | wc -l && cut -d' ' -f2 first second | uniq | wc -l
  2
  1
  $ echo 'another horse' >wifi.txt && uuid | cmp - first
  $ uuid --uuid AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA | cut -d' ' -f1
  AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA

In JSON.

  $ mdmctl profile new passcode --min-length 6 --identifier com.example.code --out code.mobileconfig --output json --quiet
  {
    "file": "code.mobileconfig",
    "identifier": "com.example.code",
    "uuid": "975B8700-6C66-5180-B366-674CE384F777",
    "tenant": null,
    "topic": null,
    "holds_secrets": false,
    "payloads": [
      {
        "type": "com.apple.mobiledevice.passwordpolicy",
        "identifier": "com.example.code.passcode",
        "uuid": "5ACB8CC7-737F-50B4-8298-2CEFAAB81626"
      }
    ],
    "findings": []
  }
  $ stat -c %a code.mobileconfig
  644

Lint judges before anything is written, and says which option it was.

  $ mdmctl profile new passcode --min-length 99 --identifier com.example.code --out other.mobileconfig
  error: --min-length: 'PayloadContent[0].minLength' is 99
  hint: allowed: 0 to 16
  [7]
  $ mdmctl profile new passcode --expires 2020-01-01 --identifier com.example.code --out code.mobileconfig
  error: --expires is 2020-01-01T00:00:00Z, which is in the past
  hint: devices would remove it at once
  [7]
  $ mdmctl profile new passcode --expires-after 0d --identifier com.example.code --out other.mobileconfig 2>&1 | head -1
  error: --expires-after is 0, and the profile would be removed at once
  $ ls other.mobileconfig 2>/dev/null
  [2]

An earlier profile of the same identifier is replaced, and nothing else.

  $ mdmctl profile new passcode --min-length 8 --identifier com.example.code --out code.mobileconfig --quiet >/dev/null && grep -c '<integer>8' code.mobileconfig
  1
  $ mdmctl profile new passcode --min-length 8 --identifier com.example.other --out code.mobileconfig
  error: 'code.mobileconfig' exists and is no profile with the identifier com.example.other: it is not replaced
  hint: name another file
  [4]
  $ echo notes >notes.txt && mdmctl profile new passcode --identifier com.example.code --out notes.txt
  error: 'notes.txt' exists and is no profile with the identifier com.example.code: it is not replaced
  hint: name another file
  [4]
  $ mdmctl profile new passcode --min-length 9 --identifier com.example.code --out code.mobileconfig --dry-run >/dev/null && grep -c '<integer>8' code.mobileconfig
  the profile can be made; nothing was written
  1
  $ ln -s code.mobileconfig link && mdmctl profile new wifi --ssid Office --wifi-password-file wifi.txt --identifier com.example.code --out link 2>&1 | head -1
  error: 'link' is a symbolic link, and a secret is not written through one

With --dry-run what stands in the way of writing is found as well, and with --quiet the profile comes alone.

  $ mdmctl profile new passcode --identifier com.example.code --out nowhere/code.mobileconfig --dry-run 2>&1 | head -1
  error: cannot write 'nowhere/code.mobileconfig': No such file or directory
  $ mkdir folder && mdmctl profile new passcode --identifier com.example.code --out folder --dry-run 2>&1 | head -1
  error: cannot write 'folder': it is a directory
  $ ln -s nothing dangling && mdmctl profile new passcode --identifier com.example.code --out dangling --dry-run 2>&1 | head -1
  error: cannot write 'dangling': No such file or directory
  $ mdmctl profile new passcode --identifier com.example.code --out new.mobileconfig --dry-run --quiet >/dev/null && ls -A | grep new.mobileconfig
  [1]
  $ mdmctl profile new wifi --ssid Office --wifi-password-file wifi.txt --identifier com.example.code --out - --quiet 2>&1 >/dev/null
  warning: --wifi-password-file: 'PayloadContent[0].Password' can be read by everybody who has the file

What does not belong is told, with what it belongs to.

  $ mdmctl profile new passcode --ssid Office --identifier com.example.code --out other.mobileconfig
  error: --ssid belongs to wifi, which is not among the types
  hint: mdmctl profile new passcode wifi ...
  [2]
  $ mdmctl profile new wifi --identifier com.example.wifi --out other.mobileconfig
  error: missing for wifi: --ssid NAME
  [2]
  $ mdmctl profile new --identifier com.example.wifi --out other.mobileconfig
  error: missing: TYPE
  hint: mdmctl profile new --help lists what can be made
  [2]
  $ mdmctl profile new wify --identifier com.example.wifi --out other.mobileconfig
  error: 'wify' is no type of payload: certificate, scep, acme, mdm, passcode, restrictions, wifi, vpn, mail, exchange, web-clip, home-screen
  hint: did you mean 'wifi'?
  [2]
  $ mdmctl profile new pascode --identifier com.example.wifi --out other.mobileconfig 2>&1 | tail -1
  hint: did you mean 'passcode'?
  $ mdmctl profile new wifi --ssid Office --wifi-security wpa4 --identifier com.example.wifi --out other.mobileconfig
  error: 'wpa4' is not what --wifi-security takes: wpa2, wpa3, wpa, wep, any, none
  hint: did you mean 'wpa2'?
  [2]
  $ mdmctl profile new passcode --min-length six --identifier com.example.wifi --out other.mobileconfig
  error: 'six' is no whole number, which --min-length takes
  hint: usage: mdmctl profile new --identifier ID --out FILE [OPTION...] [TYPE...]
  [2]
  $ mdmctl profile new passcode --identifier 'com example' --out other.mobileconfig
  error: 'com example' is no identifier of a profile
  hint: write your domain backwards and a name: com.example.wifi
  [2]
  $ mdmctl profile new restrictions --forbid camra --identifier com.example.r --out other.mobileconfig
  error: 'camra' is no restriction that --forbid knows
  hint: did you mean 'camera'?
  [2]

A value is what its option takes, and no password in a URL is shown.

  $ mdmctl profile new web-clip --web-clip-url https://jo:geheim@intranet.example.com --web-clip-label A --identifier com.example.clip --out other.mobileconfig
  error: --web-clip-url: 'https://...@intranet.example.com' has a user name or a password in it, for everybody who has the profile to read
  hint: leave out what stands before the @
  [2]
  $ mdmctl profile new web-clip --web-clip-url 'javascript:alert(1)' --web-clip-label A --identifier com.example.clip --out other.mobileconfig
  error: 'javascript:alert(1)' is no http or https URL with a host, which --web-clip-url takes
  hint: https://server.example.com/path: a scheme, a host, and no space
  [2]
  $ mdmctl profile new mail --mail-in-server https://imap.example.com --mail-out-server a --identifier com.example.mail --out other.mobileconfig
  error: 'https://imap.example.com' is no name or address of a host, which --mail-in-server takes
  hint: server.example.com, without https:// and port
  [2]
  $ mdmctl profile new wifi --ssid "$(printf 'a\nb')" --identifier com.example.wifi --out other.mobileconfig
  error: what is given for --ssid has a line break in it
  [2]
  $ mdmctl profile new acme --acme-url https://a.example.com --acme-client-id a --acme-subject CN=a --acme-dns a --acme-dns b --identifier com.example.acme --out other.mobileconfig 2>&1 | head -1
  error: '--acme-dns' is given more than once
  $ mdmctl profile new restrictions --forbid camera --restriction allowCamera=true --identifier com.example.r --out other.mobileconfig
  error: --forbid and --restriction both say what allowCamera is to be
  [2]

No secret in an argument, and none out of a file that others may change.

  $ mdmctl profile new wifi --ssid Office --wifi-password 'correct horse' --identifier com.example.wifi --out other.mobileconfig
  error: there is no option '--wifi-password' here
  hint: did you mean '--wifi-password-file'?
  [2]
  $ echo short >short.txt && chmod 600 short.txt && mdmctl profile new wifi --ssid Office --wifi-password-file short.txt --identifier com.example.wifi --out other.mobileconfig
  error: what is in --wifi-password-file is no password of WPA: it has 8 to 63 letters, digits and marks of ASCII, or is 64 hexadecimal digits
  hint: WEP, which has others, is --wifi-security wep
  [7]
  $ echo >empty.txt && chmod 600 empty.txt && mdmctl profile new wifi --ssid Office --wifi-password-file empty.txt --identifier com.example.wifi --out other.mobileconfig
  error: the first line of 'empty.txt' is empty
  hint: it is what --wifi-password-file takes
  [7]
  $ chmod 644 wifi.txt && mdmctl profile new wifi --ssid Office --wifi-password-file wifi.txt --identifier com.example.wifi --out other.mobileconfig --quiet >/dev/null
  warning: other users can read 'wifi.txt', which holds a secret; chmod 600 it
  $ chmod 666 wifi.txt && mdmctl profile new wifi --ssid Office --wifi-password-file wifi.txt --identifier com.example.wifi --out other.mobileconfig 2>&1 | head -1
  error: other users can change 'wifi.txt', so that it is not to be trusted

An enterprise network: what it trusts, and shows, is in the profile.

  $ . "$ROOT/tests/profile-authority.sh"
  $ { make_authority && make_signer laptop; } >log 2>&1 || cat log
  $ openssl pkcs12 -export -in laptop.pem -inkey laptop.key -passout pass:secret -out laptop.p12 && echo secret >pass.txt && chmod 600 *.key laptop.p12 pass.txt
  $ mdmctl profile new certificate wifi --certificate root.pem --certificate ca.pem --certificate laptop.p12 --certificate-passphrase-file pass.txt --ssid Corp --wifi-eap tls --wifi-server-name 'radius.*' --identifier com.example.corp --out corp.mobileconfig --quiet >/dev/null
  $ python3 - <<'PYTHON'
  > import plistlib
  > profile = plistlib.load(open("corp.mobileconfig", "rb"))
  > by_uuid = {p["PayloadUUID"]: p["PayloadType"] + " " + p["PayloadDisplayName"] for p in profile["PayloadContent"]}
  > wifi = profile["PayloadContent"][-1]
  > print(by_uuid[wifi["PayloadCertificateUUID"]])
  > print([by_uuid[u] for u in wifi["EAPClientConfiguration"]["PayloadCertificateAnchorUUID"]])
  > identity = next(p for p in profile["PayloadContent"] if p["PayloadType"].endswith("pkcs12"))
  > print(identity["PayloadContent"] == open("laptop.p12", "rb").read(), identity["Password"])
  > PYTHON
  com.apple.security.pkcs12 laptop
  ['com.apple.security.root Example Root', 'com.apple.security.pkcs1 Example Issuing CA']
  True secret
  $ mdmctl profile new wifi --ssid Corp --wifi-eap tls --identifier com.example.corp --out other.mobileconfig
  error: --wifi-eap tls needs an identity in the same profile
  hint: add scep, acme, or certificate with a PKCS#12 to the types
  [2]
  $ mdmctl profile new certificate --certificate laptop.key --identifier com.example.corp --out other.mobileconfig
  error: 'laptop.key' holds a private key, which goes into a profile as PKCS#12 alone
  hint: with its certificate: openssl pkcs12 -export -in CERTIFICATE -inkey 'laptop.key' -out identity.p12
  [7]
  $ echo wrong >wrong.txt && chmod 600 wrong.txt && mdmctl profile new certificate --certificate laptop.p12 --certificate-passphrase-file wrong.txt --identifier com.example.corp --out other.mobileconfig 2>&1 | head -1
  error: 'laptop.p12': the passphrase does not open it

  $ openssl pkcs12 -export -in laptop.pem -inkey laptop.key -passout pass: -out open.p12 && chmod 600 open.p12 && mdmctl profile new certificate --certificate open.p12 --certificate-passphrase-file wrong.txt --identifier com.example.corp --out other.mobileconfig
  error: 'open.p12': the passphrase does not open it: it has none, or an empty one
  hint: leave out --certificate-passphrase-file, or export the file again with a passphrase
  [7]

Everything at once, read by another implementation, and by lint.

  $ cat >screen.yaml <<'YAML'
  > dock: [com.apple.mobilephone]
  > pages:
  >   - - com.apple.mobilemail
  >     - folder: Work
  >       pages:
  >         - [com.example.one]
  >     - web-clip: https://intranet.example.com
  > YAML
  $ printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\0<\0\0\0<\010\006\0\0\0....\0\0\0\0IEND\256B`\202' >icon.png
  $ mdmctl profile new certificate scep acme mdm passcode restrictions wifi vpn mail exchange web-clip home-screen \
  >   --certificate root.pem --scep-url https://scep.example.com --scep-subject 'CN=%SerialNumber%,O=Example\, Inc.' \
  >   --acme-url https://acme.example.com/directory --acme-client-id %SerialNumber% --acme-subject CN=%SerialNumber% \
  >   --acme-key ec-384 --acme-hardware-bound --acme-attest --identity acme --server-url https://mdm.example.com/mdm \
  >   --topic com.apple.mgmt.External.11111111-2222-4333-8444-555555555555 --capability bootstrap-token --min-length 6 \
  >   --forbid camera,airdrop --force encrypted-backup --restriction ratingApps=600 --ssid Corp --wifi-eap tls \
  >   --vpn-server vpn.example.com --vpn-auth certificate --vpn-local-id laptop --vpn-server-issuer 'Example CA' --vpn-on-demand \
  >   --mail-in-server imap.example.com --mail-out-server smtp.example.com --exchange-server mail.example.com \
  >   --web-clip-url https://intranet.example.com --web-clip-label Intranet --web-clip-icon icon.png \
  >   --home-screen-layout screen.yaml --expires-after 30d --removal-password-file pass.txt \
  >   --identifier com.example.all --out all.mobileconfig --quiet >/dev/null
  $ python3 look.py all.mobileconfig
  com.example.all System
  com.apple.security.root
  com.apple.security.scep
  com.apple.security.acme Attest ClientIdentifier DirectoryURL HardwareBound KeySize KeyType Subject UsageFlags
  com.apple.mdm AccessRights CheckOutWhenRemoved IdentityCertificateUUID ServerCapabilities ServerURL Topic
  com.apple.mobiledevice.passwordpolicy forcePIN minLength
  com.apple.applicationaccess allowAirDrop allowCamera forceEncryptedBackup ratingApps
  com.apple.wifi.managed EAPClientConfiguration EncryptionType SSID_STR
  com.apple.vpn.managed IKEv2 UserDefinedName VPNType
  com.apple.mail.managed EmailAccountType IncomingMailServerAuthentication IncomingMailServerHostName IncomingMailServerUseSSL OutgoingMailServerAuthentication OutgoingMailServerHostName OutgoingMailServerUseSSL OutgoingPasswordSameAsIncomingPassword
  com.apple.eas.account Host SSL
  com.apple.webClip.managed Icon Label URL
  com.apple.homescreenlayout Dock Pages
  com.apple.profileRemovalPassword RemovalPassword
  $ mdmctl profile lint all.mobileconfig --output json --quiet | jq -c '.results[0] | [.errors, [.findings[].code]]'
  [0,["not_signed","cleartext_secret"]]

What is no icon, and no layout.

  $ mdmctl profile new web-clip --web-clip-url https://a.example.com --web-clip-label A --web-clip-icon root.pem --identifier com.example.clip --out other.mobileconfig
  error: 'root.pem' is no PNG, which the icon of a web clip is
  hint: convert icon.jpg icon.png
  [7]
  $ printf 'pages:\n  - - com.example.one\n    - folder: Work\n' >screen.yaml
  $ mdmctl profile new home-screen --home-screen-layout screen.yaml --identifier com.example.screen --out other.mobileconfig
  error: 'screen.yaml', line 3: there is no 'pages'
  hint: pages is a list of pages, each a list of bundle identifiers, folders and web clips
  [7]
