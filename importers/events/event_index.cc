#include "importers/events/event_index.h"

#include <algorithm>

namespace dateline {

EventIndex::EventIndex(const Document& document, const std::vector<EventMention>& events)
    : event_at_(document.tokens.size()) {
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    event_at_[events[i].head.index] = {i};
    heads_.push_back(events[i].head.index);
  }
  for (std::uint32_t i = 0; i < events.size(); ++i)
    if (!event_at_[events[i].predicate.index]) event_at_[events[i].predicate.index] = {i};
}

EventMentionId EventIndex::first_in(TokenRange range) const {
  const auto first = std::ranges::lower_bound(heads_, range.first);
  if (first == heads_.end() || *first >= range.last) return {};
  return {static_cast<std::uint32_t>(first - heads_.begin())};
}

EventMentionId EventIndex::last_in(TokenRange range) const {
  const auto after = std::ranges::lower_bound(heads_, range.last);
  if (after == heads_.begin() || *std::prev(after) < range.first) return {};
  return {static_cast<std::uint32_t>(std::prev(after) - heads_.begin())};
}

}  // namespace dateline
