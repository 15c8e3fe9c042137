#pragma once

#include "core/document.h"
#include "importers/events/clauses.h"
#include "importers/events/tree_changes.h"

namespace dateline {

/// "Polls close at 8 p.m.", "the waiver lapses on Friday": taggers take the verb for another word.
/// Before parsing.
void mend_closing_tags(Document& document, const EventLexicon& lexicon);

/// "Payment is due within 30 days": what is due then, where the parser made the time the predicate.
void mend_due(const EventContext& context, TokenId word, TreeChanges& changes);

/// "Gave the family 48 hours": what has a word of its own before it is no part of the length.
void mend_granted_length(const EventContext& context, TokenId owner, TreeChanges& changes);
/// "Gave Norlink, the operator, until Friday": of two nouns between commas the second tells what
/// the first is.
void mend_granted_owner(const EventContext& context, TokenId noun, TreeChanges& changes);
/// "Ordered aid workers to leave": of two nouns side by side the first is part of the second.
void mend_asked_object(const EventContext& context, TokenId noun, TreeChanges& changes);
/// "Students told to leave": in a headline, whoever is only told what to do does not tell it.
void mend_told_subject(const EventContext& context, TokenId subject, TreeChanges& changes);
/// "Must begin by May 20, Judge Ilse Morrow ruled": a name after a day does not tell more of it.
void mend_ruler(const EventContext& context, const NameSpan& name, TreeChanges& changes);
/// "By March 31 under state law": a day before a preposition is no part of what stands after it.
void mend_time_before_preposition(const EventContext& context, const Timex& timex,
                                  TreeChanges& changes);

}  // namespace dateline
