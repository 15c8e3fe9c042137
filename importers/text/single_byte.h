#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace dateline {

/// A character set of one byte a character: ASCII below 0x80, `upper` from there on.
struct SingleByteCharset {
  static constexpr char32_t kNone = 0xFFFD;

  std::string name;                   ///< as reported, e.g. "windows-1252"
  std::vector<std::string> labels;    ///< other names it is declared by, in lower case
  std::array<char32_t, 128> upper{};  ///< of the bytes 0x80 to 0xFF; kNone if not assigned

  /// How rarely UTF-8 is read in it by mistake: bits of evidence it needs more than the commonest
  /// set. The second is for the set with windows-1252 in the bytes 0x80 to 0x9F. Empty if never.
  std::optional<float> misread, misread_as_hybrid;
};

/// Reads the format that root/charsets.txt explains. `file` is for messages only.
Result<std::vector<SingleByteCharset>> parse_charsets(std::string_view text, std::string_view file);

/// The embedded root/charsets.txt, in its order.
const std::vector<SingleByteCharset>& single_byte_charsets();

/// By name or label, whatever their case; null if there is none.
const SingleByteCharset* find_single_byte_charset(std::string_view label);

}  // namespace dateline
