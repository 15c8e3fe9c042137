#include <gtest/gtest.h>

#include "tests/support/deadlines.h"

namespace dateline {
namespace {

TEST(DeadlineOutcomes, WhatWasMissedIsToldAsMissed) {
  EXPECT_EQ(deadlines_in("Halden missed a March 1 deadline to publish its accounts."),
            "2024-03-01 obligation, binds Halden, missed");
}

TEST(DeadlineOutcomes, WhatSomebodyFailedToDoIsMissed) {
  EXPECT_EQ(deadlines_in("The operator failed to pay the fine by March 4."),
            "2024-03-04 obligation, binds operator, missed");
}

TEST(DeadlineOutcomes, WhatWasOrderedByYesterdayIsStillToldOf) {
  EXPECT_EQ(
      deadlines_in("A judge had ordered the protesters to leave the site by 6 p.m. yesterday."),
      "2024-03-11 obligation, binds protesters, set by judge");
}

TEST(DeadlineOutcomes, WhatWasOrderedLongAgoIsHistory) {
  EXPECT_EQ(deadlines_in("A judge ordered the protesters to leave the site by May 1, 2010."), "");
}

TEST(DeadlineOutcomes, YearsGivenInALawOfThePastEndOnNoKnownDay) {
  EXPECT_EQ(deadlines_in("The law, passed in 1998, gave owners ten years to rebuild."), "");
}

TEST(DeadlineOutcomes, WhoeverHasNotActedByThenIsBound) {
  EXPECT_EQ(deadlines_in("Customers who have not changed their passwords by the end of next month "
                         "will be locked out."),
            "2024-04-30 obligation, binds Customers");
}

TEST(DeadlineOutcomes, WhoeverDoesNotReplyByThenIsBound) {
  EXPECT_EQ(deadlines_in("Claimants who do not reply by April 5 will lose their benefits."),
            "2024-04-05 obligation, binds Claimants");
}

TEST(DeadlineOutcomes, AConditionInThePerfectIsToCome) {
  EXPECT_EQ(deadlines_in("Either side may withdraw if clearance has not been obtained by June 30."),
            "2024-06-30 obligation");
}

TEST(DeadlineOutcomes, WhatIsNotExpectedBeforeADayIsNone) {
  EXPECT_EQ(deadlines_in("A decision is not expected before April."), "");
}

TEST(DeadlineOutcomes, WhatDoesNotLapseUntilADayBindsNobody) {
  EXPECT_EQ(deadlines_in("The grant does not lapse until May."), "");
}

TEST(DeadlineOutcomes, RescuersWhoWorkedUntilMidnightAreNone) {
  EXPECT_EQ(deadlines_in("Rescuers worked until midnight on Monday to free the driver."), "");
}

TEST(DeadlineOutcomes, TheStartOfAMonthIsItsFirstDay) {
  EXPECT_EQ(
      deadlines_in(
          "The airport authority has ordered taxi drivers to get new badges by the start of June."),
      "2024-06-01 obligation, binds taxi drivers, set by airport authority");
}

TEST(DeadlineOutcomes, MidnightOfNextWednesdayIsOneTime) {
  EXPECT_EQ(deadlines_in("Both sides have until midnight next Wednesday to lodge an appeal."),
            "2024-03-13 obligation, binds Both sides");
}

TEST(DeadlineOutcomes, ACashReserveBindsNobody) {
  EXPECT_EQ(deadlines_in("The company has cash until the end of June."),
            "2024-06-30 scheduled-end");
}

TEST(DeadlineOutcomes, AWeekIsATimeToo) {
  EXPECT_EQ(deadlines_in("The court gave the ministry a week to release the files."),
            "2024-03-19 obligation, binds ministry, set by court");
}

TEST(DeadlineOutcomes, OfAClauseThatHangsOnNothingBesideAPastYear) {
  EXPECT_EQ(deadlines_in("Firms must file by Friday the reports of 2014."),
            "2024-03-15 obligation, binds Firms");
}

}  // namespace
}  // namespace dateline
