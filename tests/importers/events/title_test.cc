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
  EXPECT_EQ(title("The bridge damaged on Friday hurts trade.", "damaged"), "Bridge damaged");
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

TEST(Title, ATitleDoesNotBreakOffWhereADayWasCut) {
  EXPECT_EQ(
      title("The World Bank could approve an emergency loan as early as next week.", "approve"),
      "World Bank could approve an emergency loan");
  EXPECT_EQ(title("Victor Halloran was released on $2 million bail the next day.", "released"),
            "Halloran released on $2 million bail");
}

TEST(Title, ASecondClauseIsNotRunIntoTheFirst) {
  EXPECT_EQ(title("His lawyer said the charges were a work of fiction and that her client would "
                  "fight them.",
                  "said"),
            "His lawyer says the charges were a work of fiction");
}

TEST(Title, WhatIsSetForADayToComeIsNotToldAsDone) {
  EXPECT_EQ(title("The measures take effect on July 1.", "take"), "Measures to take effect");
}

TEST(Title, ANounAloneIsToldWithItsVerb) {
  EXPECT_EQ(title("Mayor Conor Flynn lifted the order at noon on Tuesday.", "order"),
            "Order: Flynn lifts the order");
}

TEST(Title, ANameOfTwoIsOne) {
  EXPECT_EQ(title("Crane & Lowe has appealed.", "appealed"), "Crane & Lowe appeals");
}

TEST(Title, AnAmountOfSeveralIsPlural) {
  EXPECT_EQ(title("The union said 81% of its members had voted against the offer.", "voted"),
            "81% of its members vote against the offer");
}

TEST(Title, WhoSaysSoIsNoPartOfWhatIsSaid) {
  EXPECT_EQ(title("The outbreak has killed 67 people, according to ministry figures.", "killed"),
            "Outbreak kills 67 people");
}

TEST(Title, WhatHearersAreAskedIsQuoted) {
  EXPECT_EQ(title("“Please stay off the roads,” Mayor Conor Flynn said on Tuesday.", "stay"),
            "Flynn: “Stay off the roads”");
}

TEST(Title, APersonalPronounStandsForNoNounBeforeItsClause) {
  EXPECT_EQ(title("Washington denied reports that it was arming the government.", "arming"),
            "Denied: It arms the government");
}

TEST(Title, WhoeverIsAccusedIsNotSaidToBeAbleTo) {
  EXPECT_EQ(title("Prosecutors accused Danny Pelham of taking bribes.", "taking"),
            "Alleged: Pelham takes bribes");
}

TEST(Title, AnEstimateOfThePastIsNoForecast) {
  EXPECT_EQ(title("The ministry estimates that 140,000 people have fled their homes.", "fled"),
            "140,000 people thought to have fled their homes");
}

TEST(Title, TwoSubjectsAreBothNamed) {
  EXPECT_EQ(title("China and Russia oppose sanctions.", "oppose"),
            "China and Russia oppose sanctions");
}

TEST(Title, APronounStandsBeforeItsParticle) {
  EXPECT_EQ(title("The club made an offer but the mayor turned it down.", "turned"),
            "Mayor turns it down");
}

TEST(Title, AnAgeIsNoSecondSubject) {
  EXPECT_EQ(title("Danny Pelham, 52, has ruled out resigning.", "ruled out"),
            "Pelham rules out resigning");
}

}  // namespace
}  // namespace dateline
