#include <algorithm>

#include <gtest/gtest.h>

#include "core/content_order.h"
#include "core/ordering.h"
#include "tests/support/make_timeline.h"

namespace dateline {
namespace {

using testing::Dice;
using testing::make_event;
using testing::random_timeline;

template <typename Thing>
void shuffle(std::vector<Thing>& things, Dice& dice) {
  for (std::size_t i = things.size(); i > 1; --i)
    std::swap(things[i - 1], things[dice.roll(static_cast<std::uint32_t>(i))]);
}

void shuffle(Timeline& timeline, Dice& dice) {
  shuffle(timeline.documents, dice);
  shuffle(timeline.entities, dice);
  shuffle(timeline.events, dice);
  shuffle(timeline.links, dice);
  for (Entity& entity : timeline.entities) {
    shuffle(entity.aliases, dice);
    shuffle(entity.mentions, dice);
  }
  for (Event& event : timeline.events) {
    shuffle(event.participants, dice);
    shuffle(event.evidence, dice);
    shuffle(event.quantities, dice);
    for (Quantity& quantity : event.quantities) shuffle(quantity.evidence, dice);
  }
}

TEST(CanonicalOrder, DoesNotDependOnTheOrderBefore) {
  Dice dice(5);
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    Timeline timeline = random_timeline(seed), shuffled = timeline;
    shuffle(shuffled, dice);
    sort_canonically(timeline);
    sort_canonically(shuffled);
    ASSERT_EQ(timeline, shuffled) << seed;
  }
}

TEST(CanonicalOrder, PutsEventsByTimeThenImportanceThenId) {
  Timeline timeline;
  timeline.events = {make_event("a", "t", "undated"),
                     make_event("b", "t", "day", "2022-02-12"),
                     make_event("c", "t", "day, important", "2022-02-12"),
                     make_event("d", "t", "month", "2022-02"),
                     make_event("e", "t", "year before", "2021"),
                     make_event("f", "t", "day", "2022-02-12")};
  timeline.events[2].importance = 0.5;
  sort_canonically(timeline);
  std::string order;
  for (const Event& event : timeline.events) order += event.id;
  EXPECT_EQ(order, "edcbfa");
}

TEST(CanonicalOrder, KeepsTheChainOfSources) {
  Timeline timeline;
  timeline.events = {make_event("a", "t", "t")};
  timeline.events[0].attribution.resize(2);
  timeline.events[0].attribution[0].source = "z";
  timeline.events[0].attribution[1].source = "a";
  sort_canonically(timeline);
  EXPECT_EQ(timeline.events[0].attribution[0].source, "z");
}

TEST(ContentOrder, IsEqualOnlyForEqualThings) {
  std::vector<Event> events;
  for (std::uint32_t seed = 0; seed < 60; ++seed)
    for (const Event& event : random_timeline(seed).events) events.push_back(event);
  for (const Event& a : events)
    for (const Event& b : events) {
      ASSERT_EQ(content_order(a, b) == 0, a == b);
      ASSERT_EQ(content_order(a, b) < 0, content_order(b, a) > 0);
    }
}

TEST(ContentOrder, TellsEveryFieldApart) {
  const auto differs = [](auto change) {
    const Timeline timeline = random_timeline(17);
    Timeline changed = timeline;
    change(changed);
    return content_order(timeline.events[0], changed.events[0]) != 0 ||
           content_order(timeline.entities[0], changed.entities[0]) != 0 ||
           content_order(timeline.documents[0], changed.documents[0]) != 0;
  };
  EXPECT_FALSE(differs([](Timeline&) {}));
  EXPECT_TRUE(differs([](Timeline& t) { t.documents[0].license += "x"; }));
  EXPECT_TRUE(differs([](Timeline& t) { t.documents[0].published_candidates.push_back({}); }));
  EXPECT_TRUE(differs([](Timeline& t) { t.documents[0].reports.push_back({}); }));
  EXPECT_TRUE(differs([](Timeline& t) { t.entities[0].country += "x"; }));
  EXPECT_TRUE(differs([](Timeline& t) { t.entities[0].anonymous ^= true; }));
  EXPECT_TRUE(differs([](Timeline& t) { t.entities[0].metrics.emplace_back("x", 1); }));
  EXPECT_TRUE(differs([](Timeline& t) {
    t.events[0].when.expression = When::Expression{"r", {}, {}, {}, {}};
  }));
  EXPECT_TRUE(differs([](Timeline& t) { t.events[0].evidence[0].source = SourceSpan{7, 9}; }));
  EXPECT_TRUE(differs([](Timeline& t) { t.events[0].factuality.cue += "x"; }));
}

}  // namespace
}  // namespace dateline
