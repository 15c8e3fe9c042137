#include "cli/help.h"

#include <algorithm>
#include <ostream>

#include "cli/suggest.h"
#include "importers/data_files.h"

namespace dateline {

namespace {

constexpr std::size_t kHelpColumns = 80;
/// Whose data the models learned from: their licences ask for it.
constexpr std::string_view kModelCredits = "en/models.txt";

std::string padded(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(width > text.size() ? width - text.size() : 1, ' ');
}

// Breaks at spaces so that no line passes kHelpColumns.
std::string wrapped(std::string_view text, std::size_t indent) {
  std::string out, line(indent, ' ');
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const bool fits = line.size() + space < kHelpColumns;
    if (!fits) {
      out += line + "\n";
      line.assign(indent, ' ');
    }
    if (line.size() > indent) line += ' ';
    line += text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return out + line + "\n";
}

std::string option_row(const Option& option) {
  std::string left = option.letter == 0 ? "      --" : std::string("  -") + option.letter + ", --";
  left += option.name;
  if (!option.argument.empty()) left += " " + std::string(option.argument);
  return padded(left, 26) + std::string(option.help) + "\n";
}

std::string usage_line(const Command& command) {
  std::string line = "Usage: dateline " + std::string(command.name) + " [OPTION...]";
  if (!command.operands.empty()) line += " " + std::string(command.operands);
  return line + "\n";
}

}  // namespace

std::string general_help() {
  std::string text =
      "Usage: dateline COMMAND [OPTION...] [INPUT...]\n\n"
      "Reads news articles and builds a timeline and an entity graph of what they tell:\n"
      "what happened or is only planned, threatened or denied, when, who was in it, and\n"
      "who says so in which words.\n\n"
      "Commands:\n";
  for (const Command& command : commands())
    text += "  " + padded(command.name, 10) + std::string(command.summary) + "\n";
  text +=
      "\nINPUT is a file, a folder (all files in it), an archive, or - for standard input.\n"
      "Try 'dateline COMMAND --help', or to begin with:\n\n"
      "  dateline build article.txt --published 2022-02-12 -o out\n\n"
      "Exit codes: 0 all was read, 1 some inputs were skipped, 2 wrong usage, 3 no input\n"
      "could be used, 4 output failed.\n";
  return text;
}

std::string command_help(const Command& command) {
  std::string text = usage_line(command) + "\n" + wrapped(command.details, 0) + "\nOptions:\n";
  for (const Option* option : options_of(command)) text += option_row(*option);
  return text;
}

ExitCode write_version(const Options& options, Console& console) {
  console.out << "dateline " << DATELINE_VERSION << "\n";
  const DataFiles files = DataFiles::embedded();
  if (options.models)
    console.out << files.find(kModelCredits).value_or("No models are built in.\n");
  return ExitCode::ok;
}

ExitCode write_command_help(const Command& command, Console& console) {
  console.out << command_help(command);
  return ExitCode::ok;
}

ExitCode run_help(const Options& options, Console& console) {
  struct Page {
    std::string_view name;
    std::string (*write)();
  };
  constexpr Page pages[] = {{"man", manual_page},
                            {"bash", bash_completion},
                            {"zsh", zsh_completion},
                            {"fish", fish_completion}};
  for (const Page& page : pages)
    if (page.name == options.to) return console.out << page.write(), ExitCode::ok;
  if (!options.to.empty())
    return refuse(console, options, "expected man, bash, zsh or fish, found '" + options.to + "'");
  if (options.operands.empty()) return console.out << general_help(), ExitCode::ok;
  Options asked;
  asked.command = options.operands.front();
  asked.help = true;
  const std::string words[] = {asked.command, "--help"};
  return run(words, console);
}

}  // namespace dateline
