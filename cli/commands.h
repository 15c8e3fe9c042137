#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.h"
#include "cli/options.h"

namespace dateline {

/// One command of the program. The table of them is what dispatch, --help, the man page and the
/// completions are made from.
struct Command {
  std::string_view name;
  std::string_view operands;  ///< "[INPUT...]"
  std::string_view summary;   ///< one line, lower case, no full stop
  std::string_view details;   ///< for its own help: paragraphs
  std::string_view options;   ///< names of the options it has, with spaces between
  OptionArgument takes;       ///< what its operands are, for completion
  ExitCode (*run)(const Options& options, Console& console);
};
std::span<const Command> commands();
const Command* find_command(std::string_view name);

/// The options of a command, --help included, in the order of all_options().
std::vector<const Option*> options_of(const Command& command);

/// The whole program: takes the words after its name, says what is wrong with them or runs the
/// command they name.
ExitCode run(std::span<const std::string> words, Console& console);

/// Says what is wrong with the command line, and where help is.
ExitCode refuse(Console& console, const Options& options, std::string_view message);
/// Says why a file could not be written.
ExitCode fail_output(Console& console, std::string_view message);

ExitCode run_build(const Options& options, Console& console);
ExitCode run_read(const Options& options, Console& console);
ExitCode run_merge(const Options& options, Console& console);
ExitCode run_export(const Options& options, Console& console);
ExitCode run_extract(const Options& options, Console& console);
ExitCode run_repair(const Options& options, Console& console);
ExitCode run_annotate(const Options& options, Console& console);
ExitCode run_explain(const Options& options, Console& console);
ExitCode run_query(const Options& options, Console& console);
ExitCode run_diff(const Options& options, Console& console);
ExitCode run_formats(const Options& options, Console& console);
ExitCode run_help(const Options& options, Console& console);

}  // namespace dateline
