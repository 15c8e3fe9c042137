#pragma once

#include "core/document.h"
#include "importers/events/lexicon.h"

namespace dateline {

/// Puts right tags before sentences are parsed, where the words around leave no doubt. A headline
/// tells in the present ("Judge blocks mine") and in short participles ("coast cleared"); a tagger
/// trained on running text takes the one for a plural noun and the other for its verb. The first
/// such noun that events.txt knows as a verb, after something that can be its subject, becomes the
/// finite verb. So does in running text one before "that", or before "to" where the sentence has no
/// other verb ("The ministry plans to"), and "Had the order gone out" opens with an auxiliary.
void mend_tags(Document& document, const EventLexicon& lexicon);

/// "conced" for "conceded", "declin" for "declining": gives a verb that the lexicon does not know
/// the ending that makes it one.
void mend_lemmas(Document& document, const EventLexicon& lexicon);

}  // namespace dateline
