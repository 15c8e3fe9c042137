#pragma once

#include <vector>

#include "core/timeline.h"
#include "importers/events/clauses.h"

namespace dateline {

/// The document's time expressions, in order, those that count from an event ("the day after the
/// verdict") with their value where the event's day is known. `cluster_of` has the cluster of
/// each event, `dates` the time of each cluster.
std::vector<Timex> hung_timexes(const EventContext& context,
                                const std::vector<std::uint32_t>& cluster_of,
                                const std::vector<When>& dates);

}  // namespace dateline
