#pragma once

#include <string>
#include <string_view>

#include "importers/text/ascii.h"

namespace dateline {

/// The letters and digits of a text, ASCII's in lower case: texts that differ in white space, signs
/// and case only compare equal.
inline std::string comparable(std::string_view text) {
  std::string letters;
  letters.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // Dashes, quotes and spaces of the general punctuation block.
    const bool sign = byte == 0xE2 && i + 1 < text.size() &&
                      (static_cast<unsigned char>(text[i + 1]) & 0xFE) == 0x80;
    if (sign)
      i += 2;
    else if (byte >= 0x80 || is_ascii_letter(text[i]) || is_ascii_digit(text[i]))
      letters.push_back(ascii_lower(text[i]));
  }
  return letters;
}

}  // namespace dateline
