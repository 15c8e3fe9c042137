#pragma once

#include "importers/events/clauses.h"
#include "importers/events/event_time.h"

namespace dateline {

/// The time of an event as its own words tell it: its time expression, narrowed by what it is held
/// against ("by Friday", "since 1998"). Basis `none` if they tell nothing of the event itself: what
/// somebody expects of a year to come is not told of the expecting.
EventTime told_time(const EventContext& context, const EventMention& event);

}  // namespace dateline
