#include "core/name_key.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(NameKey, IgnoresCaseAccentsAndPunctuation) {
  EXPECT_EQ(name_key("Željko Šarić"), "zeljko saric");
  EXPECT_EQ(name_key("Ørsted–Łódź"), "orsted lodz");
  EXPECT_EQ(name_key("Straße Æneas"), "strasse aeneas");
  EXPECT_EQ(name_key("Nguyễn Văn Ánh"), "nguyen van anh");
  EXPECT_EQ(name_key("  U.S.  Navy, Inc. "), "us navy inc");
  EXPECT_EQ(name_key("O’Brien-Smith"), name_key("o'brien smith"));
  EXPECT_EQ(name_key("e\u0301lan"), "elan");
}

TEST(NameKey, KeepsOtherScripts) {
  EXPECT_EQ(name_key("КИЇВ"), name_key("київ"));
  EXPECT_EQ(name_key("北京 市"), "北京 市");
}

TEST(NameKey, OfPunctuationIsEmpty) { EXPECT_EQ(name_key("“—”"), ""); }

TEST(NameKey, HasWords) {
  EXPECT_EQ(words_of_key("us navy"), (std::vector<std::string_view>{"us", "navy"}));
  EXPECT_TRUE(words_of_key("").empty());
}

TEST(SimilarWords, AreFormsOfOneWord) {
  EXPECT_TRUE(similar_words("sign", "signed"));
  EXPECT_TRUE(similar_words("signs", "signed"));
  EXPECT_TRUE(similar_words("vote", "voting"));
  EXPECT_TRUE(similar_words("agree", "agreement"));
  EXPECT_FALSE(similar_words("sign", "sing"));
  EXPECT_FALSE(similar_words("to", "tow"));
  EXPECT_FALSE(similar_words("pass", "reject"));
  EXPECT_FALSE(similar_words("resign", "resentment"));
}

}  // namespace
}  // namespace dateline
