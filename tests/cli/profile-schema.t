Apple's schema of payload types is fetched as an archive, and judged before it is written.

  $ python3 - <<'PYTHON'
  > import io, tarfile, zipfile
  > readme = b"# Schema\n\n| OS    | Version |\n|-------|---------|\n| iOS   | 18.1    |\n| macOS | 15.1    |\n"
  > yaml = b"payload:\n  payloadtype: com.example.settings\npayloadkeys:\n- key: Kind\n  type: <string>\n  presence: required\n"
  > def tar(name, *more):
  >     with tarfile.open(name, "w:gz") as archive:
  >         for path, content in (("dm-release/README.md", readme), ("dm-release/mdm/profiles/com.example.yaml", yaml)) + more:
  >             entry = tarfile.TarInfo(path)
  >             if content is None:
  >                 entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
  >             else:
  >                 entry.size = len(content)
  >             archive.addfile(entry, io.BytesIO(content or b""))
  > tar("schema.tar.gz")
  > tar("newer.tar.gz", ("dm-release/mdm/profiles/com.example.more.yaml", yaml.replace(b"settings", b"more")))
  > tar("escape.tar.gz", ("dm-release/../../escaped", b"x"))
  > tar("absolute.tar.gz", ("/tmp/escaped", b"x"))
  > tar("link.tar.gz", ("dm-release/link", None))
  > tar("broken.tar.gz", ("dm-release/mdm/profiles/broken.yaml", b"a: b: c"))
  > tar("bomb.tar.gz", ("dm-release/zeros", bytes(65 << 20)))
  > with tarfile.open("other.tar.gz", "w:gz") as archive:
  >     archive.addfile(tarfile.TarInfo("other/readme"), io.BytesIO(b""))
  > with zipfile.ZipFile("schema.zip", "w") as archive:
  >     archive.writestr("dm-release/README.md", readme)
  >     archive.writestr("dm-release/mdm/profiles/com.example.yaml", yaml)
  > PYTHON
  $ head -c 200 schema.tar.gz >cut.tar.gz
  $ python3 -u -m http.server 0 --bind 127.0.0.1 >served 2>requests & server=$!
  $ until grep -qs port served; do sleep 0.1; done; url=http://127.0.0.1:$(sed 's/.*port \([0-9]*\).*/\1/' served)
  $ fetch() { mdmctl profile schema fetch --url "$url/$1" "${@:2}" 2>&1 | sed "s|$url|URL|"; return "${PIPESTATUS[0]}"; }

First without writing anything, then in earnest.

  $ fetch schema.tar.gz --out apple --dry-run
  the schema can be put into 'apple'; nothing was written
  folder         apple
  url            URL/schema.tar.gz
  files          2
  payload files  1
  systems        iOS 18.1
                 macOS 15.1
  $ ls -d apple
  ls: cannot access 'apple': No such file or directory
  [2]
  $ fetch schema.tar.gz --out apple
  folder         apple
  url            URL/schema.tar.gz
  files          2
  payload files  1
  systems        iOS 18.1
                 macOS 15.1
  $ find apple -type f | sort
  apple/README.md
  apple/mdm/profiles/com.example.yaml
  $ printf '%s' '<plist><dict><key>PayloadContent</key><array><dict><key>PayloadType</key><string>com.example.settings</string></dict></array></dict></plist>' >p.mobileconfig
  $ mdmctl profile lint p.mobileconfig --schema apple --output json --quiet 2>/dev/null | jq -r '.results[].findings[].message' | grep Kind
  key 'Kind' is missing

It takes an earlier one's place, and nothing else's. A zip is as good.

  $ fetch newer.tar.gz --out apple --quiet --output json | jq -c '[.payload_files, .systems]'
  [2,["iOS 18.1","macOS 15.1"]]
  $ ls -A apple/mdm/profiles; ls -A | grep -c -e "^\." -e part
  com.example.more.yaml
  com.example.yaml
  0
  [1]
  $ fetch schema.zip --out zipped --quiet --output json | jq -c '[.files, .payload_files]'
  [2,1]
  $ mkdir mine && echo 'years of work' >mine/thesis
  $ fetch schema.tar.gz --out mine
  error: 'mine' exists and is no schema: it is not replaced
  hint: name another folder
  [4]
  $ cat mine/thesis
  years of work

Without --out it goes to the data folder.

  $ fetch schema.tar.gz --quiet --output json | jq -r .folder | sed "s|$XDG_DATA_HOME|DATA|"
  DATA/mdmctl/apple-device-management

What would write elsewhere, brings links, does not parse, is cut, is too much or is something else: refused whole.

  $ for archive in escape absolute link broken bomb other cut nothing; do fetch $archive.tar.gz --out refused; echo "[$?]"; done
  error: the archive has 'dm-release/../../escaped', which leads out of its folder: nothing of it is unpacked
  [7]
  error: the archive has '/tmp/escaped', which leads out of its folder, or nowhere: nothing of it is unpacked
  [7]
  error: the archive has 'dm-release/link', which is neither a file nor a folder: nothing of it is unpacked
  [7]
  error: 'mdm/profiles/broken.yaml' in the archive: mapping values are not allowed in this context (YAML, line 1)
  [7]
  error: the archive has more than 67108864 bytes in its files
  [7]
  error: the archive is none of Apple's schema: it has no mdm/profiles/*.yaml
  [7]
  error: the archive does not unpack: truncated gzip input
  [7]
  error: the server answers 404, not with an archive
  hint: --url names another archive of the repository
  [3]
  $ ls -d refused escaped ../escaped /tmp/escaped 2>/dev/null
  [2]
  $ mdmctl profile schema fetch --url http://schema.example/a.tar.gz --out refused
  error: 'schema.example:80' would be asked over plain http, without verifying who answers
  hint: begin the URL with https://; http is for 127.0.0.1 and [::1] alone
  [4]
  $ kill $server
  $ fetch schema.tar.gz --out refused
  error: cannot reach 127.0.0.1:*: connection refused (glob)
  hint: look whether the service is up, and host and port are the right ones
  [6]
