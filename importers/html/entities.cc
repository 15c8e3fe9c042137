#include "importers/html/entities.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <unordered_map>
#include <utility>

#include "core/utf8.h"
#include "importers/data_files.h"
#include "importers/data_lines.h"
#include "importers/text/ascii.h"
#include "importers/text/single_byte.h"

namespace dateline {
namespace {

constexpr std::string_view kEntitiesPath = "root/entities.txt";
constexpr std::size_t kLongestEntity = 32;
constexpr std::size_t kMostDigits = 8;  // of a number that may still be a code point
constexpr char32_t kNoCharacter = 0xFFFD;

const EntityTable& newer_entities() {
  static const auto table = [] {
    auto parsed =
        parse_entities(DataFiles::embedded().find(kEntitiesPath).value_or(""), kEntitiesPath);
    assert(parsed);
    return parsed ? std::move(parsed).value() : EntityTable();
  }();
  return table;
}

char32_t character_of(std::uint32_t number) {
  if (number >= 0x80 && number < 0xA0) {
    const SingleByteCharset* windows = find_single_byte_charset("windows-1252");
    return windows != nullptr ? windows->upper[number - 0x80] : kNoCharacter;
  }
  const bool surrogate = number >= 0xD800 && number < 0xE000;
  return number == 0 || surrogate || number > 0x10FFFF ? kNoCharacter : number;
}

std::optional<CharacterReference> read_number(std::string_view page, std::size_t at) {
  const bool hex = at + 2 < page.size() && ascii_lower(page[at + 2]) == 'x';
  const std::size_t first = at + (hex ? 3 : 2);
  const auto digits = page.substr(std::min(first, page.size()), kMostDigits);
  std::uint32_t number = 0;
  const auto read =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, hex ? 16 : 10);
  if (read.ec != std::errc()) return std::nullopt;
  auto end = static_cast<std::size_t>(read.ptr - page.data());
  if (end < page.size() && page[end] == ';') ++end;
  CharacterReference reference{static_cast<std::uint32_t>(end - at), {}};
  append_utf8(reference.characters, character_of(number));
  return reference;
}

using CodePoints = std::unordered_map<std::string_view, char32_t>;

void add_entities(char32_t from, char32_t to, CodePoints& entities) {
  for (char32_t value = from; value < to; ++value)
    if (const htmlEntityDesc* const entity = htmlEntityValueLookup(value))
      entities.emplace(entity->name, value);
}

/// Those of HTML 4. libxml2 goes through all of them to find one by its name, which takes minutes
/// on a page of nothing but ampersands.
const CodePoints& old_entities() {
  static const auto table = [] {
    CodePoints entities;
    add_entities(0, 0x400, entities);  // Latin, Greek
    add_entities(0x2000, 0x2800, entities);
    return entities;
  }();
  return table;
}

std::string character_named(std::string_view name, bool whole) {
  if (const auto old = old_entities().find(name); old != old_entities().end()) {
    // Only what HTML 2 had, Latin-1 and markup, may stand without its semicolon.
    if (!whole && old->second > 0xFF) return {};
    std::string characters;
    append_utf8(characters, old->second);
    return characters;
  }
  if (!whole) return {};
  const auto newer = newer_entities().find(name);
  return newer != newer_entities().end() ? newer->second : std::string();
}

std::optional<CharacterReference> read_name(std::string_view page, std::size_t at) {
  std::size_t end = at + 1;
  const std::size_t limit = std::min(page.size(), end + kLongestEntity);
  while (end < limit && (is_ascii_letter(page[end]) || is_ascii_digit(page[end]))) ++end;
  if (end == at + 1) return std::nullopt;
  const bool whole = end < page.size() && page[end] == ';';
  std::string characters = character_named(page.substr(at + 1, end - at - 1), whole);
  if (characters.empty()) return std::nullopt;
  return CharacterReference{static_cast<std::uint32_t>(end + (whole ? 1 : 0) - at),
                            std::move(characters)};
}

/// The character that a cell of the table stands for; empty if it is none.
std::string cell_character(std::string_view cell) {
  if (!cell.starts_with("U+")) return std::string(cell);
  std::uint32_t number = 0;
  const auto* const end = cell.data() + cell.size();
  const auto read = std::from_chars(cell.data() + 2, end, number, 16);
  std::string character;
  if (read.ptr == end) append_utf8(character, number);
  return character;
}

}  // namespace

std::optional<CharacterReference> read_reference(std::string_view page, std::size_t at) {
  assert(page[at] == '&');
  if (at + 1 >= page.size()) return std::nullopt;
  return page[at + 1] == '#' ? read_number(page, at) : read_name(page, at);
}

std::string without_references(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find('&', at), text.size());
    plain.append(text.substr(at, next - at));
    at = next;
    if (at == text.size()) break;
    const auto reference = read_reference(text, at);
    plain.append(reference ? std::string_view(reference->characters) : "&");
    at += reference ? reference->size : 1;
  }
  return plain;
}

Result<EntityTable> parse_entities(std::string_view text, std::string_view path) {
  EntityTable table;
  for (const DataLine& line : data_lines(text)) {
    const auto words = words_of(line.text);
    if (words.size() % 2 != 0)
      return data_error(path, line, "expected pairs of name and character");
    for (std::size_t i = 0; i < words.size(); i += 2) {
      std::string character = cell_character(words[i + 1]);
      if (character.empty()) return data_error(path, line, "expected a code point after U+");
      table.emplace(words[i], std::move(character));
    }
  }
  return table;
}

}  // namespace dateline
