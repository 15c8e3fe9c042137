
#include <gtest/gtest.h>

#include "tests/support/proportion.h"
#include "tests/support/read_articles.h"

namespace dateline {
namespace {

const std::string kNitf = R"(<?xml version="1.0" encoding="utf-8"?>
<nitf><head><title>Mill, shut</title><docdata><date.issue norm="20220212T103000Z"/>
<doc.copyright holder="Herald Group" year="2022"/></docdata>
<pubdata name="The Herald" date.publication="20220213T000000" ex-ref="http://herald.example/mill"/></head>
<body><body.head><hedline><hl1>Mill &amp; dam shut</hl1><hl2>Forty jobs go</hl2></hedline>
<byline>By <person>Ann Lee</person><byttl>Staff of the Herald</byttl></byline>
<abstract><p>A summary.</p></abstract></body.head>
<body.content><block><p>The <org>mill</org> shut on Monday.</p>
<media><media-caption>A picture of it.</media-caption></media>
<p>Nobody knew.</p></block><hl2>What next</hl2><p>It may open.</p></body.content>
<body.end><tagline>Write to us.</tagline></body.end></body></nitf>)";

TEST(NewsXml, ReadsNitf) {
  const auto read = read_articles("a.xml", kNitf);
  EXPECT_TRUE(read.errors.empty());
  ASSERT_EQ(read.articles.size(), 1u);
  const Article& mill = read.articles[0];
  EXPECT_EQ(mill.text.view(),
            "The mill shut on Monday.\n\nNobody knew.\n\nWhat next\n\nIt may open.");
  EXPECT_EQ(mill.title, "Mill & dam shut");
  EXPECT_EQ(mill.authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(mill.published, "2022-02-12T10:30:00Z");
  EXPECT_EQ(mill.url, "http://herald.example/mill");
  EXPECT_EQ(mill.publisher, "The Herald");
  EXPECT_EQ(mill.media_type, "application/xml");
}

TEST(NewsXml, LeadsBackToTheBytes) {
  const auto read = read_articles("a.xml", kNitf);
  const Text& text = read.articles.at(0).text;
  const auto at = static_cast<std::uint32_t>(text.view().find("Nobody"));
  EXPECT_EQ(text.to_source({at, at + 6}).begin, kNitf.find("Nobody"));
}

TEST(NewsXml, ReadsTheWholeTextWhereABlockRepeatsItsBeginning) {
  const auto read = read_articles("a.xml",
                                  "<nitf><body><body.content><block class=\"lead_paragraph\"><p>It "
                                  "shut.</p></block><block class=\"full_text\"><p>It shut.</p>"
                                  "<p>It held.</p></block></body.content></body></nitf>");
  EXPECT_EQ(read.articles.at(0).text.view(), "It shut.\n\nIt held.");
}

std::string news_item(const std::string& content) {
  return R"(<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="http://herald.example/1"
    xml:lang="en-GB"><itemMeta><provider qcode="p:H"><name>Herald</name></provider>
    <firstCreated>2022-02-12T10:30:00+01:00</firstCreated></itemMeta>
    <contentMeta><by>By Ann Lee and Bo Ek</by><headline>Mill shuts</headline></contentMeta>
    <contentSet>)" +
         content + "</contentSet></newsItem>";
}

TEST(NewsXml, ReadsNewsMlG2) {
  const auto read = read_articles(
      "a.xml", news_item("<inlineXML contenttype=\"application/xhtml+xml\"><x:html "
                         "xmlns:x=\"http://www.w3.org/1999/xhtml\"><x:head><x:title>T</x:title>"
                         "</x:head><x:body><x:p>It shut.</x:p><x:p>It held.</x:p></x:body></x:html>"
                         "</inlineXML>"));
  ASSERT_EQ(read.articles.size(), 1u);
  const Article& mill = read.articles[0];
  EXPECT_EQ(mill.text.view(), "It shut.\n\nIt held.");
  EXPECT_EQ(mill.title, "Mill shuts");
  EXPECT_EQ(mill.authors, (std::vector<std::string>{"Ann Lee", "Bo Ek"}));
  EXPECT_EQ(mill.published, "2022-02-12T10:30:00+01:00");
  EXPECT_EQ(mill.language, "en-GB");
  EXPECT_EQ(mill.publisher, "Herald");
  EXPECT_EQ(mill.url, "http://herald.example/1");
}

TEST(NewsXml, ReadsMessagesOfManyAndPassesOverPictures) {
  const auto read = read_articles(
      "a.xml", "<newsMessage><itemSet>" +
                   news_item("<inlineData>It shut &amp;amp; held.</inlineData>") +
                   news_item("<remoteContent href=\"a.jpg\"/>") +
                   news_item("<inlineData><![CDATA[<p>One.</p><p>Two.</p>]]></inlineData>") +
                   "</itemSet></newsMessage>");
  ASSERT_EQ(read.articles.size(), 2u);
  EXPECT_EQ(read.articles[0].source, "a.xml#1");
  EXPECT_EQ(read.articles[1].source, "a.xml#3");
  EXPECT_EQ(read.articles[0].text.view(), "It shut & held.");
  EXPECT_EQ(read.articles[1].text.view(), "One.\n\nTwo.");
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_TRUE(read.errors[0].passed_over);
  EXPECT_EQ(read.errors[0].message, "expected a news item with a text, found none");
}

TEST(NewsXml, ReadsNewsItemsOfAgenciesInTheirOlderForm) {
  const auto read = read_articles(
      "a.xml",
      "<newsitem itemid=\"2\" date=\"1996-08-20\" xml:lang=\"en\"><title>HERALD: Mill</title>"
      "<headline>Mill shuts.</headline><byline>Ann Lee</byline><dateline>BRENFORD "
      "1996-08-20</dateline><text><p>It shut.</p><p>It held.</p></text></newsitem>");
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].text.view(), "It shut.\n\nIt held.");
  EXPECT_EQ(read.articles[0].published, "1996-08-20");
  EXPECT_EQ(read.articles[0].title, "Mill shuts.");
}

