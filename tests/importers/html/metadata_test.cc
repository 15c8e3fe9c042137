#include "importers/html/metadata.h"

#include <gtest/gtest.h>

#include "core/edtf.h"
#include "importers/data_files.h"
#include "importers/html/metadata_names.h"

namespace dateline {
namespace {

using Names = std::vector<std::string>;

PageMetadata of(std::string_view page, const std::string& url = {}) {
  return read_metadata(parse_html(page), url);
}
std::string date_of(std::string_view page, const std::string& url = {}) {
  const auto dates = of(page, url).dates;
  return dates.empty() ? "none" : to_edtf(dates[0].date) + " " + dates[0].why;
}

TEST(Headline, IsTheHeadingThatThePageIsNamedAfter) {
  EXPECT_EQ(
      of("<title>Mill shuts gates | Herald</title><h1>Herald</h1><h1>Mill shuts gates</h1>").title,
      "Mill shuts gates");
}

TEST(Headline, IsTheNameOfThePageWithoutTheSite) {
  EXPECT_EQ(of("<title>Mill shuts gates today | Herald</title>").title, "Mill shuts gates today");
  EXPECT_EQ(of("<title>Mill shuts gates today - The Harrow Herald</title>").title,
            "Mill shuts gates today");
  EXPECT_EQ(of("<meta property=og:title content='Mill shuts – Paper Mill Weekly of Harrow'>"
               "<meta property=og:site_name content='Paper Mill Weekly of Harrow'>")
                .title,
            "Mill shuts");
  EXPECT_EQ(of("<title>Mill shuts – and the town with it, say workers</title>").title,
            "Mill shuts – and the town with it, say workers");
}

TEST(Headline, IsNotTheNameOfTheSite) {
  EXPECT_EQ(of("<title>Harrow Mill Blog: Mill shuts gates today</title>"
               "<h1><a href='https://a.example/'>Harrow Mill Blog</a></h1>"
               "<h2>Monday, May 3</h2><h3>Mill shuts gates today</h3>")
                .title,
            "Mill shuts gates today");
}

TEST(Headline, HasPlainSpaces) {
  EXPECT_EQ(
      of("<title>x</title><meta property=og:title content='Mill shuts&nbsp;&nbsp;gates'>").title,
      "Mill shuts gates");
}

TEST(Headline, HasNoDecoration) {
  EXPECT_EQ(of("<title>x</title><meta property='og:title' content='🔴 Mill shuts 💥'>").title,
            "Mill shuts");
}

TEST(Headline, MayBeMissing) { EXPECT_EQ(of("<p>x").title, ""); }

TEST(PageDates, ComeFromJsonLdBeforeAllElse) {
  EXPECT_EQ(date_of("<meta name=date content=2022-02-13>"
                    "<script type=application/ld+json>{\"@type\":\"NewsArticle\","
                    "\"datePublished\":\"2022-02-12T08:00:00+01:00\"}</script>"),
            "2022-02-12T08:00:00+01:00 JSON-LD datePublished");
}

TEST(PageDates, ComeFromMetaTimeAndMicrodata) {
  EXPECT_EQ(date_of("<meta property=article:published_time content=2022-02-12T08:00:00Z>"),
            "2022-02-12T08:00:00Z meta article:published_time");
  EXPECT_EQ(date_of("<time datetime=2022-02-12 pubdate>x</time>"), "2022-02-12 time pubdate");
  EXPECT_EQ(date_of("<span itemprop=datePublished content=2022-02-12>x</span>"),
            "2022-02-12 microdata datePublished");
  EXPECT_EQ(date_of("<time>12 February 2022</time>").substr(0, 10), "2022-02-12");
}

TEST(PageDates, ComeFromTheAddress) {
  EXPECT_EQ(date_of("<p>x", "https://a.example/2022/02/12/mill"), "2022-02-12 address");
}

TEST(PageDates, ComeFromALineNearTheHeadline) {
  EXPECT_EQ(date_of("<title>Mill shuts</title><h1>Mill shuts</h1><p>By Ann Lee | Feb. 12, 2022</p>"
                    "<p>In a letter of March 3, 2021, which the Herald has seen, the owners of the "
                    "mill had told the town that they would stay."),
            "2022-02-12 line 'By Ann Lee | Feb. 12, 2022'");
}

TEST(PageDates, MayStandAboveTheHeadline) {
  EXPECT_EQ(date_of("<title>Mill shuts</title><p>Feb. 12, 2022</p><h1>Mill shuts</h1><p>Text.</p>"),
            "2022-02-12 line 'Feb. 12, 2022'");
}

TEST(PageDates, StandInElementsCalledSoOrBesideAuthors) {
  const std::string head = "<title>Mill shuts</title><h1>Mill shuts</h1>";
  std::string story;
  for (int i = 0; i < 20; ++i) story += "<p>The mill shut its gates.</p>";
  EXPECT_EQ(
      date_of(head + story + "<p><span class=post-date>Feb. 12, 2022</span></p>").substr(0, 10),
      "2022-02-12");
  EXPECT_EQ(date_of(head + story + "<div class=author><p>Ann Lee</p><p>Feb. 12, 2022</p></div>")
                .substr(0, 10),
            "2022-02-12");
  EXPECT_EQ(date_of(head + story + "<p>Feb. 12, 2022</p>"), "none");
}

TEST(PageDates, StandBehindTheFirstHeadingToo) {
  EXPECT_EQ(date_of("<title>Mill shuts gates</title><h1>How the paper mill closed</h1>"
                    "<p>Feb. 12, 2022</p><p>Text.</p>")
                .substr(0, 10),
            "2022-02-12");
}

TEST(PageDates, TellTheDayWhereThePaperIs) {
  const std::string utc = "<meta property=article:published_time content=2022-02-13T01:30:00Z>";
  EXPECT_EQ(date_of(utc, "https://a.example/2022/02/12/mill"), "2022-02-12 address");
  EXPECT_EQ(date_of(utc, "https://a.example/2022/02/11/mill").substr(0, 10), "2022-02-13");
  EXPECT_EQ(date_of(utc, "https://a.example/2022/02/14/mill").substr(0, 10), "2022-02-13");
}

TEST(PageDates, OfPublicationGoBeforeThoseOfChanges) {
  const auto dates = of("<meta property=article:modified_time content=2022-03-01>"
                        "<meta property=article:published_time content=2022-02-12>")
                         .dates;
  ASSERT_EQ(dates.size(), 2u);
  EXPECT_EQ(to_edtf(dates[0].date), "2022-02-12");
  EXPECT_GT(dates[0].score, dates[1].score);
}

TEST(PageDates, AreNotInvented) { EXPECT_EQ(date_of("<p>Last Monday it rained"), "none"); }

TEST(Metadata, TellsAuthors) {
  EXPECT_EQ(of("<meta name=author content='Ann Lee and Bo Ek'>").authors,
            (Names{"Ann Lee", "Bo Ek"}));
  EXPECT_EQ(of("<div class='story-byline'>By Ann Lee | Herald</div>").authors, Names{"Ann Lee"});
  EXPECT_EQ(of("<a rel=author href=/ann>Ann Lee</a>").authors, Names{"Ann Lee"});
  EXPECT_TRUE(of("<meta property=article:author content=https://a.example/ann>").authors.empty());
}

TEST(Metadata, TellsPublisherLanguageAndAddress) {
  const auto found =
      of("<html lang=en-GB><meta property=og:site_name content=Herald>"
         "<link rel=canonical href=https://a.example/m>",
         "https://b.example");
  EXPECT_EQ(found.publisher, "Herald");
  EXPECT_EQ(found.language, "en-GB");
  EXPECT_EQ(found.url, "https://a.example/m");
  EXPECT_EQ(of("<p>x", "https://b.example/x").url, "https://b.example/x");
  EXPECT_EQ(of("<meta property=og:locale content=pt_BR>").language, "pt-BR");
  EXPECT_EQ(of("<html lang='{{ lang }}'>").language, "");
}

TEST(MetadataNames, DataIsWhole) {
  const auto names =
      MetadataNames::parse(DataFiles::embedded().find("root/metadata_names.txt").value(), "names");
  ASSERT_TRUE(names) << names.error().message;
  EXPECT_EQ(names->rank("type", "NewsArticle"), 0);
  EXPECT_EQ(names->rank("type", "Nothing"), -1);
  const auto fields =
      MetadataNames::parse(DataFiles::embedded().find("root/article_fields.txt").value(), "fields");
  ASSERT_TRUE(fields) << fields.error().message;
  EXPECT_EQ(fields->rank("text", "text"), 0);
}

TEST(MetadataNames, BrokenDataIsReportedWithItsLine) {
  EXPECT_EQ(MetadataNames::parse("title\n", "x.txt").error().message,
            "x.txt:1: expected a field and its names");
  EXPECT_EQ(MetadataNames::parse("title a\ntitle a\n", "x.txt").error().message,
            "x.txt:2: expected each name of a field once");
}

}  // namespace
}  // namespace dateline
