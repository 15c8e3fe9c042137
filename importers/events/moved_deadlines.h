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

/// All that are told of in the document, by their verbs.
std::vector<MovedDeadline> find_moved_deadlines(const EventContext& context);

}  // namespace dateline
