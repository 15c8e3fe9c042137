#include "cli/commands.h"

#include <algorithm>
#include <ostream>

#include "cli/help.h"
#include "cli/suggest.h"

namespace dateline {

namespace {

constexpr Command kCommands[] = {
    {"build", "[INPUT...]", "make one timeline and graph of articles",
     "Reads every INPUT (a file, a folder, an archive, or - for standard input), joins what the "
     "articles tell into one timeline, and writes it. With -o DIR the folder gets timeline.json, "
     "timeline.html, timeline.svg, graph.dot and graph.json, or what --to chooses. Without -o one "
     "format goes to standard output: JSON unless --to says otherwise.",
     "from to output column published language jobs data gazetteer no-text quiet verbose",
     OptionArgument::file, run_build},
    {"read", "[INPUT...]", "make one timeline an article, as JSON Lines",
     "Writes one timeline an article, one a line, in the order of the inputs. 'dateline merge' "
     "joins them; reading and merging give the same bytes as 'dateline build --to json'.",
     "from column published language jobs data gazetteer no-text quiet verbose output",
     OptionArgument::file, run_read},
    {"merge", "[TIMELINE...]", "join timelines into one",
     "Reads timelines (JSON, or JSON Lines as 'dateline read' writes them) and joins them. Order "
     "and repetition of the inputs do not matter.",
     "output no-text quiet verbose", OptionArgument::file, run_merge},
    {"export", "TIMELINE", "write a timeline in another format",
     "Reads one timeline (JSON) and writes it as --to says; 'dateline formats' lists the formats.",
     "to output no-text quiet verbose", OptionArgument::file, run_export},
    {"extract", "[INPUT...]", "only import: title, date, authors, text",
     "Writes what the articles say of themselves and their text without furniture: one JSON line "
     "an article (--to jsonl), or plain text (--to text).",
     "from to column published language jobs quiet verbose output", OptionArgument::file,
     run_extract},
    {"repair", "[FILE]", "undo mojibake, byte for byte",
     "Reads FILE or standard input and writes it with its mojibake put right; everything else "
     "stays as it is. --report lists what was changed, and where.",
     "report output quiet verbose", OptionArgument::file, run_repair},
    {"annotate", "[INPUT...]", "write the language layers: timeml, conllu, ner, srl",
     "Reads articles, or text that is cut into words already (--from conllu, --from columns), and "
     "writes the layers that --to names. With -o DIR each input becomes a file of the same name.",
     "from to output column keep-annotation published language jobs data quiet verbose",
     OptionArgument::file, run_annotate},
    {"explain", "TEXT", "say how each time in TEXT got its value",
     "Shows which rule read each time expression and which reference time gave its value.",
     "published language data quiet verbose", OptionArgument::text, run_explain},
    {"query", "TIMELINE actors | events | path FROM TO", "ask a timeline",
     "'actors' lists the entities with their place in the graph; 'events' lists events, filtered "
     "by --actor, --type, --date and --factuality; 'path' shows how two entities are joined.",
     "actor type date factuality quiet verbose", OptionArgument::file, run_query},
    {"diff", "OLD NEW", "show what changed between two timelines",
     "Lists the events that were added, withdrawn, moved in time or given another factuality. "
     "Exit code 0 whether or not there are differences.",
     "output quiet verbose", OptionArgument::file, run_diff},
    {"formats", "", "list every format that is read or written", "", "", OptionArgument::none,
     run_formats},
    {"help", "[COMMAND]", "show how a command is used",
     "--to man, bash, zsh or fish writes the manual page or a shell's completion instead.", "to",
     OptionArgument::text, run_help},
};

bool has_option(const Command& command, std::string_view option) {
  if (option == "help" || option == "version") return true;
  const std::string padded = " " + std::string(command.options) + " ";
  return padded.find(" " + std::string(option) + " ") != padded.npos;
}

ExitCode unknown_command(const Options& options, Console& console) {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  std::string message = "unknown command '" + options.command + "'";
  if (const auto near = closest(options.command, names))
    message += "; did you mean '" + std::string(*near) + "'?";
  return refuse(console, {}, message);
}

ExitCode run_command(const Command& command, const Options& options, Console& console) {
  for (const std::string_view option : given(options))
    if (!has_option(command, option))
      return refuse(
          console, options,
          "'" + std::string(command.name) + "' has no option '--" + std::string(option) + "'");
  return command.run(options, console);
}

}  // namespace

std::span<const Command> commands() { return kCommands; }

const Command* find_command(std::string_view name) {
  for (const Command& command : kCommands)
    if (command.name == name) return &command;
  return nullptr;
}

std::vector<const Option*> options_of(const Command& command) {
  std::vector<const Option*> found;
  for (const Option& option : all_options())
    if (option.name != "version" && has_option(command, option.name)) found.push_back(&option);
  return found;
}

ExitCode run(std::span<const std::string> words, Console& console) {
  const Result<Options> options = parse_options(words);
  if (!options) return refuse(console, {}, options.error().message);
  if (options->version) return write_version(*options, console);
  if (options->command.empty() && options->help) return run_help({}, console);
  if (options->command.empty()) return refuse(console, {}, "expected a command");
  const Command* const command = find_command(options->command);
  if (command == nullptr) return unknown_command(*options, console);
  if (options->help) return write_command_help(*command, console);
  return run_command(*command, *options, console);
}

ExitCode refuse(Console& console, const Options& options, std::string_view message) {
  const std::string of = options.command.empty() ? "" : " " + options.command;
  console.err << "dateline" << of << ": " << message << "\nTry 'dateline" << of << " --help'.\n";
  return ExitCode::usage;
}

ExitCode fail_output(Console& console, std::string_view message) {
  console.err << "dateline: " << message << "\n";
  return ExitCode::output_failed;
}

}  // namespace dateline
