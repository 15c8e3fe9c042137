
#include <gtest/gtest.h>

#include "importers/format/csv_rows.h"
#include "tests/support/proportion.h"
#include "tests/support/read_articles.h"

namespace dateline {
namespace {

const std::string kTable =
    "id,Headline,publish_date,author,body,URL,source\r\n"
    "1,\"Mill \"\"shuts\"\"\",2022-02-12T10:30:00+01:00,Ann Lee and Bo Ek,\"The mill shut, they "
    "said.\r\n\r\nNobody \"\"knew\"\".\",http://herald.example/mill,Herald\r\n"
    "2,Dam holds,12 February 2022,,The dam held.,,\r\n";

std::vector<std::string> fields(std::string_view row, char delimiter = ',') {
  const Text text = Text::from_source(std::string(row));
  std::vector<std::string> all;
  for (const Span field : csv_fields(row, delimiter))
    all.emplace_back(csv_field(text, field).view());
  return all;
}

std::vector<std::string> rows(std::string_view text) {
  CsvRows all(text, ',');
  std::vector<std::string> found;
  for (CsvRow row; all.next(row);) found.emplace_back(text.substr(row.begin, row.end - row.begin));
  return found;
}

TEST(CsvFields, MayStandInQuotes) {
  using Fields = std::vector<std::string>;
  EXPECT_EQ(fields("a,\"b,c\",d"), (Fields{"a", "b,c", "d"}));
  EXPECT_EQ(fields("\"say \"\"so\"\"\",\"\""), (Fields{"say \"so\"", ""}));
  EXPECT_EQ(fields("a,,"), (Fields{"a", "", ""}));
  EXPECT_EQ(fields(""), Fields{""});
  EXPECT_EQ(fields("a\tb \"c\"", '\t'), (Fields{"a", "b \"c\""}));
}

TEST(CsvFields, WithCharactersBehindTheQuoteKeepThemAll) {
  EXPECT_EQ(fields("\"a\" b,c"), (std::vector<std::string>{"\"a\" b", "c"}));
  EXPECT_EQ(fields("\"a,b"), (std::vector<std::string>{"\"a", "b"}));
}

TEST(CsvRows, EndWithTheirLinesUnlessThoseAreQuoted) {
  EXPECT_EQ(rows("a\r\n\"b\r\nc\",d\n\n\re\"\n"),
            (std::vector<std::string>{"a", "\"b\r\nc\",d", "e\""}));
}

TEST(CsvRows, TellTheLineThatTheyBeginIn) {
  CsvRows all("a\n\"b\nb\"\n\nc", ',');
  std::vector<std::size_t> lines;
  for (CsvRow row; all.next(row);) lines.push_back(row.line);
  EXPECT_EQ(lines, (std::vector<std::size_t>{1, 2, 5}));
}

TEST(CsvDelimiter, IsWhatPartsMostFields) {
  EXPECT_EQ(csv_delimiter("a;b;c,d\n"), ';');
  EXPECT_EQ(csv_delimiter("a\tb\n"), '\t');
  EXPECT_EQ(csv_delimiter("\"a;b;c\",d"), ',');
  EXPECT_EQ(csv_delimiter(""), ',');
}

TEST(Table, FindsColumnsByTheirNames) {
  const auto read = read_articles("news.txt", kTable);
  EXPECT_TRUE(read.errors.empty());
  ASSERT_EQ(read.articles.size(), 2u);
  const Article& mill = read.articles[0];
  EXPECT_EQ(mill.source, "news.txt#2");
  EXPECT_EQ(mill.title, "Mill \"shuts\"");
  EXPECT_EQ(mill.published, "2022-02-12T10:30:00+01:00");
  EXPECT_EQ(mill.authors, (std::vector<std::string>{"Ann Lee", "Bo Ek"}));
  EXPECT_EQ(mill.text.view(), "The mill shut, they said.\r\n\r\nNobody \"knew\".");
  EXPECT_EQ(mill.url, "http://herald.example/mill");
  EXPECT_EQ(mill.publisher, "Herald");
  EXPECT_EQ(mill.media_type, "text/csv");
  EXPECT_EQ(read.articles[1].source, "news.txt#5");
  EXPECT_EQ(read.articles[1].published, "2022-02-12");
}

TEST(Table, LeadsBackToTheBytes) {
  const auto read = read_articles("news.csv", "\xEF\xBB\xBF" + kTable);
  const Text& text = read.articles.at(0).text;
  const auto at = static_cast<std::uint32_t>(text.view().find("knew"));
  const SourceSpan source = text.to_source({at, at + 4});
  EXPECT_EQ(("\xEF\xBB\xBF" + kTable).substr(source.begin, source.end - source.begin), "knew");
}

TEST(Table, ReadsOtherDelimitersAndTheLineThatTellsThem) {
  EXPECT_EQ(read_articles("a.tsv", "title\ttext\nMill\tIt shut.").articles.at(0).text.view(),
            "It shut.");
  EXPECT_EQ(read_articles("a", "sep=|\r\ntitle|text\r\nMill|It shut.").articles.at(0).title,
            "Mill");
}

TEST(Table, ReadsUtf16AsExcelWritesIt) {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("title\ttext\r\nMill\tIt shut on Monday.\r\n")) {
    wide += c;
    wide += '\0';
  }
  const auto read = read_articles("a.csv", wide);
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].text.view(), "It shut on Monday.");
  EXPECT_EQ(read.articles[0].text.to_source({0, 2}).begin, wide.find("I\0t"));
}

