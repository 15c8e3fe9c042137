#include "core/utf8.h"

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace dateline {
namespace {

TEST(Utf8, DecodesOneToFourBytes) {
  const std::string text = "a\u00e9\u20ac\U0001F600";
  const char32_t expected[] = {U'a', 0xE9, 0x20AC, 0x1F600};
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < 4; ++i) {
    const CodePoint c = decode_utf8(text, at);
    EXPECT_TRUE(c.valid);
    EXPECT_EQ(c.value, expected[i]);
    EXPECT_EQ(c.size, i + 1);
    at += c.size;
  }
}

TEST(Utf8, RefusesWhatUnicodeRefuses) {
  for (const std::string_view bytes :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x80\x80", "\xE0\x9F\xBF",
        "\xE2\x82", "\xE2(\xA1", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x80\x80\x80",
        "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE", "\xFF",
        "\xF0\x9F\x98"}) {
    const CodePoint c = decode_utf8(bytes, 0);
    EXPECT_FALSE(c.valid) << bytes;
    EXPECT_EQ(c.value, U'\uFFFD');
    EXPECT_EQ(c.size, 1U);
    EXPECT_EQ(first_invalid_utf8(bytes), 0U);
  }
}

TEST(Utf8, WritesEveryCodePointSoThatItIsReadBack) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    const CodePoint back = decode_utf8(text, 0);
    ASSERT_TRUE(back.valid);
    ASSERT_EQ(back.value, c);
    ASSERT_EQ(back.size, text.size());
  }
}

TEST(Utf8, WritesAReplacementForWhatIsNoCodePoint) {
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  EXPECT_EQ(text, "\uFFFD\uFFFD");
}

TEST(Utf8, NamesTheFirstInvalidByteWhereverItIs) {
  for (std::size_t at = 0; at < 40; ++at) {
    const std::string text(at, 'a');
    EXPECT_EQ(first_invalid_utf8(text + "é€💥"), std::nullopt);
    EXPECT_EQ(first_invalid_utf8(text + "\xC3"), at);
    EXPECT_EQ(first_invalid_utf8(text + "é\xFF" + text), at + 2);
  }
}

// Mostly words of several scripts, now and then a byte that is not UTF-8.
std::string mixed_text(test::Random& random, bool broken) {
  std::string text;
  const auto pieces = random.between(0, 60);
  for (std::int64_t i = 0; i < pieces; ++i) {
    constexpr char32_t kLasts[] = {0x7F, 0x7FF, 0xD7FF, 0x10FFFF};
    append_utf8(text, static_cast<char32_t>(random.between(1, kLasts[random.between(0, 3)])));
    if (random.one_in(4)) text += "ascii run";
    if (broken && random.one_in(5))
      text += random.bytes(static_cast<std::size_t>(random.between(1, 3)));
  }
  return text;
}

std::size_t naive_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).size) ++count;
  return count;
}

TEST(Utf8, CountsAndChecksAsAPlainLoopDoes) {
  test::Random random(6);
  for (int i = 0; i < 4'000; ++i) {
    const std::string text = mixed_text(random, random.one_in(2));
    EXPECT_EQ(count_code_points(text), naive_count(text));
    std::optional<std::size_t> invalid;
    for (std::size_t at = 0; at < text.size() && !invalid; at += decode_utf8(text, at).size)
      if (!decode_utf8(text, at).valid) invalid = at;
    EXPECT_EQ(first_invalid_utf8(text), invalid);
  }
}

TEST(CodePointIndex, OfNothingIsZero) {
  const CodePointIndex index("");
  EXPECT_EQ(index.code_points_before(0), 0U);
  EXPECT_EQ(index.byte_of(0), 0U);
}

TEST(CodePointIndex, AgreesWithAPlainLoopOnAnyBytes) {
  test::Random random(7);
  for (int i = 0; i < 1'500; ++i) {
    const std::string text = mixed_text(random, random.one_in(2));
    const CodePointIndex index(text);
    std::uint32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::uint32_t size = decode_utf8(text, at).size;
      ASSERT_EQ(index.code_points_before(static_cast<std::uint32_t>(at)), before);
      ASSERT_EQ(index.byte_of(before), at);
      for (std::uint32_t inside = 1; inside < size; ++inside)
        ASSERT_EQ(index.code_points_before(static_cast<std::uint32_t>(at + inside)), before + 1);
      at += size;
      ++before;
    }
    ASSERT_EQ(index.code_points_before(static_cast<std::uint32_t>(text.size())), before);
    ASSERT_EQ(index.byte_of(before), text.size());
    ASSERT_EQ(index.byte_of(before + 5), text.size());
    ASSERT_EQ(index.code_points_before(static_cast<std::uint32_t>(text.size() + 9)), before);
  }
}

}  // namespace
}  // namespace dateline
