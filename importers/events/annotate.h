#pragma once

#include "importers/events/clauses.h"
#include "importers/events/timeml_words.h"

namespace dateline {

/// Fills the layers events and deadlines of a document that has tokens, trees, names, times and
/// mentions: the stages of importers/events in their order. The events are those of a timeline;
/// with `timeml`, those that TimeML annotates, or with `keep_annotation` those that the article
/// came annotated with, if it did.
void annotate_events(Document& document, const Tree& tree, const EventLexicon& lexicon,
                     const TimemlWords* timeml = nullptr, bool keep_annotation = false);

}  // namespace dateline
