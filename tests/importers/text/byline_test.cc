#include "importers/text/byline.h"

#include <gtest/gtest.h>

#include "importers/text/story_words.h"

namespace dateline {
namespace {

using Names = std::vector<std::string>;

Names authors(std::string_view line) {
  const auto byline = read_byline(line);
  return byline ? byline->authors : Names();
}

TEST(Byline, NamesOneAuthor) {
  EXPECT_EQ(authors("By Lionel Frye"), Names{"Lionel Frye"});
  EXPECT_EQ(authors("BY LIONEL FRYE"), Names{"LIONEL FRYE"});
  EXPECT_EQ(authors("Weekend profile — by Ines Calloway"), Names{"Ines Calloway"});
  EXPECT_EQ(authors("Written by Ludwig van der Berg"), Names{"Ludwig van der Berg"});
  EXPECT_EQ(authors("by: Zoë Öst"), Names{"Zoë Öst"});
}

TEST(Byline, NamesSeveralAuthors) {
  EXPECT_EQ(authors("By Ann Lee and Bo Ek"), (Names{"Ann Lee", "Bo Ek"}));
  EXPECT_EQ(authors("By Ann Lee, Bo Ek, and Cy Fox"), (Names{"Ann Lee", "Bo Ek", "Cy Fox"}));
  EXPECT_EQ(authors("By Ann Lee, Bo Ek & Cy Fox, Herald"), (Names{"Ann Lee", "Bo Ek", "Cy Fox"}));
}

TEST(Byline, TellsForWhomTheyWrite) {
  const auto byline = read_byline("By Dana Whitlock, Gulf Sentinel");
  ASSERT_TRUE(byline);
  EXPECT_EQ(byline->authors, Names{"Dana Whitlock"});
  EXPECT_EQ(byline->affiliation, "Gulf Sentinel");
  EXPECT_EQ(read_byline("By Ann Lee, staff writer")->affiliation, "");
}

TEST(Byline, PassesOverWhatIsSetApart) {
  EXPECT_EQ(authors("By Ann Lee | March 3, 2021 | 5 min read"), Names{"Ann Lee"});
}

TEST(Byline, IsNoSentence) {
  for (const std::string_view line :
       {"By the end of the week, all had left.", "By March 3 the mill was shut", "By 2020",
        "By Ann Lee, who saw the fire, the mill was lost", "Bypass roads were shut",
        "The mill was bought by Ann Lee", "By", "By staff", ""})
    EXPECT_FALSE(read_byline(line)) << line;
}

TEST(Byline, FieldsOfMetadataNeedNoBy) {
  EXPECT_EQ(read_authors("Ann Lee"), Names{"Ann Lee"});
  EXPECT_EQ(read_authors("Ann Lee, Bo Ek"), (Names{"Ann Lee", "Bo Ek"}));
  EXPECT_EQ(read_authors("By Ann Lee and Bo Ek"), (Names{"Ann Lee", "Bo Ek"}));
  EXPECT_EQ(read_authors("https://a.example/ann"), Names());
  EXPECT_EQ(read_authors("admin"), Names());
}

TEST(Byline, DataIsWhole) {
  const auto words = load_story_words(DataFiles::embedded());
  EXPECT_TRUE(words) << words.error().message;
}

TEST(Byline, MayStandWithoutBy) {
  EXPECT_EQ(read_names("Ann Lee (Content Manager)")->authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(read_names("Ann Lee, Gulf Sentinel")->affiliation, "Gulf Sentinel");
  EXPECT_FALSE(read_names("the mill shut"));
  EXPECT_FALSE(read_names(""));
}

TEST(Byline, MayBeIntroduced) {
  EXPECT_TRUE(introduces_authors("Written by:"));
  EXPECT_TRUE(introduces_authors(" About the author"));
  EXPECT_FALSE(introduces_authors("By Ann Lee"));
  EXPECT_FALSE(introduces_authors(""));
  EXPECT_EQ(behind_by("Authors: Ann Lee"), "Ann Lee");
  EXPECT_EQ(behind_by("Authors of the plan"), "");
}

TEST(Byline, KnowsWhatStandsInThePlaceOfNames) {
  EXPECT_TRUE(is_no_name("Read more"));
  EXPECT_FALSE(is_no_name("Ann Lee"));
}

}  // namespace
}  // namespace dateline
