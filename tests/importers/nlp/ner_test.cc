#include "importers/nlp/ner.h"

#include <gtest/gtest.h>

#include <random>

#include "importers/pipeline.h"

namespace dateline {
namespace {

const Language& english() {
  static const auto language = load_language(DataFiles::embedded(), "en");
  EXPECT_TRUE(language) << language.error().message;
  return *language;
}

Document read(std::string text) {
  Article article;
  article.text = Text::from_source(std::move(text));
  Document document = read_document(std::move(article), english(), {});
  document.names = english().names.find(document, word_forms(document));
  return document;
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

TEST(NameMemory, AnswersWithTheMostFrequentTag) {
  NameMemory memory;
  memory.add(5, 1);
  memory.add(5, 3);
  memory.add(5, 3);
  memory.finish();
  EXPECT_EQ(memory.find(5), 3);
  EXPECT_EQ(memory.find(6), 0);
}

}  // namespace
}  // namespace dateline
