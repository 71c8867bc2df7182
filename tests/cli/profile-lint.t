What is wrong in a configuration profile, before a device says so, or says nothing.

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

One that is right has nothing against it. That nobody signed it is a remark, and fails it with --strict neither.

  $ mdmctl profile lint clip.mobileconfig --strict
  1 file: 0 errors, 0 warnings
  file         clip.mobileconfig
  errors       0
  warnings     0
  in baseline  0
  findings
    info: not_signed: the profile is not signed: devices show it so
      hint: mdmctl profile sign; a profile that a server fills in or sends need not be

Each finding has its place, and what to do.

  $ { web_clip; echo '<key>isRemovable</key><string>no</string>'; echo '<key>Icon</key><data>!!!!</data>'; } |
  >   profile org.example.clip 00000001 com.apple.webClip.managed >wrong.mobileconfig
  $ mdmctl profile lint wrong.mobileconfig
  1 file: 1 error, 1 warning
  file         wrong.mobileconfig
  code         malformed_plist
  errors       1
  warnings     1
  in baseline  0
  findings
    info: not_signed: the profile is not signed: devices show it so
      hint: mdmctl profile sign; a profile that a server fills in or sends need not be
    error: malformed_plist: <data> is not base64
      at: PayloadContent[0].Icon, line 18, column 16
    warning: unknown_payload_key: key 'isRemovable' is not known in com.apple.webClip.managed
      hint: 'IsRemovable' is meant?
      at: PayloadContent[0].isRemovable, line 17, column 23
  error: 'wrong.mobileconfig', PayloadContent[0].Icon, line 18, column 16: <data> is not base64
  [7]
  $ mdmctl profile lint wrong.mobileconfig --output json --quiet 2>/dev/null | jq -c '.results[] | keys_unsorted, (.findings[] | [.severity, .code, .where, .line, .column])'
  ["file","code","errors","warnings","in_baseline","findings"]
  ["info","not_signed",null,null,null]
  ["error","malformed_plist","PayloadContent[0].Icon",18,16]
  ["warning","unknown_payload_key","PayloadContent[0].isRemovable",17,23]
  $ mdmctl profile lint wrong.mobileconfig clip.mobileconfig --output csv --quiet 2>/dev/null
  file,code,errors,warnings,in_baseline,findings\r (esc)
  wrong.mobileconfig,malformed_plist,1,1,0,not_signed; malformed_plist; unknown_payload_key\r (esc)
  clip.mobileconfig,duplicate_identifier,3,0,0,not_signed; duplicate_identifier; duplicate_uuid; duplicate_uuid\r (esc)
  [1]

A passcode that is too long for a schema, and keys that a phone without supervision ignores.

  $ printf '%s\n' '<key>allowAppInstallation</key><false/>' '<key>allowGenmoji</key><false/>' |
  >   profile org.example.restrictions 00000002 com.apple.applicationaccess >restrictions.mobileconfig
  $ codes() { jq -r '.results[].findings[] | "\(.severity) \(.code) \(.where // "-") \(.line // "-"):\(.column // "-") \(.message)"'; }
  $ mdmctl profile lint restrictions.mobileconfig --os ios:17.4 --supervised no --output json --quiet | codes
  info not_signed - -:- the profile is not signed: devices show it so
  warning supervised_only PayloadContent[0].allowAppInstallation 15:32 'allowAppInstallation' needs a supervised device
  warning introduced_later PayloadContent[0].allowGenmoji 16:24 'allowGenmoji' came with iOS 18.0, later than iOS 17.4
  warning supervised_only PayloadContent[0].allowGenmoji 16:24 'allowGenmoji' needs a supervised device
  $ mdmctl profile lint restrictions.mobileconfig --os ios:18.1 --supervised yes --output json --quiet | codes
  info not_signed - -:- the profile is not signed: devices show it so
  $ mdmctl profile lint restrictions.mobileconfig --os macos --enrollment user --output json --quiet | codes
  info not_signed - -:- the profile is not signed: devices show it so
  warning no_scope - 3:1 PayloadScope is missing: whether macOS applies the profile to the device or to a user is left to who installs it
  warning not_available PayloadContent[0].allowAppInstallation 15:32 'allowAppInstallation' means nothing on macOS
  warning not_in_user_enrollment PayloadContent[0].allowGenmoji 16:24 'allowGenmoji' is not for User Enrollment
  $ mdmctl profile lint restrictions.mobileconfig --os beos
  error: --os 'beos' names no system
  hint: ios, ipados, macos, tvos, visionos or watchos, with a version or without: ios:17.4
  [2]
  $ mdmctl profile lint restrictions.mobileconfig --os ios:new
  error: --os 'ios:new' has no version behind the colon
  hint: --os ios:17 or --os macos:14.2
  [2]

