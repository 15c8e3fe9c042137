#include "importers/html/page_authors.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

using Names = std::vector<std::string>;

/// Of a page whose headline is "Mill shuts" and whose publisher is the Harrow Herald.
Names authors_of(std::string_view page) {
  const HtmlTree tree = parse_html(page);
  return find_page_authors(read_facts(tree), "Harrow Herald", "Mill shuts");
}
std::string story(std::string_view below_headline, std::string_view foot = "") {
  return "<body><h1>Mill shuts</h1>" + std::string(below_headline) +
         "<p>The paper mill in Harrow shut its gates on Monday, its owners told the town.</p>" +
         std::string(2000, 'x') + std::string(foot);
}

TEST(PageAuthors, ComeFromJsonLdBeforeTheByline) {
  EXPECT_EQ(authors_of("<script type=application/ld+json>{\"@type\":\"NewsArticle\","
                       "\"author\":[{\"name\":\"Ann Lee\"},{\"name\":\"Bo Ek\"}]}</script>" +
                       story("<p>By Cy Dow</p>")),
            (Names{"Ann Lee", "Bo Ek"}));
}

TEST(PageAuthors, ComeFromALineNearTheHeadline) {
  EXPECT_EQ(authors_of(story("<p>By Ann Lee | Feb. 12, 2022</p>")), Names{"Ann Lee"});
  EXPECT_EQ(authors_of(story("<p>by: <!-- -->Ann Lee<!-- -->, 12 February</p>")), Names{"Ann Lee"});
  EXPECT_EQ(authors_of(story("<div>Written by</div><div>Ann Lee</div>")), Names{"Ann Lee"});
  EXPECT_EQ(authors_of(story("<span>Published May 3</span> <span>by Ann Lee</span>")),
            Names{"Ann Lee"});
}

TEST(PageAuthors, ComeFromElementsThatAreCalledSo) {
  EXPECT_EQ(authors_of(story("<div class=post__author-name>Ann Lee</div>")), Names{"Ann Lee"});
  EXPECT_EQ(authors_of(story("<a href=/authors/ann-lee>Ann Lee</a>")), Names{"Ann Lee"});
  EXPECT_TRUE(authors_of(story("<a href=/authors>Ann Lee</a>")).empty());
  EXPECT_TRUE(authors_of(story("<div class=author>Read more</div>")).empty());
}

TEST(PageAuthors, ComeFromWhatLabelsSay) {
  EXPECT_EQ(authors_of(story("<h6>Author(s)</h6><p>Ann Lee</p>")), Names{"Ann Lee"});
  EXPECT_EQ(authors_of(story("<p>Authors: Ann Lee and Bo Ek</p>")), (Names{"Ann Lee", "Bo Ek"}));
  EXPECT_EQ(authors_of("<meta name=twitter:label1 content='Written by'>"
                       "<meta name=twitter:data1 content='Ann Lee'>" +
                       story("")),
            Names{"Ann Lee"});
  EXPECT_TRUE(authors_of("<meta name=twitter:label1 content='Reading time'>"
                         "<meta name=twitter:data1 content='Ten Minutes'>" +
                         story(""))
                  .empty());
}

TEST(PageAuthors, MayBeATeamWhereThePageCallsItAuthor) {
  EXPECT_EQ(authors_of(story("<p class=author>By the mill team</p>")), Names{"the mill team"});
  EXPECT_TRUE(authors_of(story("<p>By the mill gate</p>")).empty());
}

TEST(PageAuthors, FarFromTheHeadlineMustAgree) {
  EXPECT_EQ(authors_of(story("", "<div class=author-box><b>Ann Lee</b> writes of mills.</div>")),
            Names{"Ann Lee"});
  EXPECT_TRUE(
      authors_of(story("", "<p class=author>Ann Lee</p><p class=author>Bo Ek</p>")).empty());
}

TEST(PageAuthors, OfCommentsAndOtherStoriesAreNotTaken) {
  EXPECT_TRUE(authors_of(story("", "<div class=comments><p>by <b class=author>Bo Ek</b></p></div>"))
                  .empty());
  EXPECT_TRUE(authors_of(story("", "<div class=related-posts><p>By Bo Ek</p></div>")).empty());
}

TEST(PageAuthors, APersonGoesBeforeThePublisher) {
  const std::string meta = "<meta name=author content='Harrow Herald'>";
  EXPECT_EQ(authors_of(meta + story("<p>By Ann Lee</p>")), Names{"Ann Lee"});
  EXPECT_EQ(authors_of(meta + story("")), Names{"Harrow Herald"});
}

TEST(PageAuthors, AnAccountIsBetterThanNothing) {
  EXPECT_EQ(authors_of("<meta name=author content=annlee>" + story("")), Names{"annlee"});
  EXPECT_EQ(authors_of("<meta name=author content=annlee>" + story("<p>By Ann Lee</p>")),
            Names{"Ann Lee"});
  EXPECT_TRUE(authors_of("<meta name=author content=admin>" + story("")).empty());
  EXPECT_TRUE(authors_of("<meta name=twitter:creator content=@herald>" + story("")).empty());
}

TEST(PageAuthors, AreNotInvented) {
  EXPECT_TRUE(authors_of(story("<p>By Monday the gates were shut.</p>")).empty());
  EXPECT_TRUE(authors_of("").empty());
}

}  // namespace
}  // namespace dateline
