#include "importers/nlp/linear_model.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <vector>

#include "importers/nlp/training/perceptron.h"

namespace dateline {
namespace {

using Hashes = std::vector<std::uint64_t>;

TEST(LinearModel, GivesBackWeightsInTheirProportions) {
  const std::string bytes = to_linear_bytes(
      3, {{0x8000000000000001ull, {{0, 2.0f}, {2, -1.0f}}}, {0x8000000000000002ull, {{1, 1.0f}}}});
  const auto model = LinearModel::from_bytes(bytes);
  ASSERT_TRUE(model);
  std::array<std::int32_t, 3> scores = {10, 0, 0};
  model->add_scores(Hashes{0x8000000000000001ull, 0x8000000000000002ull, 77ull}, scores);
  EXPECT_EQ(scores, (std::array<std::int32_t, 3>{137, 64, -64}));
}

TEST(LinearModel, FindsEachOfManyFeatures) {
  std::mt19937_64 random(5);
  std::vector<FeatureWeights> features;
  for (int i = 0; i < 2000; ++i)
    features.push_back({random(), {{static_cast<std::uint8_t>(i % 7), 1.0f}}});
  const std::string bytes = to_linear_bytes(7, features);
  const auto model = LinearModel::from_bytes(bytes);
  ASSERT_TRUE(model);
  for (int i = 0; i < 2000; ++i) {
    std::array<std::int32_t, 7> scores{};
    model->add_scores(Hashes{features[static_cast<std::size_t>(i)].feature}, scores);
    EXPECT_EQ(best_class(scores), i % 7);
  }
}

TEST(LinearModel, OfNoFeaturesScoresNothing) {
  const std::string bytes = to_linear_bytes(2, {});
  const auto model = LinearModel::from_bytes(bytes);
  ASSERT_TRUE(model);
  std::array<std::int32_t, 2> scores{};
  model->add_scores(Hashes{1ull, ~0ull}, scores);
  EXPECT_EQ(scores, (std::array<std::int32_t, 2>{}));
}

TEST(LinearModel, RefusesASectionThatIsCut) {
  const std::string bytes = to_linear_bytes(2, {{1, {{0, 1.0f}}}, {~0ull, {{1, 1.0f}}}});
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(LinearModel::from_bytes(std::string_view(bytes).substr(0, size))) << size;
}

TEST(Perceptron, LearnsWhatCanBeToldApart) {
  Perceptron perceptron(2);
  std::vector<float> scores;
  for (int round = 0; round < 10; ++round)
    for (const int right : {0, 1}) {
      const Hashes features = {1, 2u + static_cast<unsigned>(right)};
      perceptron.score(features, scores);
      perceptron.tick();
      const int best = scores[1] > scores[0];
      if (best != right) perceptron.update(features, right, best);
    }
  perceptron.use_average();
  const std::string bytes = to_linear_bytes(2, perceptron.weights());
  const auto model = LinearModel::from_bytes(bytes);
  ASSERT_TRUE(model);
  for (const int right : {0, 1}) {
    std::array<std::int32_t, 2> answer{};
    model->add_scores(Hashes{1, 2u + static_cast<unsigned>(right)}, answer);
    EXPECT_EQ(best_class(answer), right);
  }
}

TEST(Perceptron, LearnsNothingOfFeaturesSeenOnceWhenTheyAreCounted) {
  Perceptron perceptron(2);
  constexpr std::uint64_t kOnce = 1ull << 50, kTwice = 2ull << 50;
  perceptron.count(Hashes{kOnce, kTwice});
  perceptron.count(Hashes{kTwice});
  perceptron.update(Hashes{kOnce, kTwice}, 1, 0);
  ASSERT_EQ(perceptron.weights().size(), 1u);
  EXPECT_EQ(perceptron.weights()[0].feature, kTwice);
}

}  // namespace
}  // namespace dateline
