#pragma once

#include "core/document.h"
#include "importers/nlp/entity_words.h"

namespace dateline {

/// Gives a chain its name, its description and whether it is anonymous: the longest proper name of
/// its mentions, a state by the name of the state, else the words of the first mention.
void name_chain(const Document& document, const EntityWords& words, Chain& chain);

}  // namespace dateline
