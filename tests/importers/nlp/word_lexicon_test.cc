#include "importers/nlp/word_lexicon.h"

#include <gtest/gtest.h>

#include "importers/nlp/word_form.h"

namespace dateline {
namespace {

constexpr WordFacts kFarm = {WordFacts::noun | WordFacts::verb, 3, 4, 5};

std::string farm_bytes() { return word_lexicon_bytes({{word_form("farm").lower, kFarm}}); }

TEST(WordLexicon, TellsWhatItWasTold) {
  std::map<std::uint64_t, WordFacts> words;
  for (std::uint8_t i = 0; i < 200; ++i)
    words[word_form(std::string(1 + i / 10, 'a') + static_cast<char>('b' + i % 10)).lower] = {
        i, static_cast<std::uint8_t>(i / 2), static_cast<std::uint8_t>(i / 3), 1};
  const std::string bytes = word_lexicon_bytes(words);
  const auto file = ModelFile::from_bytes(bytes, kWordLexiconKind, word_lexicon_hash());
  ASSERT_TRUE(file);
  const auto lexicon = WordLexicon::from_model(*file);
  ASSERT_TRUE(lexicon);
  for (const auto& [word, facts] : words) EXPECT_EQ(lexicon->find(word), facts);
}

TEST(WordLexicon, KnowsNothingOfOtherWords) {
  const std::string bytes = farm_bytes();
  const auto file = ModelFile::from_bytes(bytes, kWordLexiconKind, word_lexicon_hash());
  ASSERT_TRUE(file);
  const auto lexicon = WordLexicon::from_model(*file);
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(word_form("Farm", *lexicon).known, kFarm);
  EXPECT_EQ(word_form("farms", *lexicon).known, WordFacts{});
  EXPECT_EQ(word_form("farm").known, WordFacts{});
}

TEST(WordLexicon, RefusesBucketsThatDoNotFit) {
  const std::string bytes = to_model_bytes(kWordLexiconKind, word_lexicon_hash(), {"", "12345678"});
  const auto file = ModelFile::from_bytes(bytes, kWordLexiconKind, word_lexicon_hash());
  ASSERT_TRUE(file);
  EXPECT_FALSE(WordLexicon::from_model(*file));
}

TEST(WordLexicon, OfEnglishKnowsFormsAndClasses) {
  const auto lexicon = WordLexicon::load(DataFiles::embedded(), "en");
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  const auto readings = [&](std::string_view word) {
    return word_form(word, *lexicon).known.readings;
  };
  EXPECT_EQ(readings("spokeswomen"), WordFacts::plural);
  EXPECT_EQ(readings("announces"), WordFacts::third_person);
  EXPECT_EQ(readings("went"), WordFacts::past);
  EXPECT_EQ(readings("Monday"), WordFacts::name);
  const WordFacts monday = word_form("Monday", *lexicon).known;
  EXPECT_EQ(monday.noun_class, word_form("years", *lexicon).known.noun_class);
  EXPECT_NE(monday.noun_class, word_form("tractor", *lexicon).known.noun_class);
}

}  // namespace
}  // namespace dateline
