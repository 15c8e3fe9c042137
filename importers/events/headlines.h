#pragma once

#include "core/document.h"
#include "importers/events/lexicon.h"

namespace dateline {

/// Puts right the tags of headlines before they are parsed. A headline tells in the present ("Judge
/// blocks mine") and in short participles ("coast cleared"); a tagger trained on running text takes
/// the one for a plural noun and the other for its verb. The first such noun that events.txt knows
/// as a verb, after something that can be its subject, becomes the finite verb. In running text the
/// same is done before "that" ("Moscow denies that").
void mend_headlines(Document& document, const EventLexicon& lexicon);

}  // namespace dateline
