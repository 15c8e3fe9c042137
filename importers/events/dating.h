#pragma once

#include <vector>

#include "core/timeline.h"
#include "importers/events/clauses.h"
#include "importers/events/coreference.h"

namespace dateline {

/// When each cluster of events took, takes or may take place, as far as the text tells: at its own
/// time expression; counted from an event that it is told relative to ("one day after the
/// warning"); with the event that it is coordinated with; at the time that the paragraph narrates;
/// for what is said, planned or asked, from the saying on. Without any of these, news told in the
/// past or present is of the publication day; the rest is before or after it, or not known. Without
/// a publication date, nothing relative gets one.
///
/// One When a cluster, in the order of `clusters`.
std::vector<When> date_events(const EventContext& context,
                              const std::vector<EventCluster>& clusters);

}  // namespace dateline
