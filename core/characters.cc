#include "core/characters.h"

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
                                              {0x5BF, 0x5BF},
                                              {0x5C1, 0x5C2},
                                              {0x5C4, 0x5C5},
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
     {0xF7, 0xF7},     {0x2C2, 0x2C5},   {0x2D2, 0x2DF},     {0x375, 0x375},     {0x37E, 0x37E},
     {0x384, 0x385},   {0x387, 0x387},   {0x3F6, 0x3F6},     {0x482, 0x482},     {0x55A, 0x55F},
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

// Capitals and their lower-case letters, from UnicodeData.txt 14 for Latin to U+024F and U+1EFF,
// Greek, Cyrillic to U+052F, Armenian and full-width forms: each `step`-th from first to last, and
// how far its lower-case letter is. Titlecase digraphs count as capitals.
struct Capitals {
  std::uint16_t first, last, step;
  std::int16_t to_lower;
};
constexpr auto kCapitals = std::to_array<Capitals>(
    {{0xC0, 0xD6, 1, 32},        {0xD8, 0xDE, 1, 32},       {0x100, 0x12E, 2, 1},
     {0x130, 0x130, 1, -199},    {0x132, 0x136, 2, 1},      {0x139, 0x147, 2, 1},
     {0x14A, 0x176, 2, 1},       {0x178, 0x178, 1, -121},   {0x179, 0x17D, 2, 1},
     {0x181, 0x181, 1, 210},     {0x182, 0x184, 2, 1},      {0x186, 0x186, 1, 206},
     {0x187, 0x187, 1, 1},       {0x189, 0x18A, 1, 205},    {0x18B, 0x18B, 1, 1},
     {0x18E, 0x18E, 1, 79},      {0x18F, 0x18F, 1, 202},    {0x190, 0x190, 1, 203},
     {0x191, 0x191, 1, 1},       {0x193, 0x193, 1, 205},    {0x194, 0x194, 1, 207},
     {0x196, 0x196, 1, 211},     {0x197, 0x197, 1, 209},    {0x198, 0x198, 1, 1},
     {0x19C, 0x19C, 1, 211},     {0x19D, 0x19D, 1, 213},    {0x19F, 0x19F, 1, 214},
     {0x1A0, 0x1A4, 2, 1},       {0x1A6, 0x1A6, 1, 218},    {0x1A7, 0x1A7, 1, 1},
     {0x1A9, 0x1A9, 1, 218},     {0x1AC, 0x1AC, 1, 1},      {0x1AE, 0x1AE, 1, 218},
     {0x1AF, 0x1AF, 1, 1},       {0x1B1, 0x1B2, 1, 217},    {0x1B3, 0x1B5, 2, 1},
     {0x1B7, 0x1B7, 1, 219},     {0x1B8, 0x1B8, 1, 1},      {0x1BC, 0x1BC, 1, 1},
     {0x1C4, 0x1C4, 1, 2},       {0x1C5, 0x1C5, 1, 1},      {0x1C7, 0x1C7, 1, 2},
     {0x1C8, 0x1C8, 1, 1},       {0x1CA, 0x1CA, 1, 2},      {0x1CB, 0x1DB, 2, 1},
     {0x1DE, 0x1EE, 2, 1},       {0x1F1, 0x1F1, 1, 2},      {0x1F2, 0x1F4, 2, 1},
     {0x1F6, 0x1F6, 1, -97},     {0x1F7, 0x1F7, 1, -56},    {0x1F8, 0x21E, 2, 1},
     {0x220, 0x220, 1, -130},    {0x222, 0x232, 2, 1},      {0x23A, 0x23A, 1, 10795},
     {0x23B, 0x23B, 1, 1},       {0x23D, 0x23D, 1, -163},   {0x23E, 0x23E, 1, 10792},
     {0x241, 0x241, 1, 1},       {0x243, 0x243, 1, -195},   {0x244, 0x244, 1, 69},
     {0x245, 0x245, 1, 71},      {0x246, 0x24E, 2, 1},      {0x370, 0x372, 2, 1},
     {0x376, 0x376, 1, 1},       {0x37F, 0x37F, 1, 116},    {0x386, 0x386, 1, 38},
     {0x388, 0x38A, 1, 37},      {0x38C, 0x38C, 1, 64},     {0x38E, 0x38F, 1, 63},
     {0x391, 0x3A1, 1, 32},      {0x3A3, 0x3AB, 1, 32},     {0x3CF, 0x3CF, 1, 8},
     {0x3D8, 0x3EE, 2, 1},       {0x3F4, 0x3F4, 1, -60},    {0x3F7, 0x3F7, 1, 1},
     {0x3F9, 0x3F9, 1, -7},      {0x3FA, 0x3FA, 1, 1},      {0x3FD, 0x3FF, 1, -130},
     {0x400, 0x40F, 1, 80},      {0x410, 0x42F, 1, 32},     {0x460, 0x480, 2, 1},
     {0x48A, 0x4BE, 2, 1},       {0x4C0, 0x4C0, 1, 15},     {0x4C1, 0x4CD, 2, 1},
     {0x4D0, 0x52E, 2, 1},       {0x531, 0x556, 1, 48},     {0x1E00, 0x1E94, 2, 1},
     {0x1E9E, 0x1E9E, 1, -7615}, {0x1EA0, 0x1EFE, 2, 1},    {0x1F08, 0x1F0F, 1, -8},
     {0x1F18, 0x1F1D, 1, -8},    {0x1F28, 0x1F2F, 1, -8},   {0x1F38, 0x1F3F, 1, -8},
     {0x1F48, 0x1F4D, 1, -8},    {0x1F59, 0x1F5F, 2, -8},   {0x1F68, 0x1F6F, 1, -8},
     {0x1F88, 0x1F8F, 1, -8},    {0x1F98, 0x1F9F, 1, -8},   {0x1FA8, 0x1FAF, 1, -8},
     {0x1FB8, 0x1FB9, 1, -8},    {0x1FBA, 0x1FBB, 1, -74},  {0x1FBC, 0x1FBC, 1, -9},
     {0x1FC8, 0x1FCB, 1, -86},   {0x1FCC, 0x1FCC, 1, -9},   {0x1FD8, 0x1FD9, 1, -8},
     {0x1FDA, 0x1FDB, 1, -100},  {0x1FE8, 0x1FE9, 1, -8},   {0x1FEA, 0x1FEB, 1, -112},
     {0x1FEC, 0x1FEC, 1, -7},    {0x1FF8, 0x1FF9, 1, -128}, {0x1FFA, 0x1FFB, 1, -126},
     {0x1FFC, 0x1FFC, 1, -9},    {0xFF21, 0xFF3A, 1, 32}});

// The blocks of these scripts in which a letter that is no capital is lower case.
constexpr auto kCased = std::to_array<Range>({{0xB5, 0xB5},
                                              {0xDF, 0x1BA},
                                              {0x1BC, 0x1BF},
                                              {0x1C4, 0x293},
                                              {0x295, 0x2AF},
                                              {0x370, 0x373},
                                              {0x376, 0x377},
                                              {0x37B, 0x52F},
                                              {0x560, 0x588},
                                              {0x1E00, 0x1FFF},
                                              {0xFF41, 0xFF5A}});

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
  if (c > kCapitals.back().last) return c;
  const auto after =
      std::upper_bound(kCapitals.begin(), kCapitals.end(), c,
                       [](char32_t value, Capitals row) { return value < row.first; });
  if (after == kCapitals.begin()) return c;
  const Capitals row = *std::prev(after);
  if (c > row.last || (c - row.first) % row.step != 0) return c;
  return static_cast<char32_t>(static_cast<std::int32_t>(c) + row.to_lower);
}

bool is_upper(char32_t c) { return to_lower(c) != c; }

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return is_in(kCased, c) && kind_of(c) == CharacterKind::letter && !is_upper(c);
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