An enrollment that no device and no push certificate would take; the identity that it names is not there.

  $ printf '%s\n' '<key>Topic</key><string>org.example.push</string>' '<key>ServerURL</key><string>http://mdm.example</string>' \
  >   '<key>IdentityCertificateUUID</key><string>00000009-0000-4000-8000-000000000000</string>' '<key>AccessRights</key><integer>2</integer>' |
  >   profile org.example.mdm 00000003 com.apple.mdm >mdm.mobileconfig
  $ mdmctl profile lint mdm.mobileconfig --output json --quiet 2>/dev/null | codes
  info not_signed - -:- the profile is not signed: devices show it so
  error not_a_topic PayloadContent[0].Topic 15:17 'Topic' is 'org.example.push', which is no push topic of device management
  error not_https PayloadContent[0].ServerURL 16:21 'ServerURL' is 'http://mdm.example', not https
  error bad_access_rights PayloadContent[0].AccessRights 18:24 'AccessRights' is 2: 2, to install profiles, needs 1, to inspect them
  error unresolved_reference PayloadContent[0].IdentityCertificateUUID 17:35 'PayloadContent[0].IdentityCertificateUUID' names '00000009-0000-4000-8000-000000000000', which is no payload of this profile

What is no property list is a finding too, with the limit or the line.

  $ { printf ' '; cat clip.mobileconfig; } >space.mobileconfig
  $ head -c 300 clip.mobileconfig >cut.mobileconfig
  $ printf '<!DOCTYPE plist [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><plist><string>&b;</string></plist>' >bomb.mobileconfig
  $ printf '<plist>%s' "$(printf '<array>%.0s' {1..100})" >deep.mobileconfig
  $ echo hello >text.mobileconfig
  $ mdmctl profile lint space.mobileconfig cut.mobileconfig bomb.mobileconfig deep.mobileconfig text.mobileconfig nothing.mobileconfig --output json --quiet 2>/dev/null |
  >   jq -r '.results[] | "\(.file) \(.code) \(.findings[-1] | "\(.line // "-"):\(.column // "-")") \(.findings[-1].message)"'
  space.mobileconfig malformed_plist 1:2 XML or text declaration not at start of entity
  cut.mobileconfig malformed_plist 7:67 unclosed token
  bomb.mobileconfig malformed_plist 1:17 the document type brings declarations of its own, which are refused
  deep.mobileconfig too_deep 1:456 more than 64 arrays and dictionaries inside one another
  text.mobileconfig malformed_plist -:- this is no property list: it starts neither with <?xml nor with bplist
  nothing.mobileconfig no_such_file -:- 'nothing.mobileconfig' does not exist

A password is found and not repeated; one that a server fills in is none.

  $ wifi() { printf '%s\n' '<key>SSID_STR</key><string>office</string>' '<key>EncryptionType</key><string>WPA2</string>' "<key>Password</key><string>$1</string>"; }
  $ wifi 'correct horse' | profile org.example.wifi 00000004 com.apple.wifi.managed >wifi.mobileconfig
  $ mdmctl profile lint wifi.mobileconfig 2>&1 | grep -c 'correct horse'
  0
  [1]
  $ mdmctl profile lint wifi.mobileconfig --output json --quiet | codes
  info not_signed - -:- the profile is not signed: devices show it so
  warning cleartext_secret PayloadContent[0].Password 17:20 'PayloadContent[0].Password' can be read by everybody who has the file
  $ wifi '%WifiPassword%' | profile org.example.wifi 00000004 com.apple.wifi.managed | mdmctl profile lint - --output json --quiet | codes
  info not_signed - -:- the profile is not signed: devices show it so

