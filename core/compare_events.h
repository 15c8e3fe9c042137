#pragma once

#include <vector>

#include "core/merge_events.h"
#include "core/timeline.h"

namespace dateline {

/// Links `contradicts` between events that surely contradict each other, and `updates` from a
/// deadline to the older one on the same action that it moved; the older one's status is set.
/// All accounts are compared, so the answer depends on what was joined only by its names.
std::vector<Link> compare_events(std::vector<Event>& events, const PublishedTimes& published);

/// Whether compare_events drew it: such links are drawn anew whenever timelines are merged.
bool is_drawn_by_comparing(const Link& link);

}  // namespace dateline
