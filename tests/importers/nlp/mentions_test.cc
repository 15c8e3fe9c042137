#include "importers/nlp/mentions.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "importers/pipeline.h"

namespace dateline {
namespace {

const Language& english() {
  static const auto language = load_language(DataFiles::embedded(), "en");
  EXPECT_TRUE(language) << language.error().message;
  return *language;
}

// A word and its part of speech.
struct Row {
  std::string_view word;
  Pos pos;
};

Document sentence(const std::vector<Row>& rows, NameSpan name) {
  Document document;
  std::string text;
  for (const Row& row : rows) {
    Token token;
    token.span.begin = static_cast<std::uint32_t>(text.size());
    text += row.word;
    token.span.end = static_cast<std::uint32_t>(text.size());
    token.pos = row.pos;
    document.tokens.push_back(token);
    text += ' ';
  }
  document.article.text = Text::from_source(text);
  Sentence whole;
  whole.tokens = {0, static_cast<std::uint32_t>(rows.size())};
  document.sentences.push_back(whole);
  document.names.push_back(name);
  return document;
}

std::vector<Mention> mentions_of(const Document& document) {
  return find_mentions(document, Tree(document), english().entities,
                       word_forms(document, english().words));
}

TEST(Mentions, AreThoseOfNamesWithTheirKind) {
  const Document document = sentence({{"Velden", Pos::propn}}, {{0, 1}, NameLabel::location});
  ASSERT_EQ(mentions_of(document).size(), 1u);
  EXPECT_EQ(mentions_of(document).front().kind, EntityKind::place);
}

TEST(Mentions, DoNotTakeTimesForNames) {
  Document document =
      sentence({{"Jan.", Pos::propn}, {"15", Pos::num}}, {{0, 2}, NameLabel::organization});
  document.timexes.emplace_back().span = document.span_of({0, 2});
  EXPECT_TRUE(mentions_of(document).empty());
}

TEST(Mentions, DoNotTakeAdjectivesForNamesButThoseOfStates) {
  const NameSpan name{{0, 1}, NameLabel::miscellaneous};
  EXPECT_TRUE(mentions_of(sentence({{"European", Pos::adj}}, name)).empty());
  EXPECT_EQ(mentions_of(sentence({{"French", Pos::adj}}, name)).size(), 1u);
}

TEST(Mentions, TakeNamesOfPlacesForPlacesWhateverTheirLabel) {
  const Document document = sentence({{"Velden", Pos::propn}, {"County", Pos::propn}},
                                     {{0, 2}, NameLabel::miscellaneous});
  ASSERT_EQ(mentions_of(document).size(), 1u);
  EXPECT_EQ(mentions_of(document).front().kind, EntityKind::place);
}

/// The mentions of a text, whole pipeline, as the words of their phrases.
std::vector<std::string> phrases_of(std::string text) {
  Article article;
  article.text = Text::from_source(std::move(text));
  const Document document = read_document(std::move(article), english(), {});
  std::vector<std::string> phrases;
  for (const Mention& mention : document.mentions)
    phrases.emplace_back(document.span_of(mention.tokens).of(document.text()));
  return phrases;
}

bool has_phrase(const std::vector<std::string>& phrases, std::string_view phrase) {
  return std::ranges::find(phrases, phrase) != phrases.end();
}

TEST(Mentions, DoNotTakeInAClauseThatTellsAStory) {
  const auto phrases = phrases_of(
      "The department may impose sanctions on leaders of either side who block the talks.");
  EXPECT_TRUE(has_phrase(phrases, "leaders of either side"));
  EXPECT_FALSE(has_phrase(phrases, "leaders of either side who block the talks"));
}

TEST(Mentions, TakeInWhatAnOfficeIsFor) {
  EXPECT_TRUE(has_phrase(phrases_of("Information Minister Grace Atieno said on Monday she agreed."),
                         "Information Minister Grace Atieno"));
}

TEST(Mentions, AreOfPersonsThatOnlyTheDictionaryKnows) {
  EXPECT_TRUE(has_phrase(phrases_of("A welder found the bag."), "A welder"));
  EXPECT_FALSE(has_phrase(phrases_of("A ladder fell."), "A ladder"));
}

TEST(Mentions, AreOfWhoeverSpeaks) {
  EXPECT_TRUE(has_phrase(phrases_of("Two review centers denied that they had paid."),
                         "Two review centers"));
  EXPECT_TRUE(
      has_phrase(phrases_of("Two of his aides said that he would stay."), "Two of his aides"));
}

}  // namespace
}  // namespace dateline
