#include <gtest/gtest.h>

#include "importers/html/tree.h"
#include "tests/support/read_articles.h"

namespace dateline {
namespace {

constexpr std::string_view kPage = R"(<!DOCTYPE html><html lang="en"><head>
<title>Mill shuts its gates | Harrow Herald</title>
<meta property="article:published_time" content="2022-02-12T08:00:00+01:00">
<meta name="author" content="Ann Lee"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Mill shuts its gates 💥</h1><p class="byline">By Ann Lee</p>
<p>The paper mill at Harrow Bridge shut its gates on Monday, its owners said.</p>
<p>Some 240 people will lose their work by the end of March&nbsp;&mdash; all of them.</p>
</article><footer>Copyright</footer></body></html>)";

TEST(HtmlImporter, MakesAnArticleOfAPage) {
  const auto read = read_articles("mill.html", std::string(kPage));
  ASSERT_EQ(read.articles.size(), 1u);
  const Article& article = read.articles[0];
  EXPECT_EQ(article.title, "Mill shuts its gates");
  EXPECT_EQ(article.authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(article.published, "2022-02-12T08:00:00+01:00");
  EXPECT_EQ(article.published_from, PublishedFrom::metadata);
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.media_type, "text/html");
  EXPECT_EQ(article.text.view(),
            "The paper mill at Harrow Bridge shut its gates on Monday, its owners said.\n\n"
            "Some 240 people will lose their work by the end of March — all of them.");
}

TEST(HtmlImporter, LeadsTextBackToThePage) {
  const auto read = read_articles("mill.html", std::string(kPage));
  const Text& text = read.articles.at(0).text;
  const auto at = static_cast<std::uint32_t>(text.view().find("Harrow Bridge"));
  const SourceSpan span = text.to_source({at, at + 13});
  EXPECT_EQ(kPage.substr(span.begin, span.end - span.begin), "Harrow Bridge");
}

TEST(HtmlImporter, TellsOfTheRestOfAPageOfTooManyTags) {
  std::string page = "<html><body><p>The mill shut on Monday.</p>";
  for (std::size_t i = 0; i < kMaxHtmlNodes; ++i) page += "<i>";
  const auto read = read_articles("x.html", page + "It opened on Friday.");
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].text.view(), "The mill shut on Monday.");
  ASSERT_EQ(read.articles[0].diagnostics.size(), 1u);
  EXPECT_EQ(read.articles[0].diagnostics[0].kind, "text-cut-off");
  EXPECT_LT(read.articles[0].diagnostics[0].at.begin, page.size());
}

TEST(HtmlImporter, IsKnownByItsContent) {
  EXPECT_EQ(read_articles("page", std::string(kPage)).articles.at(0).media_type, "text/html");
  EXPECT_EQ(read_articles("note", "1 < 2 is a fact.").articles.at(0).media_type, "text/plain");
}

TEST(HtmlImporter, ReadsOtherCharacterSets) {
  const auto read = read_articles("x.html",
                                  "<meta charset=windows-1252><p>\x93"
                                  "Caf\xE9 M\xFC"
                                  "ller\x94 burnt down on Monday night.");
  EXPECT_EQ(read.articles.at(0).text.view(), "“Café Müller” burnt down on Monday night.");
}

TEST(HtmlImporter, SaysThatAPageHasNoStory) {
  const auto read = read_articles("x.html", "<html><body><script>app()</script></body></html>");
  EXPECT_TRUE(read.articles.empty());
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].message, "expected a page with a story, found no text in it");
}

}  // namespace
}  // namespace dateline
