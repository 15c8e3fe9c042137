#include <gtest/gtest.h>

#include "importers/importer.h"

namespace dateline {
namespace {

Article read(std::string bytes) {
  Resource resource;
  resource.name = "a.txt";
  resource.bytes = std::move(bytes);
  Article article;
  find_importer("text")->read(resource, [&](Result<Article> read) {
    ASSERT_TRUE(read) << read.error().message;
    article = std::move(read).value();
  });
  return article;
}

TEST(TextImporter, KeepsAStoryByteForByte) {
  const std::string story =
      "Mine opens\n\nBy Ann Lee, Valley Post\n\nThe mine opened. Share prices fell.\n";
  const Article article = read(story);
  EXPECT_EQ(article.text.view(), story);
  EXPECT_EQ(article.title, "Mine opens");
  EXPECT_EQ(article.authors, std::vector<std::string>{"Ann Lee"});
}

TEST(TextImporter, TakesWhiteSpaceForNoArticle) {
  Resource resource;
  resource.bytes = " \n\t\r\n";
  find_importer("text")->read(resource, [](Result<Article> read) { EXPECT_FALSE(read); });
}

TEST(TextImporter, DropsTheFootOfAPageAndTheRepeatedHeadline) {
  const Article article = read(
      "Mine opens 💥\n\nThe mine opened on Friday.\n\nMine opens\n\nGet link\n\nLeave a Reply\n\n"
      "Your email address will not be published. Required fields are marked *");
  EXPECT_EQ(article.text.view(), "Mine opens 💥\n\nThe mine opened on Friday.");
  EXPECT_EQ(article.title, "Mine opens");
}

TEST(TextImporter, TakesNoSentenceForAHeadline) {
  EXPECT_EQ(read("The mine opened on Friday.\n\nIt closed on Monday.").title, "");
}

TEST(TextImporter, TakesTheDateOfADatelineOrALine) {
  const Article dated = read("Law signed\n\nBy Lio Frye\n\nOctober 1, 2027 — He signed it.\n");
  EXPECT_EQ(dated.published, "2027-10-01");
  EXPECT_EQ(dated.published_from, PublishedFrom::text);
  EXPECT_EQ(read("Votes\n\nLIVE — Sunday, June 13, 2021. All times local.\n\nx").published,
            "2021-06-13");
}

TEST(TextImporter, KeepsADayWithoutItsYearAsACandidate) {
  const Article article = read("Vote due\n\nGENEVA, March 3 (Northern Press) — Talks ended.\n");
  EXPECT_EQ(article.published, "");
  EXPECT_EQ(article.published_from, PublishedFrom::unknown);
  ASSERT_EQ(article.published_candidates.size(), 1u);
  EXPECT_EQ(article.published_candidates[0].edtf, "XXXX-03-03");
  EXPECT_EQ(article.publisher, "Northern Press");
}

TEST(TextImporter, LeadsBackToTheBytes) {
  const std::string page = "Talks end\n\n\xE2\x80\x9CYes,\xE2\x80\x9D she said.\n\nGet link\n";
  const Article article = read(page);
  const auto at = static_cast<std::uint32_t>(article.text.view().find("she"));
  const SourceSpan source = article.text.to_source({at, at + 3});
  EXPECT_EQ(page.substr(source.begin, source.end - source.begin), "she");
}

}  // namespace
}  // namespace dateline
