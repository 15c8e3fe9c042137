#include "core/copies.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/made_words.h"
#include "tests/support/proportion.h"

namespace dateline {
namespace {

using testing::made_words;

WordSketch sketch(const std::string& text) { return word_sketch(text).value(); }

TEST(Copies, LeadToTheFirst) {
  Copies copies;
  const std::string text = made_words(1, 200);
  copies.add(sketch(made_words(2, 200)));
  copies.add(sketch(text));
  copies.add(sketch(text));
  copies.add(sketch(made_words(3, 200)));
  copies.add(sketch("Agency. " + text));
  std::vector<std::uint32_t> first;
  for (std::uint32_t i = 0; i < 5; ++i) first.push_back(copies.first(i));
  EXPECT_EQ(first, (std::vector<std::uint32_t>{0, 1, 1, 3, 1}));
}

TEST(Copies, OfCopiesAreOfOneSet) {
  Copies copies;
  const std::string a = made_words(1, 100), b = made_words(2, 60), c = made_words(3, 60);
  copies.add(sketch(a));
  copies.add(sketch(b + " " + c));
  EXPECT_NE(copies.first(1), 0u);
  copies.add(sketch(a + " " + b + " " + c));
  EXPECT_EQ(copies.first(1), 0u);
  EXPECT_EQ(copies.first(2), 0u);
}

TEST(Copies, AreTheSameSetsInAnySequence) {
  std::vector<WordSketch> sketches;
  for (std::uint32_t story = 0; story < 30; ++story)
    for (std::uint32_t version = 0; version < 5; ++version)
      sketches.push_back(sketch(made_words(story, 150) + " " +
                                made_words(100 + 5 * story + version, 35 * version)));
  const auto same_set = [&](const std::vector<std::size_t>& sequence) {
    Copies copies(sequence.front());  // what is expected must not count
    std::vector<std::uint32_t> number(sketches.size());
    for (const std::size_t i : sequence) number[i] = copies.add(sketches[i]);
    std::vector<bool> same;
    for (std::size_t i = 0; i < sketches.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        same.push_back(copies.first(number[i]) == copies.first(number[j]));
    return same;
  };
  std::vector<std::size_t> sequence(sketches.size());
  for (std::size_t i = 0; i < sequence.size(); ++i) sequence[i] = i;
  const auto expected = same_set(sequence);
  EXPECT_GT(std::ranges::count(expected, true), 60);
  EXPECT_LT(std::ranges::count(expected, true), 330);
  std::mt19937 random(7);
  for (int round = 0; round < 5; ++round) {
    for (std::size_t i = sequence.size() - 1; i > 0; --i)
      std::swap(sequence[i], sequence[random() % (i + 1)]);
    ASSERT_EQ(same_set(sequence), expected);
  }
}

TEST(Copies, OfOneTextTakeTimeInProportionToThem) {
  const WordSketch one = sketch(made_words(1, 100));
  const auto add = [&](std::uint32_t times) {
    Copies copies;
    for (std::uint32_t i = 0; i < times; ++i) copies.add(one);
    EXPECT_EQ(copies.first(times - 1), 0u);
  };
  EXPECT_TRUE(takes_time_in_proportion([&] { add(1'000'000); }, [&] { add(62'500); }));
}

}  // namespace
}  // namespace dateline
