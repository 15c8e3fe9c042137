#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/deadlines.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

TEST(DeadlineDuties, BidsAreDueByATime) {
  EXPECT_EQ(deadlines_in("Bids are due by noon on March 20."), "2024-03-20 obligation");
}

TEST(DeadlineDuties, PaymentIsDueWithinDays) {
  EXPECT_EQ(deadlines_in("Payment is due within 30 days."), "2024-04-11 obligation");
}

TEST(DeadlineDuties, AnInstalmentFallsDue) {
  EXPECT_EQ(deadlines_in("The first instalment falls due on May 2."), "2024-05-02 obligation");
}

TEST(DeadlineDuties, WhoHasToIsBound) {
  EXPECT_EQ(deadlines_in("Taxpayers have to file their returns by April 15."),
            "2024-04-15 obligation, binds Taxpayers");
}

TEST(DeadlineDuties, WhoNeedsToIsBound) {
  EXPECT_EQ(deadlines_in("The club needs to find a new manager by August 10."),
            "2024-08-10 obligation, binds club");
}

TEST(DeadlineDuties, HandedInByADay) {
  EXPECT_EQ(deadlines_in("All weapons must be handed in by Friday."), "2024-03-15 obligation");
}

TEST(DeadlineDuties, WhoIsRequiredToIsBound) {
  EXPECT_EQ(
      deadlines_in("Candidates are required to declare their donations on or before March 28."),
      "2024-03-28 obligation, binds Candidates");
}

TEST(DeadlineDuties, ADealBindsWhoWillDoWhatItSays) {
  EXPECT_EQ(deadlines_in("Under the deal, the army will withdraw from the valley by March 24."),
            "2024-03-24 obligation, binds army");
}

TEST(DeadlineDuties, WhatIsDemandedByADayIsDue) {
  EXPECT_EQ(deadlines_in("The lender demanded repayment by March 29."),
            "2024-03-29 obligation, set by lender");
}

TEST(DeadlineDuties, WhatIsAskedForByADayIsDue) {
  EXPECT_EQ(deadlines_in("The bank has asked for bids by March 26."),
            "2024-03-26 obligation, set by bank");
}

TEST(DeadlineDuties, AnEvacuationMayBeOrderedAsANoun) {
  EXPECT_EQ(
      deadlines_in("Mayor Lena Voss ordered the evacuation of the old town by 9 p.m. on Tuesday."),
      "2024-03-12 obligation, set by Lena Voss");
}

TEST(DeadlineDuties, AidWorkersAreOneNoun) {
  EXPECT_EQ(deadlines_in("The rebels have ordered all aid workers to leave by Thursday."),
            "2024-03-14 obligation, binds all aid workers, set by rebels");
}

TEST(DeadlineDuties, WhoIsOrderedInThePastIsStillToAct) {
  EXPECT_EQ(deadlines_in("The judge ordered that Mara Fenn be released by Friday."),
            "2024-03-15 obligation, set by judge");
}

TEST(DeadlineDuties, AdviceMayBeForAGerund) {
  EXPECT_EQ(deadlines_in("The inspector recommended replacing the pumps by May."),
            "2024-05 advice, set by inspector");
}

TEST(DeadlineDuties, WhoIsUrgedIsAdvised) {
  EXPECT_EQ(deadlines_in("The embassy urged its citizens to leave Norland by Sunday."),
            "2024-03-17 advice, binds its citizens, set by embassy");
}

TEST(DeadlineDuties, BeforeAMonthIsByTheDayBeforeIt) {
  EXPECT_EQ(deadlines_in("The ministry has promised that the law will be changed before June."),
            "2024-05-31 obligation, set by ministry");
}

TEST(DeadlineDuties, WhatOneWantsOneselfBindsNobody) {
  EXPECT_EQ(deadlines_in("The space agency wants to land a crew on the moon before 2030."), "");
}

TEST(DeadlineDuties, AThreatSetsItsCondition) {
  EXPECT_EQ(deadlines_in("The rebels said they would kill the captives unless the government freed "
                         "their leader by Saturday."),
            "2024-03-16 obligation, binds government, set by rebels");
}

TEST(DeadlineDuties, WhatWasDoneByThenIsNone) {
  EXPECT_EQ(deadlines_in("They finished the bridge by Friday."), "");
}

TEST(DeadlineDuties, TellTheConditionUnderWhichTheyHold) {
  const Timeline timeline = timeline_of(
      "The firm must pay the fine by May 3 if the court rejects its appeal.", "2024-03-07");
  const auto found = std::ranges::find(timeline.events, Event::Kind::deadline, &Event::kind);
  ASSERT_NE(found, timeline.events.end());
  EXPECT_EQ(found->deadline->condition, event_of(timeline, "rejects").id);
  const auto link = std::ranges::find(timeline.links, LinkType::condition_of, &Link::type);
  ASSERT_NE(link, timeline.links.end());
  EXPECT_EQ(link->to, found->id);
}

TEST(DeadlineDuties, AreJoinedToWhatSomebodyWants) {
  EXPECT_EQ(deadlines_in("The university wants to dig a second trench and must file its plans by "
                         "April 1."),
            "2024-04-01 obligation, binds university");
}

TEST(DeadlineDuties, MayBeToBeSomewhere) {
  EXPECT_EQ(deadlines_in("The forms must be in by Friday."), "2024-03-15 obligation");
  EXPECT_EQ(deadlines_in("The tenants have to be out by June 1."),
            "2024-06-01 obligation, binds tenants");
}

TEST(DeadlineDuties, RunOutOnce) {
  EXPECT_EQ(deadlines_in("Selonia gave Karvia 72 hours to pull its men off a bridge. The ultimatum "
                         "runs out on Friday."),
            "2024-03-15 obligation, binds Karvia, set by Selonia");
}

}  // namespace
}  // namespace dateline