TEST(Table, TakesTheColumnsThatItIsTold) {
  Resource resource;
  resource.name = "a.csv";
  resource.bytes = "text,remarks,when\nx,The mill shut.,2022-02-12\n";
  resource.columns = "text=remarks,published=3";
  std::vector<Article> articles;
  read_unpacked(resource, find_importer("csv"), [&](Result<Article> read) {
    ASSERT_TRUE(read);
    articles.push_back(std::move(read).value());
  });
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].text.view(), "The mill shut.");
  EXPECT_EQ(articles[0].published, "2022-02-12");
}

TEST(Table, HasNoNamesIfAllColumnsAreToldByNumber) {
  Resource resource;
  resource.bytes = "Mill,The mill shut.\nDam,The dam held.\n";
  resource.columns = "text=2,title=1";
  std::vector<std::string> titles;
  read_unpacked(resource, find_importer("csv"),
                [&](Result<Article> read) { titles.push_back(read->title); });
  EXPECT_EQ(titles, (std::vector<std::string>{"Mill", "Dam"}));
}

TEST(Table, RefusesAColumnThatIsNotThere) {
  Resource resource;
  resource.bytes = "text,title\na,b\n";
  resource.columns = "text=body";
  std::vector<std::string> errors;
  read_unpacked(resource, find_importer("csv"),
                [&](Result<Article> read) { errors.push_back(read.error().message); });
  EXPECT_EQ(errors, std::vector<std::string>{"expected a column 'body', found 'text', 'title'"});
}

TEST(Table, ReadsListsOfNamesAsProgramsWriteThem) {
  const auto read =
      read_articles("a.csv", "text,authors\nIt shut.,\"['Ann Lee', 'Bo Ek']\"\nIt held.,[]");
  EXPECT_EQ(read.articles.at(0).authors, (std::vector<std::string>{"Ann Lee", "Bo Ek"}));
  EXPECT_TRUE(read.articles.at(1).authors.empty());
}

TEST(Table, TakesATeaserWhereThereIsNoText) {
  const auto read =
      read_articles("a.csv", "title,text,description\nMill,,It shut.\nDam,It held.,Held\n");
  EXPECT_EQ(read.articles.at(0).text.view(), "It shut.");
  EXPECT_EQ(read.articles.at(1).text.view(), "It held.");
}

TEST(Table, IsNoTextWithCommas) {
  EXPECT_EQ(read_articles("a", "Text, title and body\nmay stand in a letter.\n")
                .articles.at(0)
                .media_type,
            "text/plain");
  EXPECT_EQ(read_articles("a", "name,age\nAnn,7\n").articles.at(0).media_type, "text/plain");
}

TEST(Table, TellsWhatItDoubts) {
  const auto read = read_articles("a.csv", "title,text,date\nMill,It shut.,03/04/2022,x\n");
  const auto& told = read.articles.at(0).diagnostics;
  ASSERT_EQ(told.size(), 2u);
  EXPECT_EQ(told[0].kind, "other-columns");
  EXPECT_EQ(told[0].message, "expected 3 columns, found 4");
  EXPECT_EQ(told[1].kind, "date-not-read");
}

TEST(Table, RowsWithoutTextAreErrorsWithTheirPlace) {
  const auto read = read_articles("a.csv", "title,text\nMill,\nDam,It held.\n");
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].at, (SourceSpan{11, 16}));
  EXPECT_EQ(read.articles.size(), 1u);
}

TEST(Table, TellsOfManyRowsWithoutTextHowManyThereAre) {
  std::string table = "title,text\nMill,It shut.\n";
  for (int i = 0; i < 1000; ++i) table += "Dam,\n";
  const auto read = read_articles("a.csv", table + "Lock,It burst.\n");
  EXPECT_EQ(read.articles.size(), 2u);
  ASSERT_EQ(read.errors.size(), 101u);
  EXPECT_EQ(read.errors.back().message, "expected articles, found 900 more rows without words");
}

TEST(Table, LosesNoRowBehindAQuoteThatIsNotClosed) {
  const auto read =
      read_articles("a.csv", "title,text\nMill,\"It shut.\nDam,It held.\nLock,It burst.\n");
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].message, "expected the quote that closes the field, found the end");
  EXPECT_EQ(read.errors[0].at.begin, 16u);
  EXPECT_EQ(read.articles.size(), 3u);
}

TEST(Table, OfNamesAloneIsAnError) {
  EXPECT_EQ(read_articles("a.csv", "title,text\n").errors.size(), 1u);
}

TEST(Table, IsReadInTimeInProportionToItsSize) {
  const auto read = [](const std::string& text) { read_articles("a.csv", text); };
  const std::string names = "title,text\n";
  EXPECT_TRUE(reads_in_proportion(
      [&](std::size_t size) { return repeated(names, "a,\"b\n", size) + "c,\""; }, 400'000, read));
  EXPECT_TRUE(reads_in_proportion([&](std::size_t size) { return names + std::string(size, ','); },
                                  4'000'000, read));
  EXPECT_TRUE(reads_in_proportion([](std::size_t size) { return std::string(size, ','); },
                                  4'000'000, read));
  EXPECT_TRUE(reads_in_proportion(
      [&](std::size_t size) { return names + "a,\"" + std::string(size, 'x') + '"'; }, 8'000'000,
      read));
}

}  // namespace
}  // namespace dateline
