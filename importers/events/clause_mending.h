#pragma once

#include "core/document.h"
#include "importers/events/lexicon.h"

namespace dateline {

/// Puts right what a parser that scores every word as head of every other gets wrong within a
/// clause, where grammar leaves no doubt: a verb has one subject, and one without a preposition; a
/// subject does not reach over a verb that wants one; a finite clause under a noun is a relative
/// clause; a number between a name and a noun counts the noun. Knows no words beyond the classes of
/// the lexicon. Reads tokens, names, times and trees; changes heads, relations and, of "that", the
/// part of speech.
void mend_clauses(Document& document, const EventLexicon& lexicon);

}  // namespace dateline
