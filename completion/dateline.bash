# bash completion for dateline; made by 'dateline help --to bash'
_dateline_formats() { dateline formats | sed -n "/^$1/,/^\$/s/^  \([^ ]*\).*/\1/p"; }
_dateline() {
  local word=${COMP_WORDS[COMP_CWORD]}
  local before=${COMP_WORDS[COMP_CWORD - 1]} options=
  case $before in
    --from) COMPREPLY=($(compgen -W "$(_dateline_formats Read)" -- "$word")); return ;;
    --to) COMPREPLY=($(compgen -W "$(_dateline_formats Written)" -- "$word")); return ;;
    --column) return ;;
    --published) return ;;
    --language) return ;;
    --jobs) return ;;
    --data) COMPREPLY=($(compgen -d -- "$word")); return ;;
    --actor) return ;;
    --type) return ;;
    --date) return ;;
    --factuality) return ;;
  esac
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W 'build read merge export extract repair annotate explain query diff formats help --help --version' -- "$word"))
    return
  fi
  case ${COMP_WORDS[1]} in
    build) options='--from --to --output --column --published --language --jobs --data --gazetteer --no-text --quiet --verbose --help' ;;
    read) options='--from --output --column --published --language --jobs --data --gazetteer --no-text --quiet --verbose --help' ;;
    merge) options='--output --no-text --quiet --verbose --help' ;;
    export) options='--to --output --no-text --quiet --verbose --help' ;;
    extract) options='--from --to --output --column --published --language --jobs --quiet --verbose --help' ;;
    repair) options='--output --report --quiet --verbose --help' ;;
    annotate) options='--from --to --output --column --published --language --jobs --data --keep-annotation --quiet --verbose --help' ;;
    explain) options='--published --language --data --quiet --verbose --help' ;;
    query) options='--actor --type --date --factuality --quiet --verbose --help' ;;
    diff) options='--output --quiet --verbose --help' ;;
    formats) options='--help' ;;
    help) options='--to --help' ;;
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  else
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -F _dateline dateline
