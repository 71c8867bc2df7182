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
            'commands' | 'completion' | 'help' | 'help codes' | 'help runbook' | 'version') command=$longer ;;
            *) break ;;
        esac
    done
    case $command in
        '') _mdmctl_words 'commands completion help version' "$cur" ;;
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
        'help')
            case $prev in
                --tenant) : ;;
                --output) _mdmctl_words 'table json jsonl csv' "$cur" ;;
                --store) : ;;
                *)
                    case $cur in
                        -*) _mdmctl_words '--tenant --output --store --verbose --quiet --no-input --help' "$cur" ;;
                        *) _mdmctl_words 'codes runbook' "$cur" ;;
                    esac
                    ;;
            esac
            ;;
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
        'help runbook')
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
