#include "importers/format/article_export.h"

#include <gtest/gtest.h>

#include "tests/support/proportion.h"
#include "tests/support/read_articles.h"

namespace dateline {
namespace {

const std::string kNexis = R"(


Download Request: Selected Items: 1-2
Time Of Request: Friday, March 20, 2018  16:51:31

                               1 of 2 DOCUMENTS



                                  The Herald

                            January 11, 2010 Monday
                                   Edition 1

Mill shuts, and forty workers go home without the wages that they had been
promised

BYLINE: Ann Lee and Bo Ek

SECTION: NEWS; Pg. 6

LENGTH: 1,355 words

The mill on the river shut on Monday, and forty workers lost their jobs, said
their union.

Note: nobody knew. The mill had been there since 1840.

LOAD-DATE: January 12, 2010

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                       Copyright 2010 Herald Group
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                                  Evening Post

                            January 12, 2010 Tuesday

Dam holds

LENGTH: 12 words

The dam held.

LOAD-DATE: January 12, 2010
)";

TEST(ArticleExport, ReadsTheListsOfNexis) {
  const auto read = read_articles("a.txt", kNexis);
  EXPECT_TRUE(read.errors.empty());
  ASSERT_EQ(read.articles.size(), 2u);
  const Article& mill = read.articles[0];
  EXPECT_EQ(mill.source, "a.txt#1");
  EXPECT_EQ(mill.title,
            "Mill shuts, and forty workers go home without the wages that they had been promised");
  EXPECT_EQ(mill.publisher, "The Herald");
  EXPECT_EQ(mill.published, "2010-01-11");
  EXPECT_EQ(mill.authors, (std::vector<std::string>{"Ann Lee", "Bo Ek"}));
  EXPECT_EQ(mill.text.view(),
            "The mill on the river shut on Monday, and forty workers lost their jobs, said their "
            "union.\n\nNote: nobody knew. The mill had been there since 1840.");
  EXPECT_EQ(read.articles[1].title, "Dam holds");
  EXPECT_EQ(read.articles[1].published, "2010-01-12");
  EXPECT_EQ(read.articles[1].publisher, "Evening Post");
  EXPECT_EQ(read.articles[1].text.view(), "The dam held.");
}

TEST(ArticleExport, LeadsBackToTheBytes) {
  const auto read = read_articles("a.txt", kNexis);
  const Text& text = read.articles.at(0).text;
  const auto at = static_cast<std::uint32_t>(text.view().find("nobody knew"));
  EXPECT_EQ(text.to_source({at, at + 6}).begin, kNexis.find("nobody knew"));
}

TEST(ArticleExport, ReadsTheLaterFormOfNexis) {
  const auto read = read_articles("a.txt", R"(Mill shuts
The Herald
January 11, 2010 Monday

Copyright 2010 Herald Group All Rights Reserved
Section: NEWS; Pg. 6
Length: 355 words
Byline: Ann Lee
Body


The mill shut.
Nobody knew.
Load-Date: January 12, 2010

End of Document

Dam holds
Evening Post
January 12, 2010 Tuesday
Length: 12 words
Body

The dam held.
End of Document
)");
  ASSERT_EQ(read.articles.size(), 2u);
  EXPECT_EQ(read.articles[0].title, "Mill shuts");
  EXPECT_EQ(read.articles[0].publisher, "The Herald");
  EXPECT_EQ(read.articles[0].published, "2010-01-11");
  EXPECT_EQ(read.articles[0].authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(read.articles[0].text.view(), "The mill shut.\nNobody knew.");
  EXPECT_EQ(read.articles[1].title, "Dam holds");
  EXPECT_EQ(read.articles[1].text.view(), "The dam held.");
}

TEST(ArticleExport, IsNotMisledByAListOfContents) {
  const auto read = read_articles("a.txt", R"(Date and Time: Friday, 5. July 2019 09:31:00 CEST
Job Number: 1

Documents (2)

1. Mill shuts
Client/Matter: -None-
Search Terms: mill
2. Dam holds
Search Terms: mill

Mill shuts
The Herald
January 11, 2010 Monday
Length: 355 words
Byline:)"
                                           "\xC2\xA0"
                                           R"(Ann Lee
Body

The mill shut.

Classification

Language: ENGLISH
End of Document
)");
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].title, "Mill shuts");
  EXPECT_EQ(read.articles[0].publisher, "The Herald");
  EXPECT_EQ(read.articles[0].published, "2010-01-11");
  EXPECT_EQ(read.articles[0].authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(read.articles[0].text.view(), "The mill shut.");
}

