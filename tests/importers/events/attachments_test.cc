#include "importers/events/attachments.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace dateline
