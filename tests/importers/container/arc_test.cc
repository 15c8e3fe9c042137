#include <gtest/gtest.h>

#include "tests/support/packed.h"
#include "tests/support/unpacked.h"
#include "tests/support/web_archive.h"

namespace dateline {
namespace {

const std::string kVersion1 =
    "1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n";
const std::string kVersion2 = "2 0 Archive\nURL IP-address and the others\n";

std::string arc_head(const std::string& version, std::string_view fields = {}) {
  return "filedesc://crawl.arc 0.0.0.0 20140216050221 text/plain " + std::string(fields) +
         std::to_string(version.size()) + "\n" + version + "\n";
}

std::string arc_record(std::string_view url, const std::string& block,
                       std::string_view fields = {}) {
  return std::string(url) + " 10.0.0.1 20140216050221 text/html " + std::string(fields) +
         std::to_string(block.size()) + "\n" + block + "\n";
}

TEST(Arc, GivesThePagesAsCrawled) {
  const std::string page = "<p>The mill shut.";
  const std::string arc = arc_head(kVersion1) +
                          arc_record("http://herald.example/a b", http_response(page)) +
                          arc_record("http://herald.example/old", "<p>Without a head.");
  for (const std::string& packed : {arc, gzipped(arc)}) {
    const auto all = unpacked("crawl.arc", packed);
    EXPECT_TRUE(all.errors.empty());
    ASSERT_EQ(all.resources.size(), 2u);
    EXPECT_EQ(all.resources[0].name, "crawl.arc#2");
    EXPECT_EQ(all.resources[0].url, "http://herald.example/a b");
    EXPECT_EQ(all.resources[0].retrieved, "2014-02-16T05:02:21Z");
    EXPECT_EQ(all.resources[0].bytes, page);
    EXPECT_EQ(all.resources[1].bytes, "<p>Without a head.");
  }
}

TEST(Arc, IsReadInItsSecondVersion) {
  const std::string more = "200 checksum - 0 crawl.arc ";
  const auto all = unpacked(
      "crawl.arc", arc_head(kVersion2, more) + arc_record("http://h.example/", "<p>x", more));
  EXPECT_TRUE(all.errors.empty());
  ASSERT_EQ(all.resources.size(), 1u);
  EXPECT_EQ(all.resources[0].url, "http://h.example/");
}

TEST(Arc, ReadsOnBehindALineThatIsNone) {
  const auto all =
      unpacked("crawl.arc", arc_head(kVersion1) + "http://h.example/ 10.0.0.1 2014 text/html -1\n" +
                                arc_record("http://h.example/", "<p>x"));
  EXPECT_EQ(all.resources.size(), 1u);
  ASSERT_EQ(all.errors.size(), 1u);
  const std::string place = "record 2 at byte " + std::to_string(arc_head(kVersion1).size());
  EXPECT_TRUE(all.errors[0].starts_with(place + ": expected an address")) << all.errors[0];
}

TEST(Arc, TellsOfARecordThatIsCutShort) {
  const std::string record = arc_record("http://h.example/", "<p>The mill shut on Monday.");
  const auto all =
      unpacked("crawl.arc", arc_head(kVersion1) + record + record.substr(0, record.size() - 9));
  EXPECT_EQ(all.resources.size(), 1u);
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_NE(all.errors[0].find("record 3 at byte"), std::string::npos);
  EXPECT_NE(all.errors[0].find("expected 27 bytes of content, found 19"), std::string::npos);
}

}  // namespace
}  // namespace dateline
