#include <gtest/gtest.h>

#include "tests/support/read_articles.h"
#include "tests/support/zipped.h"

namespace dateline {
namespace {

std::string document(const std::string& body) {
  return "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>" + body +
         "</w:body></w:document>";
}
std::string paragraph(const std::string& text) {
  return "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>" + text +
         "</w:t></w:r></w:p>";
}
ReadArticles read_document(const std::string& body) {
  return read_articles("a.docx", zipped({{"[Content_Types].xml", "<x/>"},
                                         {"word/document.xml", document(body)},
                                         {"word/footer1.xml", document(paragraph("Page 1"))}}));
}

TEST(Docx, GivesItsParagraphs) {
  const auto read = read_document(paragraph("Mill shuts") + paragraph("By Ann Lee") +
                                  paragraph("It shut &amp; stayed shut.") +
                                  "<w:p/><w:p><w:r><w:t>Nobody</w:t></w:r><w:r><w:t "
                                  "xml:space=\"preserve\"> knew</w:t><w:tab/><w:t>why.</w:t>"
                                  "<w:br/><w:t>Nobody.</w:t></w:r></w:p>");
  ASSERT_EQ(read.articles.size(), 1u);
  const Article& mill = read.articles[0];
  EXPECT_EQ(mill.source, "a.docx");
  EXPECT_EQ(mill.title, "Mill shuts");
  EXPECT_EQ(mill.authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(mill.text.view(),
            "Mill shuts\n\nBy Ann Lee\n\nIt shut & stayed shut.\n\nNobody knew\twhy.\nNobody.");
}

TEST(Docx, LeavesOutWhatWasDeletedAndWhatIsThereTwice) {
  const auto read = read_document(
      "<w:p><w:r><w:t>It </w:t></w:r><w:del><w:r><w:delText>burst</w:delText></w:r></w:del>"
      "<w:ins><w:r><w:t>shut.</w:t></w:r></w:ins><mc:AlternateContent><mc:Choice><w:t> Once.</w:t>"
      "</mc:Choice><mc:Fallback><w:t> Twice.</w:t></mc:Fallback></mc:AlternateContent></w:p>");
  EXPECT_EQ(read.articles.at(0).text.view(), "It shut. Once.");
}

TEST(Docx, LeadsBackToTheBytesOfItsText) {
  const std::string xml = document(paragraph("Mill shuts") + paragraph("It shut today."));
  const auto read = read_articles(
      "a.docx", zipped({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", xml}}));
  const Text& text = read.articles.at(0).text;
  const auto at = static_cast<std::uint32_t>(text.view().find("today"));
  EXPECT_EQ(text.to_source({at, at + 5}).begin, xml.find("today"));
}

TEST(Docx, MayHoldTheExportOfANewsDatabase) {
  const auto read = read_document(
      paragraph("Mill shuts") + paragraph("The Herald") + paragraph("January 11, 2010 Monday") +
      paragraph("Length: 355 words") + paragraph("Body") + paragraph("It shut.") +
      paragraph("End of Document") + paragraph("Dam holds") + paragraph("Evening Post") +
      paragraph("January 12, 2010 Tuesday") + paragraph("Length: 12 words") + paragraph("Body") +
      paragraph("It held.") + paragraph("End of Document"));
  ASSERT_EQ(read.articles.size(), 2u);
  EXPECT_EQ(read.articles[0].title, "Mill shuts");
  EXPECT_EQ(read.articles[0].publisher, "The Herald");
  EXPECT_EQ(read.articles[0].published, "2010-01-11");
  EXPECT_EQ(read.articles[0].text.view(), "It shut.");
  EXPECT_EQ(read.articles[1].source, "a.docx#2");
}

TEST(Docx, WithoutWordsIsAnError) {
  EXPECT_EQ(read_document("<w:p/>").errors.size(), 1u);
  EXPECT_EQ(read_articles("a.docx", "no zip archive at all").articles.size(), 0u);
}

}  // namespace
}  // namespace dateline
