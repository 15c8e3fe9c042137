#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace dateline {

/// A place in a file as people count it: both from 1, columns in code points.
struct Place {
  std::size_t line = 1, column = 1;

  friend bool operator==(Place, Place) = default;
};
/// Offsets past the end are taken as the end.
Place place_of(std::string_view bytes, std::size_t offset);

/// The same words with everything that could steer a terminal written as \xNN or \u{NNNN}:
/// control characters, bytes that are not UTF-8, marks that turn the direction of writing.
std::string printable(std::string_view text);

/// One problem on its way to a person.
struct Message {
  std::string_view file;
  std::string_view kind;  ///< "warning", "note"; empty for an error
  std::string_view text;
  std::optional<std::string_view> bytes;  ///< of the file; empty if not at hand: no place is shown
  SourceSpan at;
};

/// "file:line:column: message", the line and a caret below it. Of a long line only a window around
/// the place is shown.
std::string render(const Message& message, bool color);

}  // namespace dateline
