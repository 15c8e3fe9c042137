#include "importers/container/http_message.h"

#include <gtest/gtest.h>

#include "tests/support/packed.h"
#include "tests/support/web_archive.h"

namespace dateline {
namespace {

struct Given {
  Resource about;
  std::string body, error;
};

Given given(std::string message) {
  Given all;
  give_http_response({}, std::move(message), [&](Result<Packed> packed) {
    if (!packed) return void(all.error = packed.error().message);
    all.about = packed->about;
    Packed taken = std::move(packed).value();
    all.body = taken.bytes.take(1u << 20);
  });
  return all;
}

TEST(HttpMessage, TellsTheTypeAndCharset) {
  const Given all = given(http_response("<p>x", "X-Long: a\r\n b\r\n"));
  EXPECT_EQ(all.about.media_type, "text/html");
  EXPECT_EQ(all.about.charset, "utf-8");
  EXPECT_EQ(all.body, "<p>x");
}

TEST(HttpMessage, JoinsChunks) {
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  EXPECT_EQ(given(http_response("4\r\nThe \r\n5;x=y\r\nmill.\r\n0\r\n\r\n", chunked)).body,
            "The mill.");
  EXPECT_EQ(given(http_response("4\r\nThe \r\nA\r\nmill", chunked)).body, "The mill");
}

TEST(HttpMessage, KeepsABodyThatIsSaidToBeInChunksAndIsNot) {
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  EXPECT_EQ(given(http_response("<p>The mill.\r\n", chunked)).body, "<p>The mill.\r\n");
}

TEST(HttpMessage, UndoesContentEncodings) {
  const std::string page = "<p>The mill shut on Monday.";
  EXPECT_EQ(given(http_response(gzipped(page), "Content-Encoding: gzip\r\n")).body, page);
  EXPECT_EQ(given(http_response(zstandard(page), "Content-Encoding: zstd\r\n")).body, page);
  EXPECT_EQ(given(http_response(zstandard(gzipped(page)), "Content-Encoding: GZIP, zstd\r\n")).body,
            page);
  const std::string zlib = deflated(page);
  EXPECT_EQ(given(http_response(zlib, "Content-Encoding: deflate\r\n")).body, page);
  EXPECT_EQ(given(http_response(zlib.substr(2), "Content-Encoding: deflate\r\n")).body, page);
}

TEST(HttpMessage, UndoesBrotli) {
  const std::string page = "<p>The mill shut on Monday.";
  const std::string brotli =
      "\x0b\x0d\x80\x3c\x70\x3e\x54\x68\x65\x20"
      "\x6d\x69\x6c\x6c\x20\x73\x68\x75\x74\x20"
      "\x6f\x6e\x20\x4d\x6f\x6e\x64\x61\x79\x2e"
      "\x03";
  EXPECT_EQ(given(http_response(brotli, "Content-Encoding: br\r\n")).body, page);
}

TEST(HttpMessage, KeepsABodyWhoseEncodingIsOffAlready) {
  EXPECT_EQ(given(http_response("<p>x", "Content-Encoding: gzip\r\n")).body, "<p>x");
  EXPECT_EQ(given(http_response("<p>x", "Content-Encoding: deflate\r\n")).body, "<p>x");
}

TEST(HttpMessage, TellsAnEncodingThatItCannotUndo) {
  EXPECT_EQ(given(http_response("x", "Content-Encoding: compress\r\n")).error,
            "'': expected a known content encoding, found 'compress'");
}

TEST(HttpMessage, PassesOverWhatIsNoPage) {
  EXPECT_EQ(given("HTTP/1.1 302 Found\r\n\r\n").about.passed_over, "HTTP status 302");
  EXPECT_EQ(given("HTTP/1.1").about.passed_over, "HTTP status 0");
}

TEST(HttpMessage, WithoutAHeadIsTheBody) { EXPECT_EQ(given("<p>x").body, "<p>x"); }

}  // namespace
}  // namespace dateline
