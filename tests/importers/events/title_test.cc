#include "importers/events/title.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace dateline {
namespace {

std::string title(std::string text, std::string_view trigger) {
  const Timeline timeline = timeline_of(std::move(text), "2025-06-24");
  return event_of(timeline, trigger).title;
}

TEST(Title, WhatIsSaidFirstStandsInTheTitleOfTheSaying) {
  EXPECT_EQ(
      title("A third person has died of cholera, the county hospital said on Tuesday.", "said"),
      "County hospital says a third person has died of cholera");
}

TEST(Title, DirectSpeechIsQuoted) {
  EXPECT_EQ(
      title("“We will find out why this happened,” Mayor Conor Flynn said on Tuesday.", "said"),
      "Flynn: “We will find out why this happened”");
}

TEST(Title, ATitleNeverSaysWe) {
  EXPECT_EQ(
      title("“We hope that two ships will follow,” Mayor Conor Flynn said on Tuesday.", "hope"),
      "Flynn: “We hope that two ships will follow”");
}

TEST(Title, WhoSaysIIsNamed) {
  EXPECT_EQ(title("“I will retire next year,” Pieter Kolk said on Tuesday.", "retire"),
            "Kolk to retire");
}

TEST(Title, NobodyIsNegativeEnough) {
  EXPECT_EQ(title("Nobody accepted the offer on Monday.", "accepted"), "Nobody accepts the offer");
}

TEST(Title, ASubjectDoesNotRepeatItsVerb) {
  EXPECT_EQ(title("The strike planned for Friday hurts hospitals.", "planned"), "Strike planned");
}

TEST(Title, ARelativePronounGivesWayToItsNoun) {
  EXPECT_EQ(
      title("The court voided the permit, which the Department of Mines issued in 2023.", "issued"),
      "Department of Mines issues permit");
}

TEST(Title, WhereAnAsideIsCutNoCommaIsLeft) {
  const std::string found = title(
      "Judge Amelia Strand ruled on Monday that the permit, which the ministry issued, was void.",
      "ruled");
  EXPECT_EQ(found.find(" ,"), found.npos) << found;
}

TEST(Title, APluralWithoutAnEndingIsPlural) {
  EXPECT_EQ(title("Police arrested two drivers on Monday.", "arrested"),
            "Police arrest two drivers");
}

TEST(Title, ADeadlineTellsWhatIsDue) {
  const Timeline timeline = timeline_of(
      "The judge ordered the department to finish the study by September 30.", "2025-06-24");
  const auto due = std::ranges::find(timeline.events, Event::Kind::deadline, &Event::kind);
  ASSERT_NE(due, timeline.events.end());
  EXPECT_EQ(due->title, "Deadline: Department to finish the study by September 30");
}

TEST(Title, WhatTheLemmatizerCutsIsMadeWhole) {
  EXPECT_EQ(title("Joan Harlan conceded the election on Monday.", "conceded"),
            "Harlan concedes the election");
}

}  // namespace
}  // namespace dateline
