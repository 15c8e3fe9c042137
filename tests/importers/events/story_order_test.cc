#include "importers/events/story_order.h"

#include <gtest/gtest.h>

#include "tests/support/event_reading.h"

namespace dateline {
namespace {

using Places = std::vector<std::uint32_t>;

Interval day(int number) {
  return {Instant{number * 86400L, {}}, Instant{(number + 1) * 86400L, {}}};
}

Places order(const std::vector<StoryMoment>& moments) {
  return presumed_order(moments, english_events().story());
}

TEST(StoryOrder, WithoutDatesTheLaterByItsWordsStandsLater) {
  EXPECT_EQ(order({{0.5, {}, false}, {-0.5, {}, false}, {0.1, {}, false}}), (Places{2, 0, 1}));
}

TEST(StoryOrder, WhatIsAlikeStandsAsInTheText) {
  EXPECT_EQ(order({{0, {}, false}, {0, {}, false}, {0, {}, false}}), (Places{0, 1, 2}));
}

TEST(StoryOrder, NoWordsOutweighDatesThatTheTextTells) {
  EXPECT_EQ(order({{9, day(1), false}, {-9, day(2), false}}), (Places{0, 1}));
}

TEST(StoryOrder, DatesOfPublicationOnlyLean) {
  EXPECT_EQ(order({{0, day(2), true}, {0, day(1), false}}), (Places{1, 0}));
  EXPECT_EQ(order({{-9, day(2), true}, {9, day(1), false}}), (Places{0, 1}));
}

TEST(StoryOrder, ManyMomentsAreOrderedInStretches) {
  const Places places = order(std::vector<StoryMoment>(1000));
  for (std::uint32_t i = 0; i < places.size(); ++i) ASSERT_EQ(places[i], i);
}

}  // namespace
}  // namespace dateline
