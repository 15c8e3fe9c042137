#include "core/word_sketch.h"

#include <gtest/gtest.h>

#include "tests/support/made_words.h"

namespace dateline {
namespace {

using testing::made_words;

WordSketch sketch(const std::string& text) { return word_sketch(text).value(); }

TEST(WordSketch, OfTheSameWordsIsTheSame) {
  const std::string text =
      "The mill’s owners — two brothers — shut it on Monday, and 40 workers lost their jobs. "
      "Nobody told them why, their union said; it wants to know.";
  std::string other =
      "THE MILL'S OWNERS (two brothers) shut it on Monday and 40 workers\nlost their jobs! Nobody "
      "told them why their union said it wants to know";
  EXPECT_EQ(sketch(text), sketch(other));
  other += " more";
  EXPECT_NE(sketch(text), sketch(other));
}

TEST(WordSketch, OfFewWordsIsNone) {
  EXPECT_FALSE(word_sketch(made_words(1, kLeastSketchedWords - 1)));
  EXPECT_TRUE(word_sketch(made_words(1, kLeastSketchedWords)));
  EXPECT_FALSE(word_sketch(""));
}

TEST(WordSketch, CountsLettersWithoutSpacesAsWords) {
  EXPECT_TRUE(word_sketch("工厂周一关闭四十名工人失去了工作没有人告诉他们原因"));
}

TEST(WordSketch, TakesOfALongTextItsBeginning) {
  const std::string text = made_words(1, kMostSketchedWords);
  EXPECT_EQ(sketch(text), sketch(text + " " + made_words(2, 100)));
}

TEST(WordSketch, SurvivesBytesThatAreNoText) {
  std::string bytes;
  for (int i = 0; i < 4000; ++i) bytes += static_cast<char>(i * 7 % 256);
  word_sketch(bytes);
}

TEST(WordSketch, LeadsToHexAndBack) {
  const WordSketch made = sketch(made_words(3, 100));
  const std::string hex = to_hex(made);
  EXPECT_EQ(hex.size(), 264u);
  EXPECT_EQ(word_sketch_of_hex(hex), made);
  EXPECT_FALSE(word_sketch_of_hex(hex + "0"));
  EXPECT_FALSE(word_sketch_of_hex(std::string(264, 'g')));
  EXPECT_FALSE(word_sketch_of_hex("-" + hex.substr(1)));
  EXPECT_FALSE(word_sketch_of_hex(""));
}

TEST(WordSketch, TellsWhichPartIsTheSame) {
  const std::string common = made_words(1, 300);
  const WordSketch a = sketch(common + " " + made_words(2, 150));
  const WordSketch b = sketch(common + " " + made_words(3, 150));
  EXPECT_NEAR(resemblance(a, b), 0.5, 0.12);
  EXPECT_NEAR(resemblance(a, sketch(made_words(4, 300))), 0, 0.06);
}

TEST(IsCopy, HoldsForWhatWasEditedLightly) {
  const std::string text = made_words(1, 400);
  std::string edited = text;
  for (std::size_t at = 0; at + 1 < edited.size(); at += 150)
    edited[edited.find(' ', at) + 1] = '8';
  EXPECT_TRUE(is_copy(sketch(text), sketch(edited)));
  EXPECT_TRUE(is_copy(sketch("Another headline over it. " + text), sketch(text + " Agency.")));
}

TEST(IsCopy, HoldsForALaterLongerVersionAndAShortenedOne) {
  const std::string text = made_words(1, 300);
  const std::string longer = made_words(2, 60) + " " + text + " " + made_words(3, 240);
  EXPECT_TRUE(is_copy(sketch(text), sketch(longer)));
  EXPECT_TRUE(is_copy(sketch(longer), sketch(text)));
}

TEST(IsCopy, DoesNotHoldForAnArticleThatSharesItsBackground) {
  const std::string background = made_words(1, 120);
  EXPECT_FALSE(is_copy(sketch(made_words(2, 280) + " " + background),
                       sketch(made_words(3, 280) + " " + background)));
  EXPECT_FALSE(is_copy(sketch(made_words(4, 300)), sketch(made_words(5, 300))));
}

}  // namespace
}  // namespace dateline
