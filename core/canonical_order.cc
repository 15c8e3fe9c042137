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

/// Events are large, so their places are sorted, and each is moved once.
void sort_by_time(std::vector<Event>& events) {
  using Key = std::tuple<std::int64_t, std::int64_t, double>;
  std::vector<std::pair<Key, std::size_t>> places;
  places.reserve(events.size());
  for (const Event& event : events)
    places.push_back(
        {{place_in_time(event), end_in_time(event), -event.importance.value_or(0)}, places.size()});
  std::sort(places.begin(), places.end(), [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return content_order(events[a.second], events[b.second]) < 0;
  });
  std::vector<Event> sorted;
  sorted.reserve(events.size());
  for (const auto& [key, place] : places) sorted.push_back(std::move(events[place]));
  events = std::move(sorted);
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
  sort_by_time(timeline.events);
  sort(timeline.links);
  sort(timeline.metrics);
}

}  // namespace dateline
