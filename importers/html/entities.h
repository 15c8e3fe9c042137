#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace dateline {

/// A character reference: `&amp;`, `&#8217;`, `&#x2019;`.
struct CharacterReference {
  std::uint32_t size = 0;  ///< bytes of the page, from `&`
  std::string characters;  ///< UTF-8
};

/// The reference that begins at `at`, where an `&` stands; empty if that is only an ampersand. A
/// name without its semicolon counts if HTML allows that for it and no letter or digit follows.
/// Numbers that stand for no character give U+FFFD, those of 128 to 159 what windows-1252 has
/// there.
std::optional<CharacterReference> read_reference(std::string_view page, std::size_t at);

/// `text` with its references put into characters.
std::string without_references(std::string_view text);

using EntityTable = std::map<std::string, std::string, std::less<>>;
/// Reads the format that root/entities.txt explains. `path` is for messages only.
Result<EntityTable> parse_entities(std::string_view text, std::string_view path);

}  // namespace dateline
