The scripts are static, and right for their shells.

  $ mdmctl completion bash >mdmctl.bash && bash -n mdmctl.bash
  $ mdmctl completion zsh >_mdmctl && zsh -n _mdmctl
  $ mdmctl completion fish >mdmctl.fish && fish -n mdmctl.fish
  $ mdmctl completion tcsh
  error: 'tcsh' is not what SHELL takes: bash, zsh, fish
  hint: usage: mdmctl completion [OPTION...] SHELL
  [2]
  $ touch 'a key.pem' && mkdir folder

bash:

  $ cat >complete.bash <<'END'
  > source ./mdmctl.bash
  > COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
  > _mdmctl
  > printf '%s\n' "${COMPREPLY[@]}"
  > END
  $ bash complete.bash mdmctl comp
  completion
  $ bash complete.bash mdmctl completion ''
  bash
  zsh
  fish
  $ bash complete.bash mdmctl help co | sort
  codes
  commands
  completion
  $ bash complete.bash mdmctl help apns s
  sign
  show
  set
  $ bash complete.bash mdmctl help sandbox portal push-certificate ''
  create
  renew
  list
  $ PATH=$BUILD/bin:$PATH bash complete.bash mdmctl help runbook look
  look-before-you-upload
  $ bash complete.bash mdmctl completion --no
  --no-input
  $ bash complete.bash mdmctl version --output js
  json
  jsonl
  $ bash complete.bash mdmctl version --output = cs
  csv
  $ bash complete.bash mdmctl version --output =
  table
  json
  jsonl
  csv
  $ bash complete.bash mdmctl version --tenant ''
  

zsh has no completion without a terminal, so its functions are stood in for.

  $ cat >complete.zsh <<'END'
  > _describe() { print -l -- "${(@P)@[-1]}" }
  > _arguments() { print "$words[1] | $CURRENT"; print -l -- "$@" | grep -e SHELL -e --output }
  > compdef() { }
  > source ./_mdmctl
  > words=("$@") CURRENT=$#
  > _mdmctl
  > END
  $ zsh -f complete.zsh mdmctl '' | grep ^completion
  completion:Print the completion script of a shell
  $ zsh -f complete.zsh mdmctl help '' | grep -c :
  20
  $ zsh -f complete.zsh mdmctl completion ''
  mdmctl completion | 2
  :SHELL:(bash zsh fish)
  --output=[the form of the answer]:table|json|jsonl|csv:(table json jsonl csv)

fish:

  $ fish -c 'source mdmctl.fish; complete -C "mdmctl comp"'
  completion\tPrint the completion script of a shell (esc)
  $ fish -c 'source mdmctl.fish; complete -C "mdmctl completion "'
  bash\tthe shell that is to complete (esc)
  fish\tthe shell that is to complete (esc)
  zsh\tthe shell that is to complete (esc)
  $ fish -c 'source mdmctl.fish; complete -C "mdmctl version --output j"'
  json\tthe form of the answer (esc)
  jsonl\tthe form of the answer (esc)
  $ fish -c 'source mdmctl.fish; complete -C "mdmctl completion --no-"'
  --no-input\tnever ask; so it is without a terminal, too (esc)
