#include "importers/html/page_parts.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

std::string prose(int sentences) {
  std::string text;
  for (int i = 0; i < sentences; ++i) text += "The old mill by the river was shut in the night. ";
  return text;
}

/// The class of each element that is left out.
std::vector<std::string> left_out(const std::string& page) {
  const HtmlTree tree = parse_html(page);
  const auto parts = parts_without_story(tree, page_marks());
  std::vector<std::string> names;
  for (NodeIndex node = 0; node < parts.size(); ++node)
    if (parts[node]) names.push_back(tree.value(node, "class"));
  return names;
}

using Names = std::vector<std::string>;

TEST(PageParts, AreLeftOutByTheirMarks) {
  EXPECT_EQ(left_out("<div class=story><p>" + prose(9) +
                     "</p><div class='share-bar'>Share</div>"
                     "</div><div class=comments><p>" +
                     prose(2) + "</p></div>"),
            (Names{"share-bar", "comments"}));
}

TEST(PageParts, AreLeftOutByTheirElements) {
  EXPECT_EQ(left_out("<nav class=n>x</nav><p>" + prose(5) + "</p><footer class=f>y</footer>"),
            (Names{"n", "f"}));
}

TEST(PageParts, AreLeftOutIfHidden) {
  EXPECT_EQ(left_out("<p>" + prose(5) +
                     "</p><div class=a hidden>x</div>"
                     "<div class=b style='color:red; Display : none'>x</div>"),
            (Names{"a", "b"}));
}

TEST(PageParts, WithMostOfTheTextAreTheStoryWhateverTheyAreCalled) {
  EXPECT_EQ(left_out("<div class=sidebar><p>" + prose(9) + "</p></div><p>" + prose(1) + "</p>"),
            Names());
}

TEST(PageParts, AMarkThatTheLayoutUsesEverywhereSaysNothing) {
  std::string page;
  for (int i = 0; i < 9; ++i) page += "<div class='widget'><p>" + prose(1) + "</p></div>";
  EXPECT_EQ(left_out(page), Names());
}

TEST(PageParts, ShareTheTextWithoutWhatMayBeLonger) {
  EXPECT_EQ(left_out("<div class='story paywall'><p>" + prose(4) +
                     "</p></div><div class=onetrust><div class=popup-text><p>" + prose(20) +
                     "</p></div></div>")
                .front(),
            "onetrust");
}

TEST(PageParts, CommentsMayBeLongerThanTheStory) {
  std::string page = "<p>" + prose(3) + "</p>";
  for (int i = 0; i < 9; ++i) page += "<div class='comment'><p>" + prose(1) + "</p></div>";
  EXPECT_EQ(left_out(page).size(), 9u);
}

}  // namespace
}  // namespace dateline
