#include "importers/text/single_byte.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(SingleByteCharset, IsFoundByNameAndLabel) {
  ASSERT_NE(find_single_byte_charset("Windows-1251"), nullptr);
  EXPECT_EQ(find_single_byte_charset("cp1251"), find_single_byte_charset("windows-1251"));
  EXPECT_EQ(find_single_byte_charset("ISO-8859-1")->name, "windows-1252");
  EXPECT_EQ(find_single_byte_charset("klingon"), nullptr);
}

TEST(SingleByteCharset, HoldsTheCharacters) {
  EXPECT_EQ(find_single_byte_charset("windows-1252")->upper[0x80 - 0x80], U'€');
  EXPECT_EQ(find_single_byte_charset("windows-1252")->upper[0x81 - 0x80], 0x81u);
  EXPECT_EQ(find_single_byte_charset("koi8-r")->upper[0xFF - 0x80], U'Ъ');
  EXPECT_EQ(find_single_byte_charset("macintosh")->upper[0xCA - 0x80], 0xA0u);
  EXPECT_EQ(find_single_byte_charset("iso-8859-7")->upper[0xD2 - 0x80], SingleByteCharset::kNone);
}

TEST(SingleByteCharset, NoNameIsGivenTwice) {
  for (const SingleByteCharset& charset : single_byte_charsets()) {
    EXPECT_EQ(find_single_byte_charset(charset.name), &charset);
    for (const std::string& label : charset.labels)
      EXPECT_EQ(find_single_byte_charset(label), &charset) << label;
  }
}

TEST(SingleByteCharset, NamesTheLineOfAMistake) {
  const auto missing = parse_charsets("charset a\n\n80 x y\n", "file.txt");
  ASSERT_FALSE(missing);
  EXPECT_TRUE(missing.error().message.starts_with("file.txt:3: ")) << missing.error().message;
  EXPECT_FALSE(parse_charsets("80 x y\n", "file.txt"));
  EXPECT_FALSE(
      parse_charsets("charset a\n81 == == == == == == == == == == == == == == == ==\n", ""));
  EXPECT_FALSE(
      parse_charsets("charset a\n80 == == == == == == == == == == == == == == == xy\n", ""));
  EXPECT_FALSE(parse_charsets("charset two names\n", ""));
}

}  // namespace
}  // namespace dateline
