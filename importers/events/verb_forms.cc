#include "importers/events/verb_forms.h"

#include "importers/text/ascii.h"

namespace dateline {

std::string verb_of_third_person(std::string_view word, const EventLexicon& lexicon) {
  const std::string third = ascii_lower(word);
  if (third.size() < 4 || third.back() != 's') return {};
  const std::string base = third.substr(0, third.size() - 1);
  if (lexicon.verb(base)) return base;
  if (base.back() != 'e') return {};
  const std::string stem = base.substr(0, base.size() - 1);
  if (lexicon.verb(stem)) return stem;
  if (stem.back() != 'i') return {};
  const std::string with_y = stem.substr(0, stem.size() - 1) + "y";
  return lexicon.verb(with_y) ? with_y : std::string();
}

std::string verb_of_participle(std::string_view word, const EventLexicon& lexicon) {
  const std::string participle = ascii_lower(word);
  if (participle.size() < 5 || !participle.ends_with("ed")) return {};
  for (const std::size_t ending : {1u, 2u}) {
    std::string verb = participle.substr(0, participle.size() - ending);
    const Predicate* row = lexicon.verb(verb);
    if (row && !row->state) return verb;
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
