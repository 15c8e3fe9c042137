#pragma once

#include <vector>

#include "importers/events/clauses.h"
#include "importers/events/event_index.h"

namespace dateline {

/// Bounds events by what is told with the time of another: "before the vote on May 3", "before the
/// vote" and "before then" of a vote whose day was told before. Times of their own come first.
void bound_by_events(const EventContext& context, const EventIndex& index,
                     std::vector<EventMention>& events);

}  // namespace dateline
