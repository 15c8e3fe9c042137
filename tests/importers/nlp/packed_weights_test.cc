#include "importers/nlp/packed_weights.h"

#include <gtest/gtest.h>

#include <random>

namespace dateline {
namespace {

struct Sample {
  std::size_t rows, stride;
  std::vector<std::int16_t> numbers;
  std::vector<signed char> weights;

  NumberRows view() const { return {numbers.data(), rows, stride}; }
};

// Numbers up to the ends of their ranges; rows that overlap.
Sample sample(std::size_t rows, std::size_t inputs, std::size_t outputs) {
  std::mt19937 random(static_cast<unsigned>(rows * 10'000 + inputs * 100 + outputs));
  Sample made{rows, inputs / 3 + 1, {}, {}};
  made.numbers.resize(rows * made.stride + inputs);
  made.weights.resize(inputs * outputs);
  for (auto& number : made.numbers) number = static_cast<std::int16_t>(random());
  for (auto& weight : made.weights) weight = static_cast<signed char>(random());
  return made;
}

std::vector<std::int32_t> plain_product(const Sample& of, std::size_t inputs, std::size_t outputs) {
  std::vector<std::int32_t> sums;
  for (std::size_t row = 0; row < of.rows; ++row)
    for (std::size_t o = 0; o < outputs; ++o) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < inputs; ++i)
        sum += of.numbers[row * of.stride + i] * of.weights[o * inputs + i];
      sums.push_back(sum);
    }
  return sums;
}

TEST(PackedWeights, SumExactlyForAnyShapeWithWideVectorsAndWithout) {
  for (std::size_t rows : {1, 2, 5, 6, 7, 12, 23})
    for (std::size_t inputs : {1, 2, 3, 37, 80})
      for (std::size_t outputs : {1, 7, 8, 9, 16, 17, 35}) {
        const Sample made = sample(rows, inputs, outputs);
        const PackedWeights weights(made.weights, inputs);
        ASSERT_EQ(weights.inputs(), inputs);
        ASSERT_EQ(weights.outputs(), outputs);
        const auto sums = plain_product(made, inputs, outputs);
        std::vector<std::int32_t> wide(rows * outputs), narrow(rows * outputs);
        weights.multiply(made.view(), wide.data());
        weights.multiply_narrow(made.view(), narrow.data());
        ASSERT_EQ(wide, sums) << rows << " rows, " << inputs << " by " << outputs;
        ASSERT_EQ(narrow, sums) << rows << " rows, " << inputs << " by " << outputs;
      }
}

TEST(PackedWeights, WithoutWeightsWriteNothing) {
  PackedWeights().multiply({}, nullptr);
  EXPECT_EQ(PackedWeights().outputs(), 0u);
}

}  // namespace
}  // namespace dateline
