#include "tests/support/generated_articles.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/digest.h"

namespace dateline::testing {
namespace {

TEST(GeneratedArticle, IsTheSameOnEveryMachine) {
  EXPECT_EQ(sha256(generated_article(7, 500)),
            "1e1ad28b1ea32b2128608b0601f2f58df9e752d2e0afc037476a593088f6fc34");
}

TEST(GeneratedArticle, HasTheWordsAskedFor) {
  const std::string text = generated_article(3, 500);
  const auto words = std::count_if(text.begin(), text.end(), [](char c) { return c <= ' '; });
  EXPECT_GE(words, 500);
  EXPECT_LT(words, 540);
}

TEST(GeneratedArticle, DiffersFromTheNext) {
  EXPECT_NE(generated_article(1, 100), generated_article(2, 100));
}

}  // namespace
}  // namespace dateline::testing
