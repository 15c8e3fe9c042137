#pragma once

#include <string>
#include <string_view>

#include "importers/events/lexicon.h"

namespace dateline {

/// Verbs by their regular endings (cues.txt), where no tag tells that a word is one. Words in any
/// case of letters.

/// The verb whose third person a word may be; empty if the lexicon knows none.
std::string verb_of_third_person(std::string_view word, const EventLexicon& lexicon);
/// The verb whose past participle a word may be, unless that only tells a state; else empty.
std::string verb_of_participle(std::string_view word, const EventLexicon& lexicon);
/// What the lexicon says of a verb in whatever form; null if it has none. `word`: in lower case.
const Predicate* predicate_of_form(const std::string& word, const EventLexicon& lexicon);

}  // namespace dateline
