#include "importers/nlp/characters.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

struct Range {
  char32_t first, last;
};

template <std::size_t n>
bool is_in(const std::array<Range, n>& ranges, char32_t c) {
  const auto after =
      std::upper_bound(ranges.begin(), ranges.end(), c,
                       [](char32_t value, Range range) { return value < range.first; });
  return after != ranges.begin() && c <= std::prev(after)->last;
}

constexpr auto kSpaces = std::to_array<Range>({{0x09, 0x0D},
                                               {0x20, 0x20},
                                               {0x85, 0x85},
                                               {0xA0, 0xA0},
                                               {0x1680, 0x1680},
                                               {0x2000, 0x200B},
                                               {0x2028, 0x2029},
                                               {0x202F, 0x202F},
                                               {0x205F, 0x2060},
                                               {0x3000, 0x3000},
                                               {0xFEFF, 0xFEFF}});

constexpr auto kMarks = std::to_array<Range>({{0xAD, 0xAD},
                                              {0x300, 0x36F},
                                              {0x483, 0x489},
                                              {0x591, 0x5BD},
                                              {0x610, 0x61A},
                                              {0x64B, 0x65F},
                                              {0x93A, 0x94F},
                                              {0x1AB0, 0x1AFF},
                                              {0x1DC0, 0x1DFF},
                                              {0x200C, 0x200F},
                                              {0x20D0, 0x20FF},
                                              {0xFE00, 0xFE0F},
                                              {0xFE20, 0xFE2F},
                                              {0x1F3FB, 0x1F3FF},
                                              {0xE0100, 0xE01EF}});

constexpr auto kDigits = std::to_array<Range>(
    {{0x30, 0x39}, {0x660, 0x669}, {0x6F0, 0x6F9}, {0x966, 0x96F}, {0xFF10, 0xFF19}});

// What is neither, from U+0080 up; whatever is not listed is a letter.
constexpr auto kSymbols = std::to_array<Range>(
    {{0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},       {0xBB, 0xBF},       {0xD7, 0xD7},
     {0xF7, 0xF7},     {0x2C2, 0x2C5},   {0x37E, 0x37E},     {0x387, 0x387},     {0x55A, 0x55F},
     {0x589, 0x58A},   {0x5BE, 0x5BE},   {0x60C, 0x60D},     {0x61B, 0x61F},     {0x66A, 0x66D},
     {0x964, 0x965},   {0x2010, 0x206F}, {0x207A, 0x207E},   {0x208A, 0x208E},   {0x20A0, 0x20CF},
     {0x2100, 0x2BFF}, {0x2E00, 0x2E7F}, {0x3001, 0x3004},   {0x3007, 0x3020},   {0xE000, 0xF8FF},
     {0xFE10, 0xFE1F}, {0xFE30, 0xFE6F}, {0xFF01, 0xFF0F},   {0xFF1A, 0xFF20},   {0xFF3B, 0xFF40},
     {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FFFF}, {0xF0000, 0x10FFFF}});

CharacterKind kind_of_ascii(char32_t c) {
  if (c == ' ' || (c >= 0x09 && c <= 0x0D)) return CharacterKind::space;
  if (c >= '0' && c <= '9') return CharacterKind::digit;
  const char32_t folded = c | 0x20;
  return folded >= 'a' && folded <= 'z' ? CharacterKind::letter : CharacterKind::symbol;
}

// Blocks in which upper and lower case stand side by side, upper first at an even code point.
bool is_paired_even(char32_t c) {
  return (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x1E00 && c <= 0x1EFF) ||
         (c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F);
}

// The same with upper case at an odd code point.
bool is_paired_odd(char32_t c) { return (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E); }

}  // namespace

CharacterKind kind_of(char32_t c) {
  if (c < 0x80) return kind_of_ascii(c);
  if (is_in(kSpaces, c)) return CharacterKind::space;
  if (is_in(kMarks, c)) return CharacterKind::mark;
  if (is_in(kSymbols, c)) return CharacterKind::symbol;
  return is_in(kDigits, c) ? CharacterKind::digit : CharacterKind::letter;
}

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
  if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? c : c + 0x20;
  if (is_paired_even(c)) return c | 1;
  if (is_paired_odd(c)) return c + (c & 1);
  if (c == 0x178) return 0xFF;
  if (c >= 0x391 && c <= 0x3A9) return c + 0x20;
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  return c;
}

bool is_upper(char32_t c) { return to_lower(c) != c; }

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  if (c >= 0xDF && c <= 0xFF) return c != 0xF7;
  if (is_paired_even(c)) return (c & 1) == 1;
  if (is_paired_odd(c)) return (c & 1) == 0;
  return (c >= 0x3B1 && c <= 0x3C9) || (c >= 0x430 && c <= 0x45F);
}

std::string lower_case(std::string_view text) {
  std::string lowered;
  lowered.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (c.valid)
      append_utf8(lowered, to_lower(c.value));
    else
      lowered += text[at];
    at += c.size;
  }
  return lowered;
}

char32_t plain(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0x60:
    case 0xB4:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0xBB:
    case 0x2033:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return '-';
    default:
      return c;
  }
}

bool starts_upper(std::string_view word) { return !word.empty() && is_upper(first_of(word)); }
bool starts_lower(std::string_view word) { return !word.empty() && is_lower(first_of(word)); }

bool is_all_upper(std::string_view word) {
  bool any = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode_utf8(word, at);
    if (is_lower(c.value)) return false;
    any = any || is_upper(c.value);
    at += c.size;
  }
  return any;
}

}  // namespace dateline
