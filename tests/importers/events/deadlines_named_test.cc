#include <gtest/gtest.h>

#include "tests/support/deadlines.h"

namespace dateline {
namespace {

TEST(DeadlineNouns, ADeadlineIsADay) {
  EXPECT_EQ(deadlines_in("The deadline for bids is March 20."), "2024-03-20 obligation");
}

TEST(DeadlineNouns, ADeadlineOfADayThatWasSetIsToCome) {
  EXPECT_EQ(deadlines_in("The rebels set a deadline of Friday for the release of the prisoners."),
            "2024-03-15 obligation, set by rebels");
}

TEST(DeadlineNouns, WhoFacesADeadlineIsBound) {
  EXPECT_EQ(
      deadlines_in("The government faces a March 20 deadline to present its budget to lenders."),
      "2024-03-20 obligation, binds government");
}

TEST(DeadlineNouns, WhoSetsADeadlineIsNamed) {
  EXPECT_EQ(
      deadlines_in(
          "The European Commission has set Hungary a deadline of two months to change the law."),
      "2024-05-12 obligation, binds Hungary, set by European Commission");
}

TEST(DeadlineNouns, ADayMayBeSetAsTheDeadline) {
  EXPECT_EQ(deadlines_in("The mayor set April 1 as the deadline for removing the tents."),
            "2024-04-01 obligation, set by mayor");
}

TEST(DeadlineNouns, APossessorSetsADeadline) {
  EXPECT_EQ(deadlines_in("The court's deadline for a settlement is Thursday."),
            "2024-03-14 obligation, set by court");
}

TEST(DeadlineNouns, ADeadlinePassesOnItsDay) {
  EXPECT_EQ(deadlines_in("The rebels' deadline passes on Thursday."),
            "2024-03-14 obligation, set by rebels");
}

TEST(DeadlineNouns, AClosingDateIsADeadline) {
  EXPECT_EQ(deadlines_in("The closing date for applications is April 19."),
            "2024-04-19 obligation");
}

TEST(DeadlineNouns, ACutOffIsADeadline) {
  EXPECT_EQ(deadlines_in("The cut-off for orders is March 18."), "2024-03-18 obligation");
}

TEST(DeadlineNouns, TheLastDayToDoSomethingIsADeadline) {
  EXPECT_EQ(deadlines_in("Friday is the last day to register to vote."), "2024-03-15 obligation");
}

TEST(DeadlineNouns, TheLastDayOfSomethingIsNone) {
  EXPECT_EQ(deadlines_in("Friday is the last day of the fair."), "");
}

}  // namespace
}  // namespace dateline
