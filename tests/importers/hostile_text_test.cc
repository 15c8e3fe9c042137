#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "importers/pipeline.h"
#include "tests/fuzz/targets.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

using test::broken_reading;

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

/// The bytes of a code point, which is no surrogate.
std::string utf8(std::uint32_t point) {
  std::string bytes;
  const auto put = [&](std::uint32_t byte) { bytes += static_cast<char>(byte); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0 | point >> 6);
    put(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    put(0xE0 | point >> 12);
    put(0x80 | (point >> 6 & 0x3F));
    put(0x80 | (point & 0x3F));
  } else {
    put(0xF0 | point >> 18);
    put(0x80 | (point >> 12 & 0x3F));
    put(0x80 | (point >> 6 & 0x3F));
    put(0x80 | (point & 0x3F));
  }
  return bytes;
}

TEST(HostileText, AMegabyteWithoutASpaceIsRead) {
  EXPECT_EQ(broken_reading(repeated("abcdefgh", 125'000)), "");
  EXPECT_EQ(broken_reading(repeated("a.b-c/d_", 40'000)), "");
  EXPECT_EQ(broken_reading(repeated("\u4e2d\u6587", 160'000)), "");
}

TEST(HostileText, ASentenceOfAHundredThousandWordsIsCutAndToldOf) {
  Article article;
  article.text = Text::from_source(repeated("ship ", 100'000));
  ReadOptions options;
  options.layer = Layer::trees;
  const Document document = read_document(std::move(article), english(), options);
  EXPECT_EQ(document.tokens.size(), 100'000u);
  EXPECT_FALSE(document.diagnostics.empty());
  EXPECT_EQ(broken_reading(repeated("who said that ", 10'000)), "");
}

TEST(HostileText, EveryBlockOfUnicodeIsRead) {
  constexpr std::uint32_t kBlock = 128, kEnd = 0x110000, kSurrogates = 0xD800, kAfter = 0xE000;
  std::string text;
  for (std::uint32_t point = 0x20; point < kEnd; point += kBlock) {
    if (point >= kSurrogates && point < kAfter) continue;
    text +=
        utf8(point) + utf8(point + 60) + " said on Monday that it was " + utf8(point + 90) + ". ";
    if (text.size() < 20'000 && point + kBlock < kEnd) continue;
    EXPECT_EQ(broken_reading(text), "") << "before U+" << std::hex << point;
    text.clear();
  }
}

TEST(HostileText, BracketsQuotesAndNumbersWithoutEndAreRead) {
  for (const std::string_view part : {"(", "\u201c", "\"", "1,000.5-", "Feb. ", "U.S.", "\u2026",
                                      "-", "and ", "said, ", "\n\n", "$1 million "})
    EXPECT_EQ(broken_reading(repeated(part, 5'000)), "") << part;
}

}  // namespace
}  // namespace dateline
