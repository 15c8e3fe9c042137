#include "exporters/drawn_text.h"

#include <gtest/gtest.h>

#include "core/utf8.h"
#include "tests/support/timelines.h"

namespace dateline {
namespace {

TEST(DrawnText, StaysOnOneLine) { EXPECT_EQ(clean_text(" two\n\n lines\t\u2028"), "two lines"); }

TEST(DrawnText, IsValidUtf8WithoutControlsWhateverComesIn) {
  for (const std::string& text : testing::hostile_strings()) {
    const std::string clean = clean_text(text);
    EXPECT_FALSE(first_invalid_utf8(clean)) << text;
    for (const char c : clean) EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20) << text;
  }
}

TEST(DrawnText, LosesMarksThatForceADirection) {
  EXPECT_EQ(clean_text("\u202Eabc\u202C \u2067def"), "abc def");
}

TEST(DrawnText, IsCutAtItsLimitWithAnEllipsis) {
  EXPECT_EQ(clean_text(std::string(100, 'x'), 20), std::string(13, 'x').append("…"));
}

TEST(DrawnText, EscapesWhatMarkupWouldRead) {
  EXPECT_EQ(escape_markup("<a b='c' d=\"e\">&"), "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;");
}

TEST(DrawnText, IsWiderWithEveryLetter) {
  EXPECT_EQ(text_width("", 10), 0);
  EXPECT_LT(text_width("i", 10), text_width("m", 10));
  EXPECT_GT(text_width("漢字", 10), text_width("ab", 10));
  EXPECT_DOUBLE_EQ(text_width("ab", 20), 2 * text_width("ab", 10));
  EXPECT_DOUBLE_EQ(text_width("e\u0301", 10), text_width("e", 10));
}

TEST(DrawnText, IsNotCutWhenItFits) { EXPECT_EQ(cut_to_width("short", 100, 10), "short"); }

TEST(DrawnText, IsCutToItsWidthBetweenLetters) {
  for (const std::string& text : testing::hostile_strings()) {
    const std::string cut = cut_to_width(clean_text(text), 60, 12);
    EXPECT_LE(text_width(cut, 12), 60) << text;
    EXPECT_FALSE(first_invalid_utf8(cut)) << text;
  }
}

TEST(DrawnText, WrapsAtSpaces) {
  const auto lines = wrap_to_width("one two three four", text_width("one two th", 10), 10, 9);
  EXPECT_EQ(lines, (std::vector<std::string>{"one two", "three four"}));
}

TEST(DrawnText, BreaksAWordThatIsWiderThanTheLine) {
  const auto lines = wrap_to_width(std::string(10, 'x'), text_width("xxxx", 10), 10, 9);
  EXPECT_EQ(lines, (std::vector<std::string>{"xxxx", "xxxx", "xx"}));
}

TEST(DrawnText, CutsTheLastLineItMayHave) {
  const auto lines = wrap_to_width("one two three fourteen", text_width("one two th", 10), 10, 2);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[1], "three fo…");
}

TEST(DrawnText, WrapsInAsManyStepsAsItHasLettersEvenWithoutRoom) {
  EXPECT_EQ(wrap_to_width("abc", 0, 10, 99).size(), 3U);
  EXPECT_TRUE(wrap_to_width("", 10, 10, 9).empty());
}

TEST(DrawnText, BecomesALinkOnlyIfItIsAnAddressOfTheWeb) {
  EXPECT_TRUE(is_web_address("https://example.org/a?b=c&d#e"));
  EXPECT_TRUE(is_web_address("http://example.org"));
  EXPECT_FALSE(is_web_address("javascript:alert(1)"));
  EXPECT_FALSE(is_web_address("https://example.org/\"onclick=\""));
  EXPECT_FALSE(is_web_address("https://example.org/a b"));
  EXPECT_FALSE(is_web_address(""));
}

}  // namespace
}  // namespace dateline
