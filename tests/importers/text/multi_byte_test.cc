#include "importers/text/multi_byte.h"

#include <random>

#include <gtest/gtest.h>

#include "core/utf8.h"
#include "importers/text/charset.h"
#include "tests/support/proportion.h"

namespace dateline {
namespace {

struct Written {
  std::string charset, text, bytes;
};
const std::vector<Written>& written() {
  static const std::vector<Written> all = {
      {"euc-jp",
       "市議会は月曜日、港の拡張計画を承認した。反対派は金曜日に集会を開く予定だと述べた。",
       "\xBB\xD4\xB5\xC4\xB2\xF1\xA4\xCF\xB7\xEE\xCD\xCB\xC6\xFC\xA1\xA2\xB9\xC1\xA4\xCE"
       "\xB3\xC8\xC4\xA5\xB7\xD7\xB2\xE8\xA4\xF2\xBE\xB5\xC7\xA7\xA4\xB7\xA4\xBF\xA1\xA3"
       "\xC8\xBF\xC2\xD0\xC7\xC9\xA4\xCF\xB6\xE2\xCD\xCB\xC6\xFC\xA4\xCB\xBD\xB8\xB2\xF1"
       "\xA4\xF2\xB3\xAB\xA4\xAF\xCD\xBD\xC4\xEA\xA4\xC0\xA4\xC8\xBD\xD2\xA4\xD9\xA4\xBF"
       "\xA1\xA3"},
      {"shift_jis",
       "市議会は月曜日、港の拡張計画を承認した。反対派は金曜日に集会を開く予定だと述べた。",
       "\x8Es\x8B"
       "c\x89\xEF\x82\xCD\x8C\x8E\x97j\x93\xFA\x81"
       "A\x8D`\x82\xCC\x8Ag\x92"
       "\xA3\x8Cv\x89\xE6\x82\xF0\x8F\xB3\x94"
       "F\x82\xB5\x82\xBD\x81"
       "B\x94\xBD\x91\xCE"
       "\x94h\x82\xCD\x8B\xE0\x97j\x93\xFA\x82\xC9\x8FW\x89\xEF\x82\xF0\x8AJ\x82\xAD\x97"
       "\x5C\x92\xE8\x82\xBE\x82\xC6\x8Fq\x82\xD7\x82\xBD\x81"
       "B"},
      {"gb18030", "市议会星期一批准了港口扩建计划。反对者表示，他们计划在星期五举行抗议集会。",
       "\xCA\xD0\xD2\xE9\xBB\xE1\xD0\xC7\xC6\xDA\xD2\xBB\xC5\xFA\xD7\xBC\xC1\xCB\xB8\xDB"
       "\xBF\xDA\xC0\xA9\xBD\xA8\xBC\xC6\xBB\xAE\xA1\xA3\xB7\xB4\xB6\xD4\xD5\xDF\xB1\xED"
       "\xCA\xBE\xA3\xAC\xCB\xFB\xC3\xC7\xBC\xC6\xBB\xAE\xD4\xDA\xD0\xC7\xC6\xDA\xCE\xE5"
       "\xBE\xD9\xD0\xD0\xBF\xB9\xD2\xE9\xBC\xAF\xBB\xE1\xA1\xA3"},
      {"big5", "市議會星期一批准了港口擴建計劃。反對者表示，他們計劃在星期五舉行抗議集會。",
       "\xA5\xAB\xC4\xB3\xB7|\xACP\xB4\xC1\xA4@\xA7\xE5\xAD\xE3\xA4"
       "F\xB4\xE4\xA4"
       "f\xC2"
       "X\xAB\xD8\xADp\xB9\xBA\xA1"
       "C\xA4\xCF\xB9\xEF\xAA\xCC\xAA\xED\xA5\xDC\xA1"
       "A\xA5"
       "L\xAD\xCC\xADp\xB9\xBA\xA6"
       "b\xACP\xB4\xC1\xA4\xAD\xC1|\xA6\xE6\xA7\xDC\xC4\xB3"
       "\xB6\xB0\xB7|\xA1"
       "C"},
      {"euc-kr", "시의회는 월요일 항구 확장 계획을 승인했다. 반대자들은 금요일에 항의 집회를 연다.",
       "\xBD\xC3\xC0\xC7\xC8\xB8\xB4\xC2 \xBF\xF9\xBF\xE4\xC0\xCF \xC7\xD7\xB1\xB8 \xC8\xAE"
       "\xC0\xE5 \xB0\xE8\xC8\xB9\xC0\xBB \xBD\xC2\xC0\xCE\xC7\xDF\xB4\xD9. \xB9\xDD\xB4"
       "\xEB\xC0\xDA\xB5\xE9\xC0\xBA \xB1\xDD\xBF\xE4\xC0\xCF\xBF\xA1 \xC7\xD7\xC0\xC7 \xC1"
       "\xFD\xC8\xB8\xB8\xA6 \xBF\xAC\xB4\xD9."},
  };
  return all;
}

Decoded read_bytes(const std::string& bytes, const std::string& declared = {}) {
  return decode(Text::from_source(bytes), declared).value();
}

TEST(MultiByteCharset, IsReadAsDeclared) {
  for (const Written& one : written()) {
    const Decoded decoded = read_bytes(one.bytes, one.charset);
    EXPECT_EQ(decoded.text.view(), one.text);
    EXPECT_EQ(decoded.charset, one.charset);
    EXPECT_TRUE(decoded.diagnostics.empty());
  }
}

TEST(MultiByteCharset, IsDetectedWithoutADeclaration) {
  for (const Written& one : written()) {
    EXPECT_EQ(read_bytes(one.bytes).text.view(), one.text) << one.charset;
    EXPECT_EQ(read_bytes("<p>" + one.bytes + "</p>").charset, one.charset);
  }
}

TEST(MultiByteCharset, IsDetectedInSpiteOfADeclarationOfUtf8) {
  for (const Written& one : written()) {
    const Decoded decoded = read_bytes(one.bytes, "utf-8");
    EXPECT_EQ(decoded.text.view(), one.text) << one.charset;
    ASSERT_EQ(decoded.diagnostics.size(), 1u);
    EXPECT_EQ(decoded.diagnostics[0].kind, "charset-mismatch");
  }
}

TEST(MultiByteCharset, LeadsBackToTheBytes) {
  for (const Written& one : written()) {
    const std::string page = "abc " + one.bytes + " xyz";
    const Decoded decoded = read_bytes(page, one.charset);
    const auto end = static_cast<std::uint32_t>(decoded.text.view().size());
    const SourceSpan last = decoded.text.to_source({end - 3, end});
    EXPECT_EQ(page.substr(last.begin, last.end - last.begin), "xyz");
    const SourceSpan first = decoded.text.to_source({4, 7});
    EXPECT_EQ(first, (SourceSpan{4, 6})) << one.charset;
  }
}

TEST(MultiByteCharset, IsNotSeenInUtf8WithDamage) {
  for (const Written& one : written()) {
    const std::string damaged = one.text + "\xFF" + one.text;
    EXPECT_EQ(read_bytes(damaged, "utf-8").charset, "utf-8");
    EXPECT_EQ(detect_multi_byte_charset(one.text).charset, nullptr) << one.charset;
  }
}

TEST(MultiByteCharset, IsNotSeenInSetsOfOneByte) {
  const std::string russian =  // windows-1251: "the city council confirmed the plan on Monday"
      "\xC3\xEE\xF0\xEE\xE4\xF1\xEA\xEE\xE9 \xF1\xEE\xE2\xE5\xF2 \xE2 "
      "\xEF\xEE\xED\xE5\xE4\xE5\xEB\xFC\xED\xE8\xEA \xF3\xF2\xE2\xE5\xF0\xE4\xE8\xEB "
      "\xEF\xEB\xE0\xED";
  const std::string greek =
      "\xD4\xEF \xE4\xE7\xEC\xEF\xF4\xE9\xEA\xFC \xF3\xF5\xEC\xE2\xEF\xFD\xEB"
      "\xE9\xEF \xE5\xED\xDD\xEA\xF1\xE9\xED\xE5 \xF4\xEF \xF3\xF7\xDD\xE4\xE9\xEF";
  const std::string french =
      "\xC9t\xE9 d\xE9j\xE0 \xEAtre o\xF9 \xE7\xE0 et l\xE0, m\xEAme th\xE8me \xE9l\xE8ve "
      "\xE9vacu\xE9 \xE9"
      "cole ferm\xE9"
      "e \xE0 c\xF4t\xE9";
  for (const std::string& text : {russian, greek, french})
    EXPECT_EQ(detect_multi_byte_charset(text).charset, nullptr);
}

TEST(MultiByteCharset, HasCharactersOfThreeAndFourBytes) {
  EXPECT_EQ(read_bytes("\x8F\xB0\xA1", "euc-jp").text.view(), "丂");
  EXPECT_EQ(read_bytes("\x81\x30\x81\x30", "gb18030").text.view(), "\u0080");
  EXPECT_EQ(read_bytes("\x94\x39\xFC\x36", "gbk").text.view(), "😀");
}

TEST(MultiByteCharset, TellsBytesThatMeanNothing) {
  const Decoded decoded = read_bytes("\xB0\xA1 \xFF\xFF \xB0", "euc-kr");
  EXPECT_EQ(decoded.text.view(), "가 \uFFFD \uFFFD");
  ASSERT_EQ(decoded.diagnostics.size(), 1u);
  EXPECT_EQ(decoded.diagnostics[0].kind, "invalid-bytes");
}

TEST(MultiByteCharset, ReadsAnyBytesInTimeInProportionToThem) {
  std::mt19937 random(3);
  std::string bytes(2'000'000, '\0');
  for (char& byte : bytes) byte = static_cast<char>(0x80 + random() % 0x80);
  for (const Written& one : written())
    EXPECT_FALSE(first_invalid_utf8(read_bytes(bytes, one.charset).text.view()));
  EXPECT_TRUE(reads_in_proportion([&](std::size_t size) { return bytes.substr(0, size); },
                                  bytes.size(), [](const std::string& some) { read_bytes(some); }));
}

TEST(MultiByteCharset, IsKnownByItsLabels) {
  EXPECT_EQ(find_multi_byte_charset("gb2312").name, "gb18030");
  EXPECT_EQ(find_multi_byte_charset("ks_c_5601-1987").name, "euc-kr");
  EXPECT_EQ(find_multi_byte_charset("x-sjis").name, "shift_jis");
  EXPECT_EQ(find_multi_byte_charset("utf-8").charset, nullptr);
  EXPECT_EQ(find_multi_byte_charset("").charset, nullptr);
  EXPECT_EQ(find_multi_byte_charset("euc-jp eucjp").charset, nullptr);
}

}  // namespace
}  // namespace dateline
