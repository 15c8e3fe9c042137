#include <filesystem>

#include <gtest/gtest.h>

#include "tests/support/read_articles.h"

namespace dateline {
namespace {

bool has_pdftotext() {
  for (const char* const folder : {"/usr/local/bin", "/usr/bin", "/bin"})
    if (std::filesystem::exists(std::filesystem::path(folder) / "pdftotext")) return true;
  return false;
}

/// A document of one page with these lines, on which is drawn besides.
std::string pdf_of(const std::vector<std::string>& lines, const std::string& drawing = "") {
  std::string page = "BT /F1 11 Tf 72 720 Td 14 TL\n";
  for (const std::string& line : lines) page += line.empty() ? "T* T*\n" : "(" + line + ") Tj T*\n";
  page += "ET\n" + drawing;
  return "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
         "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
         "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources"
         "<</XObject<</X 6 0 R>>/Font<</F1 5 0 R>>>>>> endobj\n"
         "4 0 obj <</Length " +
         std::to_string(page.size()) + ">> stream\n" + page +
         "endstream endobj\n5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n"
         "trailer <</Root 1 0 R>>\n%%EOF\n";
}

TEST(Pdf, GivesItsText) {
  if (!has_pdftotext()) GTEST_SKIP() << "no pdftotext";
  const auto read = read_articles("a", pdf_of({"Mill shuts", "", "By Ann Lee", "",
                                               "The mill on the river shut on Monday, and forty",
                                               "workers lost their jobs, said their union."}));
  ASSERT_EQ(read.articles.size(), 1u) << read.errors.at(0).message;
  EXPECT_EQ(read.articles[0].title, "Mill shuts");
  EXPECT_EQ(read.articles[0].media_type, "application/pdf");
  EXPECT_NE(read.articles[0].text.view().find(
                "The mill on the river shut on Monday, and forty workers lost their jobs"),
            std::string_view::npos);
}

TEST(Pdf, ThatCannotBeReadIsAnError) {
  for (const std::string bytes : {"%PDF-1.4 and so on", "%PDF-"}) {
    const auto read = read_articles("report.txt", bytes);
    EXPECT_TRUE(read.articles.empty());
    ASSERT_EQ(read.errors.size(), 1u);
    EXPECT_NE(read.errors[0].message.find("pdftotext"), std::string::npos);
  }
}

/// A document whose forms draw each the next one ten times over, ten forms deep.
std::string endless_pdf() {
  constexpr int kForms = 10, kFirst = 6;
  std::string pdf = pdf_of({"Mill shuts"}, "/X Do ");
  std::string forms;
  for (int form = kFirst; form < kFirst + kForms; ++form) {
    std::string drawing;
    for (int i = 0; i < 10; ++i) drawing += "/X Do ";
    forms += std::to_string(form) + " 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]" +
             "/Resources<</XObject<</X " + std::to_string(form + 1) + " 0 R>>>>/Length " +
             std::to_string(drawing.size()) + ">> stream\n" + drawing + "\nendstream endobj\n";
  }
  return pdf.insert(pdf.find("trailer"), forms);
}

TEST(Pdf, IsStoppedWhenItTakesTooLong) {
  if (!has_pdftotext()) GTEST_SKIP() << "no pdftotext";
  const auto read = read_articles("a.pdf", endless_pdf());
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_NE(read.errors[0].message.find("pdftotext"), std::string::npos);
}

}  // namespace
}  // namespace dateline
