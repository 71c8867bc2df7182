What is wrong in a configuration profile, before a device says so, or says nothing.

  $ export MDMCTL_NOW=2026-01-10
  $ profile() {
  >   printf '%s\n' '<?xml version="1.0" encoding="UTF-8"?>' '<plist version="1.0">' '<dict>' \
  >     '<key>PayloadType</key><string>Configuration</string>' '<key>PayloadVersion</key><integer>1</integer>' \
  >     "<key>PayloadIdentifier</key><string>$1</string>" "<key>PayloadUUID</key><string>$2-0000-4000-8000-000000000000</string>" \
  >     '<key>PayloadContent</key>' '<array>' '<dict>' "<key>PayloadType</key><string>$3</string>" '<key>PayloadVersion</key><integer>1</integer>' \
  >     "<key>PayloadIdentifier</key><string>$1.payload</string>" "<key>PayloadUUID</key><string>$2-0000-4000-8000-000000000001</string>"
  >   cat
  >   printf '%s\n' '</dict>' '</array>' '</dict>' '</plist>'
  > }
  $ web_clip() { printf '%s\n' '<key>URL</key><string>https://intranet.example</string>' '<key>Label</key><string>Intranet</string>'; }
  $ web_clip | profile org.example.clip 00000001 com.apple.webClip.managed >clip.mobileconfig

One that is right has nothing against it but that nobody signed it, and that fails it with --strict alone.

  $ mdmctl profile lint clip.mobileconfig
  $ mdmctl profile lint clip.mobileconfig --strict >/dev/null

Each finding has its place, and what to do.

  $ { web_clip; echo '<key>isRemovable</key><string>no</string>'; echo '<key>Icon</key><data>!!!!</data>'; } |
  >   profile org.example.clip 00000001 com.apple.webClip.managed >wrong.mobileconfig
  $ mdmctl profile lint wrong.mobileconfig
  $ mdmctl profile lint wrong.mobileconfig --output json --quiet 2>/dev/null | jq -c '.results[] | keys_unsorted, (.findings[] | [.severity, .code, .where])'

A passcode that is too long for a schema, and keys that a phone without supervision ignores.

  $ printf '%s\n' '<key>allowAppInstallation</key><false/>' '<key>allowGenmoji</key><false/>' |
  >   profile org.example.restrictions 00000002 com.apple.applicationaccess >restrictions.mobileconfig
  $ codes() { jq -r '.results[].findings[] | "\(.severity) \(.code) \(.where) \(.message)"'; }
  $ mdmctl profile lint restrictions.mobileconfig --os ios:17.4 --supervised no --output json --quiet | codes
  $ mdmctl profile lint restrictions.mobileconfig --os ios:18.1 --supervised yes --output json --quiet | codes
  $ mdmctl profile lint restrictions.mobileconfig --os macos --enrollment user --output json --quiet | codes
  $ mdmctl profile lint restrictions.mobileconfig --os beos
  $ mdmctl profile lint restrictions.mobileconfig --os ios:new

An enrollment that no device and no push certificate would take; the identity that it names is not there.

  $ printf '%s\n' '<key>Topic</key><string>org.example.push</string>' '<key>ServerURL</key><string>http://mdm.example</string>' \
  >   '<key>IdentityCertificateUUID</key><string>00000009-0000-4000-8000-000000000000</string>' '<key>AccessRights</key><integer>2</integer>' |
  >   profile org.example.mdm 00000003 com.apple.mdm >mdm.mobileconfig
  $ mdmctl profile lint mdm.mobileconfig --output json --quiet 2>/dev/null | codes

What is no property list is a finding too, with the limit or the line.

  $ { printf ' '; cat clip.mobileconfig; } >space.mobileconfig
  $ head -c 300 clip.mobileconfig >cut.mobileconfig
  $ printf '<!DOCTYPE plist [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><plist><string>&b;</string></plist>' >bomb.mobileconfig
  $ printf '<plist>%s' "$(printf '<array>%.0s' {1..100})" >deep.mobileconfig
  $ echo hello >text.mobileconfig
  $ mdmctl profile lint space.mobileconfig cut.mobileconfig bomb.mobileconfig deep.mobileconfig text.mobileconfig nothing.mobileconfig --output json --quiet 2>/dev/null |
  >   jq -r '.results[] | "\(.file) \(.code) \(.findings[-1].where) \(.findings[-1].message)"'

