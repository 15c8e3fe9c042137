#include <gtest/gtest.h>

#include "tests/support/deadlines.h"

namespace dateline {
namespace {

TEST(DeadlineEnds, AWindowClosesAtItsTime) {
  EXPECT_EQ(deadlines_in("The application window closes at 5 p.m. on Friday."),
            "2024-03-15 scheduled-end");
}

TEST(DeadlineEnds, PollsCloseOnTheirDay) {
  EXPECT_EQ(deadlines_in("Polls close at 8 p.m. on Sunday."), "2024-03-17 scheduled-end");
}

TEST(DeadlineEnds, RegistrationClosesOnItsDay) {
  EXPECT_EQ(deadlines_in("Registration closes on March 22."), "2024-03-22 scheduled-end");
}

TEST(DeadlineEnds, ATruceEndsOnItsDay) {
  EXPECT_EQ(deadlines_in("The truce runs out on Sunday."), "2024-03-17 scheduled-end");
}

TEST(DeadlineEnds, AMandateEndsOnItsDay) {
  EXPECT_EQ(deadlines_in("The mandate of the mission ends on May 31."), "2024-05-31 scheduled-end");
}

TEST(DeadlineEnds, AGracePeriodEndsOnItsDay) {
  EXPECT_EQ(deadlines_in("The grace period ends on April 30."), "2024-04-30 scheduled-end");
}

TEST(DeadlineEnds, AMoratoriumOnSomethingLapses) {
  EXPECT_EQ(deadlines_in("The moratorium on evictions lapses at the end of March."),
            "2024-03-31 scheduled-end");
}

TEST(DeadlineEnds, AnOfferIsOpenUntilADay) {
  EXPECT_EQ(deadlines_in("The offer is open until Monday."), "2024-03-18 scheduled-end");
}

TEST(DeadlineEnds, APermitIsValidUntilADay) {
  EXPECT_EQ(deadlines_in("The permit is valid until August 31."), "2024-08-31 scheduled-end");
}

TEST(DeadlineEnds, WhatIsOnTheTableIsThereUntilADay) {
  EXPECT_EQ(deadlines_in("The nurses' pay offer is on the table until March 31."),
            "2024-03-31 scheduled-end");
}

TEST(DeadlineEnds, OpeningHoursAreNone) {
  EXPECT_EQ(deadlines_in("The museum is open until 8 p.m. on Fridays."), "");
}

TEST(DeadlineEnds, WhatClosesDailyDoesNotEnd) {
  EXPECT_EQ(deadlines_in("The shops close at 6 daily."), "");
}

TEST(DeadlineEnds, AnAdjournedCaseGoesOn) {
  EXPECT_EQ(deadlines_in("The judge adjourned the case until May 3."), "");
}

TEST(DeadlineEnds, WhatLastedInThePastIsNone) {
  EXPECT_EQ(deadlines_in("He worked there for three years until 2019."), "");
}

}  // namespace
}  // namespace dateline
