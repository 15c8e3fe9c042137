#include "importers/nlp/phrase_ranker.h"

#include <gtest/gtest.h>

#include "importers/nlp/hash.h"
#include "importers/nlp/training/phrase_training.h"

namespace dateline {
namespace {

/// Phrases whose second choice is right wherever it has the feature 7.
std::vector<RankedPhrase> lessons() {
  std::vector<RankedPhrase> all;
  for (std::uint64_t i = 0; i < 40; ++i) {
    RankedPhrase phrase;
    phrase.choices.resize(2);
    phrase.choices[0].features = {mixed(1)};
    phrase.choices[1].chain = {0};
    phrase.choices[1].features = {mixed(2), mixed(i % 2 ? 7 : 8)};
    phrase.right = i % 2;
    all.push_back(std::move(phrase));
  }
  return all;
}

TEST(PhraseRanker, LearnsWhichChoiceIsRight) {
  const std::string bytes = train_phrases(lessons());
  const auto file = ModelFile::from_bytes(bytes, kPhrasesKind, phrase_features_hash());
  ASSERT_TRUE(file);
  const auto ranker = PhraseRanker::from_model(*file);
  ASSERT_TRUE(ranker);
  EXPECT_TRUE(ranker->knows());
  const std::vector<std::uint64_t> alone{mixed(1)}, like{mixed(2), mixed(7)},
      unlike{mixed(2), mixed(8)};
  EXPECT_GT(ranker->score(like), ranker->score(alone));
  EXPECT_LT(ranker->score(unlike), ranker->score(alone));
  EXPECT_EQ(bytes, train_phrases(lessons())) << "the same lessons give the same bytes";
}

TEST(PhraseRanker, IsRefusedWithoutAScale) {
  const std::string bytes = to_model_bytes(kPhrasesKind, phrase_features_hash(),
                                           {to_linear_bytes(1, {{5, {{0, 1.0F}}}}), ""});
  const auto file = ModelFile::from_bytes(bytes, kPhrasesKind, phrase_features_hash());
  ASSERT_TRUE(file);
  EXPECT_FALSE(PhraseRanker::from_model(*file));
}

TEST(PhraseRanker, KnowsNothingWhereTheFileIsEmpty) {
  DataFiles files = DataFiles::embedded();
  files.replace("en/phrases.model", "");
  const auto ranker = PhraseRanker::load(files, "en");
  ASSERT_TRUE(ranker);
  EXPECT_FALSE(ranker->knows());
  files.replace("en/phrases.model", "damaged");
  EXPECT_FALSE(PhraseRanker::load(files, "en"));
}

}  // namespace
}  // namespace dateline