TEST(NewsXml, JoinsTheParts) {
  const auto read = read_articles(
      "a.xml",
      "<PPSResponse><article><baseLanguage>EN</baseLanguage><headline><paragraph>Mill - "
      "shut</paragraph></headline><leadParagraph><paragraph>It shut.</paragraph></leadParagraph>"
      "<publicationDate><dateTime>2012-01-09T01:35:58Z</dateTime></publicationDate>"
      "<sourceName>Herald</sourceName><tailParagraphs><paragraph>It held.</paragraph>"
      "<paragraph>It burst.</paragraph></tailParagraphs></article></PPSResponse>");
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].text.view(), "It shut.\n\nIt held.\n\nIt burst.");
  EXPECT_EQ(read.articles[0].title, "Mill - shut");
  EXPECT_EQ(read.articles[0].published, "2012-01-09T01:35:58Z");
  EXPECT_EQ(read.articles[0].publisher, "Herald");
}

TEST(NewsXml, OfPlansAndConceptsHasNoArticles) {
  EXPECT_EQ(read_articles("a.xml", "<planningItem><itemMeta/></planningItem>").errors.size(), 1u);
}

TEST(NewsXml, ExpandsAndFetchesNothing) {
  const auto read = read_articles(
      "a.xml",
      "<!DOCTYPE nitf [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY x SYSTEM "
      "\"/etc/passwd\">]><nitf><body><body.content><p>It &b; &x; shut.</p></body.content>"
      "</body></nitf>");
  EXPECT_EQ(read.articles.at(0).text.view(), "It &b; &x; shut.");
}

TEST(NewsXml, IsReadInTimeInProportionToItsSize) {
  for (const std::string_view tag :
       {"<pubdata>", "<provider>x", "<nitf><body.content>x", "<block>", "<media>", "<x:a></x:a>"})
    EXPECT_TRUE(reads_in_proportion(
        [&](std::size_t size) { return repeated("<nitf>", tag, size); }, 2'000'000,
        [](const std::string& text) { read_articles("a.xml", text, "newsml"); }))
        << tag;
}

TEST(NewsXml, TellsWhereItStopsReading) {
  std::string text = "<nitf><body.content><p>It shut.</p>";
  while (text.size() < 3 * 5'100'000) text += "<b>";
  const auto read = read_articles("a.xml", text, "newsml");
  ASSERT_FALSE(read.errors.empty());
  EXPECT_EQ(read.errors.back().message, "expected less markup, left out the rest");
}

}  // namespace
}  // namespace dateline
