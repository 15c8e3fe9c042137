#pragma once

#include <string>
#include <vector>

#include "core/timeline.h"

namespace dateline {

/// Sorts every part of a timeline: documents, entities and links by id or ends, events by time
/// (undated last), then importance, then id. Two equal timelines are then equal byte for byte.
void sort_canonically(Timeline& timeline);
/// The same for the lists inside one thing; attribution keeps its order.
void sort_canonically(Entity& entity);
void sort_canonically(Event& event);

/// Events that the before-relation puts in a circle; each circle once, from its smallest id.
struct Cycle {
  std::vector<std::string> events;
};
/// The events in an order that every `before`, `meets` link and every pair of dated events agrees
/// with; where they contradict, the circles are reported and their events stand by date, then id.
struct TemporalOrder {
  std::vector<std::string> events;
  std::vector<Cycle> cycles;
};
TemporalOrder order_events(const Timeline& timeline);

}  // namespace dateline
