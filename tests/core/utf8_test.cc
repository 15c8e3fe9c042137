#include "core/utf8.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Utf8, WritesAndReadsEveryCodePoint) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;
    std::string text;
    append_utf8(text, c);
    const CodePoint read = decode_utf8(text, 0);
    ASSERT_TRUE(read.valid) << std::uint32_t{c};
    ASSERT_EQ(read.value, c);
    ASSERT_EQ(read.size, text.size());
  }
}

TEST(Utf8, RefusesOverlongFormsSurrogatesAndCutSequences) {
  for (const char* text : {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80",
                           "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF",
                           "\xE2\x82", "\xF0\x9F\x92", "\xE2\x28\xA1"}) {
    EXPECT_EQ(first_invalid_utf8(text), 0u) << text;
    const CodePoint read = decode_utf8(text, 0);
    EXPECT_FALSE(read.valid);
    EXPECT_EQ(read.value, 0xFFFDu);
    EXPECT_EQ(read.size, 1u);
  }
}

TEST(Utf8, FindsTheFirstInvalidByteWhereverItIs) {
  for (std::size_t at = 0; at < 40; ++at) {
    std::string text(at, 'a');
    EXPECT_EQ(first_invalid_utf8(text + "é€💥"), std::nullopt);
    EXPECT_EQ(first_invalid_utf8(text + "\xC3"), at);
    EXPECT_EQ(first_invalid_utf8(text + "é\xFF" + text), at + 2);
  }
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(count_code_points(""), 0u);
  EXPECT_EQ(count_code_points("aé€💥"), 4u);
}

TEST(CodePointIndex, AgreesWithCounting) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "aé€💥";
  const CodePointIndex index(text);
  for (std::uint32_t byte = 0, count = 0; byte <= text.size(); ++count) {
    EXPECT_EQ(index.code_points_before(byte), count);
    EXPECT_EQ(index.byte_of(count), byte);
    byte += byte < text.size() ? decode_utf8(text, byte).size : 1;
  }
}

TEST(CodePointIndex, OfNothingIsZero) {
  const CodePointIndex index("");
  EXPECT_EQ(index.code_points_before(0), 0u);
  EXPECT_EQ(index.byte_of(0), 0u);
}

}  // namespace
}  // namespace dateline
