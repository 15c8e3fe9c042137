#include <algorithm>
#include <limits>
#include <tuple>

#include "core/content_order.h"
#include "core/ordering.h"

namespace dateline {
namespace {

template <typename Thing>
void sort(std::vector<Thing>& things) {
  std::sort(things.begin(), things.end(), ContentLess());
}
void sort(std::vector<std::pair<std::string, double>>& figures) {
  std::sort(figures.begin(), figures.end());
}

/// Where an event stands on the line: where it begins, or else where it ends at the latest.
std::int64_t place_in_time(const Event& event) {
  const Interval& interval = event.when.interval;
  if (interval.earliest) return utc_seconds(*interval.earliest);
  if (interval.latest) return utc_seconds(*interval.latest);
  return std::numeric_limits<std::int64_t>::max();
}
std::int64_t end_in_time(const Event& event) {
  const Interval& interval = event.when.interval;
  return interval.latest ? utc_seconds(*interval.latest) : std::numeric_limits<std::int64_t>::max();
}

bool comes_first(const Event& a, const Event& b) {
  const auto key = [](const Event& event) {
    return std::make_tuple(place_in_time(event), end_in_time(event), -event.importance.value_or(0));
  };
  const auto left = key(a), right = key(b);
  return left != right ? left < right : content_order(a, b) < 0;
}

}  // namespace

void sort_canonically(Entity& entity) {
  sort(entity.aliases);
  sort(entity.same_as);
  sort(entity.part_of);
  sort(entity.mentions);
  sort(entity.metrics);
  sort(entity.parts);
}

void sort_canonically(Event& event) {
  sort(event.participants);
  sort(event.places);
  sort(event.evidence);
  sort(event.confidence_parts);
  sort(event.tags);
  sort(event.links);
  for (Quantity& quantity : event.quantities) sort(quantity.evidence);
  sort(event.quantities);
  sort(event.parts);
  if (!event.deadline) return;
  sort(event.deadline->bound);
  sort(event.deadline->set_by);
}

void sort_canonically(Timeline& timeline) {
  for (Entity& entity : timeline.entities) sort_canonically(entity);
  for (Event& event : timeline.events) sort_canonically(event);
  for (Link& link : timeline.links) sort(link.evidence);
  sort(timeline.documents);
  sort(timeline.entities);
  std::sort(timeline.events.begin(), timeline.events.end(), comes_first);
  sort(timeline.links);
  sort(timeline.metrics);
}

}  // namespace dateline
