#pragma once

#include <string>

#include "cli/commands.h"

namespace dateline {

/// All help is made from the tables of commands, options and formats; nothing is written twice.
std::string general_help();
std::string command_help(const Command& command);
std::string manual_page();  ///< roff, with the man macros
std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

ExitCode write_version(const Options& options, Console& console);
ExitCode write_command_help(const Command& command, Console& console);

}  // namespace dateline
