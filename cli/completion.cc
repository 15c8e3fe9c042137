#include "cli/help.h"

namespace dateline {

namespace {

std::string command_names() {
  std::string text;
  for (const Command& command : commands())
    text += (text.empty() ? "" : " ") + std::string(command.name);
  return text;
}

// The heading of `dateline formats` under which an option's formats stand; empty if it takes none.
// A completion asks the program, so a new format is there at once.
std::string_view heading_of(const Option& option) {
  switch (option.kind) {
    case OptionArgument::importer:
      return "Read";
    case OptionArgument::exporter:
      return "Written";
    default:
      return "";
  }
}

constexpr std::string_view kListFormats =
    R"(dateline formats | sed -n "/^$1/,/^\$/s/^  \([^ ]*\).*/\1/p")";

std::string with_argument(std::string_view shell_case, std::string_view action) {
  return "    " + std::string(shell_case) + ") " + std::string(action) + " ;;\n";
}

std::string replaced(std::string_view text, char what, std::string_view with) {
  std::string out;
  for (const char c : text) out += c == what ? std::string(with) : std::string(1, c);
  return out;
}

std::string roff(std::string_view text) {
  std::string safe = replaced(replaced(text, '\\', "\\e"), '-', "\\-");
  return safe.starts_with('.') || safe.starts_with('\'') ? "\\&" + safe : safe;
}

std::string roff_option(const Option& option) {
  std::string text = ".TP\n";
  if (option.letter != 0) text += "\\fB\\-" + std::string(1, option.letter) + "\\fR, ";
  text += "\\fB\\-\\-" + roff(option.name) + "\\fR";
  if (!option.argument.empty()) text += " \\fI" + roff(option.argument) + "\\fR";
  return text + "\n" + roff(option.help) + "\n";
}

std::string roff_command(const Command& command) {
  std::string text = ".SS dateline " + roff(command.name) + " " + roff(command.operands) + "\n";
  text += roff(command.details.empty() ? command.summary : command.details) + "\n";
  for (const Option* option : options_of(command))
    if (option->name != "help") text += roff_option(*option);
  return text;
}

constexpr std::string_view kManualEnd =
    ".SH EXIT STATUS\n"
    ".TP\n0\nall inputs were read\n"
    ".TP\n1\nsome inputs were skipped; each is named on standard error, with the place\n"
    ".TP\n2\nthe command line is wrong\n"
    ".TP\n3\nno input could be used\n"
    ".TP\n4\noutput failed\n"
    ".SH ENVIRONMENT\n"
    ".TP\n\\fBSOURCE_DATE_EPOCH\\fR\n"
    "Seconds since 1970, written as the time of making. Without it nothing that is written depends "
    "on the clock.\n"
    ".TP\n\\fBNO_COLOR\\fR\nIf set and not empty, messages have no colours.\n"
    ".SH EXAMPLES\n.nf\n"
    "dateline build article.txt \\-\\-published 2022\\-02\\-12 \\-o out\n"
    "dateline read articles/ | dateline merge \\- | dateline export \\- \\-\\-to dot\n"
    "dateline repair < damaged.txt > clean.txt\n"
    ".fi\n";

}  // namespace

std::string manual_page() {
  std::string text =
      ".TH DATELINE 1 \"\" \"dateline " DATELINE_VERSION
      "\" \"User Commands\"\n.SH NAME\n"
      "dateline \\- build a timeline and an entity graph of news articles\n"
      ".SH SYNOPSIS\n.B dateline\n\\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIINPUT\\fR...]\n"
      ".SH DESCRIPTION\nReads news articles and builds a timeline and an entity graph of what they "
      "tell: what happened or is only planned, threatened or denied, when, who was in it, and who "
      "says so in which words.\n.PP\nAn \\fIINPUT\\fR is a file, a folder (all files in it), an "
      "archive, or \\- for standard input, which is also read when no input is named.\n"
      ".SH COMMANDS\n";
  for (const Command& command : commands()) text += roff_command(command);
  return text + std::string(kManualEnd);
}

namespace {

std::string bash_argument(const Option& option) {
  const std::string name = "--" + std::string(option.name);
  const std::string_view heading = heading_of(option);
  if (!heading.empty())
    return with_argument(name, "COMPREPLY=($(compgen -W \"$(_dateline_formats " +
                                   std::string(heading) + ")\" -- \"$word\")); return");
  if (option.kind == OptionArgument::folder)
    return with_argument(name, "COMPREPLY=($(compgen -d -- \"$word\")); return");
  return option.kind == OptionArgument::text ? with_argument(name, "return") : "";
}

std::string bash_options(const Command& command) {
  std::string words;
  for (const Option* option : options_of(command))
    words += (words.empty() ? "--" : " --") + std::string(option->name);
  return with_argument(command.name, "options='" + words + "'");
}

constexpr std::string_view kBashBegin = R"(  local word=${COMP_WORDS[COMP_CWORD]}
  local before=${COMP_WORDS[COMP_CWORD - 1]} options=
  case $before in
)";
constexpr std::string_view kBashEnd = R"(  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  else
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -F _dateline dateline
)";

}  // namespace

