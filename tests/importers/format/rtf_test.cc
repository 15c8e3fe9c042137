
#include <gtest/gtest.h>

#include "importers/text/ascii.h"
#include "tests/support/proportion.h"
#include "tests/support/read_articles.h"

namespace dateline {
namespace {

std::string text_of_rtf(const std::string& body) {
  const auto read = read_articles("a.rtf", "{\\rtf1\\ansi\\ansicpg1252 " + body + "}");
  return read.articles.empty() ? "" : std::string(read.articles[0].text.view());
}

TEST(Rtf, GivesItsParagraphs) {
  const auto read = read_articles(
      "a",
      "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\froman Times;}}{\\info{\\title T}}\\pard\r\n"
      "{\\b Mill shuts}\\par\r\nBy Ann Lee\\par It shut \\i and\\i0  stayed shut.\\par}");
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].title, "Mill shuts");
  EXPECT_EQ(read.articles[0].authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(read.articles[0].media_type, "application/rtf");
  EXPECT_EQ(trimmed(read.articles[0].text.view()),
            "Mill shuts\n\nBy Ann Lee\n\nIt shut and stayed shut.");
}

TEST(Rtf, ReadsCharactersHoweverTheyAreWritten) {
  EXPECT_EQ(text_of_rtf("caf\\'e9 \\u8364? \\u-10179?\\u-8704? \\{a\\} \\emdash\\~x\\_y"),
            "café € 😀 {a} — x-y");
  EXPECT_EQ(text_of_rtf("\\uc2\\u233\\'e9\\'e9t\\uc0\\u233t\\uc1"), "étét");
  EXPECT_EQ(text_of_rtf("\\u55357?x"), "\uFFFDx");
}

TEST(Rtf, ReadsTheSetOfTheFont) {
  EXPECT_EQ(text_of_rtf("{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}\\f0\\'e9 "
                        "{\\f1\\'ec\\'e8\\'f0}\\'e9"),
            "é мирé");
  EXPECT_EQ(text_of_rtf("{\\fonttbl{\\f0\\fcharset129 A;}}\\f0\\'b0\\'a1x"), "가x");
}

TEST(Rtf, LeavesOutWhatIsNoText) {
  EXPECT_EQ(text_of_rtf("It{\\*\\generator Word;}{\\pict\\pngblip 89504e47} shut{\\header Page}"
                        "{\\footnote note}\\bin3 \\}x."),
            "It shut.");
}

TEST(Rtf, LeadsBackToTheBytes) {
  const std::string rtf = "{\\rtf1 It \\'e9 shut today.}";
  const auto read = read_articles("a.rtf", rtf);
  const Text& text = read.articles.at(0).text;
  EXPECT_EQ(text.to_source({3, 5}), (SourceSpan{10, 14}));
  const auto at = static_cast<std::uint32_t>(text.view().find("today"));
  EXPECT_EQ(text.to_source({at, at + 5}).begin, rtf.find("today"));
}

TEST(Rtf, IsReadHoweverBrokenItIs) {
  for (const std::string body : {"It shut", "It shut}}}}", "{{{It shut", "It shut\\", "It shut\\'",
                                 "It shut\\'e", "It shut\\u", "It shut\\bin99999999999"}) {
    const auto read = read_articles("a.rtf", "{\\rtf1 " + body);
    ASSERT_EQ(read.articles.size(), 1u) << body;
    EXPECT_EQ(trimmed(read.articles[0].text.view()), "It shut") << body;
  }
}

TEST(Rtf, IsReadInTimeInProportionToItsSize) {
  for (const std::string_view unit :
       {"{", "}", "\\'e9", "\\u55357?", "{\\f1\\fcharset204", "\\par"})
    EXPECT_TRUE(reads_in_proportion(
        [&](std::size_t size) { return repeated("{\\rtf1 a", unit, size); }, 2'000'000,
        [](const std::string& text) { read_articles("a.rtf", text); }))
        << unit;
}

}  // namespace
}  // namespace dateline
