#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace dateline {

/// What the words of a command line ask for. Empty: not given.
struct Options {
  std::string command;
  std::vector<std::string> operands;
  std::string from, to, output, published, language, jobs, data, gazetteer, report, columns;
  std::string actor, type, date, factuality, path;  ///< the filters of `query`
  bool quiet = false, verbose = false, no_text = false, keep_annotation = false;
  bool help = false, version = false, models = false;
};

/// What an option's argument names, for completion.
enum class OptionArgument : std::uint8_t { none, text, file, folder, importer, exporter };

/// One option, as every command that has it understands it.
struct Option {
  std::string_view name;      ///< without the hyphens: "from"
  char letter;                ///< short form; 0 if it has none
  OptionArgument kind;        ///< none: a switch
  std::string_view argument;  ///< "FORMAT"; empty for a switch
  std::string_view help;
  std::string Options::*value;  ///< where the argument goes; null for a switch
  bool Options::*flag;          ///< what a switch sets; null otherwise
};
std::span<const Option> all_options();
const Option* find_option(std::string_view name);

/// Sorts the words of a command line. The first operand is the command; "--" ends the options; "-"
/// is an operand. Knows every option of every command: whether the command has it, is asked later.
/// Error.message tells what was mistyped, with a suggestion.
Result<Options> parse_options(std::span<const std::string> words);

/// The names of the options that were given, as in Option::name.
std::vector<std::string_view> given(const Options& options);

}  // namespace dateline
