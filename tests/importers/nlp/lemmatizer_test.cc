#include "importers/nlp/lemmatizer.h"

#include <gtest/gtest.h>

#include "importers/format/conllu.h"
#include "importers/nlp/training/lemmatizer_training.h"
#include "importers/pipeline.h"

namespace dateline {
namespace {

std::string lemmas(std::string text) {
  static const auto language = load_language(DataFiles::embedded(), "en");
  EXPECT_TRUE(language) << language.error().message;
  Article article;
  article.text = Text::from_source(std::move(text));
  std::string all;
  for (const Token& token : read_document(std::move(article), *language, {}).tokens)
    all += (all.empty() ? "" : " ") + token.lemma;
  return all;
}

TEST(Lemmatizer, GivesWordsOfASentenceTheirLemmas) {
  EXPECT_EQ(lemmas("She was told that the cities weren't leaving."),
            "she be tell that the city be not leave .");
  EXPECT_EQ(lemmas("Ana Ulm’s brothers said they’d gone home."),
            "Ana Ulm 's brother say they have go home .");
}

TEST(Lemmatizer, KeepsTheCapitalsOfNamesAndOfTheFirstPerson) {
  EXPECT_EQ(lemmas("yesterday i met the New York team."), "yesterday I meet the New York team .");
}

TEST(LemmaEdit, LeadsFromTheWordToTheLemma) {
  for (const auto& [word, lemma] : std::initializer_list<std::pair<const char*, const char*>>{
           {"Cities", "city"}, {"n't", "not"}, {"Ulm", "Ulm"}, {"ÉTÉS", "été"}, {"went", "go"}})
    EXPECT_EQ(lemma_edit(word, lemma).apply(word), lemma);
}

TEST(LemmaEdit, LeavesAWordThatIsShorterThanWhatItCuts) {
  EXPECT_EQ((LemmaEdit{.cut = 3, .add = "y"}).apply("es"), "es");
}

TEST(LemmatizerTraining, LearnsEndingsForWordsItNeverSaw) {
  std::vector<Document> documents;
  read_conllu(
      "1\tparties\tparty\tNOUN\t_\tNumber=Plur\t0\troot\t_\t_\n\n"
      "1\tduties\tduty\tNOUN\t_\tNumber=Plur\t0\troot\t_\t_\n\n",
      [&](Result<Document> document) { documents.push_back(std::move(document).value()); });
  const std::string bytes = train_lemmatizer(documents);
  const auto model = ModelFile::from_bytes(bytes, kLemmatizerKind, lemmatizer_features_hash());
  ASSERT_TRUE(model);
  const auto lemmatizer = Lemmatizer::from_model(*model);
  ASSERT_TRUE(lemmatizer);
  Document document;
  document.article.text = Text::from_source("cities");
  Token& token = document.tokens.emplace_back();
  token.span = {0, 6};
  token.pos = Pos::noun;
  token.features.number = Number::plural;
  document.sentences.push_back({{0, 6}, {0, 1}});
  lemmatizer->lemmatize(document, word_forms(document));
  EXPECT_EQ(document.tokens[0].lemma, "city");
}

}  // namespace
}  // namespace dateline
