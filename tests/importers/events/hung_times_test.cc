#include "importers/events/hung_times.h"

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace dateline {
namespace {

std::string value_of(const Timeline& timeline, std::string_view words) {
  for (const FoundTimex& timex : timeline.documents.at(0).timexes)
    if (timex.text == words) return timex.value;
  return "not found";
}

TEST(HungTimes, HaveTheDayOfTheEventThatTheyCountFrom) {
  const Timeline timeline = timeline_of(
      "The verdict came on May 3. Lee resigned the day after the verdict.", "2024-08-01");
  EXPECT_EQ(value_of(timeline, "the day after"), "2024-05-04");
  EXPECT_EQ(event_of(timeline, "resigned").when.edtf, "2024-05-04");
}

TEST(HungTimes, AreInTheYearOfAnEventWhoseDayIsNotKnown) {
  const Timeline timeline = timeline_of(
      "The verdict came in 2019. Lee resigned the day after the verdict.", "2024-08-01");
  EXPECT_EQ(value_of(timeline, "the day after"), "2019");
}

TEST(HungTimes, AreLeftOpenWhereTheEventHasNoDate) {
  const Timeline timeline = timeline_of("Lee resigned the day after a verdict.", "");
  EXPECT_EQ(value_of(timeline, "the day after"), "XXXX-XX-XX");
}

TEST(HungTimes, TheEveOfAnEventIsTheDayBefore) {
  const Timeline timeline = timeline_of(
      "The runoff was held on Sunday. On the eve of the runoff the clerk urged voters to "
      "bring a card.",
      "2021-06-13");
  EXPECT_EQ(value_of(timeline, "the eve"), "2021-06-12");
  EXPECT_EQ(event_of(timeline, "urged").when.edtf, "2021-06-12");
}

}  // namespace
}  // namespace dateline