Signed, binary, UTF-16: what is inside is judged.

  $ openssl req -x509 -newkey rsa:2048 -nodes -keyout signer.key -subj /CN=signer -out signer.pem 2>/dev/null
  $ openssl cms -sign -binary -nodetach -md sha256 -signer signer.pem -inkey signer.key -outform DER -in wrong.mobileconfig -out signed.mobileconfig
  $ python3 -c 'import plistlib,sys; sys.stdout.buffer.write(plistlib.dumps(plistlib.load(open("restrictions.mobileconfig","rb")),fmt=plistlib.FMT_BINARY))' >binary.mobileconfig
  $ sed s/UTF-8/UTF-16/ restrictions.mobileconfig | iconv -t UTF-16 >wide.mobileconfig
  $ for file in signed binary wide; do mdmctl profile lint $file.mobileconfig --os ios:17 --output json --quiet 2>/dev/null | codes | grep -v -e not_signed -e untrusted; done
  error malformed_plist PayloadContent[0].Icon 18:16 <data> is not base64
  warning unknown_payload_key PayloadContent[0].isRemovable 17:23 key 'isRemovable' is not known in com.apple.webClip.managed
  warning introduced_later PayloadContent[0].allowGenmoji -:- 'allowGenmoji' came with iOS 18.0, later than iOS 17.0
  warning introduced_later PayloadContent[0].allowGenmoji 16:24 'allowGenmoji' came with iOS 18.0, later than iOS 17.0

Who signed is judged by the roots of this machine, or by those that are named.

  $ openssl cms -sign -binary -nodetach -md sha256 -signer signer.pem -inkey signer.key -outform DER -in clip.mobileconfig -out ours.mobileconfig
  $ mdmctl profile lint ours.mobileconfig --strict --quiet --output json 2>/dev/null | jq -c '.results[].findings[] | [.severity, .code]'
  ["warning","untrusted_signer"]
  $ mdmctl profile lint ours.mobileconfig --strict --quiet --output json --ca signer.pem | jq -c '.results[].findings[] | [.severity, .code]'

Of a folder, every *.mobileconfig in either case is judged, and each once; other things are passed by. One without any
is a mistake.

  $ mkdir -p many/below bare && cp clip.mobileconfig many/a.MobileConfig && cp clip.mobileconfig many/below/b.mobileconfig
  $ echo hello >many/readme.txt && mkfifo many/pipe.mobileconfig && mkdir many/folder.mobileconfig
  $ ln -s nowhere many/link.mobileconfig
  $ mdmctl profile lint many ./many many/below/b.mobileconfig --output json --quiet 2>/dev/null | jq -r '.results[] | "\(.file) \(.findings[-1].message)"'
  many/a.MobileConfig the profile is not signed: devices show it so
  many/below/b.mobileconfig the profile is not signed: devices show it so
  many/link.mobileconfig 'many/link.mobileconfig' is a link to 'nowhere', which does not exist
  $ mdmctl profile lint bare
  1 file: 1 error, 0 warnings
  file         bare
  code         no_such_file
  errors       1
  warnings     0
  in baseline  0
  findings
    error: no_such_file: there is no *.mobileconfig in 'bare'
      hint: name the files where they are called otherwise
  error: there is no *.mobileconfig in 'bare'
  hint: name the files where they are called otherwise
  [3]
  $ mdmctl profile lint bare clip.mobileconfig --strict --output json --quiet 2>/dev/null | jq -r '.results[] | "\(.file) \(.code)"'
  bare no_such_file
  clip.mobileconfig null

