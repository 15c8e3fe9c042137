#pragma once

#include "core/document.h"
#include "importers/nlp/entity_words.h"
#include "importers/nlp/tree.h"

namespace dateline {

/// Joins the mentions of a document into chains and sets Mention.chain: names by name evidence
/// (full name, surname, acronym, head of a longer name), roles and definite nouns by title and
/// head, pronouns by kind, number, gender and nearness, "we" and "I" left to whoever speaks.
/// Precise sieves first, after Lee et al., "Deterministic coreference resolution based on
/// entity-centric, precision-ranked rules", CL 39(4), 2013. A mention that joins nothing is a chain
/// of its own; a pronoun that joins nothing has none.
void resolve_mentions(Document& document, const Tree& tree, const EntityWords& words);

}  // namespace dateline
