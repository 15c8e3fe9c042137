#include "importers/events/verb_forms.h"

#include <vector>

#include "importers/text/ascii.h"

namespace dateline {

namespace {

/// The bases that a word has without each ending that fits it, what the ending replaced put back.
std::vector<std::string> bases_of(std::string_view word, const std::vector<WordEnding>& endings) {
  constexpr std::size_t kShortestBase = 2;
  std::vector<std::string> bases;
  for (const WordEnding& ending : endings)
    if (word.ends_with(ending.ending) && word.size() >= ending.ending.size() + kShortestBase)
      bases.push_back(std::string(word.substr(0, word.size() - ending.ending.size())) +
                      ending.of_base);
  return bases;
}

}  // namespace

std::string verb_of_third_person(std::string_view word, const EventLexicon& lexicon) {
  for (const std::string& base : bases_of(ascii_lower(word), lexicon.third_person_endings()))
    if (lexicon.verb(base)) return base;
  return {};
}

std::string verb_of_participle(std::string_view word, const EventLexicon& lexicon) {
  for (const std::string& base : bases_of(ascii_lower(word), lexicon.participle_endings())) {
    const Predicate* row = lexicon.verb(base);
    if (row && !row->state) return base;
  }
  return {};
}

const Predicate* predicate_of_form(const std::string& word, const EventLexicon& lexicon) {
  if (const Predicate* row = lexicon.verb(word)) return row;
  if (const std::string verb = verb_of_third_person(word, lexicon); !verb.empty())
    return lexicon.verb(verb);
  return lexicon.verb(verb_of_participle(word, lexicon));
}

}  // namespace dateline
