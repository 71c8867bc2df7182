The server token leaves the store: for nanodep and its like, and its key. What is written is judged by openssl and jq.

  $ . "$ROOT/tests/rehearsal.sh"; . "$ROOT/tests/dep/rehearsal.sh"
  $ on_creation_day; begin_serving served
  $ mdmctl tenant add acme --quiet >/dev/null
  $ public_key acme.pem; download first.p7m --public-key acme.pem; mdmctl dep import first.p7m --without-apns --quiet >/dev/null
  $ echo secret >pass; chmod 600 pass
  $ export_quietly() { mdmctl dep export --quiet --output json "$@" | jq -c '[.file, .format, .encrypted]'; }
  $ shape() { jq -c 'to_entries[] | [.key, (.value | .[0:3])]'; }

As JSON, in the clear: five members, and the file is its owner's alone.

  $ mdmctl dep export --out token.json --unencrypted
  wrote 'token.json': the server token
  tenant               acme
  name                 default
  file                 token.json
  format               nanodep
  encrypted            no
  consumer key         CK_* (glob)
  access token expiry  2027-01-10T12:00:00Z
  $ stat -c %a token.json; shape <token.json
  600
  ["consumer_key","CK_"]
  ["consumer_secret","CS_"]
  ["access_token","AT_"]
  ["access_secret","AS_"]
  ["access_token_expiry","202"]
  $ mdmctl dep export --out - --unencrypted 2>/dev/null | cmp - token.json
  $ wc -l <token.json
  0

Under a passphrase it is CMS, which openssl opens.

  $ mdmctl dep export --out token.cms
  error: there is no passphrase for what is exported
  hint: --passphrase-file FILE names it; --unencrypted does without
  [2]
  $ mdmctl dep export --out token.cms --passphrase-file pass --unencrypted
  error: '--passphrase-file' and '--unencrypted' do not go together
  hint: usage: mdmctl dep export --out FILE [OPTION...]
  [2]
  $ export_quietly --out token.cms --passphrase-file pass
  ["token.cms","nanodep",true]
  $ stat -c %a token.cms; head -1 token.cms; grep -c CK_ token.cms
  600
  -----BEGIN CMS-----
  0
  [1]
  $ openssl cms -decrypt -binary -inform PEM -in token.cms -pwri_password secret | cmp - token.json
  $ "$ROOT/tests/cli/at-terminal" --columns 200 'passphrase of' 'secret\nsecret\n' mdmctl dep export --out asked.cms --output jsonl --quiet | tr -d '\r'
  passphrase of the file that is made: 
  {"tenant":"acme","name":"default","file":"asked.cms","format":"nanodep","encrypted":true,"consumer_key":"CK_*","access_token_expiry":"2027-01-10T12:00:00Z"} (glob)
  echo off, then on
  $ openssl cms -decrypt -binary -inform PEM -in asked.cms -pwri_password secret | cmp - token.json

The key, with the certificate that the portal has: it opens what is downloaded next.

  $ export_quietly --out key.pem --format pem --unencrypted
  ["key.pem","pem",false]
  $ stat -c %a key.pem; openssl x509 -in key.pem | cmp - acme.pem
  600
  $ openssl pkey -in key.pem -pubout | cmp - <(openssl x509 -in acme.pem -noout -pubkey)
  $ openssl cms -decrypt -in first.p7m -inkey key.pem | sed -n 's/\r$//; /^{/p' | jq -S 'del(.mdmctl_sandbox)' | cmp - <(jq -S 'del(.mdmctl_sandbox)' token.json)
  $ mdmctl dep inspect first.p7m --key key.pem --output json | jq -r .consumer_key | cmp - <(jq -r .consumer_key token.json)
  $ export_quietly --out locked.pem --format pem --passphrase-file pass
  ["locked.pem","pem",true]
  $ grep BEGIN locked.pem; openssl pkey -in locked.pem -passin file:pass -pubout | cmp - <(openssl x509 -in acme.pem -noout -pubkey)
  -----BEGIN CERTIFICATE-----
  -----BEGIN ENCRYPTED PRIVATE KEY-----

Over an earlier export of the same token, whatever its form, and over nothing else; through no link.

  $ mdmctl sandbox clock +1h --quiet >/dev/null; download second.p7m; mdmctl dep renew second.p7m --quiet >/dev/null; cp token.json earlier.json
  $ export_quietly --out token.json --unencrypted; cmp -s token.json earlier.json
  ["token.json","nanodep",false]
  [1]
  $ export_quietly --out token.cms --passphrase-file pass; export_quietly --out locked.pem --format pem --passphrase-file pass
  ["token.cms","nanodep",true]
  ["locked.pem","pem",true]
  $ mdmctl dep export --out key.pem --unencrypted 2>&1 | head -1
  error: 'key.pem' exists and is no earlier export of this server token: it is not replaced
  $ cp acme.pem there.pem; mdmctl dep export --out there.pem --unencrypted
  error: 'there.pem' exists and is no earlier export of this server token: it is not replaced
  hint: name another file
  [4]
  $ jq -c '.consumer_key = "CK_other"' token.json >other.json; mdmctl dep export --out other.json --unencrypted 2>&1 | head -1
  error: 'other.json' exists and is no earlier export of this server token: it is not replaced
  $ mdmctl dep export --out pass --passphrase-file pass 2>&1 | head -1
  error: the output 'pass' is also the input 'pass'
  $ ln -s elsewhere link; mdmctl dep export --out link --unencrypted
  error: 'link' is a symbolic link, and a secret is not written through one
  hint: name the file that it points to
  [4]
  $ ls elsewhere
  ls: cannot access 'elsewhere': No such file or directory
  [2]

Whose key another server holds has nothing to export.

  $ mdmctl dep import --track --expires 2026-12-24 --name tracked --without-apns --quiet >/dev/null
  $ mdmctl dep export --name tracked --out tracked.json --unencrypted
  error: another server holds the server token 'tracked' of 'acme': it is tracked here and no more
  hint: do it there; mdmctl dep setup --renew --new-key takes the service over to this store, which ends the other
  [4]
  $ mdmctl dep export --name tracked --out key.pem --format pem --unencrypted 2>&1 | head -1
  error: another server holds the server token 'tracked' of 'acme': it is tracked here and no more

That it left is on record, before it has.

  $ mdmctl dep export --out plan.json --unencrypted --dry-run --quiet >/dev/null; ls plan.json
  ls: cannot access 'plan.json': No such file or directory
  [2]
  $ mdmctl audit log --output json | jq -r '.events[] | select(.command == "dep export") | "\(.object) \(.after)"'
  server token 'default' {"format":"nanodep","encrypted":"no"}
  server token 'default' {"format":"nanodep","encrypted":"no"}
  server token 'default' {"format":"nanodep","encrypted":"yes"}
  server token 'default' {"format":"nanodep","encrypted":"yes"}
  server token 'default' {"format":"pem","encrypted":"no"}
  server token 'default' {"format":"pem","encrypted":"yes"}
  server token 'default' {"format":"nanodep","encrypted":"no"}
  server token 'default' {"format":"nanodep","encrypted":"yes"}
  server token 'default' {"format":"pem","encrypted":"yes"}
  server token 'default' (refused: output_exists) {"refused":"output_exists"}
  server token 'default' (refused: output_exists) {"refused":"output_exists"}
  server token 'default' (refused: output_exists) {"refused":"output_exists"}
  server token 'default' (refused: symlink_target) {"refused":"symlink_target"}
  server token 'tracked' (refused: key_not_held) {"refused":"key_not_held"}
  server token 'tracked' (refused: key_not_held) {"refused":"key_not_held"}