TEST(ArticleExport, ReadsFactivaForPeople) {
  const auto read = read_articles("a.txt", R"(Mill shuts
By Ann Lee
234 words
9 January 2012
The Herald
HRLD
1
English
(c) 2012 Herald Group

The mill shut.

Nobody knew.

Document HRLD000020120109e8190002u

Dam holds
12 words
10 January 2012
Evening Post
EVPO
English
(c) 2012 Post

The dam held.

Document EVPO000020120110e81a0001b
)");
  ASSERT_EQ(read.articles.size(), 2u);
  EXPECT_EQ(read.articles[0].title, "Mill shuts");
  EXPECT_EQ(read.articles[0].authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(read.articles[0].published, "2012-01-09");
  EXPECT_EQ(read.articles[0].text.view(), "The mill shut.\n\nNobody knew.");
  EXPECT_EQ(read.articles[1].title, "Dam holds");
  EXPECT_EQ(read.articles[1].published, "2012-01-10");
  EXPECT_EQ(read.articles[1].text.view(), "The dam held.");
}

TEST(ArticleExport, ReadsFactivaWithItsCodes) {
  const auto read = read_articles("a.txt", R"(SE  News
HD  Mill shuts for
good
BY  Ann Lee
WC  234 words
PD  9 January 2012
SN  The Herald
LA  English
CY  (c) 2012 Herald Group

LP
The mill shut.

TD
Nobody knew.

IN  i123 : Mills
AN  Document HRLD000020120109e8190002u
)");
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].title, "Mill shuts for good");
  EXPECT_EQ(read.articles[0].publisher, "The Herald");
  EXPECT_EQ(read.articles[0].published, "2012-01-09");
  EXPECT_EQ(read.articles[0].text.view(), "The mill shut.\n\nNobody knew.");
}

TEST(ArticleExport, ReadsProQuest) {
  const auto read =
      read_articles("a.txt", R"(____________________________________________________________

Document 1 of 2

Title: Mill shuts

Author: Lee, Ann

Publication info: The Herald ; Brenford [Brenford]. 09 Jan 2012: A.1.

Abstract: A mill has shut.

Links: http://example.org/links

Full text: The mill shut.

Nobody knew.

Subject: Mills; Jobs

Title: Mill shuts

Publication title: The Herald

Publication date: Jan 9, 2012

____________________________________________________________

Document 2 of 2

Title: Dam holds

Full text: The dam held.

Publication date: Jan 10, 2012
)");
  ASSERT_EQ(read.articles.size(), 2u);
  EXPECT_EQ(read.articles[0].title, "Mill shuts");
  EXPECT_EQ(read.articles[0].text.view(), "The mill shut.\n\nNobody knew.");
  EXPECT_EQ(read.articles[0].publisher, "The Herald");
  EXPECT_EQ(read.articles[0].published, "2012-01-09");
  EXPECT_EQ(read.articles[1].published, "2012-01-10");
}

