#include "importers/nlp/spanning_tree.h"

#include <gtest/gtest.h>

#include <limits>
#include <optional>
#include <random>

namespace dateline {
namespace {

// The sum of a tree's scores, or nothing if the heads are no tree with one root.
std::optional<float> score_of(const std::vector<std::uint32_t>& heads,
                              const std::vector<float>& scores) {
  const std::size_t words = heads.size();
  float sum = 0;
  std::size_t roots = 0;
  for (std::size_t word = 1; word <= words; ++word) {
    sum += scores[(word - 1) * (words + 1) + heads[word - 1]];
    roots += heads[word - 1] == 0;
    std::size_t steps = 0;
    for (std::size_t at = word; at != 0; at = heads[at - 1])
      if (++steps > words) return std::nullopt;
  }
  if (roots != 1) return std::nullopt;
  return sum;
}

// The best of all trees, each of which is tried.
float best_score(const std::vector<float>& scores, std::uint32_t words) {
  std::vector<std::uint32_t> heads(words, 0);
  float best = -std::numeric_limits<float>::infinity();
  for (std::size_t place = 0; place < words;) {
    if (const auto score = score_of(heads, scores)) best = std::max(best, *score);
    for (place = 0; place < words && ++heads[place] > words; ++place) heads[place] = 0;
  }
  return best;
}

TEST(BestTree, IsTheBestOfAllTreesWithOneRoot) {
  std::mt19937 random(4);
  for (int round = 0; round < 300; ++round) {
    const auto words = static_cast<std::uint32_t>(1 + random() % 5);
    std::vector<float> scores(std::size_t{words} * (words + 1));
    for (float& score : scores) score = static_cast<float>(random() % 64) - 20;
    const auto found = score_of(best_tree(scores, words), scores);
    ASSERT_TRUE(found) << "no tree in round " << round;
    EXPECT_EQ(*found, best_score(scores, words)) << "round " << round;
  }
}

TEST(BestTree, HasOneRootEvenIfEachWordWouldRatherBeIt) {
  const std::vector<float> scores = {9, 0, 1, 8, 2, 0};
  EXPECT_EQ(best_tree(scores, 2), (std::vector<std::uint32_t>{0, 1}));
}

TEST(BestTree, OpensCirclesWithinCircles) {
  std::mt19937 random(5);
  constexpr std::uint32_t kWords = 60;
  for (int round = 0; round < 50; ++round) {
    std::vector<float> scores(kWords * (kWords + 1));
    for (float& score : scores) score = static_cast<float>(random() % 1000);
    EXPECT_TRUE(score_of(best_tree(scores, kWords), scores));
  }
}

TEST(BestTree, OfNoWordsIsEmpty) { EXPECT_TRUE(best_tree({}, 0).empty()); }

}  // namespace
}  // namespace dateline
