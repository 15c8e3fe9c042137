#include "cli/progress.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace dateline {

namespace {

constexpr std::size_t kBarColumns = 24;
// A remaining time that is guessed from less than this jumps about.
constexpr double kSecondsBeforeGuess = 1.0;
constexpr double kLongestGuess = 359999;  // 99:59:59

template <typename... Values>
std::string formatted(const char* format, Values... values) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), format, values...);
  return text.data();
}

double share_done(const ProgressState& state) {
  if (state.total_bytes == 0) return 0;
  return std::min(1.0, static_cast<double>(state.bytes) / static_cast<double>(state.total_bytes));
}

std::string bar(double share) {
  const auto full = static_cast<std::size_t>(share * kBarColumns);
  return "[" + std::string(full, '#') + std::string(kBarColumns - full, ' ') + "] " +
         formatted("%3d%%  ", static_cast<int>(share * 100));
}

std::string time_left(const ProgressState& state) {
  const double share = share_done(state);
  if (share <= 0 || state.seconds < kSecondsBeforeGuess) return "";
  return "  " + display_seconds(state.seconds * (1 - share) / share) + " left";
}

}  // namespace

std::string display_bytes(double bytes) {
  constexpr std::array<const char*, 5> units = {"B", "kB", "MB", "GB", "TB"};
  std::size_t unit = 0;
  for (; bytes >= 999.5 && unit + 1 < units.size(); ++unit) bytes /= 1000;
  const bool fraction = unit > 0 && bytes < 9.95;
  return formatted(fraction ? "%.1f %s" : "%.0f %s", bytes, units[unit]);
}

std::string display_seconds(double seconds) {
  const auto whole = static_cast<long>(std::lround(std::clamp(seconds, 0.0, kLongestGuess)));
  if (whole < 3600) return formatted("%ld:%02ld", whole / 60, whole % 60);
  return formatted("%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string progress_line(const ProgressState& state, std::size_t columns) {
  std::string line = state.total_bytes > 0 ? bar(share_done(state)) : "";
  line += std::to_string(state.articles) + (state.articles == 1 ? " article  " : " articles  ");
  line += display_bytes(static_cast<double>(state.bytes));
  if (state.seconds > 0)
    line += formatted("  %.0f/s", static_cast<double>(state.articles) / state.seconds);
  line += time_left(state);
  return line.substr(0, columns);
}

}  // namespace dateline
