#include "cli/help.h"
#include "exporters/exporter.h"
#include "importers/importer.h"

namespace dateline {

namespace {

template <typename Table>
std::string names(const Table& table) {
  std::string text;
  for (const auto& row : table) text += (text.empty() ? "" : " ") + std::string(row.name);
  return text;
}

// The words of an option's argument, if they are known beforehand.
std::string choices(const Option& option) {
  if (option.kind == OptionArgument::importer) return names(importers());
  if (option.kind == OptionArgument::exporter) return names(exporters());
  return "";
}

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

std::string bash_completion() {
  std::string text =
      "# bash completion for dateline; made by 'dateline help --to bash'\n"
      "_dateline() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  local command=${COMP_WORDS[1]} options=\n"
      "  case $before in\n";
  for (const Option& option : all_options()) {
    const std::string words = choices(option);
    const std::string name = "--" + std::string(option.name);
    if (!words.empty())
      text += with_argument(name, "COMPREPLY=($(compgen -W '" + words + "' -- \"$word\")); return");
    if (option.kind == OptionArgument::folder)
      text += with_argument(name, "COMPREPLY=($(compgen -d -- \"$word\")); return");
    if (option.kind == OptionArgument::text) text += with_argument(name, "return");
  }
  text +=
      "  esac\n"
      "  if [[ $COMP_CWORD -eq 1 ]]; then\n"
      "    COMPREPLY=($(compgen -W '" +
      names(commands()) +
      " --help --version' -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case $command in\n";
  for (const Command& command : commands()) {
    std::string words;
    for (const Option* option : options_of(command))
      words += "--" + std::string(option->name) + " ";
    words.pop_back();
    text += with_argument(command.name, "options='" + words + "'");
  }
  return text +
         "  esac\n"
         "  if [[ $word == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
         "  else\n"
         "    compopt -o filenames 2>/dev/null\n"
         "    COMPREPLY=($(compgen -f -- \"$word\"))\n"
         "  fi\n"
         "}\n"
         "complete -F _dateline dateline\n";
}

namespace {

std::string zsh_option(const Option& option) {
  const std::string help =
      "[" + replaced(replaced(replaced(option.help, '\'', "'\\''"), '[', "\\["), ']', "\\]") + "]";
  const std::string name = "--" + std::string(option.name);
  std::string spec = option.letter == 0
                         ? "'" + name
                         : "'(-" + std::string(1, option.letter) + " " + name + ")'{-" +
                               std::string(1, option.letter) + "," + name + "}'";
  spec += help;
  if (option.kind == OptionArgument::none) return spec + "'";
  spec += ":" + std::string(option.argument) + ":";
  if (option.kind == OptionArgument::file) spec += "_files";
  if (option.kind == OptionArgument::folder) spec += "_files -/";
  if (const std::string words = choices(option); !words.empty()) spec += "(" + words + ")";
  return spec + "'";
}

}  // namespace

std::string zsh_completion() {
  std::string text =
      "#compdef dateline\n# zsh completion for dateline; made by 'dateline help --to zsh'\n"
      "_dateline() {\n  local -a commands=(\n";
  for (const Command& command : commands())
    text += "    '" + std::string(command.name) + ":" +
            replaced(replaced(command.summary, ':', "\\:"), '\'', "'\\''") + "'\n";
  text +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
      "  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $command in\n";
  for (const Command& command : commands()) {
    text += "    " + std::string(command.name) + ")\n      _arguments -S";
    for (const Option* option : options_of(command)) text += " \\\n        " + zsh_option(*option);
    text += command.takes == OptionArgument::file ? " \\\n        '*:input:_files' ;;\n" : " ;;\n";
  }
  return text + "  esac\n}\n_dateline \"$@\"\n";
}

std::string fish_completion() {
  std::string text =
      "# fish completion for dateline; made by 'dateline help --to fish'\n"
      "set -l commands " +
      names(commands()) + "\n";
  for (const Command& command : commands()) {
    text += "complete -c dateline -n \"not __fish_seen_subcommand_from $commands\" -f -a " +
            std::string(command.name) + " -d '" + replaced(command.summary, '\'', "\\'") + "'\n";
    for (const Option* option : options_of(command)) {
      text += "complete -c dateline -n '__fish_seen_subcommand_from " + std::string(command.name) +
              "' -l " + std::string(option->name);
      if (option->letter != 0) text += " -s " + std::string(1, option->letter);
      if (const std::string words = choices(*option); !words.empty())
        text += " -x -a '" + words + "'";
      if (option->kind == OptionArgument::text) text += " -x";
      if (option->kind == OptionArgument::file) text += " -r";
      if (option->kind == OptionArgument::folder) text += " -x -a '(__fish_complete_directories)'";
      text += " -d '" + replaced(option->help, '\'', "\\'") + "'\n";
    }
  }
  return text;
}

}  // namespace dateline
