#pragma once

#include <vector>

#include "importers/events/clauses.h"
#include "importers/events/event_time.h"

namespace dateline {

/// The day that a news story is about: that of the first fact in its opening which is told with a
/// day of its own, at most a week before publication; of several in one sentence that of what was
/// done, before that of who says so. Basis `none` if the opening tells no such day. `told` has the
/// times that the events' own words tell, by event.
EventTime story_day(const EventContext& context, const std::vector<EventTime>& told);

}  // namespace dateline