A password is found and not repeated; one that a server fills in is none.

  $ wifi() { printf '%s\n' '<key>SSID_STR</key><string>office</string>' '<key>EncryptionType</key><string>WPA2</string>' "<key>Password</key><string>$1</string>"; }
  $ wifi 'correct horse' | profile org.example.wifi 00000004 com.apple.wifi.managed >wifi.mobileconfig
  $ mdmctl profile lint wifi.mobileconfig 2>&1 | grep -c 'correct horse'
  $ mdmctl profile lint wifi.mobileconfig --output json --quiet | codes
  $ wifi '%WifiPassword%' | profile org.example.wifi 00000004 com.apple.wifi.managed | mdmctl profile lint - --output json --quiet | codes

Signed, binary, UTF-16: what is inside is judged.

  $ openssl req -x509 -newkey rsa:2048 -nodes -keyout signer.key -subj /CN=signer -out signer.pem 2>/dev/null
  $ openssl cms -sign -binary -nodetach -md sha256 -signer signer.pem -inkey signer.key -outform DER -in wrong.mobileconfig -out signed.mobileconfig
  $ python3 -c 'import plistlib,sys; sys.stdout.buffer.write(plistlib.dumps(plistlib.load(open("restrictions.mobileconfig","rb")),fmt=plistlib.FMT_BINARY))' >binary.mobileconfig
  $ sed s/UTF-8/UTF-16/ restrictions.mobileconfig | iconv -t UTF-16 >wide.mobileconfig
  $ for file in signed binary wide; do mdmctl profile lint $file.mobileconfig --os ios:17 --output json --quiet 2>/dev/null | codes | grep -v -e not_signed -e untrusted; done

Across files: the same identifier or UUID twice, two enrollments.

  $ mkdir folder && cp clip.mobileconfig folder/a.mobileconfig
  $ web_clip | profile org.example.clip 00000005 com.apple.webClip.managed >folder/b.mobileconfig
  $ web_clip | profile org.example.other 00000005 com.apple.webClip.managed >folder/c.mobileconfig
  $ sed 's/org.example.mdm/org.example.m2/; s/00000003/00000006/' mdm.mobileconfig >folder/d.mobileconfig
  $ cp mdm.mobileconfig folder/e.mobileconfig
  $ mdmctl profile lint folder --output json 2>err | jq -r '.results[] | .file as $f | .findings[] | select(.code | test("duplicate|several")) | "\($f) \(.code) \(.message)"'
  $ cat err

A baseline holds back what was there; what is new is told.

  $ mdmctl profile lint wrong.mobileconfig wifi.mobileconfig --output json --quiet >baseline.json 2>/dev/null
  $ mdmctl profile lint wrong.mobileconfig wifi.mobileconfig --strict --baseline baseline.json
  $ sed 's/<plist/\n\n<plist/; s/<key>Label/<key>Lable/' wrong.mobileconfig >changed && mv changed wrong.mobileconfig
  $ mdmctl profile lint wrong.mobileconfig wifi.mobileconfig --baseline baseline.json --output json 2>err | codes
  $ cat err
  $ mdmctl profile lint wifi.mobileconfig --baseline wifi.mobileconfig

With a schema of one's own, in the form of Apple's: compiled once, read again when it changes.

  $ mkdir -p schema/mdm/profiles && cat >schema/mdm/profiles/com.example.yaml <<'YAML'
  > title: Example
  > payload:
  >   payloadtype: com.example.settings
  >   supportedOS:
  >     iOS:
  >       introduced: '17.0'
  >       multiple: false
  >     macOS:
  >       introduced: n/a
  > payloadkeys:
  > - key: Items
  >   type: <array>
  >   presence: required
  >   subkeys: &id001
  >   - key: Item
  >     type: <dictionary>
  >     subkeys:
  >     - key: Kind
  >       type: <string>
  >       presence: required
  >       rangelist:
  >       - one
  >       - two
  >     - key: Items
  >       type: <array>
  >       subkeys: *id001
  > YAML
  $ echo '<key>Items</key><array><dict><key>Kind</key><string>one</string><key>Items</key><array><dict><key>Kind</key><string>three</string></dict></array></dict></array>' |
  >   profile org.example.settings 00000007 com.example.settings >settings.mobileconfig
  $ mdmctl profile lint settings.mobileconfig --schema schema --os ios:16 --output json --quiet 2>/dev/null | codes
  $ ls "$XDG_CACHE_HOME/mdmctl" | wc -l
  $ mdmctl profile lint settings.mobileconfig --schema schema --os ios:16 --output json --quiet 2>/dev/null | codes | wc -l
  $ sed -i 's/- two/- three/' schema/mdm/profiles/com.example.yaml
  $ mdmctl profile lint settings.mobileconfig --schema schema --output json --quiet | codes
  $ mdmctl profile lint settings.mobileconfig --schema nowhere
  $ mkdir empty && mdmctl profile lint settings.mobileconfig --schema empty
  $ echo 'a: b: c' >schema/mdm/profiles/broken.yaml && mdmctl profile lint settings.mobileconfig --schema schema
