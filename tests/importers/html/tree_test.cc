#include "importers/html/tree.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/proportion.h"

namespace dateline {
namespace {

std::string name_of(const HtmlTree& tree, NodeIndex node) {
  const std::string_view tag = tree[node].at.of(tree.page);
  if (tree[node].tag == Tag::text) return std::string("'").append(tag).append("'");
  if (tree[node].tag == Tag::root) return "";
  return tag.empty() ? "copy" : std::string(tag.substr(1, tag.find_first_of(" />") - 1));
}

/// The tree in brackets: "(p 'One' (b 'two'))".
std::string outline(std::string_view page) {
  const HtmlTree tree = parse_html(page);
  std::string drawn;
  std::vector<NodeIndex> ends;
  for (NodeIndex i = 1; i < tree.nodes.size(); ++i) {
    for (; !ends.empty() && ends.back() == i; ends.pop_back()) drawn += ")";
    if (!drawn.empty() && drawn.back() != '(') drawn += " ";
    if (tree[i].tag == Tag::text) {
      drawn += name_of(tree, i);
    } else {
      drawn.append("(").append(name_of(tree, i));
      ends.push_back(tree[i].end);
      if (tree[i].end == i + 1) ends.pop_back(), drawn += ")";
    }
  }
  return drawn + std::string(ends.size(), ')');
}

TEST(HtmlTree, NestsAsTagsDo) {
  EXPECT_EQ(outline("<div><p>One <b>two</b></p>x</div>"), "(div (p 'One ' (b 'two')) 'x')");
}

TEST(HtmlTree, ClosesParagraphsItemsAndCellsThatAreLeftOpen) {
  EXPECT_EQ(outline("<p>a<p>b<div>c</div>"), "(p 'a') (p 'b') (div 'c')");
  EXPECT_EQ(outline("<ul><li>a<ul><li>b</ul><li>c</ul>"), "(ul (li 'a' (ul (li 'b'))) (li 'c'))");
  EXPECT_EQ(outline("<table><tr><td>a<td>b<tr><td>c</table>"),
            "(table (tr (td 'a') (td 'b')) (tr (td 'c')))");
  EXPECT_EQ(outline("<dl><dt>a<dd>b<dt>c</dl>"), "(dl (dt 'a') (dd 'b') (dt 'c'))");
}

TEST(HtmlTree, IgnoresEndTagsThatEndNothing) {
  EXPECT_EQ(outline("<div>a</p></b></section>b</div>"), "(div 'a' 'b')");
  EXPECT_EQ(outline("<div><table><tr><td>a</div>b</table>c</div>"),
            "(div (table (tr (td 'a' 'b'))) 'c')");
}

TEST(HtmlTree, ClosesElementsOfOtherNamesAtTheirOwnEndTag) {
  EXPECT_EQ(outline("<x-bar>a<x-foo>b</x-bar>c"), "(x-bar 'a' (x-foo 'b')) 'c'");
}

TEST(HtmlTree, EndsALinkBeforeTheNext) {
  EXPECT_EQ(outline("<a>x<a>y</a>z"), "(a 'x') (a 'y') 'z'");
  EXPECT_EQ(outline("<a><div>x</a>y</div>z"), "(a (div 'x')) (copy 'y') 'z'");
}

TEST(HtmlTree, EndsTheHeadWhereTheBodyBegins) {
  EXPECT_EQ(outline("<html><head><title>t</title><div>a"), "(html (head (title 't')) (div 'a'))");
}

TEST(HtmlTree, KeepsWhatFollowsTheBody) {
  EXPECT_EQ(outline("<body><p>a</p></body></html><p>b"), "(body (p 'a') (p 'b'))");
}

TEST(HtmlTree, HonoursSelfClosingInDrawingsOnly) {
  EXPECT_EQ(outline("<svg><path/><g/></svg><div/>a"), "(svg (path) (g)) (div 'a')");
}

TEST(HtmlTree, GivesAttributesByName) {
  const HtmlTree tree = parse_html("<a HREF=' x&amp;y ' hidden>");
  EXPECT_EQ(tree.attribute(1, "href"), " x&amp;y ");
  EXPECT_EQ(tree.value(1, "href"), "x&y");
  EXPECT_EQ(tree.attribute(1, "hidden"), "");
  EXPECT_FALSE(tree.attribute(1, "title"));
}

TEST(HtmlTree, GivesTextWithSpaceBetweenBlocks) {
  const HtmlTree tree = parse_html("<div>\n One<b>Two</b>&amp;<p>Three</p></div>");
  EXPECT_EQ(text_of(tree, 0), "OneTwo& Three");
}

std::string repeated(std::string_view part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += part;
  return all;
}

TEST(HtmlTree, OfTooManyTagsAndTextsIsCutWhereItSays) {
  std::string page;
  for (std::size_t i = 0; i < kMaxHtmlNodes; ++i) page += "a<i>";
  const HtmlTree tree = parse_html(page);
  ASSERT_TRUE(tree.cut);
  EXPECT_EQ(tree.nodes.size(), kMaxHtmlNodes);
  EXPECT_EQ(tree.nodes.back().at.end, *tree.cut);
  EXPECT_FALSE(parse_html("a<i>b").cut);
}

/// The page of a number of tags must be read in time in proportion, without loss of its text.
template <typename PageOf>
void expect_read_quickly(PageOf page_of, int tags) {
  const std::string page = page_of(tags), sixteenth = page_of(tags / 16);
  EXPECT_TRUE(takes_time_in_proportion([&] { parse_html(page); }, [&] { parse_html(sixteenth); }))
      << page.substr(0, 20);
  const HtmlTree tree = parse_html(page);
  EXPECT_NE(text_of(tree, 0).find("hello"), std::string::npos) << page.substr(0, 20);
  for (NodeIndex i = 1; i < tree.nodes.size(); ++i) {
    ASSERT_LT(tree[i].parent, i);
    ASSERT_LE(tree[i].end, tree[tree[i].parent].end);
  }
}

TEST(HtmlTree, SurvivesHostileNesting) {
  for (const std::string_view tag : {"<div>", "<span>", "<b><p>", "<table><tr><td>", "<ul><li>",
                                     "<a><div>", "<x-y>", "<section><a>", "<svg><g>"})
    expect_read_quickly([&](int tags) { return repeated(tag, tags) + "hello"; }, 100000);
}

TEST(HtmlTree, SurvivesEndTagsThatLookFar) {
  expect_read_quickly(
      [](int tags) {
        return "<section><table>" + repeated("<span>", tags) +
               repeated("</section></p></x-y>", tags) + "hello";
      },
      50000);
  expect_read_quickly(
      [](int tags) { return repeated("<div>", tags) + repeated("</div>", tags / 5 * 4) + "hello"; },
      50000);
}

}  // namespace
}  // namespace dateline
