A signer is kept in the store, and signs from there.

  $ . "$ROOT/tests/profile-authority.sh"
  $ { make_authority && make_signer signer && make_signer other; } >log 2>&1 || cat log
  $ make_profile wifi && chmod 600 *.key && cat root.pem ca.pem >all.pem
  $ fingerprint() { openssl x509 -in "$1" -noout -fingerprint -sha256 | sed 's/.*=//; s/://g' | tr A-F a-f; }
  $ mdmctl profile sign wifi.mobileconfig --signer "$(fingerprint signer.pem)" --out signed.mobileconfig
  error: there is no signer, and no store
  hint: --cert FILE --key FILE names the signer
  [3]
  $ mdmctl store init --quiet >/dev/null
  $ mdmctl profile sign wifi.mobileconfig --out signed.mobileconfig
  error: the store keeps no signer
  hint: mdmctl profile sign FILE --cert FILE --key FILE --keep --out FILE keeps one
  [3]
  $ mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --chain all.pem --keep --out signed.mobileconfig --dry-run >/dev/null
  signs as 'CN=signer', SHA-256 * (glob)
  'wifi.mobileconfig' can be signed; nothing was written
  $ mdmctl profile signer list --output json | jq -c .certificates
  []
  $ mdmctl profile sign wifi.mobileconfig --cert signer.pem --key signer.key --chain all.pem --keep --out signed.mobileconfig >/dev/null
  signs as 'CN=signer', SHA-256 * (glob)
  keeps 'CN=signer' for all tenants
  $ mdmctl profile signer list --output json | jq -c '.certificates[] | [keys_unsorted, .tenant, .subject]'
  [["tenant","policy","subject","serial","sha256","not_before","not_after","days_left","added_at"],null,"CN=signer"]

It is watched, though the store has no tenant yet.

  $ mdmctl expiry list --output json | jq -c '.services[] | [.tenant, .service, .name]'
  [null,"profile","signer, *"] (glob)

With its key taken away from the folder, it signs all the same: it is the only one.

  $ mkdir away && mv signer.key signer.pem away
  $ mdmctl profile sign wifi.mobileconfig --out again.mobileconfig >/dev/null
  signs as 'CN=signer', SHA-256 * (glob)
  $ openssl cms -verify -binary -inform DER -in again.mobileconfig -CAfile root.pem -purpose any -out content 2>/dev/null && cmp content wifi.mobileconfig
  $ mdmctl profile sign wifi.mobileconfig --signer "$(fingerprint away/signer.pem | head -c 12)" --out again.mobileconfig --quiet >/dev/null

The store knows it again.

  $ mdmctl audit log --output json | jq -c '[.events[] | select(.command | startswith("profile")) | .command]'
  ["profile sign --keep"]
  $ mdmctl inspect again.mobileconfig away/signer.pem away/signer.key other.pem --output jsonl | jq -c '[.kind, .tenant, .name, .role]'
  ["configuration_profile",null,"signer *","current"] (glob)
  ["certificate",null,"signer *","current"] (glob)
  ["private_key",null,"signer *","current"] (glob)
  ["certificate",null,null,"unknown"]

And finds it: whose end is that, whose serial, whose fingerprint?

  $ serial=$(mdmctl inspect away/signer.pem --output json | jq -r .results[0].serial)
  $ for text in "$serial" "$(fingerprint away/signer.pem | head -c 12)" 'cn=signer'; do mdmctl find "$text" --output json | jq -c '.results[] | [.tenant, .service, .name, .matched, .role, .state]'; done
  [null,"profile","signer *","serial","current","valid"] (glob)
  [null,"profile","signer *","sha256","current","valid"] (glob)
  [null,"profile","signer *","subject","current","valid"] (glob)

Two: one has to be named. A tenant's own is no other's.

  $ mdmctl tenant add acme --quiet >/dev/null && mdmctl tenant add globex --quiet >/dev/null
  $ mdmctl profile sign wifi.mobileconfig --cert other.pem --key other.key --chain all.pem --keep --tenant acme --out other.mobileconfig >/dev/null
  signs as 'CN=other', SHA-256 * (glob)
  keeps 'CN=other' for 'acme'
  $ mdmctl profile signer list --tenant acme --output csv | cut -d , -f 1,5
  tenant,subject\r (esc)
  acme,CN=other\r (esc)
  ,CN=signer\r (esc)
  $ mdmctl profile signer list --tenant globex --output csv | cut -d , -f 1,5
  tenant,subject\r (esc)
  ,CN=signer\r (esc)
  $ mdmctl profile sign wifi.mobileconfig --tenant acme --out two.mobileconfig 2>&1 | head -1
  error: the store keeps 2 such signers
  $ mdmctl profile sign wifi.mobileconfig --tenant globex --signer "$(fingerprint other.pem)" --out two.mobileconfig 2>&1 | head -1
  error: the store keeps no signer with the fingerprint * (glob)
  $ mdmctl profile sign wifi.mobileconfig --signer "$(fingerprint other.pem)" --out two.mobileconfig
  error: the signer with the fingerprint * is kept for 'acme' alone (glob)
  hint: --tenant 'acme' signs with it
  [3]
  $ mdmctl profile sign wifi.mobileconfig --tenant acme --signer "$(fingerprint other.pem)" --out two.mobileconfig --quiet >/dev/null

  $ for text in cn=other cn=signer; do mdmctl find "$text" --output json | jq -c '.results[] | [.tenant, .matched]'; done
  ["acme","subject"]
  [null,"subject"]

Their ends are watched.

  $ mdmctl expiry list --all-tenants --output json | jq -c '.services[] | select(.service == "profile") | [.tenant, .days_left]'
  [null,364]
  ["acme",364]

The old one goes, key and all.

  $ mdmctl profile signer remove "$(fingerprint away/signer.pem)" --quiet
  error: this would destroy the key of the signer *, and there is nobody to ask (glob)
  hint: --yes says that it is meant
  [4]
  $ mdmctl profile signer remove "$(fingerprint away/signer.pem)" --yes >/dev/null
  removed the signer * (glob)
  $ mdmctl profile signer list --output json | jq -c .certificates
  []
  $ mdmctl profile signer remove "$(fingerprint away/signer.pem)" --yes --quiet
  error: the store keeps no signer with the fingerprint * (glob)
  hint: mdmctl profile sign FILE --cert FILE --key FILE --keep --out FILE keeps one
  [3]
  $ mdmctl expiry list --all-tenants --output json | jq -c '[.services[] | select(.service == "profile") | .tenant]'
  ["acme"]
  $ mdmctl store check --quiet >/dev/null && mdmctl audit verify --quiet >/dev/null
