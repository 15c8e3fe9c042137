#include "importers/events/reports.h"

#include <gtest/gtest.h>

#include "importers/nlp/quotation_marks.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

std::string joined(const std::vector<FoundWords>& all) {
  std::string text;
  for (const FoundWords& words : all) text += (text.empty() ? "" : " / ") + words.text;
  return text;
}

/// "source | cue | content / content", in brackets if it is nested.
std::vector<std::string> reports_in(std::string_view text) {
  std::vector<std::string> all;
  const Timeline timeline = timeline_of(std::string(text), "2031-03-10");
  for (const FoundReport& report : timeline.documents[0].reports) {
    const std::string line =
        joined(report.source) + " | " + joined(report.cue) + " | " + joined(report.content);
    all.push_back(report.nested ? "(" + line + ")" : line);
  }
  return all;
}

using Lines = std::vector<std::string>;

TEST(Reports, AClauseBelongsToWhoSaysIt) {
  EXPECT_EQ(reports_in("The mayor said that the port is closed.\n"),
            Lines{"The mayor | said | that the port is closed"});
}

TEST(Reports, WordsAroundTheirSpeakerAreOneReport) {
  EXPECT_EQ(reports_in("“The port is dead,” she said. “It will not open again.”\n"),
            Lines{"she | said | “The port is dead,” / “It will not open again.”"});
}

TEST(Reports, StrokesAtBothEndsAreQuotationMarks) {
  EXPECT_EQ(reports_in("''The port is dead,'' she said. ''It will not open again.''\n"),
            Lines{"she | said | ''The port is dead,'' / ''It will not open again.''"});
}

TEST(Reports, ASpeakerMayStandAfterTheVerb) {
  EXPECT_EQ(reports_in("The port is closed, said Anna Quill, the harbour master.\n").front(),
            "Anna Quill | said | The port is closed");
}

TEST(Reports, WhatIsAddedHasTheSpeakerOfTheSentence) {
  const Lines lines = reports_in("“Is this right?” he asked, adding that it was wrong.\n");
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[1], "he | adding | that it was wrong");
}

TEST(Reports, ASourcePhraseHasTheWholeSentence) {
  EXPECT_EQ(reports_in("According to the police, two men left the port at night.\n"),
            Lines{"the police | According to | two men left the port at night"});
}

TEST(Reports, WhatSomebodyIsTakenForIsAReport) {
  EXPECT_EQ(reports_in("Quill called the plan a trap.\n"),
            Lines{"Quill | called | the plan a trap"});
}

TEST(Reports, WhatIsSaidWithinWhatIsSaidIsNested) {
  const Lines lines = reports_in("The mayor said that Quill believes that the port is closed.\n");
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0], "The mayor | said | that Quill believes that the port is closed");
  EXPECT_EQ(lines[1], "(Quill | believes | that the port is closed)");
}

TEST(Reports, ALineOfATranscriptIsSaidByItsName) {
  EXPECT_EQ(
      reports_in("Talk about the port\n\nThey spoke for an hour.\n\nQUILL: The port is closed. "
                 "It will not open.\n")
          .back(),
      "QUILL | : | The port is closed. It will not open");
}

TEST(Reports, AQuotationBelongsToTheNameUnderIt) {
  EXPECT_EQ(reports_in("Readers answer\n\nThese came first.\n\n“I believe the plan is dead.”\n\n"
                       "― Peter Zorn, 25, Dallas\n")
                .back(),
            "Peter Zorn | ― | “I believe the plan is dead.”");
}

TEST(Reports, ATitleBetweenCommasDoesNotHideTheSpeaker) {
  EXPECT_EQ(
      reports_in("Anna Quill, head of the dockers' union, said the port is closed.\n").front(),
      "Anna Quill, head of the dockers' union | said | the port is closed");
  EXPECT_EQ(reports_in("“The port is closed,” Anna Quill, the mayor, said Tuesday.\n").front(),
            "Anna Quill | said | “The port is closed,”");
}

TEST(Reports, AClauseThatCannotStandAloneGoesOnAfterTheSpeaker) {
  EXPECT_EQ(reports_in("Even if the plan fails, Quill said, the port has to close.\n").front(),
            "Quill | said | Even if the plan fails / the port has to close");
}

TEST(Reports, ANounOfSayingOrMeaningBelongsToItsOwner) {
  EXPECT_EQ(reports_in("The mayor rejected the union's claim that the port is closed.\n").back(),
            "(the union | claim | that the port is closed)");
  EXPECT_EQ(reports_in("The mayor's plan to close the port failed.\n"),
            Lines{"The mayor | plan | to close the port"});
  EXPECT_EQ(reports_in("Quill's criticism of the harbour plan was loud.\n"),
            Lines{"Quill | criticism of | the harbour plan"});
  EXPECT_EQ(reports_in("The union's argument is that the port is safe.\n"),
            Lines{"The union | argument is | that the port is safe"});
}

TEST(Reports, ANounOfSayingWithoutAnOwnerIsNoReport) {
  EXPECT_TRUE(reports_in("The claim that the port is closed is old.\n").empty());
}

TEST(Reports, AStateOfMindHasItsContent) {
  EXPECT_EQ(reports_in("The dockers are convinced that the port is safe.\n"),
            Lines{"The dockers | convinced | that the port is safe"});
  EXPECT_EQ(reports_in("Quill was worried about the old crane.\n"),
            Lines{"Quill | worried about | the old crane"});
}

TEST(Reports, WhatSomebodyIsBlamedForBelongsToTheContent) {
  EXPECT_EQ(reports_in("Quill praised the crew for its patience.\n"),
            Lines{"Quill | praised | the crew for its patience"});
  EXPECT_EQ(reports_in("Quill praised the crew on Monday.\n"), Lines{"Quill | praised | the crew"});
}

TEST(Reports, WhoIsUrgedBelongsToTheContent) {
  EXPECT_EQ(reports_in("Quill urged the mayor to close the port.\n"),
            Lines{"Quill | urged | the mayor to close the port"});
}

TEST(Reports, WhatAnotherNotesBesideIsNoPartOfWhatIsSaid) {
  const Lines lines =
      reports_in("The mayor said the port is closed, though she noted that it is safe.\n");
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0], "The mayor | said | the port is closed");
  EXPECT_EQ(lines[1], "she | noted | that it is safe");
}

TEST(Reports, WhoTellsOfAPlanIsNoPartOfIt) {
  EXPECT_EQ(reports_in("Quill plans to close the port, according to an aide.\n").front(),
            "(Quill | plans | to close the port)");
}

TEST(Reports, ANameInQuotationMarksIsNotSaid) {
  EXPECT_EQ(reports_in("On “Meet the Harbour,” Quill said the port is closed.\n"),
            Lines{"Quill | said | the port is closed"});
}

TEST(Reports, WhatTheArticleTellsItselfIsNoReport) {
  EXPECT_TRUE(reports_in("The port closed on Monday after a storm.\n").empty());
}

}  // namespace
}  // namespace dateline
