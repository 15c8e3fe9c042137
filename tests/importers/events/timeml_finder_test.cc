#include "importers/events/timeml_finder.h"

#include <gtest/gtest.h>

#include "importers/pipeline.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

/// "sought I_ACTION, talks OCCURRENCE": the events of a text in its order.
std::string events_of(std::string text) {
  Article article;
  article.text = Text::from_source(std::move(text));
  const Document document = read_document(std::move(article), english(), {{}, Layer::timeml});
  std::string found;
  for (const EventMention& event : document.events) {
    if (!found.empty()) found += ", ";
    found += document.text_of(event.head);
    found += ' ';
    found += name_of(event.event_class);
  }
  return found;
}

TEST(TimemlFinder, TakesVerbsWithoutARowForOccurrences) {
  EXPECT_EQ(events_of("Ana Wolke painted the bridge and left.\n"),
            "painted OCCURRENCE, left OCCURRENCE");
}

TEST(TimemlFinder, LeavesOutAuxiliariesAndVerbsThatDescribe) {
  EXPECT_EQ(events_of("The painted bridge has been closed.\n"), "closed OCCURRENCE");
}

TEST(TimemlFinder, TellsTheClassOfAVerbByWhatItGoverns) {
  EXPECT_EQ(events_of("The firm agreed to sell the mill.\n"), "agreed I_ACTION, sell OCCURRENCE");
  EXPECT_EQ(events_of("He called for an investigation.\n"),
            "called I_ACTION, investigation OCCURRENCE");
  EXPECT_EQ(events_of("He called his mother.\n"), "called OCCURRENCE");
  EXPECT_EQ(events_of("They began to dig.\n"), "began ASPECTUAL, dig OCCURRENCE");
}

TEST(TimemlFinder, TakesWhatStandsAfterAQuotationForReporting) {
  EXPECT_EQ(events_of("\"The mill burned,\" she added.\n"), "burned OCCURRENCE, added REPORTING");
  EXPECT_EQ(events_of("She added a window.\n"), "added OCCURRENCE");
}

TEST(TimemlFinder, FindsNounsThatTellOfEvents) {
  EXPECT_EQ(events_of("The earthquake destroyed the mill.\n"),
            "earthquake OCCURRENCE, destroyed OCCURRENCE");
  EXPECT_EQ(events_of("The children painted the mill.\n"), "painted OCCURRENCE");
}

TEST(TimemlFinder, AsksWhichOneSomeNounsMean) {
  EXPECT_EQ(events_of("They began the treatment of the pilot.\n"),
            "began ASPECTUAL, treatment OCCURRENCE");
  EXPECT_EQ(events_of("They painted treatment.\n"), "painted OCCURRENCE");
}

TEST(TimemlFinder, FindsAdjectivesThatAreSaidOfSomething) {
  EXPECT_EQ(events_of("The mayor is willing to wait.\n"), "willing I_STATE, wait OCCURRENCE");
  EXPECT_EQ(events_of("The willing mayor waited.\n"), "waited OCCURRENCE");
}

TEST(TimemlFinder, TakesAVerbThatIsAPrepositionForAnEventOnlyIfItsRowDoes) {
  EXPECT_EQ(events_of("According to the mayor, the mill burned.\n"),
            "According REPORTING, burned OCCURRENCE");
  EXPECT_EQ(events_of("Everyone including the mayor waited.\n"), "waited OCCURRENCE");
}

TEST(TimemlFinder, LeavesOutWhatATimeExpressionHolds) {
  EXPECT_EQ(events_of("He left three years ago.\n"), "left OCCURRENCE");
}

}  // namespace
}  // namespace dateline
