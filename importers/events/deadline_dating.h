#pragma once

#include <vector>

#include "core/timeline.h"
#include "importers/events/clauses.h"
#include "importers/events/coreference.h"

namespace dateline {

/// By when a deadline's action must, may or will happen; `when.interval.latest` is the last moment.
/// A length of time counts from the event that it names, else from when it was set; `dates` are
/// those of `clusters`.
When date_deadline(const EventContext& context, const DeadlineMention& deadline,
                   const std::vector<EventCluster>& clusters, const std::vector<When>& dates);

}  // namespace dateline
