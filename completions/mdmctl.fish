# fish completion of mdmctl, rendered from its declarations: mdmctl completion fish

function __mdmctl_at --argument-names wanted
    set -l command
    for word in (commandline -opc)[2..-1]
        set -l longer (string trim -- "$command $word")
        contains -- "$longer" $__mdmctl_commands
        or break
        set command $longer
    end
    test "$command" = "$wanted"
end

complete -c mdmctl -f
set -g __mdmctl_commands 'commands' 'completion' 'help' 'help codes' 'help runbook' 'version'
complete -c mdmctl -n '__mdmctl_at ""' -a commands -d 'List every command, with all that is declared of it'
complete -c mdmctl -n '__mdmctl_at ""' -a completion -d 'Print the completion script of a shell'
complete -c mdmctl -n '__mdmctl_at ""' -a help -d 'Show what a command does, what a code means, or a runbook'
complete -c mdmctl -n '__mdmctl_at ""' -a version -d 'Show which version of mdmctl this is'
complete -c mdmctl -n '__mdmctl_at "help"' -a codes -d 'List the codes of errors and findings, with their exit codes'
complete -c mdmctl -n '__mdmctl_at "help"' -a runbook -d 'List the runbooks, or print one'
complete -c mdmctl -n '__mdmctl_at "commands"' -l tenant -x -d 'the tenant that is meant'
complete -c mdmctl -n '__mdmctl_at "commands"' -l output -x -a 'table json jsonl csv' -d 'the form of the answer'
complete -c mdmctl -n '__mdmctl_at "commands"' -l store -x -d 'the database, without a password in the URL'
complete -c mdmctl -n '__mdmctl_at "commands"' -l verbose -d 'say more on standard error'
complete -c mdmctl -n '__mdmctl_at "commands"' -l quiet -d 'say nothing on standard error but warnings and errors'
complete -c mdmctl -n '__mdmctl_at "commands"' -l no-input -d 'never ask; so it is without a terminal, too'
complete -c mdmctl -n '__mdmctl_at "commands"' -l help -d 'show what this command does and takes'
complete -c mdmctl -n '__mdmctl_at "completion"' -a 'bash zsh fish' -d 'the shell that is to complete'
complete -c mdmctl -n '__mdmctl_at "completion"' -l tenant -x -d 'the tenant that is meant'
complete -c mdmctl -n '__mdmctl_at "completion"' -l output -x -a 'table json jsonl csv' -d 'the form of the answer'
complete -c mdmctl -n '__mdmctl_at "completion"' -l store -x -d 'the database, without a password in the URL'
complete -c mdmctl -n '__mdmctl_at "completion"' -l verbose -d 'say more on standard error'
complete -c mdmctl -n '__mdmctl_at "completion"' -l quiet -d 'say nothing on standard error but warnings and errors'
complete -c mdmctl -n '__mdmctl_at "completion"' -l no-input -d 'never ask; so it is without a terminal, too'
complete -c mdmctl -n '__mdmctl_at "completion"' -l help -d 'show what this command does and takes'
complete -c mdmctl -n '__mdmctl_at "help"' -l tenant -x -d 'the tenant that is meant'
complete -c mdmctl -n '__mdmctl_at "help"' -l output -x -a 'table json jsonl csv' -d 'the form of the answer'
complete -c mdmctl -n '__mdmctl_at "help"' -l store -x -d 'the database, without a password in the URL'
complete -c mdmctl -n '__mdmctl_at "help"' -l verbose -d 'say more on standard error'
complete -c mdmctl -n '__mdmctl_at "help"' -l quiet -d 'say nothing on standard error but warnings and errors'
complete -c mdmctl -n '__mdmctl_at "help"' -l no-input -d 'never ask; so it is without a terminal, too'
complete -c mdmctl -n '__mdmctl_at "help"' -l help -d 'show what this command does and takes'
complete -c mdmctl -n '__mdmctl_at "help codes"' -l tenant -x -d 'the tenant that is meant'
complete -c mdmctl -n '__mdmctl_at "help codes"' -l output -x -a 'table json jsonl csv' -d 'the form of the answer'
complete -c mdmctl -n '__mdmctl_at "help codes"' -l store -x -d 'the database, without a password in the URL'
complete -c mdmctl -n '__mdmctl_at "help codes"' -l verbose -d 'say more on standard error'
complete -c mdmctl -n '__mdmctl_at "help codes"' -l quiet -d 'say nothing on standard error but warnings and errors'
complete -c mdmctl -n '__mdmctl_at "help codes"' -l no-input -d 'never ask; so it is without a terminal, too'
complete -c mdmctl -n '__mdmctl_at "help codes"' -l help -d 'show what this command does and takes'
complete -c mdmctl -n '__mdmctl_at "help runbook"' -l tenant -x -d 'the tenant that is meant'
complete -c mdmctl -n '__mdmctl_at "help runbook"' -l output -x -a 'table json jsonl csv' -d 'the form of the answer'
complete -c mdmctl -n '__mdmctl_at "help runbook"' -l store -x -d 'the database, without a password in the URL'
complete -c mdmctl -n '__mdmctl_at "help runbook"' -l verbose -d 'say more on standard error'
complete -c mdmctl -n '__mdmctl_at "help runbook"' -l quiet -d 'say nothing on standard error but warnings and errors'
complete -c mdmctl -n '__mdmctl_at "help runbook"' -l no-input -d 'never ask; so it is without a terminal, too'
complete -c mdmctl -n '__mdmctl_at "help runbook"' -l help -d 'show what this command does and takes'
complete -c mdmctl -n '__mdmctl_at "version"' -l tenant -x -d 'the tenant that is meant'
complete -c mdmctl -n '__mdmctl_at "version"' -l output -x -a 'table json jsonl csv' -d 'the form of the answer'
complete -c mdmctl -n '__mdmctl_at "version"' -l store -x -d 'the database, without a password in the URL'
complete -c mdmctl -n '__mdmctl_at "version"' -l verbose -d 'say more on standard error'
complete -c mdmctl -n '__mdmctl_at "version"' -l quiet -d 'say nothing on standard error but warnings and errors'
complete -c mdmctl -n '__mdmctl_at "version"' -l no-input -d 'never ask; so it is without a terminal, too'
complete -c mdmctl -n '__mdmctl_at "version"' -l help -d 'show what this command does and takes'
