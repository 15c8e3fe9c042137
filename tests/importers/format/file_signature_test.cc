#include "importers/format/file_signature.h"

#include <gtest/gtest.h>

#include "importers/data_files.h"

namespace dateline {
namespace {

using namespace std::string_literals;

TEST(FileSignature, NamesWhatTheFileIs) {
  EXPECT_EQ(signature_of("%PDF-1.7\n..."), "a PDF document");
  EXPECT_EQ(signature_of("\x89PNG\r\n\x1A\n"), "a PNG image");
  EXPECT_EQ(signature_of("\x7F"
                         "ELF\2\1\1"),
            "an ELF program");
  EXPECT_EQ(signature_of("The council met."), "");
}

TEST(FileSignature, LeavesATextThatBeginsLikeOneAlone) {
  EXPECT_FALSE(looks_binary("MZ Holdings fell 3% on Monday."));
  EXPECT_TRUE(looks_binary("MZ\x90\0\3\0\0\0\4\0\0\0"s));
}

TEST(FileSignature, TellsTextFromOtherBytes) {
  EXPECT_FALSE(looks_binary("One\0stray zero in a line of text that goes on for a while."s));
  EXPECT_FALSE(looks_binary("H\0e\0l\0l\0o\0,\0 \0w\0o\0r\0l\0d\0"s));  // UTF-16
  EXPECT_TRUE(looks_binary("\1\2\3\4\5\6\7\x10 and a few letters"s));
  EXPECT_TRUE(looks_binary(std::string(100, '\0')));
}

TEST(FileSignature, DataIsWhole) {
  const auto parsed = parse_file_signatures(
      DataFiles::embedded().find("root/file_signatures.txt").value(), "signatures");
  ASSERT_TRUE(parsed) << parsed.error().message;
  EXPECT_GT(parsed->size(), 30u);
}

TEST(FileSignature, BrokenDataIsReportedWithItsLine) {
  const auto parsed = parse_file_signatures("# comment\n0 8 an image\n", "x.txt");
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().message, "x.txt:2: expected an offset, bytes in hex and a name");
}

}  // namespace
}  // namespace dateline
