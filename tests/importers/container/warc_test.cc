#include <gtest/gtest.h>

#include "tests/support/packed.h"
#include "tests/support/read_articles.h"
#include "tests/support/unpacked.h"
#include "tests/support/web_archive.h"

namespace dateline {
namespace {

const std::string kPage = "<title>Mill shuts</title><h1>Mill shuts</h1><p>The mill shut on Monday.";
const std::string kOther = "<title>Dam holds</title><h1>Dam holds</h1><p>The dam held on Tuesday.";

TEST(Warc, GivesThePagesAsCrawled) {
  const auto read = read_articles("crawl.warc", warc_record("warcinfo", "software: x\r\n") +
                                                    warc_record("request", "GET / HTTP/1.1\r\n") +
                                                    warc_response(kPage));
  EXPECT_TRUE(read.errors.empty());
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].source, "crawl.warc#3");
  EXPECT_EQ(read.articles[0].title, "Mill shuts");
  EXPECT_EQ(read.articles[0].url, "http://herald.example/story");
  EXPECT_EQ(read.articles[0].retrieved, "2022-02-12T10:30:00Z");
}

TEST(Warc, IsReadPackedInWholeOrByRecord) {
  const std::string first = warc_response(kPage), second = warc_response(kOther);
  for (const std::string& packed :
       {gzipped(first + second), gzipped(first) + gzipped(second), zstandard(first + second),
        zstandard(first) + zstandard(second)}) {
    const auto read = read_articles("crawl.warc.gz", packed);
    EXPECT_TRUE(read.errors.empty());
    ASSERT_EQ(read.articles.size(), 2u);
    EXPECT_EQ(read.articles[1].title, "Dam holds");
  }
}

TEST(Warc, TakesResourcesAndTextsThatWereMadeOfPages) {
  const auto all = unpacked(
      "crawl.warc", warc_record("resource", kPage, "Content-Type: text/html;charset=koi8-r\r\n") +
                        warc_record("conversion", "The mill.", "Content-Type: text/plain\r\n"));
  ASSERT_EQ(all.resources.size(), 2u);
  EXPECT_EQ(all.resources[0].charset, "koi8-r");
  EXPECT_EQ(all.resources[1].media_type, "text/plain");
  EXPECT_EQ(all.resources[1].bytes, "The mill.");
}

TEST(Warc, PassesOverWhatIsNoArticleAndSaysWhy) {
  const auto all = unpacked(
      "crawl.warc", warc_record("resource", "GIF89a", "Content-Type: image/gif\r\n") +
                        warc_record("revisit", "HTTP/1.1 200 OK\r\n\r\n") +
                        warc_record("response", "HTTP/1.1 404 Not Found\r\n\r\nNone here.") +
                        warc_record("resource", "", "Content-Type: text/html\r\n"));
  EXPECT_TRUE(all.resources.empty());
  EXPECT_TRUE(all.errors.empty());
  ASSERT_EQ(all.passed_over.size(), 4u);
  EXPECT_EQ(all.passed_over[0].passed_over, "image/gif");
  EXPECT_EQ(all.passed_over[2].passed_over, "HTTP status 404");
  EXPECT_EQ(all.passed_over[2].name, "crawl.warc#3");
}

TEST(Warc, JoinsARecordWithItsContinuations) {
  const std::string whole = http_response(kPage);
  const auto all =
      unpacked("crawl.warc",
               warc_record("response", whole.substr(0, 60),
                           "WARC-Record-ID: <urn:a>\r\nWARC-Segment-Number: 1\r\n") +
                   warc_response(kOther) +
                   warc_record("continuation", whole.substr(60, 20),
                               "WARC-Segment-Origin-ID: <urn:a>\r\nWARC-Segment-Number: 2\r\n") +
                   warc_record("continuation", whole.substr(80),
                               "WARC-Segment-Origin-ID: <urn:a>\r\nWARC-Segment-Number: 3\r\n"
                               "WARC-Segment-Total-Length: 1\r\n"));
  EXPECT_TRUE(all.errors.empty());
  ASSERT_EQ(all.resources.size(), 2u);
  EXPECT_EQ(all.resources[0].bytes, kOther);
  EXPECT_EQ(all.resources[1].bytes, kPage);
}

