#include <gtest/gtest.h>

#include "tests/support/read_articles.h"

namespace dateline {
namespace {

const std::string kRss = R"(<?xml version="1.0"?>
<rss version="2.0"><channel><title>Herald &amp; Post</title><language>en-gb</language>
<item><title>Mill shuts</title><link>http://herald.example/mill</link>
<pubDate>Sat, 12 Feb 2022 10:30:00 +0100</pubDate><dc:creator>Ann Lee</dc:creator>
<description>It shut.</description>
<content:encoded><![CDATA[<p>The mill shut on Monday.</p><p>Caf&eacute;s opened.</p>]]></content:encoded>
</item>
<item><title>Dam holds</title><guid isPermaLink="false">17</guid>
<description>&lt;p&gt;The dam held &amp;amp; held.&lt;/p&gt;</description></item>
</channel></rss>)";

TEST(Feed, GivesTheWholeTextOfAnEntryRatherThanItsTeaser) {
  const auto read = read_articles("news.xml", kRss);
  EXPECT_TRUE(read.errors.empty());
  ASSERT_EQ(read.articles.size(), 2u);
  const Article& mill = read.articles[0];
  EXPECT_EQ(mill.source, "news.xml#1");
  EXPECT_EQ(mill.text.view(), "The mill shut on Monday.\n\nCafés opened.");
  EXPECT_EQ(mill.title, "Mill shuts");
  EXPECT_EQ(mill.url, "http://herald.example/mill");
  EXPECT_EQ(mill.published, "2022-02-12T10:30:00+01:00");
  EXPECT_EQ(mill.authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(mill.publisher, "Herald & Post");
  EXPECT_EQ(mill.language, "en-gb");
  EXPECT_TRUE(mill.diagnostics.empty());
}

TEST(Feed, TellsThatThereIsATeaserOnly) {
  const auto read = read_articles("news.xml", kRss);
  const Article& dam = read.articles.at(1);
  EXPECT_EQ(dam.text.view(), "The dam held & held.");
  EXPECT_EQ(dam.url, "");
  ASSERT_EQ(dam.diagnostics.size(), 1u);
  EXPECT_EQ(dam.diagnostics[0].kind, "no-whole-text");
}

TEST(Feed, LeadsEachSentenceBackToItsBytes) {
  const auto read = read_articles("news.xml", kRss);
  const Text& text = read.articles.at(1).text;
  const auto held = static_cast<std::uint32_t>(text.view().find("dam held & held"));
  const SourceSpan at = text.to_source({held, held + 15});
  EXPECT_EQ(kRss.substr(at.begin, at.end - at.begin), "dam held &amp;amp; held");
}

TEST(Feed, MayBeAtom) {
  const auto read = read_articles("feed", R"(<!-- by hand -->
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="text">Herald</title>
<author><name>Bo Ek</name></author>
<entry><title type="html">Mill &amp;amp; dam</title>
<link rel="enclosure" href="http://herald.example/a.mp3"/><link href="http://herald.example/1"/>
<updated>2022-02-13T08:00:00Z</updated><published>2022-02-12T08:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &lt; two.</p><p>Two.</p></div></content>
</entry>
<entry><title>Later</title><updated>2022-02-14T08:00:00Z</updated>
<author><name>Ann Lee</name><email>ann@herald.example</email></author>
<content type="text">1 &lt;p&gt; 2</content></entry></feed>)");
  ASSERT_EQ(read.articles.size(), 2u);
  EXPECT_EQ(read.articles[0].text.view(), "One < two.\n\nTwo.");
  EXPECT_EQ(read.articles[0].title, "Mill & dam");
  EXPECT_EQ(read.articles[0].url, "http://herald.example/1");
  EXPECT_EQ(read.articles[0].published, "2022-02-12T08:00:00Z");
  EXPECT_EQ(read.articles[0].authors, std::vector<std::string>{"Bo Ek"});
  EXPECT_EQ(read.articles[0].publisher, "Herald");
  EXPECT_EQ(read.articles[1].text.view(), "1 <p> 2");
  EXPECT_EQ(read.articles[1].published, "2022-02-14T08:00:00Z");
  EXPECT_EQ(read.articles[1].authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(read.articles[1].language, "en");
}

TEST(Feed, MayBeRdfWithItsEntriesBesideTheChannel) {
  const auto read = read_articles(
      "feed",
      "<rdf:RDF xmlns='http://purl.org/rss/1.0/'><channel><title>Herald</title></channel>"
      "<item><title>Mill shuts</title><dc:date>2022-02-12</dc:date></item></rdf:RDF>");
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].publisher, "Herald");
  EXPECT_EQ(read.articles[0].published, "2022-02-12");
  EXPECT_EQ(read.articles[0].text.view(), "Mill shuts");
}

TEST(Feed, NamesNobodyAfterAMereAddress) {
  const auto authors = [](std::string_view author) {
    const auto read = read_articles("f.rss", "<rss><item><author>" + std::string(author) +
                                                 "</author><title>x</title></item></rss>");
    return read.articles.at(0).authors;
  };
  EXPECT_EQ(authors("ann@herald.example (Ann Lee)"), std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(authors("Ann Lee &lt;ann@herald.example&gt;"), std::vector<std::string>{"Ann Lee"});
  EXPECT_TRUE(authors("ann@herald.example").empty());
}

TEST(Feed, TakesNoCodedBytesForText) {
  const auto read = read_articles("feed.atom",
                                  "<feed><entry><summary>It shut.</summary><content "
                                  "mode='base64'>SXQ=</content></entry></feed>");
  EXPECT_EQ(read.articles.at(0).text.view(), "It shut.");
}

TEST(Feed, IsRefusedIfItHasNoEntriesOrNoWords) {
  EXPECT_EQ(read_articles("f.rss", "<rss><channel/></rss>").errors.at(0).message,
            "expected a feed with entries, found none");
  EXPECT_EQ(read_articles("f.rss", "<rss><item><link>x</link></item></rss>").errors.size(), 1u);
}

TEST(Feed, IsReadInTimeWhateverItHolds) {
  std::string many = "<rss><channel><title>x</title>";
  for (int i = 0; i < 20'000; ++i) many += "<item><title>Mill &amp; dam</title></item>";
  EXPECT_EQ(read_articles("f.rss", many).articles.size(), 20'000u);
  std::string deep = "<rss><item><description>";
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  EXPECT_EQ(read_articles("f.rss", deep + "The mill shut.").articles.size(), 1u);
}

TEST(Feed, InJsonIsReadWithItsWholeTexts) {
  const auto read = read_articles(
      "feed.json",
      R"({"version":"https://jsonfeed.org/version/1.1","title":"Herald","items":[{"id":"1",
      "url":"http://herald.example/1","title":"Mill shuts","summary":"It shut.",
      "content_html":"<p>The mill shut on Monday.</p>","date_published":"2022-02-12T08:00:00Z",
      "authors":[{"name":"Ann Lee"}]}]})");
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].text.view(), "The mill shut on Monday.");
  EXPECT_EQ(read.articles[0].published, "2022-02-12T08:00:00Z");
  EXPECT_EQ(read.articles[0].authors, std::vector<std::string>{"Ann Lee"});
}

}  // namespace
}  // namespace dateline
