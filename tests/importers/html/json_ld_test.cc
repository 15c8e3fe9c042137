#include "importers/html/json_ld.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

using Names = std::vector<std::string>;

std::vector<LinkedArticle> articles_of(std::string_view json) {
  const std::string page = "<script type='application/ld+json'>" + std::string(json) + "</script>";
  return read_json_ld(parse_html(page));
}

TEST(JsonLd, TellsOfAStory) {
  const auto found = articles_of(R"({"@context":"https://schema.org","@type":"NewsArticle",
    "headline":"Mill &amp; river","datePublished":"2022-02-12T10:00:00Z",
    "dateModified":"2022-02-13","author":{"@type":"Person","name":"Ann Lee"},
    "publisher":{"name":"Herald"},"url":"https://a.example/m","inLanguage":"en",
    "articleBody":"It shut."})");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].headline, "Mill & river");
  EXPECT_EQ(found[0].published, "2022-02-12T10:00:00Z");
  EXPECT_EQ(found[0].modified, "2022-02-13");
  EXPECT_EQ(found[0].authors, Names{"Ann Lee"});
  EXPECT_EQ(found[0].publisher, "Herald");
  EXPECT_EQ(found[0].url, "https://a.example/m");
  EXPECT_EQ(found[0].language, "en");
  EXPECT_EQ(found[0].body, "It shut.");
  EXPECT_TRUE(found[0].is_story());
}

TEST(JsonLd, FollowsGraphsListsAndReferences) {
  const auto found = articles_of(R"({"@graph":[
    {"@type":"WebPage","datePublished":"2021-01-01"},
    {"@type":["Thing","Article"],"author":[{"@id":"#ann"},"Bo Ek",{"name":"Ann Lee"}]},
    {"@type":"Person","@id":"#ann","name":"Ann Lee"}]})");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_TRUE(found[0].is_story());
  EXPECT_EQ(found[0].authors, (Names{"Ann Lee", "Bo Ek"}));
  EXPECT_FALSE(found[1].is_story());
}

TEST(JsonLd, PutsNewsBeforeOtherStories) {
  const auto found = articles_of(
      R"([{"@type":"Recipe","headline":"r"},{"@type":"https://schema.org/NewsArticle","headline":"n"}])");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].headline, "n");
}

TEST(JsonLd, ReadsWhatIsBrokenAsFarAsItGoes) {
  EXPECT_EQ(articles_of("//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"a\nb\",}\n//]]>")
                .at(0)
                .headline,
            "a b");
  EXPECT_EQ(articles_of(R"({"@type":"Article","headline":"a","x":)").at(0).headline, "a");
  EXPECT_EQ(articles_of(R"({"@type":"Article","headline":"a"};{"@type":"Article"})").size(), 2u);
  EXPECT_TRUE(articles_of("not json").empty());
}

TEST(JsonLd, SurvivesCirclesAndCrowds) {
  EXPECT_TRUE(articles_of(R"({"@type":"Article","author":{"@id":"#a"},
    "x":[{"@id":"#a","b":1,"c":2}]})")
                  .at(0)
                  .authors.empty());
  std::string crowd = "{\"@type\":\"Article\"";
  for (int i = 0; i < 50000; ++i) crowd += ",\"@id\":\"#a\"";
  EXPECT_EQ(articles_of(crowd + "}").size(), 1u);
}

TEST(JsonLd, IsOnlyWhatSaysSo) {
  EXPECT_TRUE(read_json_ld(parse_html("<script>{\"@type\":\"Article\"}</script>")).empty());
}

}  // namespace
}  // namespace dateline
