#include <gtest/gtest.h>

#include "tests/support/packed.h"
#include "tests/support/read_articles.h"
#include "tests/support/unpacked.h"

namespace dateline {
namespace {

const std::string kLine = "From ann@herald.example Sat Feb 12 10:30:00 2022\n";
const std::string kMail =
    "From: Ann Lee <ann@herald.example>\nDate: Sat, 12 Feb 2022 10:30:00 +0100\n"
    "Subject: Mill shuts\n\nThe mill shut.\n";

TEST(Mbox, GivesOneMailAfterAnother) {
  for (const std::string& box :
       {kLine + kMail + "\n" + kLine + kMail, gzipped(kLine + kMail + "\n" + kLine + kMail)}) {
    const auto read = read_articles("in.mbox", box);
    EXPECT_TRUE(read.errors.empty());
    ASSERT_EQ(read.articles.size(), 2u);
    EXPECT_EQ(read.articles[1].source, "in.mbox#2");
    EXPECT_EQ(read.articles[1].title, "Mill shuts");
  }
}

TEST(Mbox, TakesNoSentenceForTheBeginningOfAMail) {
  const auto all = unpacked("in", kLine + kMail + "From 10:30 on it was shut.\nFrom 2022 too.\n");
  ASSERT_EQ(all.resources.size(), 1u);
  EXPECT_TRUE(all.resources[0].bytes.ends_with("From 2022 too.\n"));
}

TEST(Mbox, FindsMailsHoweverLongTheyAre) {
  std::string box;
  for (int i = 0; i < 40; ++i) box += kLine + kMail + std::string(9973, 'x') + "\n";
  const auto all = unpacked("in", box);
  ASSERT_EQ(all.resources.size(), 40u);
  EXPECT_EQ(all.resources[39].bytes, kMail + std::string(9973, 'x') + "\n");
}

TEST(Mbox, IsNoTextThatBeginsWithFrom) {
  EXPECT_EQ(
      unpacked("a.txt", "From Monday on, the mill is shut.\nNote: it is.\n").resources[0].name,
      "a.txt");
}

TEST(Mbox, TellsOfAMailThatIsCutShort) {
  const std::string box = gzipped(kLine + kMail + kLine + kMail);
  const auto all = unpacked("in.mbox.gz", box.substr(0, box.size() - 12));
  EXPECT_FALSE(all.resources.empty());
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_TRUE(all.errors[0].starts_with("record ")) << all.errors[0];
}

}  // namespace
}  // namespace dateline
