#include "importers/text/decoration.h"

#include "core/utf8.h"

namespace dateline {
namespace {

struct Range {
  char32_t first, last;
};

/// White space, and blocks of Unicode that hold pictures and what joins or colours them.
constexpr Range kDecoration[] = {
    {0x09, 0x0D},     {0x20, 0x20},     {0xA0, 0xA0},     {0x2000, 0x200D},   {0x2028, 0x2029},
    {0x202F, 0x202F}, {0x20E3, 0x20E3}, {0x2190, 0x21FF}, {0x2300, 0x23FF},   {0x25A0, 0x27BF},
    {0x2B00, 0x2BFF}, {0x3000, 0x3000}, {0xFE0E, 0xFE0F}, {0x1F000, 0x1FAFF}, {0xE0020, 0xE007F}};

bool is_decoration(char32_t c) {
  for (const Range& range : kDecoration)
    if (c >= range.first && c <= range.last) return true;
  return false;
}

/// Where the last character begins.
std::size_t last_character(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

}  // namespace

std::string_view without_decoration(std::string_view headline) {
  while (!headline.empty()) {
    const CodePoint first = decode_utf8(headline, 0);
    if (!is_decoration(first.value)) break;
    headline.remove_prefix(first.size);
  }
  while (!headline.empty()) {
    const std::size_t last = last_character(headline);
    if (!is_decoration(decode_utf8(headline, last).value)) break;
    headline.remove_suffix(headline.size() - last);
  }
  return headline;
}

}  // namespace dateline
