#pragma once

#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/span.h"
#include "importers/data_files.h"
#include "importers/word_lists.h"

namespace dateline {

/// What a tokenizer must know of a language (tokens.txt and abbreviations.txt).
struct TokenRules {
  WordSet clitics, prefixes, units, currencies, suffixes, elided, emoticons;
  std::map<std::string, std::uint32_t, std::less<>> joined;  ///< "cannot" -> 3: where to cut
  WordSet inside, number, month, other;                      ///< abbreviations with their full stop
  WordSet starters, reporting;                               ///< for the sentence splitter
};

/// Error.message names the file and line that is broken.
Result<TokenRules> load_token_rules(const DataFiles& files, std::string_view language);

/// More bytes without white space than a word or an address has; what is longer is cut.
constexpr std::uint32_t kMaxUnspacedBytes = 2048;

/// Appends the words of `part` to `to`: ordered and disjoint, and every byte of the part that is
/// not white space is in exactly one. Clitics, most hyphens and signs are words of their own, as in
/// the UD English treebanks: do|n't, Biden|'s, 15|-|year, $|5|m; not U.S., Feb., AT&T, e-mail.
void tokenize(std::string_view text, Span part, const TokenRules& rules, std::vector<Span>& to);

/// Whether a word with its full stop is an abbreviation of any kind.
bool is_abbreviation(std::string_view word, const TokenRules& rules);
/// "U.S.", "p.m.": single letters with a full stop after each.
bool is_dotted_letters(std::string_view word);

}  // namespace dateline
