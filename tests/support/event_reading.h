#pragma once

#include <string_view>

#include "core/document.h"
#include "importers/events/lexicon.h"
#include "importers/nlp/entity_words.h"

namespace dateline {

/// The event lexicon and entity words that are embedded in the program.
const EventLexicon& english_events();
const EntityWords& english_entities();

/// Runs the annotators from mentions to deadlines over a document with tokens, trees, names and
/// times.
void read_events(Document& document);

/// The event whose trigger is that word; the test fails by assertion if there is none.
const EventMention& event_of(const Document& document, std::string_view trigger);

}  // namespace dateline
