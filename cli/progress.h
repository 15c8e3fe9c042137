#pragma once

#include <cstdint>
#include <string>

namespace dateline {

/// How far a run has come.
struct ProgressState {
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;
  std::uint64_t total_bytes = 0;  ///< 0 if not known: then no bar and no time left
  double seconds = 0;             ///< since the start
};

/// One line for a terminal of that many columns: bar, articles, bytes, rate, time left.
std::string progress_line(const ProgressState& state, std::size_t columns);

/// "1.5 MB": three figures at most, units of 1000.
std::string display_bytes(double bytes);
/// "2:05", "1:02:05".
std::string display_seconds(double seconds);

}  // namespace dateline
