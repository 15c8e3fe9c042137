#pragma once

#include <vector>

#include "core/document.h"
#include "importers/nlp/entity_words.h"

namespace dateline {

/// Finds proper names from tags, shapes and word lists: runs of proper nouns with the small words
/// that names hold ("Bank of Velden"), told apart by titles, given names, corporate endings, the
/// words of institutions and places, the preposition before them, and what the same name was
/// elsewhere in the document. Sets Document.names in order of the text.
void find_names(Document& document, const EntityWords& words);

}  // namespace dateline
