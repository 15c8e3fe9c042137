#include "importers/events/story_day.h"

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace dateline {
namespace {

constexpr std::string_view kThursday = "2024-03-07";

std::string day_of(std::string text, std::string_view trigger) {
  return event_of(timeline_of(std::move(text), kThursday), trigger).when.edtf;
}

TEST(StoryDay, IsThatOfTheFirstFactWithADay) {
  const std::string text =
      "Two people died on Tuesday when a lorry left the road near Ansley.\n\n"
      "A nurse pulled the driver from the cab.";
  EXPECT_EQ(day_of(text, "pulled"), "2024-03-05");
}

TEST(StoryDay, IsThatOfTheDeedAndNotOfWhoSaysSo) {
  const std::string text =
      "Police said on Wednesday that a farmer was shot on Monday.\n\n"
      "Neighbours called an ambulance.";
  EXPECT_EQ(day_of(text, "called"), "2024-03-04");
}

TEST(StoryDay, DoesNotDateWhoSaysSoLater) {
  const std::string text =
      "Two people died on Monday when a lorry left the road.\n\n"
      "“It was dark,” said a nurse.";
  EXPECT_EQ(day_of(text, "said"), kThursday);
}

TEST(StoryDay, IsNoDayToldAsideAndNoneOfLongAgo) {
  EXPECT_EQ(
      day_of("A farmer who fell ill on Monday sold his land.\n\nA neighbour bought it.", "bought"),
      kThursday);
  EXPECT_EQ(day_of("A farmer sold his land on Feb. 2.\n\nA neighbour praised him.", "praised"),
            kThursday);
}

TEST(StoryDay, DoesNotDateWhatIsStillToCome) {
  const std::string text =
      "Two people died on Tuesday when a lorry left the road.\n\nThe road will reopen soon.";
  EXPECT_EQ(day_of(text, "reopen"), "2024-03-07/..");
}

}  // namespace
}  // namespace dateline
