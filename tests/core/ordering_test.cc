#include "core/ordering.h"

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/make_timeline.h"

namespace dateline {
namespace {

using testing::Dice;
using testing::make_event;
using testing::make_link;

std::string joined(const std::vector<std::string>& ids) {
  std::string all;
  for (const std::string& id : ids) all += id;
  return all;
}

Timeline timeline_of(std::vector<Event> events, std::vector<Link> links) {
  Timeline timeline;
  timeline.events = std::move(events);
  timeline.links = std::move(links);
  return timeline;
}

Link before(std::string_view from, std::string_view to) {
  return make_link(LinkType::before, from, to);
}

TEST(OrderEvents, FollowsTheDates) {
  const auto order = order_events(
      timeline_of({make_event("a", "t", "t", "2022-03-01"), make_event("b", "t", "t", "2022-02-01"),
                   make_event("c", "t", "t", "2021")},
                  {}));
  EXPECT_EQ(joined(order.events), "cba");
  EXPECT_TRUE(order.cycles.empty());
}

TEST(OrderEvents, PutsAnUndatedEventWhereItsLinksWantIt) {
  const std::vector<Event> events = {make_event("a", "t", "t", "2021"),
                                     make_event("b", "t", "t", "2022"),
                                     make_event("z", "t", "undated")};
  EXPECT_EQ(joined(order_events(timeline_of(events, {})).events), "abz");
  EXPECT_EQ(joined(order_events(timeline_of(events, {before("z", "b")})).events), "azb");
  EXPECT_EQ(
      joined(order_events(timeline_of(events, {make_link(LinkType::meets, "z", "a")})).events),
      "zab");
  EXPECT_EQ(
      joined(order_events(timeline_of(events, {make_link(LinkType::causes, "z", "a")})).events),
      "abz");
}

TEST(OrderEvents, LinksDecideAmongEventsOfOneDay) {
  const std::vector<Event> events = {make_event("a", "t", "t", "2022-02-12"),
                                     make_event("b", "t", "t", "2022-02-12")};
  EXPECT_EQ(joined(order_events(timeline_of(events, {before("b", "a")})).events), "ba");
}

TEST(OrderEvents, AnInstantLiesBetweenWhatEndsAndWhatBeginsThen) {
  Event instant = make_event("m", "t", "t", "2022-02-12");
  instant.when.interval.latest = instant.when.interval.earliest;
  const auto order = order_events(timeline_of(
      {make_event("a", "t", "t", "2022-02-12"), instant, make_event("z", "t", "t", "2022-02-11")},
      {}));
  EXPECT_EQ(joined(order.events), "zma");
  EXPECT_TRUE(order.cycles.empty());
}

TEST(OrderEvents, ReportsACircleOnceFromItsSmallestId) {
  const auto order = order_events(
      timeline_of({make_event("a", "t", "t"), make_event("b", "t", "t"), make_event("c", "t", "t"),
                   make_event("d", "t", "t", "2022")},
                  {before("c", "b"), before("b", "d"), before("d", "c"), before("a", "b")}));
  ASSERT_EQ(order.cycles.size(), 1u);
  EXPECT_EQ(joined(order.cycles[0].events), "bdc");
  EXPECT_EQ(joined(order.events), "adbc");
}

TEST(OrderEvents, ReportsALinkAgainstTheDatesWithoutTheEventsBetween) {
  const auto order = order_events(
      timeline_of({make_event("a", "t", "t", "2020"), make_event("b", "t", "t", "2021"),
                   make_event("c", "t", "t", "2022")},
                  {before("c", "a")}));
  ASSERT_EQ(order.cycles.size(), 1u);
  EXPECT_EQ(joined(order.cycles[0].events), "ac");
  EXPECT_EQ(joined(order.events), "abc");
}

TEST(OrderEvents, IgnoresLinksThatLeadNowhere) {
  const auto order = order_events(timeline_of({make_event("a", "t", "t")}, {before("a", "x")}));
  EXPECT_EQ(joined(order.events), "a");
}

TEST(OrderEvents, ReportsAnEventBeforeItself) {
  const auto order = order_events(timeline_of({make_event("a", "t", "t")}, {before("a", "a")}));
  ASSERT_EQ(order.cycles.size(), 1u);
  EXPECT_EQ(joined(order.cycles[0].events), "a");
}

/// Events with days or none, and links between them.
Timeline random_order(Dice& dice, std::uint32_t events, std::uint32_t links) {
  Timeline timeline;
  for (std::uint32_t i = 0; i < events; ++i) {
    const std::string day = "2022-02-0" + std::to_string(1 + dice.roll(9));
    timeline.events.push_back(
        make_event("v" + std::to_string(i), "t", "t", dice.once_in(3) ? "" : day));
    if (dice.once_in(5)) timeline.events.back().when.interval.latest.reset();
    if (dice.once_in(9)) timeline.events.back().when.interval.earliest.reset();
  }
  for (std::uint32_t i = 0; i < links; ++i)
    timeline.links.push_back(
        before("v" + std::to_string(dice.roll(events)), "v" + std::to_string(dice.roll(events))));
  return timeline;
}

/// The whole before-relation, pair by pair, closed by Warshall's algorithm.
std::vector<std::vector<bool>> closure_of(const Timeline& timeline) {
  const std::size_t n = timeline.events.size();
  std::map<std::string, std::size_t> at;
  for (std::size_t i = 0; i < n; ++i) at[timeline.events[i].id] = i;
  std::vector<std::vector<bool>> before(n, std::vector<bool>(n));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      const auto& end = timeline.events[i].when.interval.latest;
      const auto& begin = timeline.events[j].when.interval.earliest;
      if (i != j && end && begin) before[i][j] = utc_seconds(*end) <= utc_seconds(*begin);
    }
  for (const Link& link : timeline.links) before[at[link.from]][at[link.to]] = true;
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j)
        if (before[i][k] && before[k][j]) before[i][j] = true;
  return before;
}

