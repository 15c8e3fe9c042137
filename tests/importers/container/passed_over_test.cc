#include "importers/container/passed_over.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

std::string why(std::string name, std::string media_type, std::string_view bytes = "text") {
  Resource about;
  about.name = std::move(name);
  about.media_type = std::move(media_type);
  return why_no_article(about, bytes);
}

TEST(PassedOver, IsWhatItsTypeSuffixOrBytesTellToBeNoArticle) {
  EXPECT_EQ(why("a#1", "image/svg+xml"), "image/svg+xml");
  EXPECT_EQ(why("a.zip#look/page.CSS", ""), "*.css");
  EXPECT_EQ(why("a#1", "", "%PDF-1.4"), "a PDF document");
  EXPECT_EQ(why("a#1", "", ""), "no bytes");
  EXPECT_EQ(why("a#1", "text/html"), "");
  EXPECT_EQ(why("a.js#1", "text/html"), "");
}

TEST(PassedOver, IsWhatAnAddressTells) {
  Resource about;
  about.url = "dns:herald.example";
  EXPECT_EQ(why_no_article(about, "text"), "an address of 'dns:'");
}

TEST(PassedOver, HasAFileThatTellsItsMistakes) {
  EXPECT_TRUE(parse_no_article_names("image/\n.css\ndns:\n", "x"));
  for (const std::string_view broken : {"css", "image/ .css", ".a/b"}) {
    const auto parsed = parse_no_article_names(broken, "root/x.txt");
    ASSERT_FALSE(parsed) << broken;
    EXPECT_TRUE(parsed.error().message.starts_with("root/x.txt:1:"));
  }
}

}  // namespace
}  // namespace dateline
