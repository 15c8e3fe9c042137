#pragma once

#include "importers/events/clauses.h"

namespace dateline {

/// Fills the layers events and deadlines of a document that has tokens, trees, names, times and
/// mentions: the stages of importers/events in their order.
void annotate_events(Document& document, const Tree& tree, const EventLexicon& lexicon);

}  // namespace dateline