TEST(OrderEvents, AgreesWithTheWholeRelation) {
  Dice dice(3);
  for (int round = 0; round < 200; ++round) {
    const Timeline timeline = random_order(dice, 3 + dice.roll(10), dice.roll(8));
    const auto before = closure_of(timeline);
    const TemporalOrder order = order_events(timeline);
    std::map<std::string, std::size_t> place;
    for (std::size_t i = 0; i < order.events.size(); ++i) place[order.events[i]] = i;
    ASSERT_EQ(place.size(), timeline.events.size());
    bool any_circle = false;
    for (std::size_t i = 0; i < before.size(); ++i) {
      any_circle = any_circle || before[i][i];
      for (std::size_t j = 0; j < before.size(); ++j) {
        if (!before[i][j] || before[j][i]) continue;
        ASSERT_LT(place[timeline.events[i].id], place[timeline.events[j].id]);
      }
    }
    ASSERT_EQ(any_circle, !order.cycles.empty());
  }
}

TEST(OrderEvents, EveryCycleIsOne) {
  Dice dice(8);
  for (int round = 0; round < 100; ++round) {
    const Timeline timeline = random_order(dice, 8, 12);
    const auto before = closure_of(timeline);
    std::map<std::string, std::size_t> at;
    for (std::size_t i = 0; i < timeline.events.size(); ++i) at[timeline.events[i].id] = i;
    std::set<std::vector<std::string>> seen;
    for (const Cycle& cycle : order_events(timeline).cycles) {
      ASSERT_TRUE(seen.insert(cycle.events).second);
      ASSERT_EQ(*std::min_element(cycle.events.begin(), cycle.events.end()), cycle.events[0]);
      for (std::size_t i = 0; i < cycle.events.size(); ++i)
        ASSERT_TRUE(before[at[cycle.events[i]]][at[cycle.events[(i + 1) % cycle.events.size()]]]);
    }
  }
}

TEST(OrderEvents, TakesManyEventsAtOnce) {
  Dice dice(1);
  const Timeline timeline = random_order(dice, 20'000, 100);
  EXPECT_EQ(order_events(timeline).events.size(), 20'000u);
}

}  // namespace
}  // namespace dateline
