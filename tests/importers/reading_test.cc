#include "importers/pipeline.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace dateline {
namespace {

TEST(Reading, WhoSpeaksAfterAQuotationIsItsSource) {
  const Timeline timeline = timeline_of(
      "“If the bridges close, nobody will come for you,” County Administrator Luis Arroyo told "
      "residents at a briefing on Tuesday.\n",
      "2023-10-03");
  EXPECT_EQ(actors(timeline, event_of(timeline, "told"), Role::speaker), "Luis Arroyo");
  EXPECT_EQ(sources(timeline, event_of(timeline, "come")), "Luis Arroyo");
}

FactualityValue value(const Timeline& timeline, std::string_view trigger) {
  return event_of(timeline, trigger).factuality.value;
}

TEST(Reading, WhatIsBarredIsNotToldAsDone) {
  const Timeline timeline = timeline_of(
      "A federal judge on Wednesday barred Osprey Minerals from opening its mine near Larkfield.",
      "2025-05-14");
  EXPECT_NE(value(timeline, "opening"), FactualityValue::asserted);
  EXPECT_EQ(event_of(timeline, "barred").when.edtf, "2025-05-14");
}

TEST(Reading, WhatIsOrderedIsNotToldAsDoneHoweverFarTheVerbIs) {
  const Timeline timeline = timeline_of(
      "Managers on Tuesday ordered everyone living in Ward 3 of Calder County to leave by noon.",
      "2023-10-03");
  EXPECT_EQ(value(timeline, "leave"), FactualityValue::requested);
}

TEST(Reading, ADeniedRumourIsNoFact) {
  const Timeline timeline = timeline_of(
      "Officials denied a rumour, spread on social media since Sunday, that the jail had been "
      "emptied.",
      "2023-10-03");
  EXPECT_EQ(value(timeline, "emptied"), FactualityValue::denied);
}

TEST(Reading, AHeadlinesVerbIsFoundBesideAClauseOfItsOwn) {
  const Timeline timeline = timeline_of(
      "Calder County orders coast cleared as Hurricane Marlow nears\n\nPORT ANSEL, Fla. — "
      "Managers spoke on Tuesday.\n",
      "2023-10-03");
  EXPECT_EQ(value(timeline, "cleared"), FactualityValue::requested);
}

TEST(Reading, AnUnrealConditionIsNoEventOfHaving) {
  const Timeline timeline = timeline_of(
      "“Had the order gone out the previous evening, most of them would be alive,” Ruth Okafor "
      "said.",
      "2023-10-03");
  EXPECT_EQ(event_with(timeline, "Had"), nullptr);
  EXPECT_EQ(value(timeline, "gone out"), FactualityValue::counterfactual);
}

TEST(Reading, ASentenceHasAVerb) {
  const Timeline timeline = timeline_of("Talks resume on Friday.", "2022-02-09");
  ASSERT_NE(event_with(timeline, "resume"), nullptr);
  ASSERT_EQ(timeline.documents[0].timexes.size(), 1u);
  EXPECT_EQ(timeline.documents[0].timexes[0].value, "2022-02-11");
}

TEST(Reading, APlanIsNoMoreThanAPlan) {
  const Timeline timeline =
      timeline_of("The ministry plans to vaccinate 60,000 people by Oct. 31.", "2025-10-14");
  EXPECT_EQ(value(timeline, "vaccinate"), FactualityValue::scheduled);
}

TEST(Reading, APeopleInACountryIsThePeople) {
  const Timeline timeline = timeline_of(
      "Jake Sullivan told Americans in Ukraine on Friday that they should leave within 48 hours.",
      "2022-02-12");
  EXPECT_EQ(actors(timeline, event_of(timeline, "leave"), Role::agent), "Americans");
}

TEST(Reading, WhoPreparesSomethingSetsNobodyADeadline) {
  const Timeline timeline = timeline_of(
      "Jake Sullivan warned on Friday that Russia could be preparing to attack Ukraine before the "
      "end of the month.",
      "2022-02-12");
  const auto deadline = std::ranges::find(timeline.events, Event::Kind::deadline, &Event::kind);
  ASSERT_NE(deadline, timeline.events.end());
  ASSERT_EQ(deadline->deadline->set_by.size(), 1u);
  EXPECT_EQ(std::ranges::find(timeline.entities, deadline->deadline->set_by[0], &Entity::id)->name,
            "Jake Sullivan");
}

TEST(Reading, AHeadlineWithAnInfinitiveTellsOfWhatIsToCome) {
  const Timeline timeline = timeline_of(
      "Museum to return bronze horse\n\nThe museum will return the horse, its director said.\n",
      "2025-02-03");
  EXPECT_EQ(value(timeline, "return"), FactualityValue::scheduled);
}

TEST(Reading, WhatGoesOnUntilADayAheadEndsThen) {
  const Timeline timeline =
      timeline_of("Schools closed on Monday and will stay shut through Friday.", "2023-10-03");
  const auto ends = std::ranges::find(timeline.events, Event::Kind::deadline, &Event::kind);
  ASSERT_NE(ends, timeline.events.end());
  EXPECT_EQ(ends->when.edtf, "2023-10-06");
}

TEST(Reading, WhoSpeaksIsTheI) {
  const Timeline timeline =
      timeline_of("“After that I shall stop,” Pieter Kolk said on Monday.", "2018-06-05");
  EXPECT_EQ(actors(timeline, event_of(timeline, "stop"), Role::agent), "Pieter Kolk");
}

TEST(Reading, ABodyThatSpeaksIsTheWe) {
  const Timeline timeline =
      timeline_of("“We will appeal,” Osprey Minerals said on Monday.", "2025-05-14");
  EXPECT_EQ(actors(timeline, event_of(timeline, "appeal"), Role::speaker), "Osprey Minerals");
}

TEST(Reading, TheCompanyIsNoDepartment) {
  const Timeline timeline = timeline_of(
      "Osprey Minerals appealed on Monday. The Department of Mines had no comment. The company "
      "planned a second mine.",
      "2025-05-14");
  EXPECT_EQ(actors(timeline, event_of(timeline, "planned"), Role::agent), "Osprey Minerals");
}

TEST(Reading, WhoTellsOfWhatIsNotRealIsReal) {
  const Timeline timeline = timeline_of(
      "Had the mine opened last year, the river would have run dry, according to a report that the "
      "trust published in March.",
      "2025-05-14");
  EXPECT_EQ(value(timeline, "published"), FactualityValue::asserted);
  EXPECT_EQ(value(timeline, "run"), FactualityValue::counterfactual);
}

TEST(Reading, AHearingThatIsScheduledIsAPlan) {
  const Timeline timeline =
      timeline_of("A hearing on the request is scheduled for June 11.", "2025-05-14");
  EXPECT_EQ(value(timeline, "hearing"), FactualityValue::scheduled);
  EXPECT_EQ(event_of(timeline, "hearing").when.edtf, "2025-06-11");
}

TEST(Reading, WhatIsDebatedIsNotDoubted) {
  const Timeline timeline =
      timeline_of("Parliament will debate the outbreak on Tuesday.", "2025-10-12");
  EXPECT_EQ(value(timeline, "outbreak"), FactualityValue::asserted);
}

TEST(Reading, WhatIsDoneAtARejectionIsNotRejected) {
  const Timeline timeline = timeline_of(
      "The House of Representatives had rejected an earlier draft on Monday, with 29 members "
      "voting no.",
      "2027-10-01");
  EXPECT_EQ(value(timeline, "voting"), FactualityValue::asserted);
}

TEST(Reading, WhatOughtToBeDoneIsNoFact) {
  const Timeline timeline =
      timeline_of("The council ought to repair the bridge, Mayor Anna Brandt said.", "2025-05-14");
  EXPECT_EQ(value(timeline, "repair"), FactualityValue::requested);
  EXPECT_EQ(event_with(timeline, "ought"), nullptr);
}

TEST(Reading, WhatSomebodyWasGoingToDoIsAPlan) {
  const Timeline timeline = timeline_of("Corvin Lines was going to close the plant.", "2025-05-14");
  EXPECT_EQ(value(timeline, "close"), FactualityValue::scheduled);
  EXPECT_EQ(event_with(timeline, "going"), nullptr);
}

TEST(Reading, WhatIsAskedIsNotKnown) {
  const Timeline timeline =
      timeline_of("Did the ship sink? Why was the crew rescued?", "2025-05-14");
  EXPECT_EQ(value(timeline, "sink"), FactualityValue::unknown);
  EXPECT_EQ(value(timeline, "rescued"), FactualityValue::asserted);
}

TEST(Reading, WhatRumoursTellIsOnlyPossible) {
  const Timeline timeline =
      timeline_of("Rumours that the mayor resigned spread on Thursday.", "2025-05-14");
  EXPECT_EQ(value(timeline, "resigned"), FactualityValue::possible);
}

}  // namespace
}  // namespace dateline
