#include "core/temporal_network.h"

#include <algorithm>
#include <cassert>
#include <deque>
#include <utility>

namespace dateline {
namespace {

std::uint32_t start_of(std::uint32_t interval) { return 2 * interval; }
std::uint32_t end_of(std::uint32_t interval) { return 2 * interval + 1; }

}  // namespace

TemporalNetwork::TemporalNetwork(std::uint32_t intervals)
    : points_(2 * intervals),
      words_((std::size_t{points_} + 63) / 64),
      not_after_(points_ * words_),
      before_(points_ * words_),
      steps_(points_) {
  for (std::uint32_t p = 0; p < points_; ++p)
    not_after_[p * words_ + p / 64] |= std::uint64_t{1} << (p % 64);
  for (std::uint32_t i = 0; i < intervals; ++i) {
    close({start_of(i), end_of(i), true});
    steps_[start_of(i)].push_back({end_of(i), true, std::nullopt});
  }
}

std::vector<TemporalNetwork::Order> TemporalNetwork::orders_of(std::uint32_t a,
                                                               TemporalRelation relation,
                                                               std::uint32_t b) {
  switch (relation) {
    case TemporalRelation::before:
      return {{end_of(a), start_of(b), false}};
    case TemporalRelation::after:
      return orders_of(b, TemporalRelation::before, a);
    case TemporalRelation::includes:
      return {{start_of(a), start_of(b), false}, {end_of(b), end_of(a), false}};
    case TemporalRelation::is_included:
      return orders_of(b, TemporalRelation::includes, a);
    case TemporalRelation::simultaneous:
      return {{start_of(a), start_of(b), false},
              {start_of(b), start_of(a), false},
              {end_of(a), end_of(b), false},
              {end_of(b), end_of(a), false}};
    case TemporalRelation::vague:
      break;
  }
  return {};
}

void TemporalNetwork::join_rows(std::uint32_t into, Order order) {
  const bool strict = order.strict || before(into, order.earlier);
  for (std::size_t w = 0; w < words_; ++w) {
    const std::uint64_t reached = not_after_[order.later * words_ + w];
    not_after_[into * words_ + w] |= reached;
    before_[into * words_ + w] |= strict ? reached : before_[order.later * words_ + w];
  }
}

// What is not after the earlier point comes to be not after all that the later one is not after.
void TemporalNetwork::close(Order order) {
  const bool known =
      order.strict ? before(order.earlier, order.later) : not_after(order.earlier, order.later);
  if (known) return;
  for (std::uint32_t p = 0; p < points_; ++p)
    if (not_after(p, order.earlier)) join_rows(p, order);
}

std::optional<TemporalNetwork::Conflict> TemporalNetwork::add(std::uint32_t a,
                                                              TemporalRelation relation,
                                                              std::uint32_t b, std::uint32_t link) {
  assert(a < points_ / 2 && b < points_ / 2);
  const std::vector<Order> orders = orders_of(a, relation, b);
  for (const Order& order : orders) {
    const bool opposed =
        order.strict ? not_after(order.later, order.earlier) : before(order.later, order.earlier);
    if (opposed) return path(order.later, order.earlier, !order.strict);
  }
  for (const Order& order : orders) {
    close(order);
    steps_[order.earlier].push_back({order.later, order.strict, link});
  }
  return std::nullopt;
}

TemporalRelation TemporalNetwork::between(std::uint32_t a, std::uint32_t b) const {
  if (not_after(end_of(a), start_of(b))) return TemporalRelation::before;
  if (not_after(end_of(b), start_of(a))) return TemporalRelation::after;
  const bool holds = not_after(start_of(a), start_of(b)) && not_after(end_of(b), end_of(a));
  const bool is_held = not_after(start_of(b), start_of(a)) && not_after(end_of(a), end_of(b));
  if (holds && is_held) return TemporalRelation::simultaneous;
  if (holds) return TemporalRelation::includes;
  return is_held ? TemporalRelation::is_included : TemporalRelation::vague;
}

// Breadth first by the number of links, over pairs of a point and whether the way so far was
// strict; the step from an interval's start to its end is free.
TemporalNetwork::Conflict TemporalNetwork::path(std::uint32_t from, std::uint32_t to,
                                                bool strict) const {
  struct Came {
    std::uint32_t state = 0;
    std::optional<std::uint32_t> link;
    bool seen = false, done = false;
    std::uint32_t cost = 0;
  };
  std::vector<Came> came(std::size_t{points_} * 2);
  std::deque<std::uint32_t> next{from * 2};
  came[from * 2].seen = true;
  while (!next.empty()) {
    const std::uint32_t state = next.front();
    next.pop_front();
    if (std::exchange(came[state].done, true)) continue;
    for (const Step& step : steps_[state / 2]) {
      const std::uint32_t reached = step.to * 2 + ((state % 2 != 0 || step.strict) ? 1 : 0);
      const std::uint32_t cost = came[state].cost + (step.link ? 1 : 0);
      if (came[reached].seen && came[reached].cost <= cost) continue;
      came[reached] = {state, step.link, true, false, cost};
      if (step.link)
        next.push_back(reached);
      else
        next.push_front(reached);
    }
  }
  const std::uint32_t strictly = to * 2 + 1;
  const bool by_strict = strict || !came[to * 2].seen;
  Conflict links;
  for (std::uint32_t state = by_strict ? strictly : to * 2; state != from * 2;
       state = came[state].state)
    if (came[state].link) links.push_back(*came[state].link);
  std::ranges::sort(links);
  links.erase(std::unique(links.begin(), links.end()), links.end());
  return links;
}

}  // namespace dateline
