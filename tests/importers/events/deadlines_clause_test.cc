#include <gtest/gtest.h>

#include "tests/support/deadlines.h"

namespace dateline {
namespace {

TEST(DeadlineClauses, AnnouncedOnADayWhatIsDemandedIsDue) {
  EXPECT_EQ(deadlines_in(
                "The union demanded on Monday that managers withdraw the plan by noon on Friday."),
            "2024-03-15 obligation, binds managers, set by union");
}

TEST(DeadlineClauses, MinutesAreOverWhenTheArticleIsRead) {
  EXPECT_EQ(deadlines_in("Police gave the crowd ten minutes to leave before firing tear gas."), "");
}

TEST(DeadlineClauses, ToBeSomewhereByADayIsADuty) {
  EXPECT_EQ(deadlines_in("Mills, the tenant, has to be out of the house by Thursday."),
            "2024-03-14 obligation");
}

TEST(DeadlineClauses, WhatMustBeNamedIsDue) {
  EXPECT_EQ(deadlines_in("The party must name a successor by May 1."),
            "2024-05-01 obligation, binds party");
}

TEST(DeadlineClauses, ADayBeforeAPrepositionIsNoPartOfIt) {
  EXPECT_EQ(deadlines_in("The school board must adopt a budget by March 31 under state law."),
            "2024-03-31 obligation, binds school board");
}

TEST(DeadlineClauses, WhoIsToldInALetterIsBound) {
  EXPECT_EQ(
      deadlines_in("Parents were told in a letter to collect their children by 2 p.m. on Friday."),
      "2024-03-15 obligation, binds Parents");
}

TEST(DeadlineClauses, WhoeverHasUntilAnHourIsBound) {
  EXPECT_EQ(deadlines_in("Shareholders have until 5 p.m. on April 10 to tender their stock, Halden "
                         "said in a filing."),
            "2024-04-10 obligation, binds Shareholders");
}

TEST(DeadlineClauses, TheLastDayToApplyIsADay) {
  EXPECT_EQ(deadlines_in("The last day to apply is Friday."), "2024-03-15 obligation");
}

TEST(DeadlineClauses, ALoanEndsOnItsDay) {
  EXPECT_EQ(deadlines_in("Park's loan at Albion ends on May 31, when he returns to United."),
            "2024-05-31 scheduled-end");
}

TEST(DeadlineClauses, WhatIsNotOpenUntilADayIsNone) {
  EXPECT_EQ(deadlines_in("The road will not reopen until Friday."), "");
}

TEST(DeadlineClauses, AConditionComesBeforeWhatItStops) {
  EXPECT_EQ(deadlines_in("She would table a motion on Monday unless he published the file by "
                         "Friday.")
                .substr(0, 10),
            "2024-03-15");
}

}  // namespace
}  // namespace dateline
