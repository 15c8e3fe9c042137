#pragma once

#include <string>

namespace dateline::testing {

struct ProgramRun {
  int status = -1;  ///< exit status; -1 if it did not run
  std::string out;  ///< what it printed, on both streams
};
/// Runs a command line of the shell, with `input` in a file that $INPUT names.
ProgramRun run_program(const std::string& command, const std::string& input = "");

/// Whether the shell finds the program.
bool has_program(const std::string& name);

}  // namespace dateline::testing
