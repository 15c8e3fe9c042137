#include "importers/html/block_text.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

Text text_of_page(const Text& page) {
  const HtmlTree tree = parse_html(page.view());
  return text_of_blocks(page, tree, find_blocks(tree, std::vector<bool>(tree.nodes.size(), false)));
}
std::string text_of(std::string_view page) {
  return std::string(text_of_page(Text::from_source(std::string(page))).view());
}

TEST(BlockText, PartsParagraphsWithAnEmptyLineAndCollapsesSpace) {
  EXPECT_EQ(text_of("<p> One\n  <b>two</b>\tthree </p> <p>four</p>"), "One two three\n\nfour");
  EXPECT_EQ(text_of("<p>a<b>b</b>c</p>"), "abc");
}

TEST(BlockText, LineBreaksStayLines) { EXPECT_EQ(text_of("<p>a<br>b<br><br>c</p>"), "a\nb\nc"); }

TEST(BlockText, PreformattedTextKeepsItsLines) {
  EXPECT_EQ(text_of("<p>x</p><pre>\n a\n  b\n</pre>"), "x\n\na\nb");
}

TEST(BlockText, ReferencesBecomeCharacters) {
  EXPECT_EQ(text_of("<p>Tom &amp; Ann&#8217;s caf&eacute; &</p>"), "Tom & Ann’s café &");
}

TEST(BlockText, SpacesOfAllKindsAreSpacesAndUnseenMarksGo) {
  EXPECT_EQ(text_of("<p>a&nbsp;b\u00A0c\u2009 d&#8203;e\u00ADf\uFEFF</p>"), "a b c def");
}

std::string repaired_text_of(std::string_view source) {
  const Text page = Text::from_source(std::string(source));
  const HtmlTree tree = parse_html(page.view());
  const HtmlBlocks all = find_blocks(tree, std::vector<bool>(tree.nodes.size(), false));
  return std::string(repaired_text_of_blocks(page, tree, all).text.view());
}

TEST(BlockText, UnseenMarksThatAreHalfOfACharacterAreNotLostBeforeRepair) {
  EXPECT_EQ(repaired_text_of("<p>JosÃ© GarcÃ\u00ADa and MartÃ&shy;nez said: voilÃ\u00A0.</p>"),
            "José García and Martínez said: voilà.");
}

TEST(BlockText, MarksThatRepairLeavesAreSpacesOrNotSeen) {
  EXPECT_EQ(repaired_text_of("<p>Groß\u00ADstadt, café\u00A0open, café&nbsp; shut.</p>"),
            "Großstadt, café open, café shut.");
  EXPECT_EQ(repaired_text_of("<p>“Yes.”&nbsp;&nbsp;</p><p>“No.”\u00A0\u00AD\u00A0He left.</p>"),
            "“Yes.”\n\n“No.” He left.");
}

TEST(BlockText, ControlsAreNotSeen) {
  EXPECT_EQ(text_of(std::string_view("<p>may\0or\x01 of</p>", 18)), "mayor of");
}

TEST(BlockText, LeadsBackToTheBytesOfThePage) {
  const std::string source = "<p>Ann&rsquo;s  <i>mill</i></p>\n<p>burnt</p>";
  const Text text = text_of_page(Text::from_source(source));
  ASSERT_EQ(text.view(), "Ann’s mill\n\nburnt");
  const auto source_of = [&](std::string_view word) {
    const auto at = static_cast<std::uint32_t>(text.view().find(word));
    const SourceSpan span = text.to_source({at, at + static_cast<std::uint32_t>(word.size())});
    return source.substr(span.begin, span.end - span.begin);
  };
  EXPECT_EQ(source_of("mill"), "mill");
  EXPECT_EQ(source_of("’"), "&rsquo;");
  EXPECT_EQ(source_of("Ann’s mill"), "Ann&rsquo;s  <i>mill");
  EXPECT_EQ(source_of("\n\n"), "</i></p>\n<p>");
}

}  // namespace
}  // namespace dateline
