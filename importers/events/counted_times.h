#pragma once

#include <optional>
#include <vector>

#include "core/duration.h"
#include "importers/events/clauses.h"
#include "importers/events/event_time.h"

namespace dateline {

/// "One day after the warning": one event came `offset` after the other.
struct CountedTime {
  EventMentionId earlier, later;
  EventMentionId told;  ///< the one of the two whose time the words tell
  Duration offset;
  TimexId timex;
};

/// All that the document tells so.
std::vector<CountedTime> find_counted_times(const EventContext& context);

/// The time of the event on the other side of `offset`, which may be negative; no finer than the
/// offset and `from` allow. Empty if `from` has no date.
std::optional<EventTime> counted(const EventTime& from, const Duration& offset, TimexId timex);

}  // namespace dateline
