#pragma once

#include <string>

#include "core/span.h"

namespace dateline {

enum class Severity : std::uint8_t { note, warning, error };

/// Something doubted or dropped while reading: data that a caller may show, count or match. A
/// library never prints it.
struct Diagnostic {
  Severity severity = Severity::warning;
  std::string kind;  ///< a stable word-with-hyphens, e.g. "time-out-of-range"
  std::string message;
  SourceSpan at;  ///< where in the resource; empty if the whole of it
};

}  // namespace dateline