TEST(ArticleExport, MayBeAPage) {
  const std::string page =
      "<!doctype html><title>Factiva</title><div class=article><table><tr><td><b>HD</b>&nbsp;</td>"
      "<td><b>Mill shuts</b></td></tr><tr><td><b>WC</b></td><td>295 mots</td></tr><tr><td><b>PD</b>"
      "</td><td>9 January 2012</td></tr><tr><td><b>SN</b></td><td>Herald</td></tr><tr><td><p><b>LP"
      "</b></p></td><td><p>It shut.</p><p>Nobody knew.</p></td></tr><tr><td><p><b>TD</b></p></td>"
      "<td><p>It may open.</p></td></tr><tr><td><b>AN</b></td><td>Document "
      "HRLD000020120109e8190002u"
      "</td></tr></table></div>";
  const auto read = read_articles("a.html", page + page);
  ASSERT_EQ(read.articles.size(), 2u);
  EXPECT_EQ(read.articles[1].title, "Mill shuts");
  EXPECT_EQ(read.articles[1].publisher, "Herald");
  EXPECT_EQ(read.articles[1].published, "2012-01-09");
  EXPECT_EQ(read.articles[1].text.view(), "It shut.\n\nNobody knew.\n\nIt may open.");
}

TEST(ArticleExport, IsNoLetterThatSpeaksOfDocuments) {
  EXPECT_FALSE(is_article_export("He read 3 of 10 documents.\n\nThen he left.\n"));
  EXPECT_FALSE(is_article_export("LENGTH: 300 words\n\nA story.\n"));
  EXPECT_FALSE(is_article_export(""));
}

TEST(ArticleExport, WithoutWordsIsAnErrorWithItsPlace) {
  const auto read = read_articles(
      "a.txt",
      "1 of 2 DOCUMENTS\n\nLENGTH: 3 words\n\nIt shut.\n\nLOAD-DATE: x\n2 of 2 DOCUMENTS\n"
      "\nLENGTH: 0 words\n");
  EXPECT_EQ(read.articles.size(), 1u);
}

TEST(ArticleExport, IsReadInTimeInProportionToItsSize) {
  const std::string document = "1 of 2 DOCUMENTS\nLENGTH: 3 words\n";
  const auto read = [](const std::string& text) { read_articles("a.txt", text); };
  const auto lines_of = [&](std::string_view head, std::string_view line) {
    return [=](std::size_t size) { return repeated(head, line, size); };
  };
  EXPECT_TRUE(reads_in_proportion(lines_of(document, "a\n"), 2'000'000, read));
  EXPECT_TRUE(reads_in_proportion(lines_of(document, "BYLINE:\n"), 1'000'000, read));
  EXPECT_TRUE(reads_in_proportion(lines_of("", document), 1'000'000, read));
}

const std::string kStory =
    "Mill shuts\n\nBy Ann Lee\n\nThe mill on the river shut on Monday, and forty workers lost "
    "their jobs, said their union.\n";
const std::string kOther =
    "Dam holds\n\nBy Bo Ek\n\nThe dam above the town held on Monday, and nobody had to leave the "
    "houses below it, said the mayor.\n";

TEST(TextWithSeveralArticles, IsPartedByLinesOfOneSign) {
  for (const std::string between : {"\n==========\n\n", "\n* * *\n", "\f"}) {
    const auto read = read_articles("a.txt", kStory + between + kOther);
    ASSERT_EQ(read.articles.size(), 2u) << between;
    EXPECT_EQ(read.articles[0].title, "Mill shuts");
    EXPECT_EQ(read.articles[1].title, "Dam holds");
    EXPECT_EQ(read.articles[1].source, "a.txt#2");
    EXPECT_EQ(read.articles[1].authors, std::vector<std::string>{"Bo Ek"});
    const Text& text = read.articles[1].text;
    EXPECT_EQ(text.to_source({0, 3}).begin, kStory.size() + between.size());
  }
}

TEST(TextWithSeveralArticles, IsOneStoryIfAPartIsNoArticle) {
  const auto read = read_articles("a.txt", kStory + "\n* * *\n\nThe next day it was quiet.\n");
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].source, "a.txt");
}

}  // namespace
}  // namespace dateline
