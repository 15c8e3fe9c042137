#include <gtest/gtest.h>

#include "tests/support/deadlines.h"

namespace dateline {
namespace {

TEST(DeadlinePeople, AnUnnamedFrontMayBeGivenHours) {
  EXPECT_EQ(
      deadlines_in(
          "Last Sunday President Omar Delacour gave the Front 72 hours to lay down its arms."),
      "2024-03-13 obligation, binds Front, set by Omar Delacour");
}

TEST(DeadlinePeople, WhoeverThreatensSetsTheCondition) {
  EXPECT_EQ(deadlines_in("Unions at the mill have called a strike and threatened further walkouts "
                         "unless the management guarantees jobs by the end of the month."),
            "2024-03-31 obligation, binds management, set by Unions at the mill");
}

TEST(DeadlinePeople, AnOrderIsOfWhoIssuedIt) {
  EXPECT_EQ(deadlines_in("Under an order issued on Monday by Governor Tom Abel, hospitals must "
                         "submit a plan by May 1."),
            "2024-05-01 obligation, binds hospitals, set by Tom Abel");
}

TEST(DeadlinePeople, ACourtIsBehindItsRuling) {
  EXPECT_EQ(
      deadlines_in("Under the court's ruling, the ministry must publish the report by May 1."),
      "2024-05-01 obligation, binds ministry, set by court");
}

TEST(DeadlinePeople, WhoOnlyWritesToSomebodySetsNothing) {
  EXPECT_EQ(
      deadlines_in("The bank will write to customers, who must confirm their details by May 10."),
      "2024-05-10 obligation, binds customers");
}

TEST(DeadlinePeople, WhoIsCalledOnIsBound) {
  EXPECT_EQ(deadlines_in("The police called on the gunman to surrender by midnight on Friday."),
            "2024-03-15 obligation, binds gunman, set by police");
}

TEST(DeadlinePeople, TheArmyIsCalledOnThroughFor) {
  EXPECT_EQ(deadlines_in("The rebels called for the release of all prisoners and for the army to "
                         "leave the gold field by May 1."),
            "2024-05-01 obligation, binds army, set by rebels");
}

TEST(DeadlinePeople, WhoIsAskedForSomethingIsBound) {
  EXPECT_EQ(deadlines_in("The watchdog had asked the company for a full account by March 30."),
            "2024-03-30 obligation, binds company, set by watchdog");
}

TEST(DeadlinePeople, WhoeverIsToldToGetOutIsBound) {
  EXPECT_EQ(deadlines_in(
                "Sheriff Ada Pell told people in the valley to get out by nightfall on Thursday."),
            "2024-03-14 obligation, binds people, set by Ada Pell");
}

TEST(DeadlinePeople, ASpeakerSetsWhatHeDemands) {
  EXPECT_EQ(deadlines_in("\"The firm must pay what it owes by Friday,\" Judge Ilse Morrow said."),
            "2024-03-15 obligation, binds firm, set by Ilse Morrow");
}

TEST(DeadlinePeople, LawSetsADeadlineForNobodyNamed) {
  EXPECT_EQ(deadlines_in("Under state law, the governor must sign the bill by May 1."),
            "2024-05-01 obligation, binds governor");
}

TEST(DeadlinePeople, AnAgencyDoesNotBindItself) {
  EXPECT_EQ(
      deadlines_in("The agency began its inquiry on Monday and has to report within 30 days."),
      "2024-04-10 obligation, binds agency");
}

TEST(DeadlinePeople, TheActionMayBeToldBefore) {
  EXPECT_EQ(deadlines_in("The firm's owners missed Monday's deadline to publish their accounts and "
                         "now have until March 25."),
            "2024-03-11 obligation, binds firm's owners, missed | 2024-03-25 obligation, binds "
            "firm's owners");
}

TEST(DeadlinePeople, WhoeverMustDoSomethingIsSomebody) {
  EXPECT_EQ(deadlines_in("The ministry said that airlines must refund passengers by Friday."),
            "2024-03-15 obligation, binds airlines, set by ministry");
  EXPECT_EQ(deadlines_in("Norland must withdraw its troops by March 20."),
            "2024-03-20 obligation, binds Norland");
}

TEST(DeadlinePeople, EntriesThatMustArriveAreNobody) {
  EXPECT_EQ(deadlines_in("Entries must reach the newspaper by March 22."), "2024-03-22 obligation");
}

TEST(DeadlinePeople, WhoeverTellsHimIsAnother) {
  EXPECT_EQ(deadlines_in("The league fined Albion and told it to pay within 21 days."),
            "2024-04-02 obligation, binds Albion, set by league");
}

TEST(DeadlinePeople, WhoeverRulesSoSetsIt) {
  EXPECT_EQ(deadlines_in("The cup tie must be replayed by March 27, the league ruled."),
            "2024-03-27 obligation, set by league");
}

TEST(DeadlinePeople, WhoeverNeedsSomethingByADayIsBound) {
  EXPECT_EQ(deadlines_in("The charity needs 20,000 euros by Friday to keep the rooms open."),
            "2024-03-15 obligation, binds charity");
}

}  // namespace
}  // namespace dateline
