#include "importers/html/main_content.h"

#include <gtest/gtest.h>

#include <string>

#include "importers/html/block_text.h"

namespace dateline {
namespace {

constexpr std::string_view kLead =
    "The paper mill at Harrow Bridge shut its gates on Monday after ninety years, its owners said.";
constexpr std::string_view kBody =
    "Some 240 people will lose their work by the end of March, and the town its largest payer.";
constexpr std::string_view kLast = "Talks with a buyer from Lisbon had failed on Friday.";

std::string paragraphs(std::initializer_list<std::string_view> texts) {
  std::string page;
  for (const std::string_view text : texts) page.append("<p>").append(text).append("</p>\n");
  return page;
}

std::string story_of(const std::string& source, std::string_view title = {}) {
  const Text page = Text::from_source(source);
  const HtmlTree tree = parse_html(page.view());
  return std::string(text_of_blocks(page, tree, find_main_content(tree, title)).view());
}

std::string joined(std::initializer_list<std::string_view> texts) {
  std::string text;
  for (const std::string_view part : texts) text.append(text.empty() ? "" : "\n\n").append(part);
  return text;
}

TEST(MainContent, IsTheStoryWithoutNavigation) {
  EXPECT_EQ(story_of("<ul><li><a href=/>Home</a><li><a href=/n>News</a></ul><div>" +
                     paragraphs({kLead, kBody, kLast}) + "</div><div><a>About us</a></div>"),
            joined({kLead, kBody, kLast}));
}

TEST(MainContent, KeepsShortFirstAndLastParagraphs) {
  EXPECT_EQ(story_of("<article>" + paragraphs({"It is over.", kLead, kBody, "She wept."}) +
                     "</article><div><a>Home</a> <a>News</a></div>"),
            joined({"It is over.", kLead, kBody, "She wept."}));
}

TEST(MainContent, KeepsHeadingsListsAndTables) {
  EXPECT_EQ(story_of("<div>" + paragraphs({kLead}) +
                     "<h2>What next</h2><ul><li>Pay until May</li><li>No bonus</li></ul>"
                     "<table><tr><td>Jobs</td><td>240</td></tr></table>" +
                     paragraphs({kLast}) + "</div>"),
            joined({kLead, "What next", "Pay until May", "No bonus", "Jobs", "240", kLast}));
}

TEST(MainContent, KeepsQuotesAndLinksWithinSentences) {
  const std::string linked =
      "<p>“We <a href=x>tried everything</a>,” said Ann Lee, who ran it for ten years.</p>";
  EXPECT_EQ(
      story_of("<div>" + paragraphs({kLead}) + "<blockquote>" + linked + "</blockquote></div>"),
      joined({kLead, "“We tried everything,” said Ann Lee, who ran it for ten years."}));
}

TEST(MainContent, LeavesTheTitleOut) {
  EXPECT_EQ(
      story_of("<div><h2>Mill shuts</h2>" + paragraphs({kLead, kBody}) + "</div>", "Mill  shuts"),
      joined({kLead, kBody}));
}

TEST(MainContent, LeavesOutLinesThatArePageFurniture) {
  EXPECT_EQ(story_of("<div>" + paragraphs({kLead, "Advertisement", kBody, "Share this article"}) +
                     "</div>"),
            joined({kLead, kBody}));
}

TEST(MainContent, LeavesOutASectionWithItsHeading) {
  EXPECT_EQ(story_of("<div>" + paragraphs({kLead, kBody, kBody, kLead, kLast}) +
                     "<h3>Related articles</h3><p>Mill strike enters third week now</p></div>"),
            joined({kLead, kBody, kLast}));
}

TEST(MainContent, AStoryUnderAFurnitureHeadingStays) {
  EXPECT_EQ(story_of("<div><h3>Latest news</h3>" + paragraphs({kLead, kBody, kLast}) + "</div>"),
            joined({kLead, kBody, kLast}));
}

TEST(MainContent, IsSaidOnceIfThePageShowsItTwice) {
  const std::string copy = paragraphs({kLead, kBody});
  EXPECT_EQ(story_of("<div class=wide>" + copy + "</div><div class=narrow>" + copy + "</div>"),
            joined({kLead, kBody}));
}

TEST(MainContent, IsEmptyForAPageOfLinks) {
  EXPECT_EQ(story_of("<ul><li><a href=/>Home of the paper</a><li><a>News</a></ul>"), "");
  EXPECT_EQ(story_of(""), "");
}

}  // namespace
}  // namespace dateline
