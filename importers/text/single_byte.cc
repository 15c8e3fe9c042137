#include "importers/text/single_byte.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>
#include <utility>

#include "core/utf8.h"
#include "importers/data_files.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::size_t kCells = 16;  // of a row

std::optional<std::uint32_t> hex_of(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, failed] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (failed != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::optional<char32_t> cell_of(std::string_view cell, std::uint32_t byte) {
  if (cell == "==") return byte;
  if (cell == "--") return SingleByteCharset::kNone;
  if (cell.starts_with("U+")) return hex_of(cell.substr(2));
  const CodePoint character = decode_utf8(cell, 0);
  if (!character.valid || character.size != cell.size()) return std::nullopt;
  return character.value;
}

/// What is wrong with the line; empty if nothing is.
std::string_view read_row(const std::vector<std::string_view>& words, SingleByteCharset& charset) {
  const auto first = hex_of(words.front());
  if (!first || *first < 0x80 || *first > 0xF0 || *first % kCells != 0)
    return "expected the first byte of a row, 80 to F0";
  if (words.size() != kCells + 1) return "expected sixteen cells after the first byte";
  for (std::uint32_t i = 0; i < kCells; ++i) {
    const auto cell = cell_of(words[i + 1], *first + i);
    if (!cell) return "expected one character, U+ and hex, == or -- in each cell";
    charset.upper[*first - 0x80 + i] = *cell;
  }
  return {};
}

std::string_view read_rarity(const std::vector<std::string_view>& words,
                             std::optional<float>& rarity) {
  float bits = 0;
  const std::string_view number = words.back();
  const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), bits);
  if (words.size() != 2 || failed != std::errc() || end != number.data() + number.size())
    return "expected a number of bits";
  rarity = bits;
  return {};
}

std::string_view read_line(std::string_view line, std::vector<SingleByteCharset>& charsets) {
  const auto words = split_words(line);
  if (words.empty() || words.front().starts_with('#')) return {};
  if (words.front() == "charset") {
    if (words.size() != 2) return "expected one name after 'charset'";
    charsets.emplace_back().name = words[1];
    charsets.back().upper.fill(SingleByteCharset::kNone);
    return {};
  }
  if (charsets.empty()) return "expected 'charset' and a name first";
  SingleByteCharset& charset = charsets.back();
  if (words.front() == "misread") return read_rarity(words, charset.misread);
  if (words.front() == "misread-as-hybrid") return read_rarity(words, charset.misread_as_hybrid);
  if (words.front() != "also") return read_row(words, charset);
  charset.labels.assign(words.begin() + 1, words.end());
  return {};
}

std::vector<SingleByteCharset> embedded_charsets() {
  const auto text = DataFiles::embedded().find("root/charsets.txt");
  assert(text);
  auto charsets = parse_charsets(*text, "root/charsets.txt");
  assert(charsets);
  return charsets ? std::move(charsets).value() : std::vector<SingleByteCharset>();
}

}  // namespace

Result<std::vector<SingleByteCharset>> parse_charsets(std::string_view text,
                                                      std::string_view file) {
  std::vector<SingleByteCharset> charsets;
  std::size_t number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const auto wrong = read_line(text.substr(at, end - at), charsets);
    if (!wrong.empty())
      return Error{std::string(file) + ":" + std::to_string(number) + ": " + std::string(wrong),
                   {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}};
    at = end + 1;
  }
  return charsets;
}

const std::vector<SingleByteCharset>& single_byte_charsets() {
  static const std::vector<SingleByteCharset> charsets = embedded_charsets();
  return charsets;
}

const SingleByteCharset* find_single_byte_charset(std::string_view label) {
  std::string lower(label);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  for (const SingleByteCharset& charset : single_byte_charsets())
    if (charset.name == lower || std::ranges::count(charset.labels, lower) > 0) return &charset;
  return nullptr;
}

}  // namespace dateline
