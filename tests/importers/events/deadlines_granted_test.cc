#include <gtest/gtest.h>

#include "tests/support/deadlines.h"

namespace dateline {
namespace {

TEST(DeadlineGrants, WhoeverIsGivenDaysHasThem) {
  EXPECT_EQ(deadlines_in("The regulator gave the airline 14 days to hand over the documents."),
            "2024-03-26 obligation, binds airline, set by regulator");
}

TEST(DeadlineGrants, WhoeverHasUntilADayIsBound) {
  EXPECT_EQ(deadlines_in("Applicants have until March 31 to submit their forms."),
            "2024-03-31 obligation, binds Applicants");
}

TEST(DeadlineGrants, APassiveNamesNobodyWhoGave) {
  EXPECT_EQ(deadlines_in("The tenants were given until Saturday to move out."),
            "2024-03-16 obligation, binds tenants");
}

TEST(DeadlineGrants, AFamilyMayBeGivenHours) {
  EXPECT_EQ(deadlines_in("The kidnappers gave the family 48 hours to pay the ransom."),
            "2024-03-14 obligation, binds family, set by kidnappers");
}

TEST(DeadlineGrants, WhoGaveTimeIsNotWhoTellsOfIt) {
  EXPECT_EQ(deadlines_in("The lenders have given the yard's owners until May 3 to find a partner, "
                         "two people familiar with the talks said."),
            "2024-05-03 obligation, binds yard's owners, set by lenders");
}

TEST(DeadlineGrants, BothSidesAreBound) {
  EXPECT_EQ(deadlines_in("The judge, Ilse Morrow, gave both parties seven days to settle."),
            "2024-03-19 obligation, binds both parties, set by Ilse Morrow");
}

TEST(DeadlineGrants, DoingSoIsSomethingToDo) {
  EXPECT_EQ(
      deadlines_in(
          "The firm must close the plant. The regulator gave its owners until June 30 to do so."),
      "2024-06-30 obligation, binds its owners, set by regulator");
}

TEST(DeadlineGrants, DaysCountFromTheRulingThatWasTold) {
  EXPECT_EQ(
      deadlines_in(
          "The watchdog fined the operator on Monday. The operator has two months to appeal."),
      "2024-05-11 obligation, binds operator");
}

TEST(DeadlineGrants, WhatSomebodyHasHadIsOver) {
  EXPECT_EQ(deadlines_in("The council has had two years to repair the bridge."), "");
}

TEST(DeadlineGrants, TheHeadlineNamesWhoHasTheTime) {
  EXPECT_EQ(deadlines_in("Calder County gives owners until Friday to clear rubble"),
            "2024-03-15 obligation, binds owners, set by Calder County");
}

}  // namespace
}  // namespace dateline
