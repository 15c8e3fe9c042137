#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace dateline {

/// One code point and the bytes it takes.
struct CodePoint {
  char32_t value = 0xFFFD;
  std::uint32_t size = 1;  ///< bytes, 1 to 4
  bool valid = false;      ///< false: not UTF-8; value is U+FFFD and size 1
};
/// Decodes at `at`, which must be < text.size(). Overlong forms, surrogates and values over
/// U+10FFFF are not valid.
CodePoint decode_utf8(std::string_view text, std::size_t at);
/// Appends U+FFFD for a surrogate or a value over U+10FFFF.
void append_utf8(std::string& to, char32_t code_point);

/// Offset of the first byte that is not part of valid UTF-8; empty if all of it is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);
/// The same text with U+FFFD for every byte that is not part of valid UTF-8.
std::string replace_invalid_utf8(std::string_view text);
/// A byte that is not part of valid UTF-8 counts as one.
std::size_t count_code_points(std::string_view text);

/// Turns byte offsets of one text into code point offsets and back, in constant time for the
/// former, after one pass. The text must outlive it and be smaller than 4 GiB.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  /// Code points that begin before `byte`; offsets past the end count as the end.
  std::uint32_t code_points_before(std::uint32_t byte) const;
  /// Where the code point with this number begins; the size of the text if it has fewer.
  std::uint32_t byte_of(std::uint32_t code_point) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> counts_;  // code points that begin before every 64th byte
};

}  // namespace dateline
