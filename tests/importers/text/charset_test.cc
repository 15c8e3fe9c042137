#include "importers/text/charset.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

Decoded decoded(std::string bytes, std::string charset = "") {
  Resource resource;
  resource.bytes = std::move(bytes);
  resource.charset = std::move(charset);
  auto result = decode(resource);
  EXPECT_TRUE(result);
  return result ? std::move(result).value() : Decoded();
}

/// The bytes that the text's last `size` bytes came from.
std::string_view source_of_end(std::string_view bytes, const Text& text, std::uint32_t size) {
  const auto end = static_cast<std::uint32_t>(text.view().size());
  const SourceSpan source = text.to_source({end - size, end});
  return bytes.substr(source.begin, source.end - source.begin);
}

TEST(Charset, LeavesUtf8AsItIs) {
  const Decoded d = decoded("Caf\xC3\xA9");
  EXPECT_EQ(d.text.view(), "Café");
  EXPECT_EQ(d.charset, "utf-8");
  EXPECT_TRUE(d.diagnostics.empty());
}

TEST(Charset, DropsTheByteOrderMark) {
  const Decoded d = decoded("\xEF\xBB\xBFok");
  EXPECT_EQ(d.text.view(), "ok");
  EXPECT_EQ(d.text.to_source({0, 2}), (SourceSpan{3, 5}));
}

TEST(Charset, ReadsUtf16AndUtf32WithAMark) {
  EXPECT_EQ(decoded({"\xFF\xFEo\0k\0", 6}).text.view(), "ok");
  EXPECT_EQ(decoded({"\xFE\xFF\0o\0k", 6}).text.view(), "ok");
  EXPECT_EQ(decoded({"\xFF\xFE\x3D\xD8\xA5\xDC", 6}).text.view(), "💥");
  EXPECT_EQ(decoded({"\xFF\xFE\0\0o\0\0\0", 8}).text.view(), "o");
  EXPECT_EQ(decoded({"\0\0\xFE\xFF\0\1\xF4\xA5", 8}).text.view(), "💥");
}

std::string utf16(std::string_view text, bool big_endian) {
  std::string wide;
  for (const char c : text) wide += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  return wide;
}

TEST(Charset, KnowsUtf16AndUtf32WithoutAMarkByTheirZeros) {
  const std::string page = "<meta charset=utf-8><p>The mayor left.";
  EXPECT_EQ(decoded(utf16(page, false)).text.view(), page);
  EXPECT_EQ(decoded(utf16(page, true)).text.view(), page);
  EXPECT_EQ(decoded(utf16(utf16("Mayor", false), false)).charset, "utf-32le");
  EXPECT_EQ(decoded(utf16(utf16("Mayor", true), true)).text.view(), "Mayor");
}

TEST(Charset, TakesStrayZerosForNoUtf16) {
  const std::string text("The may\0or of Ost\0wick left on Monday", 37);
  EXPECT_EQ(decoded(text).charset, "utf-8");
}

TEST(Charset, PassesOverADeclarationOfUtf8ThatNothingBearsOut) {
  const Decoded d = decoded("caf\xE9 \x93ok\x94", "utf-8");
  EXPECT_EQ(d.text.view(), "café “ok”");
  ASSERT_EQ(d.diagnostics.size(), 1u);
  EXPECT_EQ(d.diagnostics[0].kind, "charset-mismatch");
  EXPECT_EQ(d.diagnostics[0].at, (SourceSpan{3, 4}));
  EXPECT_EQ(decoded("caf\xC3\xA9 \x93ok\x94", "utf-8").charset, "utf-8");
}

TEST(Charset, GoesByTheDeclaration) {
  EXPECT_EQ(decoded("\xCC\xEE\xF1\xEA\xE2\xE0", "Windows-1251").text.view(), "Москва");
  EXPECT_EQ(decoded("caf\xE9 \x93ok\x94", "ISO-8859-1").text.view(), "café “ok”");
  EXPECT_EQ(decoded("<meta charset=\"koi8-r\">\xED").text.view(), "<meta charset=\"koi8-r\">М");
  EXPECT_EQ(
      decoded("<meta http-equiv=Content-Type content='text/html; charset=cp1251'>\xCC").charset,
      "windows-1251");
  EXPECT_EQ(decoded("<?xml version='1.0' encoding='iso-8859-2'?><a>\xB3</a>").charset,
            "iso-8859-2");
}

TEST(Charset, LeadsBackToTheBytesReceived) {
  const std::string bytes = "Gda\xF1sk \xB3";
  const Decoded d = decoded(bytes, "iso-8859-2");
  EXPECT_EQ(d.text.view(), "Gdańsk ł");
  EXPECT_EQ(source_of_end(bytes, d.text, 2), "\xB3");
  EXPECT_EQ(source_of_end(bytes, d.text, 7), "\xF1sk \xB3");
}

TEST(Charset, MarksBytesThatMeanNothing) {
  const Decoded d = decoded(
      "a\xFF"
      "b\xE2\x82",
      "utf-8");
  EXPECT_EQ(d.text.view(), "a\uFFFDb\uFFFD");
  ASSERT_EQ(d.diagnostics.size(), 1u);
  EXPECT_EQ(d.diagnostics[0].kind, "invalid-bytes");
  EXPECT_EQ(d.diagnostics[0].at, (SourceSpan{1, 2}));
}

TEST(Charset, RefusesMoreThanAnArticle) {
  Resource resource;
  resource.bytes.assign(kMaxArticleBytes + 1, 'a');
  EXPECT_FALSE(decode(resource));
}

}  // namespace
}  // namespace dateline
