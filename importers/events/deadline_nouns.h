#pragma once

#include <vector>

#include "importers/events/clauses.h"
#include "importers/events/event_index.h"

namespace dateline {

/// The deadlines that a noun tells of, with their people: "faces a Friday deadline to pay", "the
/// deadline for bids is May 3", "set April 1 as the deadline". Those that are moved are left to
/// moved_deadlines.h, those that only a verb tells of to deadlines.h.
std::vector<DeadlineMention> find_named_deadlines(const EventContext& context,
                                                  const EventIndex& index);

}  // namespace dateline
