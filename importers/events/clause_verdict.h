#pragma once

#include "core/factuality.h"
#include "importers/events/clauses.h"

namespace dateline {

/// A judgement of an event while it is handed up the tree: from its own clause over every predicate
/// that governs it.
struct Verdict {
  FactualityValue value = FactualityValue::asserted;
  bool negative = false;
  TokenId cue;  ///< the word that decided; empty if the bare verb did
};

/// What the clause of an event itself says of it, without the predicates over it: auxiliaries,
/// conditions, adverbs, adjectives and negation.
Verdict own_verdict(const EventContext& context, const EventMention& event);

/// The auxiliary that says that a clause may, must or will be so; empty if it has none.
TokenId modal_of(const EventContext& context, TokenId predicate);
/// Whether a verb has an auxiliary of its own.
bool has_auxiliary(const EventContext& context, TokenId predicate);

}  // namespace dateline
