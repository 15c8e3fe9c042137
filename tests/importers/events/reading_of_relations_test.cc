#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace dateline {
namespace {

FactualityValue value(const Timeline& timeline, std::string_view trigger) {
  return event_of(timeline, trigger).factuality.value;
}

std::size_t count_of_type(const Timeline& timeline, std::string_view type) {
  return static_cast<std::size_t>(std::ranges::count_if(
      timeline.events, [&](const Event& event) { return event.type == type; }));
}

TEST(ReadingOfRelations, WhatReportsThatAreDeniedSayIsDenied) {
  const Timeline timeline =
      timeline_of("Washington denied reports that it was arming the government.", "2025-02-15");
  EXPECT_EQ(value(timeline, "arming"), FactualityValue::denied);
}

TEST(ReadingOfRelations, AnOfferThatIsRejectedWasMade) {
  const Timeline timeline =
      timeline_of("The rebels on Saturday rejected an offer of a ceasefire.", "2025-02-15");
  EXPECT_EQ(value(timeline, "rejected"), FactualityValue::asserted);
  EXPECT_EQ(value(timeline, "offer"), FactualityValue::asserted);
}

TEST(ReadingOfRelations, AnAgreementThatWasSignedIsNotStillToBeSigned) {
  const Timeline timeline = timeline_of(
      "A peace agreement signed in Addis Ababa in August 2023 collapsed after four months.",
      "2025-02-15");
  const Event& signing = event_of(timeline, "signed");
  EXPECT_EQ(signing.factuality.value, FactualityValue::asserted);
  EXPECT_EQ(signing.when.edtf, "2023-08");
  EXPECT_EQ(event_of(timeline, "collapsed").type, "breakdown");
}

TEST(ReadingOfRelations, WhatThoseDoWhoMayBePunishedIsNoFact) {
  const Timeline timeline =
      timeline_of("The department said it might impose sanctions on leaders who block the talks.",
                  "2025-02-15");
  EXPECT_NE(value(timeline, "block"), FactualityValue::asserted);
}

TEST(ReadingOfRelations, AnEarlierQuakeIsNotTheOneOfTheStory) {
  const Timeline timeline = timeline_of(
      "Quake kills at least 14 in Tarvia\n\nTARVIA, May 7 - An earthquake struck northern Tarvia "
      "early on Tuesday, killing at least 14 people.\n\nThe last major quake in Tarvia, in March "
      "1997, killed 83 people.\n",
      "2024-05-07");
  EXPECT_EQ(event_of(timeline, "killed").when.edtf, "1997-03");
  EXPECT_EQ(event_of(timeline, "kills").when.edtf.substr(0, 4), "2024");
  EXPECT_EQ(count_of_type(timeline, "attack"), 0u);
}

TEST(ReadingOfRelations, TheSpeakerStandsNextBeforeTheVerb) {
  const Timeline timeline = timeline_of(
      "The quake hit at 4:12 a.m. about 20 miles east of Kestrel, the country's second-largest "
      "city, the National Seismological Institute said.",
      "2024-05-07");
  EXPECT_EQ(actors(timeline, event_of(timeline, "said"), Role::speaker),
            "National Seismological Institute");
}

TEST(ReadingOfRelations, AMayorBesideHisTownIsNamedByHisName) {
  const Timeline timeline =
      timeline_of("The mayor of Kestrel, Petar Simic, denied that the city had ignored warnings.",
                  "2024-05-07");
  EXPECT_EQ(actors(timeline, event_of(timeline, "denied"), Role::speaker), "Petar Simic");
}

TEST(ReadingOfRelations, ADayThatIsSetIsNotWhenItIsSet) {
  const Timeline timeline = timeline_of(
      "Judge Miriam Stokes on Monday set a trial date of February 11 and ordered him to surrender "
      "his passport.",
      "2021-10-11");
  EXPECT_EQ(event_of(timeline, "set").when.edtf, "2021-10-11");
  EXPECT_EQ(event_of(timeline, "ordered").when.edtf, "2021-10-11");
}

TEST(ReadingOfRelations, APastFormKeepsTheEndOfItsVerb) {
  const Timeline timeline =
      timeline_of("The Financial Conduct Board fined Crane & Lowe on Monday.", "2024-05-07");
  EXPECT_EQ(event_of(timeline, "fined").type, "sanction");
}

TEST(ReadingOfRelations, ToPleadIsToAskForNothing) {
  const Timeline timeline = timeline_of(
      "The former banker pleaded not guilty on Monday to charges that he misled investors.",
      "2021-10-11");
  EXPECT_EQ(event_of(timeline, "pleaded").type, "plea");
  EXPECT_EQ(value(timeline, "pleaded"), FactualityValue::asserted);
  EXPECT_FALSE(event_of(timeline, "pleaded").factuality.negative);
  EXPECT_NE(value(timeline, "misled"), FactualityValue::asserted);
  EXPECT_NE(value(timeline, "misled"), FactualityValue::requested);
}

TEST(ReadingOfRelations, WhoHasYetToReplyHasNotReplied) {
  const Timeline timeline = timeline_of("The minister has yet to reply.", "2024-01-17");
  EXPECT_TRUE(event_of(timeline, "reply").factuality.negative);
}

TEST(ReadingOfRelations, WhatIsAskedOfReadersIsNotDone) {
  const Timeline timeline =
      timeline_of("“Please stay off the roads,” Mayor Conor Flynn said on Tuesday.", "2022-08-30");
  EXPECT_EQ(value(timeline, "stay"), FactualityValue::requested);
}

TEST(ReadingOfRelations, WhatIsBlockedByThoseWhoMayBePunishedIsNotSaidToFail) {
  const Timeline timeline =
      timeline_of("The department said it might impose sanctions on leaders who block the talks.",
                  "2025-02-15");
  EXPECT_NE(value(timeline, "talks"), FactualityValue::asserted);
}

TEST(ReadingOfRelations, FightingMayResume) {
  const Timeline timeline = timeline_of(
      "Thousands of people have fled their homes since fighting resumed on Jan. 19.", "2025-02-15");
  EXPECT_EQ(event_of(timeline, "fighting").type, "fight");
  EXPECT_EQ(actors(timeline, event_of(timeline, "fighting"), Role::agent), "");
}

TEST(ReadingOfRelations, WhatIsSaidAfterAColonIsNoSourceOfWhatStandsBefore) {
  const Timeline timeline = timeline_of(
      "Shippers fear a repeat: the retailer Fenwick Stores said on Monday it was diverting cargo "
      "to "
      "other ports.",
      "2023-09-12");
  EXPECT_EQ(sources(timeline, event_of(timeline, "fear")), "");
}

TEST(ReadingOfRelations, WhenAVowIsToBeKeptIsNoPartOfIt) {
  const Timeline timeline = timeline_of(
      "Angry parents have vowed to sue the council after it announced plans to close the school.",
      "2024-01-17");
  EXPECT_EQ(sources(timeline, event_of(timeline, "announced")), "");
  EXPECT_EQ(actors(timeline, event_of(timeline, "close"), Role::agent), "council");
}

TEST(ReadingOfRelations, TheConditionOfAThreatIsPartOfIt) {
  const Timeline timeline = timeline_of(
      "Col. Idris Bako threatened to march on the capital if the army did not pull back.",
      "2025-02-15");
  EXPECT_EQ(sources(timeline, event_of(timeline, "pull back")), "Idris Bako");
}

TEST(ReadingOfRelations, WhoDeniesAReportIsTheSourceOfItsContent) {
  const Timeline timeline = timeline_of(
      "Talvik Foods denied a report in the Daily Ledger that it was considering a move to Dublin.",
      "2024-03-05");
  EXPECT_EQ(sources(timeline, event_of(timeline, "considering")), "Talvik Foods");
  EXPECT_EQ(value(timeline, "considering"), FactualityValue::denied);
}

TEST(ReadingOfRelations, WhoIsCalledOnToLeaveIsWhoLeaves) {
  const Timeline timeline = timeline_of(
      "Elena Kasparian called on the president to leave the palace peacefully.", "2023-11-20");
  const Event& leaving = event_of(timeline, "leave");
  EXPECT_EQ(leaving.factuality.value, FactualityValue::requested);
  EXPECT_EQ(actors(timeline, leaving, Role::agent), "president");
}

TEST(ReadingOfRelations, WhoIsFoundGuiltyTookTheBribes) {
  const Timeline timeline = timeline_of(
      "A jury found former Aldmoor mayor Raymond Tully guilty of taking bribes from a developer.",
      "2022-04-21");
  EXPECT_EQ(actors(timeline, event_of(timeline, "taking"), Role::agent), "Raymond Tully");
}

TEST(ReadingOfRelations, WhatWasNotProvedIsNotKnown) {
  const Timeline timeline = timeline_of(
      "Prosecutors failed to prove that the company ignored safety warnings.", "2023-06-02");
  EXPECT_EQ(value(timeline, "ignored"), FactualityValue::unknown);
}

TEST(ReadingOfRelations, WhatNoEvidenceShowsIsNoFact) {
  const Timeline timeline =
      timeline_of("She said she had seen no evidence that anyone had been released.", "2021-09-14");
  EXPECT_NE(value(timeline, "released"), FactualityValue::asserted);
}

TEST(ReadingOfRelations, WhatIsDoneBeforeAPlanIsCarriedOutIsPlannedToo) {
  const Timeline timeline = timeline_of(
      "The ministry will study the ruling before deciding whether to tighten the rules.",
      "2023-06-02");
  EXPECT_EQ(value(timeline, "deciding"), FactualityValue::scheduled);
}

TEST(ReadingOfRelations, WhatIsDueIsNotDone) {
  const Timeline timeline =
      timeline_of("The goalkeeper was due to sign a new deal in August.", "2024-02-02");
  EXPECT_EQ(value(timeline, "sign"), FactualityValue::scheduled);
}

TEST(ReadingOfRelations, WhoMayNotReturnWillNot) {
  const Timeline timeline =
      timeline_of("Residents will not be allowed to return before Wednesday.", "2023-07-16");
  EXPECT_EQ(value(timeline, "return"), FactualityValue::denied);
}

TEST(ReadingOfRelations, FallingPricesAreNobodysFall) {
  const Timeline timeline = timeline_of(
      "The opposition accused Aldo Brenn of taking credit for falling oil prices.", "2024-03-20");
  EXPECT_EQ(event_with(timeline, "falling"), nullptr);
}

TEST(ReadingOfRelations, HoursAfterAThreatIsNoPartOfWhatIsSaid) {
  const Timeline timeline = timeline_of(
      "The government said on Tuesday it would release 600 people, hours after the United Nations "
      "threatened to suspend aid.",
      "2021-09-14");
  EXPECT_EQ(sources(timeline, event_of(timeline, "threatened")), "");
}

TEST(ReadingOfRelations, WhoIsExpectedToLeaveIsWhoLeaves) {
  const Timeline timeline = timeline_of(
      "Sabine Krol said she would stay. Analysts expect her to leave soon.", "2024-09-09");
  EXPECT_EQ(actors(timeline, event_of(timeline, "leave"), Role::agent), "Sabine Krol");
}

TEST(ReadingOfRelations, WhatAComplaintSaysIsNoFact) {
  const Timeline timeline = timeline_of(
      "An inspector is looking into a complaint that a patient died after waiting six hours.",
      "2023-10-16");
  EXPECT_NE(value(timeline, "died"), FactualityValue::asserted);
}

TEST(ReadingOfRelations, WhatIsNotAnsweredIsNotOneSayingWithWhatIsTold) {
  const Timeline timeline = timeline_of(
      "Robert Yoon did not respond to requests for comment. Robert Yoon told employees that he was "
      "sorry.",
      "2023-10-16");
  EXPECT_NE(event_of(timeline, "respond").id, event_of(timeline, "told").id);
}

}  // namespace
}  // namespace dateline
