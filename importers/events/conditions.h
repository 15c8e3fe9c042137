#pragma once

#include "importers/events/clauses.h"

namespace dateline {

bool is_auxiliary(const Token& token);

/// The subordinator of a clause that cues.txt knows ("if", "whether"); empty if there is none.
TokenId subordinator_of(const EventContext& context, TokenId clause);
/// Whether a clause is what a predicate or noun above it says, thinks or asks, also where the
/// parser took "that" for a relative pronoun.
bool is_complement(const EventContext& context, TokenId clause);

/// The word that makes a clause a condition: "if", "unless", or an auxiliary before its subject
/// ("Had the order gone out"). Empty if it is none.
TokenId condition_mark(const EventContext& context, TokenId clause);
/// "had gone": a condition so told is one that did not come about.
bool is_past_perfect(const EventContext& context, TokenId clause);

/// The condition under which a clause stands.
struct Condition {
  TokenId mark;  ///< empty if there is none
  bool unreal = false;
};
/// Its own if-clause.
Condition condition_below(const EventContext& context, TokenId predicate);
/// The predicate of a clause that makes a condition for another: "unless they pay"; empty if there
/// is none.
TokenId conditional_clause(const EventContext& context, TokenId predicate);
/// Its own if-clause, or an auxiliary that opens the sentence: for a predicate with a modal.
Condition condition_over(const EventContext& context, TokenId predicate);

}  // namespace dateline
