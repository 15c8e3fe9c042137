#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/utf8.h"

namespace dateline {

/// What a code point is to a tokenizer. Letters of every script, digits of every script; marks
/// are what never begins a word of its own (combining accents, joiners, soft hyphens).
enum class CharacterKind : std::uint8_t { space, letter, digit, mark, symbol };
CharacterKind kind_of(char32_t code_point);

/// Latin, Greek, Cyrillic, Armenian and full-width letters have case, as in Unicode 14; all else is
/// neither. A lower-case letter is always one code point ("İ" is "i").
bool is_upper(char32_t code_point);
bool is_lower(char32_t code_point);
char32_t to_lower(char32_t code_point);
std::string lower_case(std::string_view text);

/// The ASCII stand-in of a typographic quote, dash or ellipsis ('\'' for U+2019), else the code
/// point itself: the form in which word lists and models know a word.
char32_t plain(char32_t code_point);

/// The first code point of a text that is not empty.
inline char32_t first_of(std::string_view text) { return decode_utf8(text, 0).value; }
bool starts_upper(std::string_view word);
bool starts_lower(std::string_view word);
/// At least one letter, and no lower-case one.
bool is_all_upper(std::string_view word);

}  // namespace dateline
