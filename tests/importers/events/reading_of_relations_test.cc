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

}  // namespace
}  // namespace dateline
