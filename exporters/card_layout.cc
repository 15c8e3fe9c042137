#include "exporters/card_layout.h"

#include <algorithm>

#include "exporters/importance.h"

namespace dateline {
namespace {

// More columns than these are no picture any more, and dot takes seconds for them.
constexpr std::size_t kMaxColumns = 40;
constexpr std::size_t kMaxCardsPerColumn = 12;

// The most important events of a column, in its order.
std::vector<std::uint32_t> choose_cards(const TimeColumn& column, const Timeline& timeline) {
  std::vector<std::uint32_t> chosen = column.events;
  if (chosen.size() <= kMaxCardsPerColumn) return chosen;
  std::stable_sort(chosen.begin(), chosen.end(), [&](std::uint32_t a, std::uint32_t b) {
    return claim_to_room(timeline.events[a]) > claim_to_room(timeline.events[b]);
  });
  chosen.resize(kMaxCardsPerColumn);
  std::vector<std::uint32_t> in_order;
  for (const std::uint32_t event : column.events)
    if (std::find(chosen.begin(), chosen.end(), event) != chosen.end()) in_order.push_back(event);
  return in_order;
}

using Neighbours = std::map<std::uint32_t, std::vector<std::uint32_t>>;

Neighbours neighbours_of(const Timeline& timeline, const TimelineIndex& index) {
  Neighbours neighbours;
  for (const Link& link : timeline.links) {
    const auto from = index.event(link.from), to = index.event(link.to);
    if (!from || !to || *from == *to) continue;
    neighbours[*from].push_back(*to);
    neighbours[*to].push_back(*from);
  }
  return neighbours;
}

// Puts cards that are linked below one another, so that their edges are short.
std::vector<std::uint32_t> bring_together(const std::vector<std::uint32_t>& cards,
                                          const Neighbours& neighbours) {
  std::vector<std::uint32_t> order, waiting;
  std::vector<std::uint32_t> left = cards;
  const auto take = [&](std::uint32_t card) {
    const auto found = std::find(left.begin(), left.end(), card);
    if (found == left.end()) return false;
    left.erase(found);
    order.push_back(card);
    return true;
  };
  while (!left.empty()) {
    waiting.assign(1, left.front());
    while (!waiting.empty()) {
      const std::uint32_t card = waiting.back();
      waiting.pop_back();
      const auto linked = neighbours.find(card);
      if (!take(card) || linked == neighbours.end()) continue;
      waiting.insert(waiting.end(), linked->second.rbegin(), linked->second.rend());
    }
  }
  return order;
}

}  // namespace

CardLayout lay_out_cards(const Timeline& timeline, const TimelineIndex& index) {
  CardLayout layout;
  layout.time = time_columns(timeline, kMaxColumns);
  const Neighbours neighbours = neighbours_of(timeline, index);
  for (const TimeColumn& column : layout.time.columns) {
    layout.cards.push_back(bring_together(choose_cards(column, timeline), neighbours));
    const std::vector<std::uint32_t>& cards = layout.cards.back();
    for (std::size_t row = 0; row < cards.size(); ++row)
      layout.slots[cards[row]] = {layout.cards.size() - 1, row};
  }
  return layout;
}

}  // namespace dateline
