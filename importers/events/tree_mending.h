#pragma once

#include "core/document.h"
#include "importers/events/lexicon.h"

namespace dateline {

/// Puts right what a greedy parser often gets wrong in news, where the words leave no doubt:
/// a finite verb without a subject that is coordinated with an infinitive belongs to the finite
/// verb above it ("warned that they could attack and told ..."); a day after "before the end of the
/// games" is the day of that end; a sentence that opens with "Asked whether ..., the minister said"
/// is about what the minister said; "barred the firm from digging" is about digging that was
/// barred; "the judge on Wednesday ruled" tells when she ruled; "Museum to return horse" is a
/// headline's clause. Reads tokens, trees and times; changes heads and relations only.
void mend_trees(Document& document, const EventLexicon& lexicon);

}  // namespace dateline
