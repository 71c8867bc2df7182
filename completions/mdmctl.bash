# bash completion of mdmctl, rendered from its declarations: mdmctl completion bash

_mdmctl_words() {
    COMPREPLY=($(compgen -W "$1" -- "$2"))
}

_mdmctl_paths() {
    local path
    compopt -o filenames 2>/dev/null
    while IFS= read -r path; do
        COMPREPLY+=("$path")
    done < <(compgen "$1" -- "$2")
}

_mdmctl() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command= longer i
    COMPREPLY=()
    # --output=json comes as three words
    if [[ $cur == = ]]; then
        cur=
    elif [[ $prev == = ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        longer=${command:+$command }${COMP_WORDS[i]}
        case $longer in
            'account' | 'account list' | 'account show' | 'apns' | 'apns assign' | 'apns check' | 'apns csr' | 'apns export' | 'apns history' | 'apns import' | 'apns inspect' | 'apns list' | 'apns remove' | 'apns renew' | 'apns request' | 'apns request add' | 'apns request drop' | 'apns request list' | 'apns restore' | 'apns rollback' | 'apns set' | 'apns show' | 'apns sign' | 'apns unassign' | 'apns vendor' | 'apns vendor add' | 'apns vendor list' | 'audit' | 'audit export' | 'audit log' | 'audit verify' | 'check' | 'commands' | 'completion' | 'dep' | 'dep account' | 'dep check' | 'dep devices' | 'dep devices assign-user' | 'dep devices list' | 'dep devices mark' | 'dep devices show' | 'dep export' | 'dep history' | 'dep import' | 'dep inspect' | 'dep list' | 'dep pubkey' | 'dep remove' | 'dep renew' | 'dep restore' | 'dep set' | 'dep setup' | 'dep show' | 'dep sync' | 'expiry' | 'expiry ack' | 'expiry add' | 'expiry check' | 'expiry explain' | 'expiry export' | 'expiry list' | 'expiry needs-renewal' | 'expiry remind' | 'expiry remove' | 'expiry scan' | 'expiry snooze' | 'expiry timeline' | 'find' | 'help' | 'help account' | 'help apns' | 'help apns request' | 'help apns vendor' | 'help audit' | 'help codes' | 'help dep' | 'help dep devices' | 'help expiry' | 'help policy' | 'help profile' | 'help profile schema' | 'help profile signer' | 'help runbook' | 'help sandbox' | 'help sandbox fault' | 'help sandbox portal' | 'help sandbox portal account' | 'help sandbox portal devices' | 'help sandbox portal push-certificate' | 'help sandbox portal server' | 'help sandbox portal vendor-certificate' | 'help store' | 'help store key' | 'help tenant' | 'help tenant contact' | 'inspect' | 'policy' | 'policy add' | 'policy remove' | 'policy set' | 'policy show' | 'policy tree' | 'profile' | 'profile explain' | 'profile lint' | 'profile new' | 'profile schema' | 'profile schema fetch' | 'profile show' | 'profile sign' | 'profile signer' | 'profile signer list' | 'profile signer remove' | 'profile unwrap' | 'profile verify' | 'sandbox' | 'sandbox clock' | 'sandbox fault' | 'sandbox fault add' | 'sandbox fault clear' | 'sandbox fault list' | 'sandbox portal' | 'sandbox portal account' | 'sandbox portal account password-changed' | 'sandbox portal devices' | 'sandbox portal devices add' | 'sandbox portal devices change' | 'sandbox portal devices list' | 'sandbox portal devices move' | 'sandbox portal devices remove' | 'sandbox portal devices throttle' | 'sandbox portal push-certificate' | 'sandbox portal push-certificate create' | 'sandbox portal push-certificate list' | 'sandbox portal push-certificate renew' | 'sandbox portal server' | 'sandbox portal server list' | 'sandbox portal server remove' | 'sandbox portal server-token' | 'sandbox portal terms' | 'sandbox portal vendor-certificate' | 'sandbox portal vendor-certificate create' | 'sandbox run' | 'sandbox serve' | 'status' | 'store' | 'store backup' | 'store check' | 'store copy' | 'store info' | 'store init' | 'store key' | 'store key add' | 'store key export' | 'store key list' | 'store key remove' | 'store locks' | 'store migrate' | 'store rekey' | 'store restore' | 'tenant' | 'tenant add' | 'tenant contact' | 'tenant contact add' | 'tenant contact list' | 'tenant contact remove' | 'tenant export' | 'tenant import' | 'tenant list' | 'tenant note' | 'tenant remove' | 'tenant rename' | 'tenant restore' | 'tenant set' | 'tenant show' | 'version') command=$longer ;;
            *) break ;;
        esac
    done
    case $command in
        '') _mdmctl_words 'account apns audit check commands completion dep expiry find help inspect policy profile sandbox status store tenant version' "$cur" ;;
        'account') _mdmctl_words 'list show' "$cur" ;;
        'account list')
            case $prev in
                --label) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--all-tenants --label --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'account show')
            case $prev in
                --label) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--all-tenants --label --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'apns') _mdmctl_words 'csr sign inspect import check renew rollback list show history set export remove restore assign unassign request vendor' "$cur" ;;
        'apns assign')
            case $prev in
                --policy) : ;;
                --allow-replacement) : ;;
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--policy --allow-replacement --name --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'apns check')
            case $prev in
                --against) _mdmctl_paths -f "$cur" ;;
                --name) : ;;
                --key) _mdmctl_paths -f "$cur" ;;
                --csr) _mdmctl_paths -f "$cur" ;;
                --passphrase-file) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--match --against --name --key --csr --passphrase-file --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'apns csr')
            case $prev in
                --out) _mdmctl_paths -f "$cur" ;;
                --common-name) : ;;
                --organization) : ;;
                --email) : ;;
                --country) : ;;
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--out --common-name --organization --email --country --reuse-key --name --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'apns export')
            case $prev in
                --out) _mdmctl_paths -f "$cur" ;;
                --format) _mdmctl_words 'pem p12' "$cur" ;;
                --p12-profile) _mdmctl_words 'apple modern' "$cur" ;;
                --passphrase-file) _mdmctl_paths -f "$cur" ;;
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--out --format --p12-profile --passphrase-file --unencrypted --name --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'apns history')
            case $prev in
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--name --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'apns import')
            case $prev in
                --apple-account) : ;;
                --account-kind) _mdmctl_words 'managed shared personal' "$cur" ;;
                --name) : ;;
                --note) : ;;
                --policy) : ;;
                --allow-replacement) : ;;
                --key) _mdmctl_paths -f "$cur" ;;
                --topic) : ;;
                --not-after) : ;;
                --serial) : ;;
                --passphrase-file) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--apple-account --account-kind --name --note --policy --allow-replacement --key --track --topic --not-after --serial --passphrase-file --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'apns inspect')
            case $prev in
                --key) _mdmctl_paths -f "$cur" ;;
                --passphrase-file) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--key --passphrase-file --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'apns list')
            case $prev in
                --label) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--all-tenants --label --removed --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'apns remove')
            case $prev in
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--name --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'apns renew')
            case $prev in
                --apple-account) : ;;
                --name) : ;;
                --allow-replacement) : ;;
                --devices-out) _mdmctl_paths -f "$cur" ;;
                --passphrase-file) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--match --apple-account --name --allow-replacement --devices-out --passphrase-file --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'apns request') _mdmctl_words 'list add drop' "$cur" ;;
        'apns request add')
            case $prev in
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--name --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'apns request drop')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--dry-run --yes --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'apns request list')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'apns restore')
            case $prev in
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--name --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'apns rollback')
            case $prev in
                --to) : ;;
                --name) : ;;
                --allow-replacement) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--to --name --allow-replacement --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'apns set')
            case $prev in
                --name) : ;;
                --new-name) : ;;
                --apple-account) : ;;
                --account-kind) _mdmctl_words 'managed shared personal' "$cur" ;;
                --reason) : ;;
                --note) : ;;
                --devices) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--name --new-name --apple-account --account-kind --reason --note --devices --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'apns show')
            case $prev in
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--name --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'apns sign')
            case $prev in
                --csr) _mdmctl_paths -f "$cur" ;;
                --vendor-cert) _mdmctl_paths -f "$cur" ;;
                --vendor-key) _mdmctl_paths -f "$cur" ;;
                --chain) _mdmctl_paths -f "$cur" ;;
                --passphrase-file) _mdmctl_paths -f "$cur" ;;
                --out) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--csr --vendor-cert --vendor-key --chain --passphrase-file --out --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'apns unassign')
            case $prev in
                --policy) : ;;
                --allow-replacement) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--policy --allow-replacement --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'apns vendor') _mdmctl_words 'add list' "$cur" ;;
        'apns vendor add')
            case $prev in
                --vendor-cert) _mdmctl_paths -f "$cur" ;;
                --vendor-key) _mdmctl_paths -f "$cur" ;;
                --chain) _mdmctl_paths -f "$cur" ;;
                --passphrase-file) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--vendor-cert --vendor-key --chain --passphrase-file --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'apns vendor list')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'audit') _mdmctl_words 'log verify export' "$cur" ;;
        'audit export')
            case $prev in
                --out) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--out --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'audit log')
            case $prev in
                --since) : ;;
                --until) : ;;
                --actor) : ;;
                --object) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--since --until --actor --object --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'audit verify')
            case $prev in
                --from) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--from --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'check')
            case $prev in
                --label) : ;;
                --at) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                --trace) _mdmctl_paths -f "$cur" ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--all-tenants --label --live --at --tenant --output --store --trace --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'commands')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'completion')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_words 'bash zsh fish' "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'dep') _mdmctl_words 'setup pubkey inspect import check renew account sync list show history set export remove restore devices' "$cur" ;;
        'dep account')
            case $prev in
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                --trace) _mdmctl_paths -f "$cur" ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--name --dry-run --tenant --output --store --trace --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'dep check')
            case $prev in
                --apple-account) : ;;
                --name) : ;;
                --public-key) _mdmctl_paths -f "$cur" ;;
                --expires) : ;;
                --allow-other-server) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                --trace) _mdmctl_paths -f "$cur" ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--apple-account --name --offline --track --public-key --expires --allow-other-server --tenant --output --store --trace --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'dep devices')
            case $prev in
                --label) : ;;
                --name) : ;;
                --status) _mdmctl_words 'not_contacted enrolled removed' "$cur" ;;
                --model) : ;;
                --family) : ;;
                --profile-status) _mdmctl_words 'empty assigned pushed removed' "$cur" ;;
                --profile) : ;;
                --user) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--all-tenants --label --name --status --model --family --profile-status --profile --user --removed --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_words 'list show mark assign-user' "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'dep devices assign-user')
            case $prev in
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--nobody --name --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'dep devices list')
            case $prev in
                --label) : ;;
                --name) : ;;
                --status) _mdmctl_words 'not_contacted enrolled removed' "$cur" ;;
                --model) : ;;
                --family) : ;;
                --profile-status) _mdmctl_words 'empty assigned pushed removed' "$cur" ;;
                --profile) : ;;
                --user) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--all-tenants --label --name --status --model --family --profile-status --profile --user --removed --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'dep devices mark')
            case $prev in
                --status) _mdmctl_words 'enrolled removed not_contacted' "$cur" ;;
                --from) _mdmctl_paths -f "$cur" ;;
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--status --from --name --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'dep devices show')
            case $prev in
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--name --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'dep export')
            case $prev in
                --out) _mdmctl_paths -f "$cur" ;;
                --format) _mdmctl_words 'nanodep pem' "$cur" ;;
                --passphrase-file) _mdmctl_paths -f "$cur" ;;
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--out --format --passphrase-file --unencrypted --name --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'dep history')
            case $prev in
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--name --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'dep import')
            case $prev in
                --apple-account) : ;;
                --name) : ;;
                --public-key) _mdmctl_paths -f "$cur" ;;
                --expires) : ;;
                --note) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                --trace) _mdmctl_paths -f "$cur" ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--apple-account --name --offline --track --public-key --expires --note --without-apns --dry-run --tenant --output --store --trace --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'dep inspect')
            case $prev in
                --key) _mdmctl_paths -f "$cur" ;;
                --passphrase-file) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--key --passphrase-file --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'dep list')
            case $prev in
                --label) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--all-tenants --label --removed --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'dep pubkey')
            case $prev in
                --out) _mdmctl_paths -f "$cur" ;;
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--out --name --new --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'dep remove')
            case $prev in
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--name --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'dep renew')
            case $prev in
                --apple-account) : ;;
                --name) : ;;
                --public-key) _mdmctl_paths -f "$cur" ;;
                --expires) : ;;
                --allow-other-server) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                --trace) _mdmctl_paths -f "$cur" ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--apple-account --name --offline --track --public-key --expires --allow-other-server --dry-run --tenant --output --store --trace --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'dep restore')
            case $prev in
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--name --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'dep set')
            case $prev in
                --name) : ;;
                --new-name) : ;;
                --apple-account) : ;;
                --note) : ;;
                --origin) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--name --new-name --apple-account --note --origin --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'dep setup')
            case $prev in
                --folder) _mdmctl_paths -d "$cur" ;;
                --name) : ;;
                --apple-account) : ;;
                --wait) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                --trace) _mdmctl_paths -f "$cur" ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--renew --folder --name --apple-account --new-key --wait --without-apns --dry-run --tenant --output --store --trace --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'dep show')
            case $prev in
                --name) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--name --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'dep sync')
            case $prev in
                --name) : ;;
                --page-size) : ;;
                --events) _mdmctl_paths -f "$cur" ;;
                --label) : ;;
                --jobs) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                --trace) _mdmctl_paths -f "$cur" ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--name --full --page-size --events --all-tenants --label --jobs --dry-run --tenant --output --store --trace --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'expiry') _mdmctl_words 'list timeline check needs-renewal explain add remove scan ack snooze remind export' "$cur" ;;
        'expiry ack')
            case $prev in
                --reason) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--shared --reason --undo --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'expiry add')
            case $prev in
                --date) : ;;
                --name) : ;;
                --service) : ;;
                --policy) : ;;
                --account) : ;;
                --passphrase-file) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--date --name --service --policy --account --passphrase-file --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'expiry check')
            case $prev in
                --label) : ;;
                --warn) : ;;
                --critical) : ;;
                --at) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--all-tenants --label --warn --critical --at --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'expiry explain')
            case $prev in
                --at) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--shared --at --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'expiry export')
            case $prev in
                --format) _mdmctl_words 'prometheus ics csv json' "$cur" ;;
                --out) _mdmctl_paths -f "$cur" ;;
                --label) : ;;
                --at) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--format --out --all-tenants --label --at --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'expiry list')
            case $prev in
                --label) : ;;
                --within) : ;;
                --at) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--all-tenants --label --within --at --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'expiry needs-renewal')
            case $prev in
                --within) : ;;
                --at) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--shared --within --at --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'expiry remind')
            case $prev in
                --smtp) : ;;
                --smtp-password-file) _mdmctl_paths -f "$cur" ;;
                --from) : ;;
                --to) : ;;
                --webhook-file) _mdmctl_paths -f "$cur" ;;
                --template) _mdmctl_paths -f "$cur" ;;
                --exec) : ;;
                --label) : ;;
                --at) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                --trace) _mdmctl_paths -f "$cur" ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--smtp --smtp-password-file --from --to --webhook-file --template --exec --all-tenants --label --at --dry-run --tenant --output --store --trace --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'expiry remove')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--shared --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'expiry scan')
            case $prev in
                --within) : ;;
                --at) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--within --at --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -d "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'expiry snooze')
            case $prev in
                --until) : ;;
                --reason) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--shared --until --reason --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'expiry timeline')
            case $prev in
                --label) : ;;
                --at) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--all-tenants --label --at --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'find')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'help')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_words 'codes runbook account apns audit check commands completion dep expiry find inspect policy profile sandbox status store tenant version' "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'help account') _mdmctl_words 'list show' "$cur" ;;
        'help apns') _mdmctl_words 'csr sign inspect import check renew rollback list show history set export remove restore assign unassign request vendor' "$cur" ;;
        'help apns request') _mdmctl_words 'list add drop' "$cur" ;;
        'help apns vendor') _mdmctl_words 'add list' "$cur" ;;
        'help audit') _mdmctl_words 'log verify export' "$cur" ;;
        'help codes')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'help dep') _mdmctl_words 'setup pubkey inspect import check renew account sync list show history set export remove restore devices' "$cur" ;;
        'help dep devices') _mdmctl_words 'list show mark assign-user' "$cur" ;;
        'help expiry') _mdmctl_words 'list timeline check needs-renewal explain add remove scan ack snooze remind export' "$cur" ;;
        'help policy') _mdmctl_words 'add tree show set remove' "$cur" ;;
        'help profile') _mdmctl_words 'lint new sign verify unwrap show explain signer schema' "$cur" ;;
        'help profile schema') _mdmctl_words 'fetch' "$cur" ;;
        'help profile signer') _mdmctl_words 'list remove' "$cur" ;;
        'help runbook')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_words "$(mdmctl help runbook --output csv 2>/dev/null | sed '1d; s/,.*//')" "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'help sandbox') _mdmctl_words 'run serve clock fault portal' "$cur" ;;
        'help sandbox fault') _mdmctl_words 'add list clear' "$cur" ;;
        'help sandbox portal') _mdmctl_words 'push-certificate vendor-certificate server-token server devices terms account' "$cur" ;;
        'help sandbox portal account') _mdmctl_words 'password-changed' "$cur" ;;
        'help sandbox portal devices') _mdmctl_words 'add change move remove throttle list' "$cur" ;;
        'help sandbox portal push-certificate') _mdmctl_words 'create renew list' "$cur" ;;
        'help sandbox portal server') _mdmctl_words 'list remove' "$cur" ;;
        'help sandbox portal vendor-certificate') _mdmctl_words 'create' "$cur" ;;
        'help store') _mdmctl_words 'init info check backup restore copy migrate rekey key locks' "$cur" ;;
        'help store key') _mdmctl_words 'list add remove export' "$cur" ;;
        'help tenant') _mdmctl_words 'add list show set rename note contact remove restore export import' "$cur" ;;
        'help tenant contact') _mdmctl_words 'add list remove' "$cur" ;;
        'inspect')
            case $prev in
                --passphrase-file) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--passphrase-file --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'policy') _mdmctl_words 'add tree show set remove' "$cur" ;;
        'policy add')
            case $prev in
                --parent) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--parent --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'policy remove')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'policy set')
            case $prev in
                --remind-days) : ;;
                --warn) : ;;
                --critical) : ;;
                --parent) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--remind-days --warn --critical --parent --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'policy show')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'policy tree')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'profile') _mdmctl_words 'lint new sign verify unwrap show explain signer schema' "$cur" ;;
        'profile explain')
            case $prev in
                --ca) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--ca --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'profile lint')
            case $prev in
                --schema) : ;;
                --os) : ;;
                --supervised) _mdmctl_words 'yes no' "$cur" ;;
                --enrollment) _mdmctl_words 'device user shared-ipad none' "$cur" ;;
                --channel) _mdmctl_words 'device user' "$cur" ;;
                --ca) _mdmctl_paths -f "$cur" ;;
                --baseline) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--schema --os --supervised --enrollment --channel --ca --strict --baseline --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'profile new')
            case $prev in
                --identifier) : ;;
                --out) _mdmctl_paths -f "$cur" ;;
                --name) : ;;
                --organization) : ;;
                --description) : ;;
                --consent) : ;;
                --uuid) : ;;
                --scope) _mdmctl_words 'system user' "$cur" ;;
                --device-type) _mdmctl_words 'any iphone watch homepod apple-tv mac vision' "$cur" ;;
                --removal-password-file) _mdmctl_paths -f "$cur" ;;
                --expires) : ;;
                --expires-after) : ;;
                --identity) _mdmctl_words 'scep acme certificate' "$cur" ;;
                --push-certificate) : ;;
                --certificate) _mdmctl_paths -f "$cur" ;;
                --certificate-passphrase-file) _mdmctl_paths -f "$cur" ;;
                --scep-url) : ;;
                --scep-name) : ;;
                --scep-subject) : ;;
                --scep-challenge-file) _mdmctl_paths -f "$cur" ;;
                --scep-key-size) _mdmctl_words '1024 2048 4096' "$cur" ;;
                --scep-key-usage) _mdmctl_words 'sign encrypt both' "$cur" ;;
                --scep-ca-fingerprint) : ;;
                --scep-dns) : ;;
                --scep-email) : ;;
                --scep-uri) : ;;
                --scep-principal) : ;;
                --scep-retries) : ;;
                --scep-retry-delay) : ;;
                --acme-url) : ;;
                --acme-client-id) : ;;
                --acme-subject) : ;;
                --acme-key) _mdmctl_words 'rsa-2048 rsa-3072 rsa-4096 ec-256 ec-384 ec-521' "$cur" ;;
                --acme-key-usage) _mdmctl_words 'sign encrypt both' "$cur" ;;
                --acme-extended-usage) : ;;
                --acme-dns) : ;;
                --acme-email) : ;;
                --acme-uri) : ;;
                --acme-principal) : ;;
                --server-url) : ;;
                --check-in-url) : ;;
                --topic) : ;;
                --access-rights) : ;;
                --capability) _mdmctl_words 'per-user-connections bootstrap-token token' "$cur" ;;
                --enrollment-mode) _mdmctl_words 'byod adde' "$cur" ;;
                --assigned-account) : ;;
                --min-length) : ;;
                --min-complex) : ;;
                --max-failed-attempts) : ;;
                --failed-attempts-reset) : ;;
                --max-inactivity) : ;;
                --max-grace-period) : ;;
                --max-age) : ;;
                --history) : ;;
                --forbid) : ;;
                --force) : ;;
                --restriction) : ;;
                --ssid) : ;;
                --wifi-security) _mdmctl_words 'wpa2 wpa3 wpa wep any none' "$cur" ;;
                --wifi-password-file) _mdmctl_paths -f "$cur" ;;
                --wifi-eap) _mdmctl_words 'tls peap ttls fast leap sim aka' "$cur" ;;
                --wifi-user) : ;;
                --wifi-user-password-file) _mdmctl_paths -f "$cur" ;;
                --wifi-outer-identity) : ;;
                --wifi-inner) _mdmctl_words 'pap chap mschap mschapv2 eap' "$cur" ;;
                --wifi-server-name) : ;;
                --wifi-tls-min) _mdmctl_words '1.0 1.1 1.2 1.3' "$cur" ;;
                --wifi-tls-max) _mdmctl_words '1.0 1.1 1.2 1.3' "$cur" ;;
                --wifi-proxy) : ;;
                --wifi-proxy-pac) : ;;
                --vpn-server) : ;;
                --vpn-auth) _mdmctl_words 'certificate shared-secret user' "$cur" ;;
                --vpn-name) : ;;
                --vpn-remote-id) : ;;
                --vpn-local-id) : ;;
                --vpn-shared-secret-file) _mdmctl_paths -f "$cur" ;;
                --vpn-user) : ;;
                --vpn-password-file) _mdmctl_paths -f "$cur" ;;
                --vpn-certificate-type) _mdmctl_words 'rsa rsa-pss ecdsa-256 ecdsa-384 ecdsa-521' "$cur" ;;
                --vpn-server-issuer) : ;;
                --vpn-server-certificate) : ;;
                --vpn-idle) : ;;
                --vpn-encryption) _mdmctl_words 'aes-128 aes-256 aes-128-gcm aes-256-gcm chacha20-poly1305' "$cur" ;;
                --vpn-integrity) _mdmctl_words 'sha1-96 sha1-160 sha2-256 sha2-384 sha2-512' "$cur" ;;
                --vpn-dh-group) _mdmctl_words '2 5 14 15 16 17 18 19 20 21 31 32' "$cur" ;;
                --vpn-lifetime) : ;;
                --vpn-dead-peer) _mdmctl_words 'none low medium high' "$cur" ;;
                --vpn-mtu) : ;;
                --mail-type) _mdmctl_words 'imap pop' "$cur" ;;
                --mail-address) : ;;
                --mail-name) : ;;
                --mail-account) : ;;
                --mail-in-server) : ;;
                --mail-in-port) : ;;
                --mail-in-user) : ;;
                --mail-in-password-file) _mdmctl_paths -f "$cur" ;;
                --mail-in-auth) _mdmctl_words 'password none cram-md5 ntlm http-md5' "$cur" ;;
                --mail-path-prefix) : ;;
                --mail-out-server) : ;;
                --mail-out-port) : ;;
                --mail-out-user) : ;;
                --mail-out-password-file) _mdmctl_paths -f "$cur" ;;
                --mail-out-auth) _mdmctl_words 'password none cram-md5 ntlm http-md5' "$cur" ;;
                --exchange-server) : ;;
                --exchange-address) : ;;
                --exchange-user) : ;;
                --exchange-password-file) _mdmctl_paths -f "$cur" ;;
                --exchange-past-days) _mdmctl_words '0 1 3 7 14 31' "$cur" ;;
                --web-clip-url) : ;;
                --web-clip-label) : ;;
                --web-clip-icon) _mdmctl_paths -f "$cur" ;;
                --web-clip-app) : ;;
                --home-screen-layout) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--identifier --out --name --organization --description --consent --uuid --scope --device-type --removal-disallowed --removal-password-file --expires --expires-after --identity --mdm --push-certificate --certificate --certificate-passphrase-file --scep-url --scep-name --scep-subject --scep-challenge-file --scep-key-size --scep-key-usage --scep-ca-fingerprint --scep-dns --scep-email --scep-uri --scep-principal --scep-retries --scep-retry-delay --scep-not-extractable --acme-url --acme-client-id --acme-subject --acme-key --acme-hardware-bound --acme-attest --acme-key-usage --acme-extended-usage --acme-dns --acme-email --acme-uri --acme-principal --acme-not-extractable --server-url --check-in-url --topic --access-rights --sign-message --no-check-out --capability --pin-certificates --pinning-revocation-check --enrollment-mode --assigned-account --min-length --alphanumeric --min-complex --no-simple --max-failed-attempts --failed-attempts-reset --max-inactivity --max-grace-period --max-age --history --change-at-next-auth --forbid --force --restriction --ssid --wifi-security --wifi-password-file --wifi-hidden --wifi-no-auto-join --wifi-no-private-address --wifi-captive-bypass --wifi-eap --wifi-user --wifi-user-password-file --wifi-outer-identity --wifi-inner --wifi-server-name --wifi-tls-min --wifi-tls-max --wifi-proxy --wifi-proxy-pac --vpn-server --vpn-auth --vpn-name --vpn-remote-id --vpn-local-id --vpn-shared-secret-file --vpn-user --vpn-password-file --vpn-certificate-type --vpn-server-issuer --vpn-server-certificate --vpn-on-demand --vpn-all-traffic --vpn-exclude-local --vpn-idle --vpn-encryption --vpn-integrity --vpn-dh-group --vpn-lifetime --vpn-pfs --vpn-dead-peer --vpn-revocation-check --vpn-mtu --mail-type --mail-address --mail-name --mail-account --mail-in-server --mail-in-port --mail-in-user --mail-in-password-file --mail-in-auth --mail-in-no-tls --mail-path-prefix --mail-out-server --mail-out-port --mail-out-user --mail-out-password-file --mail-out-auth --mail-out-no-tls --mail-prevent-move --mail-prevent-apps --mail-no-recents --mail-drop --exchange-server --exchange-address --exchange-user --exchange-password-file --exchange-oauth --exchange-identity --exchange-past-days --exchange-no-tls --exchange-no-mail --exchange-no-contacts --exchange-no-calendars --exchange-no-reminders --exchange-no-notes --exchange-prevent-move --exchange-prevent-apps --exchange-no-recents --web-clip-url --web-clip-label --web-clip-icon --web-clip-full-screen --web-clip-whole-web --web-clip-precomposed --web-clip-not-removable --web-clip-app --home-screen-layout --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_words 'certificate scep acme mdm passcode restrictions wifi vpn mail exchange web-clip home-screen' "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'profile schema') _mdmctl_words 'fetch' "$cur" ;;
        'profile schema fetch')
            case $prev in
                --url) : ;;
                --out) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                --trace) _mdmctl_paths -f "$cur" ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--url --out --dry-run --tenant --output --store --trace --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'profile show')
            case $prev in
                --ca) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--ca --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'profile sign')
            case $prev in
                --cert) _mdmctl_paths -f "$cur" ;;
                --key) _mdmctl_paths -f "$cur" ;;
                --chain) _mdmctl_paths -f "$cur" ;;
                --passphrase-file) _mdmctl_paths -f "$cur" ;;
                --signer) : ;;
                --out) _mdmctl_paths -f "$cur" ;;
                --out-dir) _mdmctl_paths -d "$cur" ;;
                --jobs) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--cert --key --chain --passphrase-file --signer --keep --out --out-dir --jobs --resign --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'profile signer') _mdmctl_words 'list remove' "$cur" ;;
        'profile signer list')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'profile signer remove')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--dry-run --yes --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'profile unwrap')
            case $prev in
                --out) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--out --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'profile verify')
            case $prev in
                --ca) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--ca --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox') _mdmctl_words 'run serve clock fault portal' "$cur" ;;
        'sandbox clock')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox fault') _mdmctl_words 'add list clear' "$cur" ;;
        'sandbox fault add')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox fault clear')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox fault list')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox portal') _mdmctl_words 'push-certificate vendor-certificate server-token server devices terms account' "$cur" ;;
        'sandbox portal account') _mdmctl_words 'password-changed' "$cur" ;;
        'sandbox portal account password-changed')
            case $prev in
                --apple-account) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--apple-account --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox portal devices') _mdmctl_words 'add change move remove throttle list' "$cur" ;;
        'sandbox portal devices add')
            case $prev in
                --count) : ;;
                --seed) : ;;
                --server) : ;;
                --organization) : ;;
                --date) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--count --seed --server --organization --date --without-records --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox portal devices change')
            case $prev in
                --count) : ;;
                --skip) : ;;
                --asset-tag) : ;;
                --server) : ;;
                --organization) : ;;
                --date) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--count --skip --asset-tag --server --organization --date --without-records --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox portal devices list')
            case $prev in
                --server) : ;;
                --organization) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--server --organization --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox portal devices move')
            case $prev in
                --count) : ;;
                --skip) : ;;
                --to) : ;;
                --server) : ;;
                --organization) : ;;
                --date) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--count --skip --to --server --organization --date --without-records --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox portal devices remove')
            case $prev in
                --count) : ;;
                --skip) : ;;
                --server) : ;;
                --organization) : ;;
                --date) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--count --skip --server --organization --date --without-records --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox portal devices throttle')
            case $prev in
                --count) : ;;
                --skip) : ;;
                --server) : ;;
                --organization) : ;;
                --date) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--count --skip --server --organization --date --without-records --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox portal push-certificate') _mdmctl_words 'create renew list' "$cur" ;;
        'sandbox portal push-certificate create')
            case $prev in
                --out) _mdmctl_paths -f "$cur" ;;
                --apple-account) : ;;
                --notes) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--out --apple-account --notes --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox portal push-certificate list')
            case $prev in
                --apple-account) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--apple-account --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox portal push-certificate renew')
            case $prev in
                --out) _mdmctl_paths -f "$cur" ;;
                --apple-account) : ;;
                --topic) : ;;
                --certificate) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--out --apple-account --topic --certificate --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox portal server') _mdmctl_words 'list remove' "$cur" ;;
        'sandbox portal server list')
            case $prev in
                --organization) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--organization --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox portal server remove')
            case $prev in
                --organization) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--organization --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox portal server-token')
            case $prev in
                --out) _mdmctl_paths -f "$cur" ;;
                --public-key) _mdmctl_paths -f "$cur" ;;
                --server) : ;;
                --organization) : ;;
                --apple-account) : ;;
                --type) _mdmctl_words 'business school' "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--out --public-key --server --organization --apple-account --type --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox portal terms')
            case $prev in
                --organization) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--organization --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_words 'changed accepted' "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox portal vendor-certificate') _mdmctl_words 'create' "$cur" ;;
        'sandbox portal vendor-certificate create')
            case $prev in
                --out) _mdmctl_paths -f "$cur" ;;
                --chain-out) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--out --chain-out --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox run')
            case $prev in
                --dir) _mdmctl_paths -d "$cur" ;;
                --fault) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--dir --fault --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'sandbox serve')
            case $prev in
                --dir) _mdmctl_paths -d "$cur" ;;
                --fault) : ;;
                --listen) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--dir --fault --listen --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'status')
            case $prev in
                --label) : ;;
                --at) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--all-tenants --label --exit-code --at --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'store') _mdmctl_words 'init info check backup restore copy migrate rekey key locks' "$cur" ;;
        'store backup')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'store check')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'store copy')
            case $prev in
                --to) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--to --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'store info')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'store init')
            case $prev in
                --passphrase-file) _mdmctl_paths -f "$cur" ;;
                --label) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--passphrase-file --label --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'store key') _mdmctl_words 'list add remove export' "$cur" ;;
        'store key add')
            case $prev in
                --label) : ;;
                --out) _mdmctl_paths -f "$cur" ;;
                --passphrase-file) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--label --out --passphrase-file --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'store key export')
            case $prev in
                --out) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--out --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'store key list')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'store key remove')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'store locks')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'store migrate')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'store rekey')
            case $prev in
                --new-key-file) : ;;
                --label) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--new-key-file --label --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'store restore')
            case $prev in
                --to) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--to --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'tenant') _mdmctl_words 'add list show set rename note contact remove restore export import' "$cur" ;;
        'tenant add')
            case $prev in
                --display-name) : ;;
                --external-id) : ;;
                --from) _mdmctl_paths -f "$cur" ;;
                --files) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--display-name --external-id --from --files --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'tenant contact') _mdmctl_words 'add list remove' "$cur" ;;
        'tenant contact add')
            case $prev in
                --policy) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--policy --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'tenant contact list')
            case $prev in
                --policy) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--policy --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'tenant contact remove')
            case $prev in
                --policy) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--policy --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'tenant export')
            case $prev in
                --out) _mdmctl_paths -f "$cur" ;;
                --to) _mdmctl_paths -f "$cur" ;;
                --passphrase-file) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--out --to --passphrase-file --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'tenant import')
            case $prev in
                --as) : ;;
                --key) _mdmctl_paths -f "$cur" ;;
                --passphrase-file) _mdmctl_paths -f "$cur" ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--as --key --passphrase-file --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_paths -f "$cur" ;;
                    esac
                    ;;
            esac
            ;;
        'tenant list')
            case $prev in
                --label) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--removed --label --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'tenant note')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'tenant remove')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--purge --dry-run --yes --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'tenant rename')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'tenant restore')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'tenant set')
            case $prev in
                --display-name) : ;;
                --external-id) : ;;
                --label) : ;;
                --uses) : ;;
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--display-name --external-id --label --uses --dry-run --tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'tenant show')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
        'version')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) : ;;
                    esac
                    ;;
            esac
            ;;
    esac
}

complete -F _mdmctl mdmctl
