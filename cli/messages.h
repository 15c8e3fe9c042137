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

/// Finds lines and places in one file. It remembers where it is, so that places asked for from
/// front to back, however many, take one pass over the file together.
class LineFinder {
 public:
  /// `bytes` must outlive the finder.
  explicit LineFinder(std::string_view bytes);

  std::string_view bytes() const { return bytes_; }
  Place place_of(std::size_t offset);
  /// The line around an offset, without its end. A newline belongs to the line that it ends.
  std::string_view line_around(std::size_t offset);

 private:
  void go_to(std::size_t offset);
  void enter_line(std::size_t begin);

  std::string_view bytes_;
  std::size_t line_ = 1, begin_ = 0, end_ = 0;  // the line we are in, and its '\n'
  std::size_t counted_ = 0, columns_ = 0;       // code points from begin_ up to counted_
};

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
/// The same; `lines` are those of Message::bytes.
std::string render(const Message& message, LineFinder& lines, bool color);

}  // namespace dateline
