#include "importers/nlp/ner.h"

#include <gtest/gtest.h>

#include <random>

#include "importers/pipeline.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

Document read(std::string text) {
  Article article;
  article.text = Text::from_source(std::move(text));
  return read_document(std::move(article), english(), {});
}

std::string names(std::string text) {
  constexpr std::string_view kLabels[] = {"PER", "ORG", "LOC", "MISC"};
  const Document document = read(std::move(text));
  std::string all;
  for (const NameSpan& name : document.names)
    all += "[" + std::string(document.span_of(name.tokens).of(document.text())) + " " +
           std::string(kLabels[static_cast<std::size_t>(name.label)]) + "]";
  return all;
}

TEST(NameTagger, FindsPersonsAndPlaces) {
  EXPECT_EQ(names("The visit of John Miller to Paris was brief."), "[John Miller PER][Paris LOC]");
}

TEST(NameTagger, FindsNothingWhereNothingIsNamed) {
  EXPECT_EQ(names("The visit was brief, and nobody came."), "");
  EXPECT_EQ(names(""), "");
}

TEST(NameTagger, GivesNamesInOrderWithoutOverlaps) {
  constexpr std::string_view kWords[] = {"John", "Paris", "of", "the", "Bank", ".", "UN", "\xFF"};
  std::mt19937 random(4);
  for (int round = 0; round < 30; ++round) {
    std::string text;
    for (auto i = random() % 60; i > 0; --i) text += std::string(kWords[random() % 8]) + " ";
    const Document document = read(text);
    std::uint32_t last = 0;
    for (const NameSpan& name : document.names) {
      ASSERT_LE(last, name.tokens.first);
      ASSERT_LT(name.tokens.first, name.tokens.last);
      last = name.tokens.last;
    }
    ASSERT_LE(last, document.tokens.size());
  }
}

TEST(NameTag, GoesOnOnlyInTheNameBefore) {
  EXPECT_TRUE(may_follow(0, 0));
  EXPECT_TRUE(may_follow(0, 1));
  EXPECT_FALSE(may_follow(0, 2));
  EXPECT_TRUE(may_follow(1, 2));
  EXPECT_TRUE(may_follow(2, 2));
  EXPECT_FALSE(may_follow(2, 4));
}

std::vector<WordForm> forms_of(const std::vector<std::string>& words) {
  std::vector<WordForm> forms;
  for (const std::string& word : words) forms.push_back(word_form(word));
  return forms;
}

TEST(NameMemory, TellsTheMostFrequentLabel) {
  const auto words = forms_of({"Orso", "Orso", "Orso"});
  NameMemory memory;
  memory.add(words, std::vector<NameTag>{1, 3, 4});
  memory.finish();
  const auto trace = memory.find(words[0].lower);
  EXPECT_EQ(trace.label, 2);
  EXPECT_EQ(trace.certainty, 2);
  EXPECT_EQ(trace.place, 3);
  EXPECT_FALSE(trace.small);
}

TEST(NameMemory, CountsCapitalsOutsideOfNamesAgainstThem) {
  const auto words = forms_of({"Orso", "Orso", "Orso"});
  NameMemory memory;
  memory.add(words, std::vector<NameTag>{5, 0, 0});
  memory.finish();
  EXPECT_EQ(memory.find(words[0].lower).certainty, 1);
}

TEST(NameMemory, KnowsWhatWasWrittenSmall) {
  const auto words = forms_of({"The", "orso"});
  NameMemory memory;
  memory.add(words, std::vector<NameTag>{0, 0});
  memory.finish();
  EXPECT_TRUE(memory.find(words[1].lower).small);
  EXPECT_EQ(memory.find(words[1].lower).label, 0);
  EXPECT_EQ(memory.find(77).code(), 0u);
}

TagScores scores_for(NameTag tag, std::int32_t score) {
  TagScores scores{};
  scores[tag] = score;
  return scores;
}

TEST(BestTags, TakeTheSequenceWithTheHighestScore) {
  TagSteps steps{};
  steps[0][1][2] = 10;
  const std::vector<TagScores> scores = {scores_for(1, 4), scores_for(3, 5)};
  std::vector<NameTag> tags(2);
  best_tags(std::vector<std::uint8_t>{0, 0}, scores, steps, tags);
  EXPECT_EQ(tags, (std::vector<NameTag>{1, 2}));
}

TEST(BestTags, NeverGoOnInANameThatDidNotBegin) {
  const std::vector<TagScores> scores = {scores_for(2, 9), scores_for(6, 9)};
  std::vector<NameTag> tags(2);
  best_tags(std::vector<std::uint8_t>{0, 0}, scores, {}, tags);
  EXPECT_NE(tags[0], 2);
  EXPECT_TRUE(may_follow(tags[0], tags[1]));
}

TEST(NameTagger, ReadsHeadlinesInCapitals) {
  EXPECT_EQ(names("FRANCE AND GERMANY SIGN TRADE ACCORD IN BRUSSELS"),
            "[FRANCE LOC][GERMANY LOC][BRUSSELS LOC]");
}

TEST(NameTagger, TakesCitiesInTablesOfResultsForTeams) {
  EXPECT_EQ(names("Detroit 10 Kansas City 1"), "[Detroit ORG][Kansas City ORG]");
}

TEST(NameTagger, KnowsABodyAgainByItsShortName) {
  EXPECT_EQ(names("Quorvan Group said on Monday it would close a plant. Quorvan will pay 3 million "
                  "euros. Shares in Quorvan fell."),
            "[Quorvan Group ORG][Quorvan ORG][Quorvan ORG]");
}

TEST(NameTagger, KnowsAPersonAgainByTheFamilyName) {
  EXPECT_EQ(names("Simon Tavrick sued the firm. Tavrick apologised the day after."),
            "[Simon Tavrick PER][Tavrick PER]");
}

TEST(NameTagger, LeavesTitlesOutsideOfNames) {
  EXPECT_EQ(names("President Miller and Judge Anna Bell met in Oslo."),
            "[Miller PER][Anna Bell PER][Oslo LOC]");
}

}  // namespace
}  // namespace dateline
