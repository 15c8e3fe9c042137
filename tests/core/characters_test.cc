#include "core/characters.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Characters, AreSpacesLettersDigitsMarksOrSymbols) {
  for (const char32_t c : {U' ', U'\n', U'\u00A0', U'\u2003', U'\u200B', U'\u202F', U'\u3000'})
    EXPECT_EQ(kind_of(c), CharacterKind::space) << std::uint32_t{c};
  for (const char32_t c : {U'a', U'Z', U'\u00E9', U'\u0416', U'\u03C9', U'\u05D0', U'\u4E2D'})
    EXPECT_EQ(kind_of(c), CharacterKind::letter) << std::uint32_t{c};
  for (const char32_t c : {U'0', U'9', U'\u0663', U'\uFF15'})
    EXPECT_EQ(kind_of(c), CharacterKind::digit) << std::uint32_t{c};
  for (const char32_t c : {U'\u0301', U'\u00AD', U'\u200D'})
    EXPECT_EQ(kind_of(c), CharacterKind::mark) << std::uint32_t{c};
  for (const char32_t c : {U'.', U'\u2019', U'\u20AC', U'\u00D7', U'\u2014', U'\U0001F600'})
    EXPECT_EQ(kind_of(c), CharacterKind::symbol) << std::uint32_t{c};
}

TEST(Characters, OfFourScriptsHaveCase) {
  EXPECT_EQ(lower_case("PLAIN Été ŁÓDŹ İZMİR STRAẞE ȘTEFAN ẤN"),
            "plain été łódź izmir straße ștefan ấn");
  EXPECT_EQ(lower_case("ΑΘΉΝΑ Ὀδυσσεύς"), "αθήνα ὀδυσσεύς");
  EXPECT_EQ(lower_case("КИЇВ Ёлка Ҡазан"), "київ ёлка ҡазан");
  EXPECT_EQ(lower_case("ԵՐԵՎԱՆ"), "երեվան");
  EXPECT_EQ(lower_case("中文 123 €"), "中文 123 €");
}

TEST(Characters, KeepBytesThatAreNotUtf8) { EXPECT_EQ(lower_case("A\xFF\xC3"), "a\xFF\xC3"); }

TEST(Characters, AreNeverUpperAndLowerAtOnce) {
  for (char32_t c = 0; c < 0x20000; ++c) {
    EXPECT_FALSE(is_upper(c) && is_lower(c)) << std::uint32_t{c};
    if (!is_upper(c)) continue;
    EXPECT_TRUE(is_lower(to_lower(c)) || to_lower(c) > 0x2000) << std::uint32_t{c};
    EXPECT_EQ(kind_of(c), CharacterKind::letter);
    EXPECT_EQ(to_lower(to_lower(c)), to_lower(c));
  }
}

TEST(Characters, WithoutCaseAreNeither) {
  for (const char32_t c : {U'1', U'.', U'\u00AA', U'\u00D7', U'\u00F7', U'\u05D0', U'\u01C0'})
    EXPECT_FALSE(is_upper(c) || is_lower(c)) << std::uint32_t{c};
  for (const char32_t c : {U'\u00B5', U'\u00DF', U'\u0149', U'\u0390', U'\u1E96'})
    EXPECT_TRUE(is_lower(c)) << std::uint32_t{c};
}

TEST(Characters, TellHowAWordIsWritten) {
  EXPECT_TRUE(starts_upper("Ósk"));
  EXPECT_FALSE(starts_upper(""));
  EXPECT_TRUE(starts_lower("élan"));
  EXPECT_FALSE(starts_lower("9th"));
  EXPECT_TRUE(is_all_upper("U.N."));
  EXPECT_FALSE(is_all_upper("UNo"));
  EXPECT_FALSE(is_all_upper("9.30"));
}

TEST(Characters, OfTypesettersHaveAPlainForm) {
  EXPECT_EQ(plain(U'\u2019'), U'\'');
  EXPECT_EQ(plain(U'\u201C'), U'"');
  EXPECT_EQ(plain(U'\u2014'), U'-');
  EXPECT_EQ(plain(U'x'), U'x');
}

}  // namespace
}  // namespace dateline
