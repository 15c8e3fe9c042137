#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "importers/nlp/word_lexicon.h"

namespace dateline {

/// A word as models see it: hashes of what it is made of. Typographic quotes and dashes count as
/// their ASCII stand-ins, and every digit as 0.
struct WordForm {
  static constexpr std::size_t kAffixes = 5;

  std::uint64_t exact = 0;  ///< as written
  std::uint64_t lower = 0;  ///< in lower case
  std::uint64_t shape = 0;  ///< runs of upper, lower, digit, sign: "Xx", "X", "d-x"
  std::array<std::uint64_t, kAffixes> prefix{};  ///< of the lower case, 1 to 5 code points
  std::array<std::uint64_t, kAffixes> suffix{};  ///< shorter words: the whole word
  std::uint8_t length = 0;                       ///< code points, at most 255

  enum Case : std::uint8_t { none, all_lower, capitalized, all_upper, mixed_case };
  Case letters = none;
  bool has_digit = false, has_hyphen = false, is_symbol = false;
  WordFacts known;  ///< what the lexicon says of the word
};

WordForm word_form(std::string_view word, const WordLexicon& lexicon = {});

/// The forms of a document's tokens, in order.
std::vector<WordForm> word_forms(const Document& document, const WordLexicon& lexicon = {});

}  // namespace dateline
