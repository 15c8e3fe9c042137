#include "importers/importer.h"

#include <gtest/gtest.h>

#include <set>

#include "core/digest.h"
#include "tests/support/read_articles.h"

namespace dateline {
namespace {

TEST(Importers, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const Importer& importer : importers()) {
    EXPECT_TRUE(names.insert(importer.name).second) << importer.name;
    EXPECT_EQ(find_importer(importer.name), &importer);
    EXPECT_FALSE(importer.description.empty());
  }
  EXPECT_EQ(find_importer("no such format"), nullptr);
}

TEST(Importers, RefuseAnEmptyFile) {
  const auto read = read_articles("empty.txt", "");
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].message, "expected an article, found an empty file");
}

TEST(Importers, NameWhatABinaryFileIsWhateverItIsCalled) {
  const auto read = read_articles("report.txt", "\x89PNG\r\n\x1A\n and so on");
  EXPECT_TRUE(read.articles.empty());
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].message, "expected an article, found a PNG image");
}

TEST(Importers, TakeNoUnknownXmlForPlainText) {
  const auto other = read_articles("news.xml", "<?xml version=\"1.0\"?><note>The mill</note>");
  EXPECT_TRUE(other.articles.empty());
  ASSERT_EQ(other.errors.size(), 1u);
  EXPECT_EQ(other.errors[0].message,
            "expected an article, found XML that is no page, feed or TimeML");
}

TEST(Importers, GiveEachArticleItsSourceAndDigest) {
  const auto read = read_articles("dir/story.txt", "The council met on Monday.");
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].source, "dir/story.txt");
  EXPECT_EQ(read.articles[0].source_sha256, sha256("The council met on Monday."));
}

TEST(Importers, GoByContentWhenTheNameSaysNothing) {
  Resource resource;
  resource.name = "story";
  resource.bytes = "The council met on Monday.";
  ASSERT_NE(detect_importer(resource), nullptr);
  EXPECT_EQ(detect_importer(resource)->name, "text");
}

}  // namespace
}  // namespace dateline
