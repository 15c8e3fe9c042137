#include "importers/nlp/word_products.h"

#include <gtest/gtest.h>
#include <array>

namespace dateline {
namespace {

using Row = std::array<std::int32_t, 2>;

WordKeys word(std::uint64_t number) {
  WordKeys keys{};
  keys[0] = number;
  return keys;
}

TEST(WordProducts, KeepsRowsOfWords) {
  WordProducts products;
  products.prepare(1, 2);
  EXPECT_EQ(products.find(word(7)), nullptr);
  products.keep(word(7), Row{1, 2}.data());
  products.keep(word(8), Row{3, 4}.data());
  const std::int32_t* const row = products.find(word(7));
  ASSERT_NE(row, nullptr);
  EXPECT_EQ((Row{row[0], row[1]}), (Row{1, 2}));
  EXPECT_EQ(products.find(word(9)), nullptr);
}

TEST(WordProducts, ForgetsWhatAnotherOwnerKept) {
  WordProducts products;
  products.prepare(1, 2);
  products.keep(word(7), Row{1, 2}.data());
  products.prepare(1, 2);
  EXPECT_NE(products.find(word(7)), nullptr);
  products.prepare(2, 2);
  EXPECT_EQ(products.find(word(7)), nullptr);
}

TEST(WordProducts, ForgetsWordsThatAreNotAskedFor) {
  WordProducts products;
  products.prepare(1, 2);
  products.keep(word(0), Row{5, 6}.data());
  constexpr std::int32_t kMany = 20 * WordProducts::kWords;
  std::int32_t known = 0;
  for (std::int32_t i = 1; i < kMany; ++i) {
    products.keep(word(static_cast<std::uint64_t>(i)), Row{i, i}.data());
    ASSERT_NE(products.find(word(0)), nullptr) << i;
  }
  for (std::int32_t i = 1; i < kMany; ++i)
    if (const std::int32_t* row = products.find(word(static_cast<std::uint64_t>(i)))) {
      EXPECT_EQ(row[1], i);
      ++known;
    }
  EXPECT_GT(known, static_cast<std::int32_t>(WordProducts::kWords / 2));
  EXPECT_LE(known, static_cast<std::int32_t>(WordProducts::kWords));
}

}  // namespace
}  // namespace dateline
