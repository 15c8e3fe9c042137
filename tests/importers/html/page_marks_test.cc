#include "importers/html/page_marks.h"

#include <gtest/gtest.h>

#include "importers/data_files.h"

namespace dateline {
namespace {

PageMarks marks() {
  auto parsed = PageMarks::parse("90 comment\n40 share author-box <nav> [hidden]\n", "x.txt");
  EXPECT_TRUE(parsed) << parsed.error().message;
  return std::move(parsed).value();
}

std::size_t count(std::string_view names) {
  std::vector<MarkIndex> found;
  marks().find(names, found);
  return found.size();
}

TEST(PageMarks, AreWordsWithinNames) {
  EXPECT_EQ(count("comment"), 1u);
  EXPECT_EQ(count("post-comment_7 wide"), 1u);
  EXPECT_EQ(count("postCommentList"), 1u);
  EXPECT_EQ(count("shareComment"), 2u);
  EXPECT_EQ(count("commentary shared"), 0u);
}

TEST(PageMarks, OfTwoWordsMustFollowEachOtherWithinAName) {
  EXPECT_EQ(count("wide author-box"), 1u);
  EXPECT_EQ(count("AuthorBox"), 1u);
  EXPECT_EQ(count("author box"), 0u);
  EXPECT_EQ(count("author-info-box"), 0u);
}

TEST(PageMarks, MayBeElements) {
  std::vector<MarkIndex> found;
  marks().find(Tag::nav, found);
  marks().find(Tag::p, found);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(marks().most(found[0]), 0.4);
}

TEST(PageMarks, DataIsWhole) {
  const auto parsed =
      PageMarks::parse(DataFiles::embedded().find("root/page_marks.txt").value(), "marks");
  ASSERT_TRUE(parsed) << parsed.error().message;
  EXPECT_GT(parsed->size(), 100u);
}

TEST(PageMarks, BrokenDataIsReportedWithItsLine) {
  EXPECT_EQ(PageMarks::parse("nav", "x.txt").error().message,
            "x.txt:1: expected a percentage first");
  EXPECT_EQ(PageMarks::parse("4 a\n4 b a", "x.txt").error().message,
            "x.txt:2: expected each word once");
}

}  // namespace
}  // namespace dateline
