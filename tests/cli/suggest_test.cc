#include "cli/suggest.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

constexpr std::string_view kKnown[] = {"build", "read", "merge", "export", "extract"};

TEST(Suggest, CountsEachKindOfEditOnce) {
  EXPECT_EQ(edit_distance("", ""), 0u);
  EXPECT_EQ(edit_distance("abc", "abc"), 0u);
  EXPECT_EQ(edit_distance("abc", ""), 3u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("json", "jsno"), 1u);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
}

TEST(Suggest, FindsTheNearestWord) {
  EXPECT_EQ(closest("biuld", kKnown), "build");
  EXPECT_EQ(closest("exprot", kKnown), "export");
  EXPECT_EQ(closest("extrct", kKnown), "extract");
}

TEST(Suggest, FindsAWordFromItsBeginning) { EXPECT_EQ(closest("mer", kKnown), "merge"); }

TEST(Suggest, SaysNothingWhenNothingIsNear) {
  EXPECT_EQ(closest("zebra", kKnown), std::nullopt);
  EXPECT_EQ(closest("", kKnown), std::nullopt);
  EXPECT_EQ(closest(std::string(100000, 'b'), kKnown), std::nullopt);
}

}  // namespace
}  // namespace dateline
