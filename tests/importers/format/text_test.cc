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

TEST(TextImporter, LeadsBackToTheBytes) {
  const std::string page = "Talks end\n\n\xE2\x80\x9CYes,\xE2\x80\x9D she said.\n\nGet link\n";
  const Article article = read(page);
  const auto at = static_cast<std::uint32_t>(article.text.view().find("she"));
  const SourceSpan source = article.text.to_source({at, at + 3});
  EXPECT_EQ(page.substr(source.begin, source.end - source.begin), "she");
}

}  // namespace
}  // namespace dateline
