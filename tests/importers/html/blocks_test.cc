#include "importers/html/blocks.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

/// Each block as "words/linked", and its texts.
std::vector<std::string> blocks_of(std::string_view page) {
  const HtmlTree tree = parse_html(page);
  const auto found = find_blocks(tree, std::vector<bool>(tree.nodes.size(), false));
  std::vector<std::string> drawn;
  for (const HtmlBlock& block : found.blocks) {
    std::string text = std::to_string(block.words) + "/" + std::to_string(block.linked_words) + ":";
    for (std::uint32_t i = block.first_text; i < block.last_text; ++i)
      text.append("|").append(tree[found.texts[i]].at.of(page));
    drawn.push_back(text);
  }
  return drawn;
}

using Blocks = std::vector<std::string>;

TEST(HtmlBlocks, BeginAndEndWithBlockElements) {
  EXPECT_EQ(blocks_of("<div>One <b>two</b><p>three</p>four</div>"),
            (Blocks{"2/0:|One |two", "1/0:|three", "1/0:|four"}));
}

TEST(HtmlBlocks, CountWordsInLinks) {
  EXPECT_EQ(blocks_of("<p>a <a>b <i>c d</i></a> e</p>"), Blocks{"5/3:|a |b |c d| e"});
}

TEST(HtmlBlocks, EndAtLineBreaksAndSaySo) {
  const std::string_view page = "<p>a<br>b</p><p>c</p>";
  const HtmlTree tree = parse_html(page);
  const auto found = find_blocks(tree, std::vector<bool>(tree.nodes.size(), false));
  ASSERT_EQ(found.blocks.size(), 3u);
  EXPECT_TRUE(found.blocks[1].after_line_break);
  EXPECT_FALSE(found.blocks[2].after_line_break);
}

TEST(HtmlBlocks, HoldNoScriptsAndNoSelections) {
  EXPECT_EQ(blocks_of("<p>a<script>x()</script>b<svg><text>c</text></svg></p><style>d</style>"),
            Blocks{"2/0:|a|b"});
  EXPECT_EQ(blocks_of("a<select><option>b</select>"), Blocks{"1/0:|a"});
}

TEST(HtmlBlocks, PassOverWhatIsLeftOut) {
  const HtmlTree tree = parse_html("<p>a</p><div><p>b</p></div><p>c</p>");
  std::vector<bool> left_out(tree.nodes.size(), false);
  left_out[3] = true;  // the <div>
  EXPECT_EQ(find_blocks(tree, left_out).texts.size(), 2u);
}

TEST(HtmlBlocks, KnowSentences) {
  const auto sentence = [](std::string_view page) {
    const HtmlTree tree = parse_html(page);
    return find_blocks(tree, std::vector<bool>(tree.nodes.size(), false)).blocks.at(0).sentence;
  };
  EXPECT_TRUE(sentence("<p>It rained.</p>"));
  EXPECT_TRUE(sentence("<p>“It rained.”</p>"));
  EXPECT_FALSE(sentence("<p>Home</p>"));
}

TEST(HtmlBlocks, WordsAreCountedInAnyScript) {
  EXPECT_EQ(count_words("It's 3 p.m. — so"), 4u);
  EXPECT_EQ(count_words("a&nbsp;b"), 2u);
  EXPECT_EQ(count_words("über öl"), 2u);
  EXPECT_EQ(count_words("会議は"), 3u);
}

}  // namespace
}  // namespace dateline