std::string bash_completion() {
  std::string text = "# bash completion for dateline; made by 'dateline help --to bash'\n";
  text += "_dateline_formats() { " + std::string(kListFormats) + "; }\n_dateline() {\n";
  text += kBashBegin;
  for (const Option& option : all_options()) text += bash_argument(option);
  text += "  esac\n  if [[ $COMP_CWORD -eq 1 ]]; then\n    COMPREPLY=($(compgen -W '" +
          command_names() +
          " --help --version' -- \"$word\"))\n    return\n  fi\n  case ${COMP_WORDS[1]} in\n";
  for (const Command& command : commands()) text += bash_options(command);
  return text + std::string(kBashEnd);
}

namespace {

std::string in_single_quotes(std::string_view text) { return replaced(text, '\'', "'\\''"); }

std::string zsh_action(const Option& option) {
  if (option.kind == OptionArgument::file) return "_files";
  if (option.kind == OptionArgument::folder) return "_files -/";
  const std::string_view heading = heading_of(option);
  if (heading.empty()) return "";
  return "{_values format $(_dateline_formats " + std::string(heading) + ")}";
}

// An argument of zsh's _arguments: '--to[help]:FORMAT:action'.
std::string zsh_option(const Option& option) {
  const std::string name = "--" + std::string(option.name);
  const std::string letter = "-" + std::string(1, option.letter);
  std::string spec = "'" + name;
  if (option.letter != 0) spec = "'(" + letter + " " + name + ")'{" + letter + "," + name + "}'";
  spec += "[" + in_single_quotes(replaced(replaced(option.help, '[', "\\["), ']', "\\]")) + "]";
  if (option.kind == OptionArgument::none) return spec + "'";
  return spec + ":" + std::string(option.argument) + ":" + zsh_action(option) + "'";
}

std::string zsh_command(const Command& command) {
  std::string text = "    " + std::string(command.name) + ")\n      _arguments -S";
  for (const Option* option : options_of(command)) text += " \\\n        " + zsh_option(*option);
  const bool files = command.takes == OptionArgument::file;
  return text + (files ? " \\\n        '*:input:_files' ;;\n" : " ;;\n");
}

constexpr std::string_view kZshMiddle = R"(  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
)";

}  // namespace

std::string zsh_completion() {
  std::string text =
      "#compdef dateline\n# zsh completion for dateline; made by 'dateline help --to zsh'\n";
  text += "_dateline_formats() { " + std::string(kListFormats) + " }\n";
  text += "_dateline() {\n  local -a commands=(\n";
  for (const Command& command : commands())
    text += "    '" + std::string(command.name) + ":" +
            in_single_quotes(replaced(command.summary, ':', "\\:")) + "'\n";
  text += kZshMiddle;
  for (const Command& command : commands()) text += zsh_command(command);
  return text + "  esac\n}\n_dateline \"$@\"\n";
}

namespace {

std::string fish_argument(const Option& option) {
  const std::string_view heading = heading_of(option);
  if (!heading.empty()) return " -x -a '(__dateline_formats " + std::string(heading) + ")'";
  switch (option.kind) {
    case OptionArgument::text:
      return " -x";
    case OptionArgument::file:
      return " -r";
    case OptionArgument::folder:
      return " -x -a '(__fish_complete_directories)'";
    default:
      return "";
  }
}

std::string fish_option(const Command& command, const Option& option) {
  std::string text = "complete -c dateline -n '__fish_seen_subcommand_from " +
                     std::string(command.name) + "' -l " + std::string(option.name);
  if (option.letter != 0) text += " -s " + std::string(1, option.letter);
  return text + fish_argument(option) + " -d '" + replaced(option.help, '\'', "\\'") + "'\n";
}

}  // namespace

std::string fish_completion() {
  std::string text =
      "# fish completion for dateline; made by 'dateline help --to fish'\n"
      "function __dateline_formats\n  " +
      std::string(kListFormats) + "\nend\nset -l commands " + command_names() + "\n";
  text.replace(text.find("$1"), 2, "$argv[1]");
  for (const Command& command : commands()) {
    text += "complete -c dateline -n \"not __fish_seen_subcommand_from $commands\" -f -a " +
            std::string(command.name) + " -d '" + replaced(command.summary, '\'', "\\'") + "'\n";
    for (const Option* option : options_of(command)) text += fish_option(command, *option);
  }
  return text;
}

}  // namespace dateline
