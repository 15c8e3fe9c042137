#include "importers/nlp/dense_layer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "importers/nlp/recurrent_layer.h"

namespace dateline {
namespace {

std::vector<std::int16_t> numbers(std::size_t count) {
  std::mt19937 random(7);
  std::vector<std::int16_t> all(count);
  for (auto& number : all) number = static_cast<std::int16_t>(random() % 2001) - 1000;
  return all;
}

TEST(Multiply, SumsProductsExactlyForAnyNumberOfRows) {
  constexpr std::size_t kInputs = 37, kWeights = 5;
  const auto cells = numbers(20 * kInputs), weights = numbers(kWeights * kInputs);
  for (std::size_t rows = 0; rows < 10; ++rows) {
    std::vector<std::int32_t> out(rows * kWeights);
    multiply({cells.data(), rows, kInputs}, {weights.data(), kWeights, kInputs}, kInputs,
             out.data());
    for (std::size_t r = 0; r < rows; ++r)
      for (std::size_t w = 0; w < kWeights; ++w) {
        std::int32_t sum = 0;
        for (std::size_t i = 0; i < kInputs; ++i)
          sum += cells[r * kInputs + i] * weights[w * kInputs + i];
        ASSERT_EQ(out[r * kWeights + w], sum);
      }
  }
}

TEST(Quantize, RoundsAndCutsOff) {
  std::vector<std::int16_t> out(5);
  quantize(std::vector<float>{0.26f, -0.26f, 9.f, -9.f, 0.f}, 10, out.data(), 50);
  EXPECT_EQ(out, (std::vector<std::int16_t>{3, -3, 50, -50, 0}));
}

TEST(DenseLayer, ReadsWhatWasWrittenOfIt) {
  const std::string bytes =
      to_dense_bytes(std::vector<float>{1, 0.5f, -1, 0.25f}, std::vector<float>{0.5f, -2});
  const auto layer = DenseLayer::from_bytes(bytes);
  ASSERT_TRUE(layer);
  const std::vector<std::int16_t> rows = {100, 200};
  std::vector<std::int32_t> sums;
  std::vector<float> out;
  layer->apply({rows.data(), 1, 2}, 100, sums, out);
  ASSERT_EQ(out.size(), 2u);
  EXPECT_NEAR(out[0], 1 - 2 + 0.5, 0.02);
  EXPECT_NEAR(out[1], 0.5 + 0.5 - 2, 0.02);
}

TEST(DenseLayer, RefusesWhatIsNone) {
  const std::string bytes = to_dense_bytes(std::vector<float>{1, 2}, std::vector<float>{3});
  EXPECT_FALSE(DenseLayer::from_bytes(""));
  EXPECT_FALSE(DenseLayer::from_bytes(bytes + "x"));
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(DenseLayer::from_bytes(bytes.substr(0, size)));
}

TEST(QuickFunctions, AreNearTheTrueOnes) {
  for (float x = -30; x < 30; x += 0.03f) {
    EXPECT_NEAR(logistic(x), 1 / (1 + std::exp(-x)), 2e-4);
    EXPECT_NEAR(hyperbolic_tangent(x), std::tanh(x), 2e-4);
  }
}

}  // namespace
}  // namespace dateline
