#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

namespace dateline {

struct Timeline;

/// A format that timelines leave in. Thread-safe: `write` keeps nothing between calls.
struct Exporter {
  std::string_view name;         ///< as in --to=dot
  std::string_view file_name;    ///< what build -o DIR calls it: "timeline.html"
  std::string_view description;  ///< one line, for `dateline formats`
  /// False when the stream failed; what was written up to then is of no use.
  bool (*write)(const Timeline& timeline, std::ostream& out);
};

std::span<const Exporter> exporters();
const Exporter* find_exporter(std::string_view name);

}  // namespace dateline
