#include <gtest/gtest.h>

#include "importers/container/bounded_output.h"
#include "tests/support/packed.h"
#include "tests/support/read_articles.h"

namespace dateline {
namespace {

constexpr std::string_view kStory = "The council met on Monday.\n";

TEST(Gzip, IsReadAsWhatItHolds) {
  const auto read = read_articles("a/story.txt.gz", gzipped(kStory));
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_TRUE(read.errors.empty());
  EXPECT_EQ(read.articles[0].text.view(), kStory);
  EXPECT_EQ(read.articles[0].source, "a/story.txt.gz");
}

TEST(Gzip, JoinsMembersAndPassesOverPadding) {
  const auto read =
      read_articles("story.gz", gzipped("One. ") + gzipped("Two.") + std::string(512, '\0'));
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_TRUE(read.errors.empty());
  EXPECT_EQ(read.articles[0].text.view(), "One. Two.");
}

TEST(Gzip, TellsWhatFollowsTheLastMember) {
  const auto read = read_articles("story.gz", gzipped(kStory) + "junk");
  ASSERT_EQ(read.articles.size(), 1u);
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_NE(read.errors[0].message.find("expected another gzip member"), std::string::npos);
}

TEST(Gzip, GivesWhatATruncatedStreamStillHolds) {
  std::string story;
  for (int i = 0; i < 20000; ++i) story += "Line " + std::to_string(i * 7919 % 10007) + " here.\n";
  std::string packed = gzipped(story);
  packed.resize(packed.size() / 2);
  const auto read = read_articles("story.gz", packed);
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_GT(read.articles[0].text.view().size(), story.size() / 4);
  EXPECT_TRUE(std::string_view(story).starts_with(read.articles[0].text.view()));
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].at.begin, packed.size());
  EXPECT_NE(read.errors[0].message.find("found the end of the file"), std::string::npos);
}

TEST(Gzip, TellsWhereAStreamIsDamaged) {
  std::string packed = gzipped(kStory);
  packed[packed.size() - 6] ^= 0x55;  // in the checksum
  const auto read = read_articles("story.gz", packed);
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_NE(read.errors[0].message.find("found damage before byte"), std::string::npos);
}

TEST(Gzip, RefusesABomb) {
  const std::string member = gzipped(std::string(1u << 20, '\0'));
  std::string bomb;
  for (int i = 0; i < 300; ++i) bomb += member;
  const auto read = read_articles("bomb.gz", bomb);
  EXPECT_TRUE(read.articles.empty());
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_NE(read.errors[0].message.find("for each packed one"), std::string::npos);
}

TEST(Gzip, LeavesAWellPackedTextAlone) {
  const auto read = read_articles("long.gz", gzipped(std::string(kHarmlessBytes - 1, 'a')));
  EXPECT_EQ(read.articles.size(), 1u);
  EXPECT_TRUE(read.errors.empty());
}

TEST(Gzip, IsUnpackedFourDeepAndNoDeeper) {
  std::string packed(kStory);
  for (int i = 0; i < 4; ++i) packed = gzipped(packed);
  EXPECT_EQ(read_articles("story.gz", packed).articles.size(), 1u);
  const auto deeper = read_articles("story.gz", gzipped(packed));
  EXPECT_TRUE(deeper.articles.empty());
  ASSERT_EQ(deeper.errors.size(), 1u);
}

}  // namespace
}  // namespace dateline
