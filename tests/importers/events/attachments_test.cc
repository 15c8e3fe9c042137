#include "importers/events/attachments.h"

#include <gtest/gtest.h>

#include "tests/support/event_reading.h"
#include "tests/support/make_document.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

TEST(Attachments, WhoMadeARequestDidNotRejectIt) {
  const Timeline timeline =
      timeline_of("Judge Miriam Stokes rejected a request by prosecutors to keep him in custody.",
                  "2021-10-11");
  EXPECT_EQ(actors(timeline, event_of(timeline, "rejected"), Role::agent), "Miriam Stokes");
  EXPECT_EQ(actors(timeline, event_of(timeline, "request"), Role::agent), "prosecutors");
}

TEST(Attachments, WhatNobodyPlansIsNotDone) {
  const Timeline timeline = timeline_of(
      "The operator, which is owned by the Danish group Nordhavn, said it had no plans to hire "
      "replacement workers.",
      "2023-09-12");
  EXPECT_EQ(event_of(timeline, "hire").factuality.value, FactualityValue::denied);
}

TEST(Attachments, WhatARejectedMotionAsksForIsNotDone) {
  const Timeline timeline = timeline_of(
      "The judge denied a motion by the defense to throw out the verdict.", "2022-04-21");
  EXPECT_EQ(event_of(timeline, "throw out").factuality.value, FactualityValue::denied);
  EXPECT_EQ(event_of(timeline, "denied").type, "rejection");
}

TEST(Attachments, ATrapThreatensNobody) {
  const Timeline timeline = timeline_of(
      "A spokesman for the rebels, Idris Bako, said the offer was a trap and threatened to march "
      "on the capital.",
      "2025-02-15");
  const Event& threat = event_of(timeline, "threatened");
  EXPECT_EQ(actors(timeline, threat, Role::speaker), "Idris Bako");
  EXPECT_EQ(sources(timeline, threat), "");
}

TEST(Attachments, WhoHadBeenHurtIsNotWhoAccuses) {
  const Timeline timeline = timeline_of(
      "A ministry spokesman denied that Malik had been tortured in prison and accused Brussels of "
      "spreading lies.",
      "2023-02-24");
  const Event& accusation = event_of(timeline, "accused");
  EXPECT_EQ(accusation.factuality.value, FactualityValue::asserted);
  EXPECT_EQ(actors(timeline, accusation, Role::speaker), "ministry spokesman");
}

TEST(Attachments, WhoAsksNotToDoSomethingAsks) {
  const Timeline timeline =
      timeline_of("The general asked not to travel with the army.", "2023-11-20");
  EXPECT_FALSE(event_of(timeline, "asked").factuality.negative);
}

TEST(Attachments, WhatARefusalIsOfStandsAfterItsDay) {
  const Timeline timeline =
      timeline_of("The board refused on Wednesday to require shots for students.", "2024-02-09");
  const Event& order = event_of(timeline, "require");
  EXPECT_TRUE(order.factuality.negative);
}

TEST(Attachments, AnOfferThatIsReportedIsNotTheReport) {
  const Timeline timeline = timeline_of(
      "The bank denied a report that Helene Maro had offered to resign after a row.", "2024-03-20");
  EXPECT_EQ(actors(timeline, event_of(timeline, "resign"), Role::agent), "Helene Maro");
  EXPECT_EQ(event_of(timeline, "resign").factuality.value, FactualityValue::denied);
}

TEST(Attachments, TheCourtSaysWhatFollowsTheDead) {
  const Timeline timeline = timeline_of(
      "A court cleared the operator over a 2021 sinking in which nine people died, saying "
      "prosecutors had failed to prove that the company ignored safety warnings.",
      "2023-06-02");
  EXPECT_EQ(actors(timeline, event_of(timeline, "saying"), Role::speaker), "court");
  EXPECT_EQ(actors(timeline, event_of(timeline, "failed"), Role::agent), "prosecutors");
}

TEST(Attachments, ATitleBesideANameIsNoSecondSpeaker) {
  const Timeline timeline = timeline_of(
      "“We have not seen anything like this since 1991,” State Health Commissioner Dr. Alan "
      "Whitfield told reporters.",
      "2024-02-09");
  EXPECT_EQ(sources(timeline, event_of(timeline, "seen")), "Alan Whitfield");
}

