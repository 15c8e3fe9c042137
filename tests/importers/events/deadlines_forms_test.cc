#include <gtest/gtest.h>

#include "tests/support/deadlines.h"

namespace dateline {
namespace {

TEST(DeadlineForms, WhatMayNotBeDoneAfterADayMayBeDoneUntilThen) {
  EXPECT_EQ(deadlines_in("The clubs may not withdraw after Wednesday."),
            "2024-03-13 obligation, binds clubs");
  EXPECT_EQ(deadlines_in("Bids will not be accepted after April 12."), "2024-04-12 scheduled-end");
}

TEST(DeadlineForms, NoOfferByADayIsAnOfferThatIsDue) {
  EXPECT_EQ(deadlines_in("If there is no offer by Friday, the drivers will walk out."),
            "2024-03-15 obligation");
}

TEST(DeadlineForms, AVoteHasTheDayThatWasToldBefore) {
  EXPECT_EQ(deadlines_in("The council will vote on the tower on July 19. The mayor should publish "
                         "the report before the vote."),
            "2024-07-19 advice, binds mayor");
  EXPECT_EQ(deadlines_in("The vote is on April 4. The union wants the mayor to publish the figures "
                         "before then."),
            "2024-04-04 obligation, binds mayor, set by union");
}

TEST(DeadlineForms, AnUltimatumHasALength) {
  EXPECT_EQ(deadlines_in("The ministry issued a 30-day ultimatum to the dockers' union."),
            "2024-04-11 obligation, binds dockers' union, set by ministry");
}

TEST(DeadlineForms, WhoeverItIsDueFromOwesIt) {
  EXPECT_EQ(deadlines_in("The report is due from the panel on April 30."),
            "2024-04-30 obligation, binds panel");
}

TEST(DeadlineForms, WhoeverIsToldHasToDoIt) {
  EXPECT_EQ(deadlines_in("The judge told the prosecution to hand over the files by Friday."),
            "2024-03-15 obligation, binds prosecution, set by judge");
}

TEST(DeadlineForms, TheOperatorBetweenCommasIsTheFirm) {
  EXPECT_EQ(deadlines_in("The union gave the airline, a small operator, until Friday to pay."),
            "2024-03-15 obligation, binds airline, set by union");
}

TEST(DeadlineForms, WhatIsAgreedIsDue) {
  EXPECT_EQ(
      deadlines_in("The firm agreed with the union that drivers would be rehired by April 1."),
      "2024-04-01 obligation, set by firm and union");
}

TEST(DeadlineForms, ADayAfterAPauseIsThatOfTheAdvice) {
  EXPECT_EQ(deadlines_in("Foreign citizens should leave the country immediately, and no later than "
                         "Thursday, the embassy said."),
            "2024-03-14 advice, binds Foreign citizens, set by embassy");
}

TEST(DeadlineForms, WhoHasCashHasNoDuty) {
  EXPECT_EQ(deadlines_in("The firm has cash to last until Christmas."), "2024-12-25 scheduled-end");
}

}  // namespace
}  // namespace dateline
