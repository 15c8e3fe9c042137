#include "importers/nlp/tagger.h"

#include <gtest/gtest.h>

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
  article.text = Text::from_source("Title\n\n" + std::move(text));
  return read_document(std::move(article), english(), {});
}

// Tags after the title, with spaces between.
std::string tags(std::string text) {
  const Document document = read(std::move(text));
  std::string all;
  for (std::size_t i = 1; i < document.tokens.size(); ++i)
    all += (i > 1 ? " " : "") + std::string(name_of(document.tokens[i].pos));
  return all;
}

TEST(Tagger, TagsPlainSentences) {
  EXPECT_EQ(tags("The minister told reporters on Monday that she would leave."),
            "DET NOUN VERB NOUN ADP PROPN SCONJ PRON AUX VERB PUNCT");
  EXPECT_EQ(tags("“We’re not afraid,” Ana Ulm said."),
            "PUNCT PRON AUX PART ADJ PUNCT PUNCT PROPN PROPN VERB PUNCT");
}

TEST(Tagger, TellsVerbFormsAndNumbers) {
  const Document document = read("He has warned them to stop selling houses.");
  const auto features = [&](std::uint32_t i) { return document.tokens[i].features; };
  EXPECT_EQ(features(1).person, 3);
  EXPECT_EQ(features(1).number, Number::singular);
  EXPECT_EQ(features(2).tense, Tense::present);
  EXPECT_EQ(features(3).form, VerbForm::participle);
  EXPECT_EQ(features(4).number, Number::plural);
  EXPECT_EQ(features(6).form, VerbForm::infinitive);
  EXPECT_EQ(features(8).number, Number::plural);
}

TEST(Tagger, TagsNothingInAnEmptyDocument) {
  Document document;
  english().tagger.tag(document, {});
  EXPECT_TRUE(document.tokens.empty());
}

TEST(CoarseTag, LeavesOutWhatTheWordItselfTells) {
  const PosTag we{Pos::pron, {.number = Number::plural, .person = 1}};
  EXPECT_EQ(coarse(we), (PosTag{Pos::pron, {}}));
  const PosTag is{Pos::aux, {VerbForm::finite, Tense::present, Number::singular, 3}};
  EXPECT_EQ(coarse(is), is);
  const PosTag was{Pos::aux, {VerbForm::finite, Tense::past, Number::singular, 3}};
  EXPECT_EQ(coarse(was), (PosTag{Pos::aux, {VerbForm::finite, Tense::past}}));
}

}  // namespace
}  // namespace dateline
