#include "importers/nlp/name_parts.h"

#include "importers/text/ascii.h"

namespace dateline {
namespace {

/// A finite verb in small letters: within a title that stands in capitals there is none.
bool is_clause_verb(const Document& document, TokenId token) {
  const Token& word = document.at(token);
  return word.pos == Pos::verb && word.features.form == VerbForm::finite &&
         ascii_upper(document.text_of(token).front()) != document.text_of(token).front();
}

/// The token of the verb that a name is to be cut at; the name's end if there is none.
std::uint32_t verb_within(const Document& document, TokenRange name) {
  for (std::uint32_t i = name.first + 1; i + 1 < name.last; ++i)
    if (is_clause_verb(document, {i})) return i;
  return name.last;
}

}  // namespace

std::vector<NameSpan> part_names_at_verbs(const Document& document) {
  std::vector<NameSpan> parts;
  for (NameSpan rest : document.names) {
    for (std::uint32_t verb = verb_within(document, rest.tokens); verb < rest.tokens.last;
         verb = verb_within(document, rest.tokens)) {
      parts.push_back({{rest.tokens.first, verb}, rest.label});
      rest.tokens.first = verb + 1;
    }
    parts.push_back(rest);
  }
  return parts;
}

}  // namespace dateline
