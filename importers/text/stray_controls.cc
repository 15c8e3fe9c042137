#include "importers/text/stray_controls.h"

#include "core/utf8.h"
#include "importers/text/single_byte.h"

namespace dateline {
namespace {

constexpr char kLead = '\xC2';  // of U+0080 to U+00BF
constexpr unsigned char kFirst = 0x80, kLast = 0x9F, kNextLine = 0x85;
/// Nothing else explains them, but another set of the Windows family could.
constexpr double kConfidence = 0.9;

bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

/// Latin letters and ASCII: windows-1252 is for languages written with them.
bool is_latin(std::string_view text, std::size_t at) {
  const char32_t character = decode_utf8(text, at).value;
  return character < kFirst || (character >= 0xC0 && character < 0x180);
}

bool stands_in_latin(std::string_view text, std::size_t at) {
  std::size_t before = at;
  while (before > 0 && at - before < 4 &&
         (before == at || (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80))
    --before;
  return (at == 0 || is_latin(text, before)) && (at + 2 == text.size() || is_latin(text, at + 2));
}

/// A character that ends lines on some machines, where a line may end.
bool is_next_line(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at + 1]) != kNextLine) return false;
  return at == 0 || at + 2 == text.size() || is_space(text[at - 1]) || is_space(text[at + 2]);
}

}  // namespace

RepairPass find_stray_controls(std::string_view text) {
  RepairPass pass{"windows-1252 read as iso-8859-1", 0, {}};
  const SingleByteCharset& windows = *find_single_byte_charset("windows-1252");
  for (std::size_t at = text.find(kLead); at != text.npos; at = text.find(kLead, at + 1)) {
    if (at + 1 == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[at + 1]);
    if (byte < kFirst || byte > kLast || is_next_line(text, at)) continue;
    if (!stands_in_latin(text, at)) continue;
    const char32_t shown = windows.upper[byte - 0x80u];
    if (shown == byte) continue;
    const auto begin = static_cast<std::uint32_t>(at);
    pass.corrections.push_back({{begin, begin + 2}, {}, kConfidence, 1});
    append_utf8(pass.corrections.back().fixed, shown);
  }
  return pass;
}

}  // namespace dateline
