#include <gtest/gtest.h>

#include "tests/support/packed.h"
#include "tests/support/read_articles.h"

namespace dateline {
namespace {

constexpr std::string_view kStory = "The council met on Monday.\n";

TEST(Zstd, IsReadAsWhatItHolds) {
  const auto read = read_articles("story.txt.zst", zstandard(kStory));
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_TRUE(read.errors.empty());
  EXPECT_EQ(read.articles[0].text.view(), kStory);
}

TEST(Zstd, JoinsFrames) {
  const auto read = read_articles("story.zst", zstandard("One. ") + zstandard("Two."));
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].text.view(), "One. Two.");
}

TEST(Zstd, TellsThatAStreamIsCutShort) {
  std::string packed = zstandard(kStory);
  packed.resize(packed.size() - 3);
  const auto read = read_articles("story.zst", packed);
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_NE(read.errors[0].message.find("found the end of the file"), std::string::npos);
}

TEST(Zstd, TellsThatAStreamIsDamaged) {
  std::string packed = zstandard(kStory);
  packed[5] ^= 0x7F;
  EXPECT_EQ(read_articles("story.zst", packed).errors.size(), 1u);
}

TEST(Zstd, RefusesABomb) {
  const auto read = read_articles("bomb.zst", zstandard(std::string(64u << 20, 'a')));
  EXPECT_TRUE(read.articles.empty());
  ASSERT_EQ(read.errors.size(), 1u);
}

}  // namespace
}  // namespace dateline
