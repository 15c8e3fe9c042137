#pragma once

#include <vector>

#include "core/timeline.h"
#include "importers/events/coreference.h"

namespace dateline {

/// The document's time expressions, in order, those that count from an event ("the day after the
/// verdict") with their value where the event's day is known. `dates` are those of the clusters.
std::vector<Timex> hung_timexes(const EventContext& context,
                                const std::vector<EventCluster>& clusters,
                                const std::vector<When>& dates);

}  // namespace dateline
