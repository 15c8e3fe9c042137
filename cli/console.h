#pragma once

#include <iosfwd>
#include <optional>
#include <string>

namespace dateline {

/// What a command may touch of the world outside: the standard streams and the little of the
/// environment that matters. Only main() fills it from the real ones, so tests can give others.
struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool in_is_terminal = false;
  bool err_is_terminal = false;
  bool color = false;        ///< colours on `err`: a terminal, and NO_COLOR is not set
  std::size_t columns = 80;  ///< width of the terminal
  std::string generated_at;  ///< SOURCE_DATE_EPOCH as RFC 3339; empty if it is not set
};

/// How the program ends; the numbers are part of its interface.
enum class ExitCode : int {
  ok = 0,
  some_skipped = 1,   ///< some inputs were skipped, each named on standard error
  usage = 2,          ///< the command line is wrong; nothing was read
  nothing_read = 3,   ///< no input could be used
  output_failed = 4,  ///< standard output or a file could not be written
};

/// SOURCE_DATE_EPOCH (reproducible-builds.org) as RFC 3339; empty if it is not a whole number of
/// seconds within the years 1970 to 9999.
std::optional<std::string> time_of_epoch(std::string_view seconds);

}  // namespace dateline
