#include "exporters/article_json.h"

#include <gtest/gtest.h>

#include <sstream>

#include "core/article.h"

namespace dateline {
namespace {

std::string line_of(const Article& article) {
  std::ostringstream out;
  EXPECT_TRUE(write_article_jsonl(article, out));
  return out.str();
}

TEST(ArticleJson, IsOneLineWithWhatIsKnown) {
  Article article;
  article.source = "a/b.txt";
  article.title = "Mill \"closes\"";
  article.authors = {"Ann Lee", "Bo Ek"};
  article.published = "2022-02-12";
  article.published_from = PublishedFrom::metadata;
  article.text = Text::from_source("One.");
  EXPECT_EQ(line_of(article),
            "{\"source\":\"a/b.txt\",\"title\":\"Mill \\\"closes\\\"\","
            "\"authors\":[\"Ann Lee\",\"Bo Ek\"],\"published\":\"2022-02-12\","
            "\"published_from\":\"metadata\",\"text\":\"One.\",\"source_spans\":[[0,4,0,4]]}\n");
}

TEST(ArticleJson, LeadsEachParagraphBackToItsBytes) {
  const Text page = Text::from_source("<p>Über</p><p>x</p>");
  TextBuilder builder(page);
  builder.copy({3, 8});
  builder.replace({8, 15}, "\n\n");
  builder.copy({15, 16});
  Article article;
  article.text = std::move(builder).build();
  EXPECT_NE(line_of(article).find("\"source_spans\":[[0,4,3,8],[6,7,15,16]]"), std::string::npos);
}

TEST(ArticleJson, TellsWhatWasRepairedAndDoubted) {
  Article article;
  article.repairs.push_back({{1, 4}, "β€", "“", "iso-8859-7", 0.5});
  article.diagnostics.push_back({Severity::warning, "two-dates", "found two dates", {3, 5}});
  const std::string line = line_of(article);
  EXPECT_NE(line.find("\"repairs\":[{\"start\":1,\"end\":4,\"broken\":\"β€\",\"fixed\":\"“\""),
            std::string::npos);
  EXPECT_NE(line.find("\"kind\":\"two-dates\""), std::string::npos);
}

TEST(ArticleJson, NamesTheArticleThatItIsACopyOf) {
  Article article;
  article.source = "b.txt";
  EXPECT_EQ(with_original(line_of(article), {"a \"1\".txt", 3}),
            "{\"source\":\"b.txt\",\"title\":\"\",\"authors\":[],\"text\":\"\",\"source_spans\":[],"
            "\"duplicate_of\":\"a \\\"1\\\".txt\",\"duplicate_line\":3}\n");
}

TEST(ArticleJson, SaysWhenTheStreamFailed) {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  EXPECT_FALSE(write_article_jsonl(Article(), out));
}

}  // namespace
}  // namespace dateline
