#include "importers/format/mime.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

std::string body(std::string_view encoding, std::string_view bytes) {
  const std::string mail =
      "Content-Transfer-Encoding: " + std::string(encoding) + "\n\n" + std::string(bytes);
  return std::string(body_of(mail, parse_mime(mail)[0]).view());
}

TEST(Mime, UndoesQuotedPrintable) {
  EXPECT_EQ(body("Quoted-Printable", "The =\r\nmill=3D=e9 = x=4"), "The mill=\xE9 = x=4");
  EXPECT_EQ(body("quoted-printable", "a=  \nb="), "ab");
}

TEST(Mime, UndoesBase64) {
  EXPECT_EQ(body("base64", "VGhl\r\nIG1p bGw="), "The mill");
  EXPECT_EQ(body("base64", "!"), "");
}

TEST(Mime, LeadsBackToTheBytesOfTheMail) {
  const std::string mail = "Content-Transfer-Encoding: base64\n\nVGhlIG1pbGwgc2h1dC4=\n";
  const Text text = body_of(mail, parse_mime(mail)[0]);
  ASSERT_EQ(text.view(), "The mill shut.");
  const SourceSpan at = text.to_source({3, 6});
  EXPECT_EQ(mail.substr(at.begin, at.end - at.begin), "IG1p");
}

TEST(Mime, CutsAMailIntoItsParts) {
  const std::string mail =
      "Content-Type: multipart/mixed; boundary=\"x\"\n\npreamble --x\n--x\nA: "
      "b\n\nOne\n--xy\n--x\r\n"
      "Content-Type: multipart/alternative; boundary=y\n\n--y\n\nTwo\r\n--y--\n\n--x--\nepilogue";
  const auto parts = parse_mime(mail);
  ASSERT_EQ(parts.size(), 4u);
  EXPECT_EQ(parts[0].end, 4u);
  EXPECT_EQ(parts[1].body.of(mail), "One\n--xy");
  EXPECT_EQ(parts[2].end, 4u);
  EXPECT_EQ(parts[3].parent, 2u);
  EXPECT_EQ(parts[3].body.of(mail), "Two");
}

TEST(Mime, EndsAPartThatIsNotClosedWithTheMail) {
  const std::string mail = "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nOne";
  EXPECT_EQ(parse_mime(mail).at(1).body.of(mail), "One");
}

TEST(Mime, StopsWhereItNestsTooDeep) {
  std::string mail;
  for (int i = 0; i < 10'000; ++i) mail += "Content-Type: message/rfc822\n\n";
  const auto parts = parse_mime(mail + "x");
  EXPECT_EQ(parts.size(), kMaxMimeDepth + 1);
  EXPECT_TRUE(parts.back().too_deep);
}

TEST(EncodedWords, AreReadInTheirCharset) {
  EXPECT_EQ(without_encoded_words("a =?iso-8859-1?Q?caf=E9_x?= b"), "a café x b");
  EXPECT_EQ(without_encoded_words("=?utf-8?B?Y2Fm?=\n =?UTF-8*en?b?w6k=?="), "café");
  EXPECT_EQ(without_encoded_words("1 =? 2 =?x?Q"), "1 =? 2 =?x?Q");
  EXPECT_EQ(without_encoded_words("caf\xE9"), "café");
}

}  // namespace
}  // namespace dateline
