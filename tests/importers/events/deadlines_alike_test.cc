#include <gtest/gtest.h>

#include "tests/support/deadlines.h"

namespace dateline {
namespace {

TEST(NoDeadlines, WhatCannotBeDoneUntilADayBeginsThen) {
  EXPECT_EQ(deadlines_in("The bank will not be able to process payments until Thursday."), "");
}

TEST(NoDeadlines, WhatIsWaitedForBeginsThen) {
  EXPECT_EQ(deadlines_in("Passengers will have to wait until next Tuesday for their money."), "");
}

TEST(NoDeadlines, SeasRiseWithoutAnybodysDoing) {
  EXPECT_EQ(deadlines_in("By 2050 seas will rise by half a metre, scientists say."), "");
}

TEST(NoDeadlines, WhatTakesPlaceFromADayIsASchedule) {
  EXPECT_EQ(deadlines_in("The festival takes place from Friday until Sunday."), "");
}

TEST(NoDeadlines, WhatIsDoneWithinHoursIsAHabit) {
  EXPECT_EQ(deadlines_in("The clinic treats patients within four hours."), "");
}

TEST(NoDeadlines, SymptomsAppearWithinDays) {
  EXPECT_EQ(deadlines_in("Symptoms appear within 14 days of infection."), "");
}

TEST(NoDeadlines, ARiverReachesItsHighestLevelByItself) {
  EXPECT_EQ(deadlines_in("The river is expected to reach its highest level by Thursday."), "");
}

TEST(NoDeadlines, WhatProbablyHappenedIsOver) {
  EXPECT_EQ(deadlines_in("The boat was probably sunk before the year 900."), "");
}

TEST(NoDeadlines, WhatIsShownFromAMonthIsASchedule) {
  EXPECT_EQ(deadlines_in("The museum will show the boat from May until October."), "");
}

TEST(NoDeadlines, WhatWasDoneUntilADayIsOver) {
  EXPECT_EQ(deadlines_in("Officials counted the votes until late on Sunday."), "");
}

TEST(NoDeadlines, ADayWithoutAYearIsOneOfThePastYearThatIsTold) {
  EXPECT_EQ(deadlines_in("Last year the council gave the owners until December to repair it."), "");
  EXPECT_EQ(deadlines_in("In 2015 the ministry ordered the mine to close by May 31, 2024."),
            "2024-05-31 obligation, binds mine, set by ministry");
}

TEST(NoDeadlines, WhatSomebodyIsAccusedOfBindsNobody) {
  EXPECT_EQ(
      deadlines_in("The opposition accused the government of looking for a quarrel before the "
                   "election of May 19."),
      "");
}

TEST(NoDeadlines, MoneyRunsOutByItself) {
  EXPECT_EQ(deadlines_in("But the money runs out next January."), "");
  EXPECT_NE(deadlines_in("But the permit runs out next January."), "");
}

TEST(NoDeadlines, LessThanADayBeforeItNamesNoDay) {
  EXPECT_EQ(
      deadlines_in("The council failed to agree a budget, less than a day before the deadline."),
      "");
}

}  // namespace
}  // namespace dateline