Across files: the same identifier or UUID twice, two enrollments.

  $ mkdir folder && cp clip.mobileconfig folder/a.mobileconfig
  $ web_clip | profile org.example.clip 00000005 com.apple.webClip.managed >folder/b.mobileconfig
  $ web_clip | profile org.example.other 00000005 com.apple.webClip.managed >folder/c.mobileconfig
  $ sed 's/org.example.mdm/org.example.m2/; s/00000003/00000006/' mdm.mobileconfig >folder/d.mobileconfig
  $ cp mdm.mobileconfig folder/e.mobileconfig
  $ mdmctl profile lint folder --output json 2>err | jq -r '.results[] | .file as $f | .findings[] | select(.code | test("duplicate|several")) | "\($f) \(.code) \(.message)"'
  folder/b.mobileconfig duplicate_identifier PayloadIdentifier 'org.example.clip' is that of 'folder/a.mobileconfig' as well: a device keeps the one that comes last
  folder/c.mobileconfig duplicate_uuid PayloadUUID '00000005-0000-4000-8000-000000000000' is in 'folder/b.mobileconfig' as well
  folder/c.mobileconfig duplicate_uuid PayloadUUID '00000005-0000-4000-8000-000000000001' is in 'folder/b.mobileconfig' as well
  folder/e.mobileconfig several_mdm_payloads 'folder/d.mobileconfig' has a com.apple.mdm payload as well, and a device has one enrollment
  $ cat err
  {"error":{"code":"some_failed","exit":1,"message":"4 of 5 files did not pass","hint":null,"findings":[]}}

A baseline holds back what was there; what is new is told.

  $ mdmctl profile lint wrong.mobileconfig wifi.mobileconfig --output json --quiet >baseline.json 2>/dev/null
  [1]
  $ mdmctl profile lint wrong.mobileconfig wifi.mobileconfig --strict --baseline baseline.json
  2 files: 0 errors, 0 warnings; 5 more in the baseline
  $ sed 's/<plist/\n\n<plist/; s/<key>Label/<key>Lable/' wrong.mobileconfig >changed && mv changed wrong.mobileconfig
  $ mdmctl profile lint wrong.mobileconfig wifi.mobileconfig --baseline baseline.json --output json 2>err | codes
  warning unknown_payload_key PayloadContent[0].Lable 18:17 key 'Lable' is not known in com.apple.webClip.managed
  error missing_key PayloadContent[0] 12:1 key 'Label' is missing
  $ cat err
  {"error":{"code":"some_failed","exit":1,"message":"1 of 2 files did not pass","hint":null,"findings":[]}}
  $ mdmctl profile lint wifi.mobileconfig --baseline wifi.mobileconfig
  error: 'wifi.mobileconfig' is no answer of mdmctl profile lint
  hint: mdmctl profile lint FILE... --output json >baseline.json
  [7]

It knows a file by its whole path, and misses nothing in files that are not looked at.

  $ mdmctl profile lint "$PWD/wifi.mobileconfig" --baseline baseline.json --strict >/dev/null
  1 file: 0 errors, 0 warnings; 2 more in the baseline
  $ echo '{"results":[{"file":1}]}' >no-answer.json && mdmctl profile lint wifi.mobileconfig --baseline no-answer.json 2>&1 | head -1
  error: 'no-answer.json' is no answer of mdmctl profile lint

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
  info not_signed - -:- the profile is not signed: devices show it so
  warning introduced_later PayloadContent[0] 10:1 'com.example.settings' came with iOS 17.0, later than iOS 16.0
  error value_not_allowed PayloadContent[0].Items[0].Items[0].Kind 15:109 'PayloadContent[0].Items[0].Items[0].Kind' is 'three'
  $ ls "$XDG_CACHE_HOME/mdmctl" | wc -l
  1
  $ mdmctl profile lint settings.mobileconfig --schema schema --os ios:16 --output json --quiet 2>/dev/null | codes | wc -l
  3
  $ sed -i 's/- two/- three/' schema/mdm/profiles/com.example.yaml
  $ mdmctl profile lint settings.mobileconfig --schema schema --output json --quiet | codes
  info not_signed - -:- the profile is not signed: devices show it so
  $ mdmctl profile lint settings.mobileconfig --schema nowhere
  error: 'nowhere' does not exist
  hint: mdmctl profile schema fetch --out DIR gets Apple's schema
  [3]
  $ mkdir empty && mdmctl profile lint settings.mobileconfig --schema empty
  error: 'empty' is no schema: there is no .yaml in it, or in mdm/profiles below it
  hint: mdmctl profile schema fetch --out DIR gets Apple's schema
  [7]
  $ echo 'a: b: c' >schema/mdm/profiles/broken.yaml && mdmctl profile lint settings.mobileconfig --schema schema
  error: 'schema/mdm/profiles/broken.yaml': mapping values are not allowed in this context (YAML, line 1)
  [7]
