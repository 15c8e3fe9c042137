#include "importers/html/entities.h"

#include <gtest/gtest.h>

#include "importers/data_files.h"
#include "tests/support/proportion.h"

namespace dateline {
namespace {

TEST(Entities, NamesAndNumbersBecomeCharacters) {
  EXPECT_EQ(without_references("a &amp; b &lt;&#8217;&#x2019;&hellip;"), "a & b <’’…");
}

TEST(Entities, NamesThatCameWithHtml5AreKnown) {
  EXPECT_EQ(without_references("it&apos;s &Ccaron;&ast;"), "it's Č*");
}

TEST(Entities, OldNamesMayLackTheirSemicolonBeforeWhatIsNoLetter) {
  EXPECT_EQ(without_references("R&amp D, &copy 2020"), "R& D, © 2020");
  EXPECT_EQ(without_references("?a=1&copyright=2&rsquo x"), "?a=1&copyright=2&rsquo x");
}

TEST(Entities, AmpersandsThatNameNothingStay) {
  EXPECT_EQ(without_references("AT&T & R&D; &#; &#x; &nosuch; &"),
            "AT&T & R&D; &#; &#x; &nosuch; &");
}

TEST(Entities, AMillionThatNameNothingTakeLessThanASecond) {
  constexpr int kSeconds = 1, kTimes = 1;
  const std::string text = repeated("", "&foo ", 5'000'000);
  EXPECT_LT(processor_seconds([&] { without_references(text); }, kTimes), kSeconds);
}

TEST(Entities, NumbersThatAreNoCharactersAreMarked) {
  EXPECT_EQ(without_references("&#0;&#xD800;&#1114112;"), "\uFFFD\uFFFD\uFFFD");
}

TEST(Entities, NumbersOfWindowsAreReadAsMeant) {
  EXPECT_EQ(without_references("&#147;x&#148; &#150;"), "“x” –");
}

TEST(Entities, ReferenceTellsItsSize) {
  EXPECT_EQ(read_reference("x &#39;y", 2)->size, 5u);
  EXPECT_EQ(read_reference("&nbsp", 0)->size, 5u);
  EXPECT_FALSE(read_reference("&", 0));
}

TEST(Entities, DataIsWhole) {
  const auto parsed = parse_entities(DataFiles::embedded().find("root/entities.txt").value(), "x");
  ASSERT_TRUE(parsed) << parsed.error().message;
  EXPECT_EQ(parsed->at("lstrok"), "ł");
}

TEST(Entities, BrokenDataIsReportedWithItsLine) {
  EXPECT_EQ(parse_entities("a b c\n", "x.txt").error().message,
            "x.txt:1: expected pairs of name and character");
  EXPECT_EQ(parse_entities("\na U+zz\n", "x.txt").error().message,
            "x.txt:2: expected a code point after U+");
}

}  // namespace
}  // namespace dateline