TEST(Warc, GivesABeginningWhoseContinuationIsMissing) {
  const auto all = unpacked(
      "crawl.warc", warc_record("response", http_response(kPage), "WARC-Segment-Number: 1\r\n"));
  EXPECT_EQ(all.resources.size(), 1u);
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_EQ(all.errors[0],
            "record 1 at byte 0: expected its continuation, found the end of the file");
}

TEST(Warc, ReadsOnBehindADamagedMember) {
  const std::string first = gzipped(warc_response(kPage));
  std::string second = gzipped(warc_response(kOther));
  second[second.size() / 2] ^= 0x55;
  const auto all = unpacked("crawl.warc.gz", first + second + first);
  EXPECT_EQ(all.resources.size(), 2u);
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_TRUE(all.errors[0].starts_with("record 2 at byte " + std::to_string(first.size()) + ": "))
      << all.errors[0];
}

TEST(Warc, ReadsOnBehindAMemberThatIsCutShort) {
  const std::string first = gzipped(warc_response(kPage));
  const std::string cut = gzipped(warc_response(kOther)).substr(0, 60);
  const auto all = unpacked("crawl.warc.gz", first + cut + first);
  EXPECT_EQ(all.resources.size(), 2u);
  EXPECT_EQ(all.errors.size(), 1u);
}

TEST(Warc, ReadsOnBehindADamagedFrame) {
  const std::string first = zstandard(warc_response(kPage));
  std::string second = zstandard(warc_response(kOther));
  second[6] ^= 0x7F;
  const auto all = unpacked("crawl.warc.zst", first + second + first);
  EXPECT_EQ(all.resources.size(), 2u);
  EXPECT_EQ(all.errors.size(), 1u);
}

TEST(Warc, FindsTheRecordThatAWrongLengthSwallows) {
  std::string first = warc_response(kPage);
  first.resize(first.size() - 40);
  const auto all = unpacked("crawl.warc", first + "\r\n\r\n" + warc_response(kOther));
  ASSERT_EQ(all.resources.size(), 1u);
  EXPECT_EQ(all.resources[0].bytes, kOther);
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_NE(all.errors[0].find("found the next record after"), std::string::npos);
}

TEST(Warc, TellsWhatIsWrongWithEachRecord) {
  const std::string good = warc_response(kPage);
  const std::string size = std::to_string(good.size());
  struct Case {
    std::string bytes, message;
  };
  for (const Case& tested : {
           Case{good + "junk\r\n" + good, "record 2 at byte " + size + ": expected a WARC record"},
           Case{"WARC/1.0\r\nContent-Length: many\r\n\r\n" + good,
                "record 1 at byte 0: expected a number as Content-Length, found 'many'"},
           Case{"WARC/1.0\r\nContent-Length: 3", "record 1 at byte 0: expected an empty line"},
           Case{good.substr(0, good.size() - 20), "record 1 at byte 0: expected 130 bytes"},
           Case{warc_record("continuation", "x"), "record 1 at byte 0: expected the record that"},
       }) {
    const auto all = unpacked("crawl.warc", tested.bytes);
    ASSERT_EQ(all.errors.size(), 1u) << tested.message;
    EXPECT_TRUE(all.errors[0].starts_with(tested.message)) << all.errors[0];
  }
}

TEST(Warc, RefusesALengthThatLiesAtNoCost) {
  const auto all = unpacked("crawl.warc",
                            "WARC/1.0\r\nWARC-Type: response\r\n"
                            "Content-Length: 99999999999\r\n\r\nshort");
  EXPECT_TRUE(all.resources.empty());
  EXPECT_EQ(all.errors.size(), 2u);
}

TEST(Warc, RefusesABombInARecord) {
  std::string bomb;
  const std::string member = gzipped(std::string(1u << 20, 'a'));
  for (int i = 0; i < 20; ++i) bomb += member;
  const auto all = unpacked(
      "crawl.warc", warc_response(bomb, "Content-Encoding: gzip\r\n") + warc_response(kPage));
  ASSERT_EQ(all.resources.size(), 1u);
  EXPECT_EQ(all.resources[0].bytes, kPage);
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_NE(all.errors[0].find("for each packed one"), std::string::npos);
}

}  // namespace
}  // namespace dateline
