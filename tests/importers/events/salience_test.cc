#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace dateline {
namespace {

double importance(const Timeline& timeline, std::string_view trigger) {
  return event_of(timeline, trigger).importance.value_or(-1);
}

constexpr std::string_view kStory =
    "Bridge collapses in Arendal, two killed\n\n"
    "A bridge over the Nidelva collapsed in Arendal on Monday, the police said. Two workers were "
    "killed.\n\n"
    "The mayor likes walking.\n\n"
    "He hopes that people will visit the town.\n";

TEST(Salience, TheNewsMattersMoreThanWhoSaysIt) {
  const Timeline timeline = timeline_of(std::string(kStory), "2031-03-11");
  EXPECT_GT(importance(timeline, "collapsed"), importance(timeline, "said"));
}

TEST(Salience, WhatIsHopedForFarDownMattersLittle) {
  const Timeline timeline = timeline_of(std::string(kStory), "2031-03-11");
  EXPECT_GT(importance(timeline, "killed"), importance(timeline, "visit"));
}

TEST(Salience, IsBetweenNoughtAndOne) {
  const Timeline timeline = timeline_of(std::string(kStory), "2031-03-11");
  for (const Event& event : timeline.events) {
    EXPECT_GT(event.importance.value_or(-1), 0);
    EXPECT_LE(event.importance.value_or(2), 1);
  }
}

}  // namespace
}  // namespace dateline
