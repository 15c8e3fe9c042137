#pragma once

#include <vector>

#include "importers/events/clauses.h"

namespace dateline {

/// "moved the deadline for removing the ships from June 30 to August 29", told in whatever order.
struct MovedDeadline {
  TokenId verb, noun;  ///< "moved", "deadline"
  TimexId from;        ///< the day that no longer holds; empty if it is not told
  TimexId to;          ///< the day that holds now
};

/// What a verb gives another day, whatever it is: "the vote was put off"; empty if it moves none.
TokenId shifted_noun(const EventContext& context, TokenId verb);
/// "Extended": the other day is an end.
bool is_prolonging(const EventContext& context, TokenId verb);

/// All that are told of in the document, by their verbs.
std::vector<MovedDeadline> find_moved_deadlines(const EventContext& context);

}  // namespace dateline