TEST(Attachments, WhoIsBriefedOnTheTalksSaysSo) {
  const Timeline timeline = timeline_of(
      "Treasury officials are considering whether to blacklist the central bank, a person briefed "
      "on the discussions said.",
      "2023-02-24");
  EXPECT_NE(actors(timeline, event_of(timeline, "said"), Role::speaker), "");
  EXPECT_NE(sources(timeline, event_of(timeline, "considering")), "");
}

TEST(Attachments, AForestCallsForNobody) {
  const Timeline timeline = timeline_of(
      "Hugo Paz said the government had ignored a warning that the forest was a tinderbox, and "
      "called for the environment minister to resign.",
      "2023-07-16");
  EXPECT_EQ(actors(timeline, event_of(timeline, "called"), Role::speaker), "Hugo Paz");
  const Event& resignation = event_of(timeline, "resign");
  EXPECT_EQ(resignation.factuality.value, FactualityValue::requested);
  EXPECT_EQ(actors(timeline, resignation, Role::agent), "environment minister");
}

TEST(Attachments, WhoWillStepDownWillBeSucceeded) {
  const Timeline timeline = timeline_of(
      "Louise Amery will step down once the merger is completed and will be succeeded by Jonas "
      "Reuter.",
      "2024-03-05");
  EXPECT_EQ(event_of(timeline, "succeeded").title, "Amery to be succeeded by Jonas Reuter");
}

TEST(Attachments, AMemoSuggestsWhatFollowsIt) {
  const Timeline timeline = timeline_of(
      "Energy Minister Paul Anders resigned on Thursday after a leaked memo suggested he had "
      "misled "
      "parliament.",
      "2022-11-03");
  EXPECT_EQ(actors(timeline, event_of(timeline, "suggested"), Role::speaker), "leaked memo");
  EXPECT_EQ(sources(timeline, event_of(timeline, "misled")), "leaked memo");
}

TEST(Attachments, ALawmakerWhoCallsIsNotCalled) {
  const Timeline timeline =
      timeline_of("A lawmaker called for an investigation into the outages.", "2022-08-30");
  EXPECT_EQ(actors(timeline, event_of(timeline, "called"), Role::speaker), "lawmaker");
  EXPECT_EQ(event_of(timeline, "investigation").factuality.value, FactualityValue::requested);
}

TEST(Attachments, ATalkTakesPlaceWhereItIsHeard) {
  Document document = make_document(
      "Lehner PROPN 2 nsubj\n"
      "told/tell VERB 0 root past finite\n"
      "analysts/analyst NOUN 2 iobj plural\n"
      "on ADP 6 case\n"
      "a DET 6 det\n"
      "call NOUN 3 nmod\n");
  mend_attachments(document, english_events());
  EXPECT_EQ(document.text_of(document.tokens[5].head), "told");
  EXPECT_EQ(document.tokens[5].relation, Relation::obl);
}

TEST(Attachments, WhatIsSaidOnADayIsNotTheDay) {
  const Timeline timeline =
      timeline_of("Police said on Wednesday that a farmer was shot on Monday.", "2024-03-07");
  const Event& shooting = event_of(timeline, "shot");
  EXPECT_EQ(sources(timeline, shooting), "Police");
  EXPECT_EQ(shooting.when.edtf, "2024-03-04");
  EXPECT_EQ(event_of(timeline, "said").when.edtf, "2024-03-06");
}

TEST(Attachments, ItMayTellThings) {
  const Timeline timeline = timeline_of(
      "Osprey Minerals apologized. It told users that two million of them were affected.",
      "2024-03-07");
  EXPECT_EQ(sources(timeline, event_of(timeline, "affected")), "Osprey Minerals");
}

TEST(Attachments, WhatAWitnessClaimsIsTheWitnesss) {
  const Timeline timeline = timeline_of(
      "A witness who claimed in January that she had shredded files withdrew his statement.",
      "2024-03-07");
  EXPECT_EQ(sources(timeline, event_of(timeline, "shredded")), "witness");
}

TEST(Attachments, WhatSomebodyIsToBePersuadedOfIsNotDone) {
  const Timeline timeline =
      timeline_of("His rival tried to persuade a third candidate to resign.", "2024-03-07");
  EXPECT_NE(event_of(timeline, "resign").factuality.value, FactualityValue::asserted);
}

}  // namespace
}  // namespace dateline
