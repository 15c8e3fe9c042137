#include <gtest/gtest.h>

#include "tests/support/read_articles.h"

namespace dateline {
namespace {

Article read_one(std::string bytes) {
  const ReadArticles all = read_articles("a.tml", std::move(bytes));
  EXPECT_EQ(all.articles.size(), 1u);
  return all.articles.empty() ? Article{} : all.articles[0];
}

TEST(TimemlImporter, AnnotationIsDroppedAndTheTextKept) {
  const Article article = read_one(
      "<?xml version=\"1.0\" ?>\n<TimeML>\n<TITLE>Q&amp;A</TITLE>\n<TEXT>\nHe <EVENT eid=\"e1\" "
      "class=\"OCCURRENCE\">left</EVENT> AT&amp;T on\n  <TIMEX3 tid=\"t1\">Friday</TIMEX3>.\n"
      "</TEXT>\n</TimeML>\n");
  EXPECT_EQ(article.text.view(), "\nHe left AT&T on\n  Friday.\n");
  EXPECT_EQ(article.title, "Q&A");
}

TEST(TimemlImporter, TheCreationTimeIsThePublicationDate) {
  const std::string date = "value=\"1998-02-27\" functionInDocument=\"CREATION_TIME\">x</TIMEX3>";
  const Article in_dct =
      read_one("<TimeML><DCT><TIMEX3 tid=\"t0\" " + date + "</DCT><TEXT>Hello.</TEXT></TimeML>");
  EXPECT_EQ(in_dct.published, "1998-02-27");
  EXPECT_EQ(in_dct.published_from, PublishedFrom::metadata);
  const Article in_text = read_one(
      "<TimeML><TEXT><TIMEX3 tid=\"t1\" value=\"1990\">1990</TIMEX3> "
      "<TIMEX3 tid=\"t0\" " +
      date + "</TEXT></TimeML>");
  EXPECT_EQ(in_text.published, "1998-02-27");
}

TEST(TimemlImporter, StrayMarksAreText) {
  const Article article = read_one("<TimeML><TEXT>a < b & c &nosuch; 3<4</TEXT></TimeML>");
  EXPECT_EQ(article.text.view(), "a < b & c &nosuch; 3<4");
}

TEST(TimemlImporter, SpansLeadBackToTheFile) {
  const std::string bytes = "<TimeML><TEXT>A<b>B</b>&lt;C</TEXT></TimeML>";
  const Article article = read_one(bytes);
  ASSERT_EQ(article.text.view(), "AB<C");
  const SourceSpan less_than = article.text.to_source({2, 3});
  EXPECT_EQ(bytes.substr(less_than.begin, less_than.end - less_than.begin), "&lt;");
}

TEST(TimemlImporter, AFileWithoutTextIsAnError) {
  EXPECT_EQ(read_articles("a.tml", "<TimeML><TEXT>cut off").errors.size(), 1u);
}

}  // namespace
}  // namespace dateline
