#include <gtest/gtest.h>

#include "tests/support/packed.h"
#include "tests/support/read_articles.h"
#include "tests/support/unpacked.h"
#include "tests/support/web_archive.h"
#include "tests/support/zipped.h"

namespace dateline {
namespace {

TEST(Zip, GivesItsFilesByTheirNames) {
  const auto read = read_articles(
      "a.zip", zipped({{"b/mill.txt", "The mill shut."}, {"b/", ""}, {"dam.html", "<p>It held."}}));
  EXPECT_TRUE(read.errors.empty());
  ASSERT_EQ(read.articles.size(), 2u);
  EXPECT_EQ(read.articles[0].source, "a.zip#b/mill.txt");
  EXPECT_EQ(read.articles[0].text.view(), "The mill shut.");
  EXPECT_EQ(read.articles[1].media_type, "text/html");
}

TEST(Zip, PassesOverLinksHiddenFilesAndPictures) {
  const auto all = unpacked("a.zip", zipped({{"to", "/etc/passwd", true},
                                             {".git/config", "x"},
                                             {"__MACOSX/a.txt", "x"},
                                             {"a.png", "\x89PNG\r\n\x1A\n"},
                                             {"style.css", "p {}"}}));
  EXPECT_TRUE(all.resources.empty());
  EXPECT_TRUE(all.errors.empty());
  ASSERT_EQ(all.passed_over.size(), 5u);
  EXPECT_EQ(all.passed_over[0].passed_over, "a link");
  EXPECT_EQ(all.passed_over[1].passed_over, "a hidden file");
  EXPECT_EQ(all.passed_over[3].passed_over, "a PNG image");
}

TEST(Zip, OnlyShowsNamesThatLeadElsewhere) {
  const auto all = unpacked("a.zip", zipped({{"../../tmp/a.txt", "One."}, {"/etc/b.txt", "Two."}}));
  ASSERT_EQ(all.resources.size(), 2u);
  EXPECT_EQ(all.resources[0].name, "a.zip#../../tmp/a.txt");
  EXPECT_EQ(all.resources[1].name, "a.zip#/etc/b.txt");
}

TEST(Zip, MayHoldOtherArchives) {
  const std::string inner = zipped({{"mill.txt", "The mill shut."}});
  const auto all = unpacked("a.zip", zipped({{"b.zip", inner}, {"c.txt.gz", gzipped("It held.")}}));
  ASSERT_EQ(all.resources.size(), 2u);
  EXPECT_EQ(all.resources[0].name, "a.zip#b.zip#mill.txt");
  EXPECT_EQ(all.resources[1].bytes, "It held.");
  std::string nested = "The mill shut.";
  for (int i = 0; i < 5; ++i) nested = zipped({{"x", nested}});
  const auto deep = unpacked("a.zip", nested);
  EXPECT_TRUE(deep.resources.empty());
  ASSERT_EQ(deep.errors.size(), 1u);
}

TEST(Zip, OfAWebArchiveIsReadForThatOnly) {
  const auto all = unpacked(
      "a.wacz", zipped({{"datapackage.json", "{}"},
                        {"pages/pages.jsonl", "{\"text\":\"x\"}"},
                        {"archive/a.warc.gz", gzipped(warc_response("<p>The mill shut."))}}));
  EXPECT_TRUE(all.errors.empty());
  EXPECT_EQ(all.passed_over.size(), 2u);
  ASSERT_EQ(all.resources.size(), 1u);
  EXPECT_EQ(all.resources[0].name, "a.wacz#archive/a.warc.gz#1");
}

TEST(Zip, OfAnotherFormatIsNamed) {
  const auto all = unpacked("a.docx", zipped({{"[Content_Types].xml", "<x/>"}, {"a.xml", "<x/>"}}));
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_EQ(all.errors[0], "expected articles, found an Office document");
}

TEST(Zip, TellsWhichEntryCannotBeReadAndReadsTheOthers) {
  std::string archive = zipped({{"mill.txt", std::string(300, 'm')},
                                {"dam.txt", "The dam held."},
                                {"locked.txt", "x", false, "secret"}});
  archive[archive.find("mill.txt") + 8] ^= 0x70;  // in its data
  const auto all = unpacked("a.zip", archive);
  ASSERT_EQ(all.resources.size(), 1u);
  EXPECT_EQ(all.resources[0].name, "a.zip#dam.txt");
  ASSERT_EQ(all.errors.size(), 2u);
  EXPECT_TRUE(all.errors[0].starts_with("'mill.txt'")) << all.errors[0];
  EXPECT_TRUE(all.errors[1].starts_with("'locked.txt'")) << all.errors[1];
}

TEST(Zip, WithADamagedWebArchiveIsReadToItsEnd) {
  std::string archive =
      zipped({{"a.warc", warc_response(std::string(300, 'm'))}, {"b.txt", "It."}});
  archive[archive.find("a.warc") + 60] ^= 0x70;  // in its data
  const auto all = unpacked("a.zip", archive);
  ASSERT_EQ(all.resources.size(), 1u);
  EXPECT_EQ(all.resources[0].name, "a.zip#b.txt");
  EXPECT_FALSE(all.errors.empty());
}

TEST(Zip, WithoutItsDirectoryIsReadByTheHeadsOfItsEntries) {
  const std::string archive = zipped(
      {{"b/mill.txt", "The mill shut."}, {".git/x", "x"}, {"b/", ""}, {"dam.txt", "It held."}});
  const auto all = unpacked("a.zip", archive.substr(0, archive.size() - 30));
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_TRUE(all.errors[0].starts_with("expected a whole zip archive")) << all.errors[0];
  ASSERT_EQ(all.resources.size(), 2u);
  EXPECT_EQ(all.resources[0].name, "a.zip#b/mill.txt");
  EXPECT_EQ(all.resources[0].bytes, "The mill shut.");
  EXPECT_EQ(all.resources[1].bytes, "It held.");
  EXPECT_EQ(all.passed_over.size(), 1u);
}

TEST(Zip, ThatIsCutWithinAnEntryGivesWhatIsWhole) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += std::to_string(i * i) + " words. ";
  const std::string archive = zipped({{"mill.txt", "The mill shut."}, {"dam.txt", text}});
  for (std::size_t size = 20; size + 30 < archive.size(); size += 97) {
    const auto all = unpacked("a.zip", archive.substr(0, size));
    EXPECT_FALSE(all.errors.empty());
    for (const Resource& resource : all.resources)
      EXPECT_TRUE(resource.bytes == "The mill shut." || text.starts_with(resource.bytes));
  }
  const auto all = unpacked("a.zip", archive.substr(0, archive.size() / 2));
  ASSERT_EQ(all.resources.size(), 2u);
  EXPECT_GT(all.resources[1].bytes.size(), text.size() / 4);
  EXPECT_EQ(all.errors.size(), 2u);
  EXPECT_TRUE(all.errors[1].starts_with("'dam.txt'")) << all.errors[1];
}

TEST(Zip, WithoutItsDirectoryTellsWhatItCannotRead) {
  const std::string archive =
      zipped({{"locked.txt", "x", false, "secret"}, {"dam.txt", "The dam held."}});
  const auto all = unpacked("a.zip", archive.substr(0, archive.size() - 30));
  ASSERT_EQ(all.resources.size(), 1u);
  EXPECT_EQ(all.errors.size(), 2u);
}

TEST(Zip, WithoutItsDirectoryIsNoBomb) {
  std::vector<ZipEntry> entries;
  for (int i = 0; i < 40; ++i) entries.push_back({std::to_string(i), std::string(1u << 20, 'a')});
  const std::string archive = zipped(entries);
  const auto all = unpacked("bomb.zip", archive.substr(0, archive.size() - 30));
  EXPECT_LT(all.resources.size(), 20u);
  EXPECT_FALSE(all.errors.empty());
}

TEST(Zip, OfAWebArchiveTellsTitlesOfPagesAndWhenTheyWereCaptured) {
  const auto all = unpacked(
      "a.wacz",
      zipped({{"datapackage.json", "{}"},
              {"pages/pages.jsonl",
               "{\"format\":\"json-pages-1.0\"}\nbroken\n{\"url\":\"http://herald.example/story\","
               "\"title\":\"Mill shuts\",\"ts\":\"2022-02-12T10:30:00Z\"}\n"},
              {"archive/a.warc",
               warc_record("resource", "The mill shut.", "Content-Type: text/plain\r\n")}}));
  ASSERT_EQ(all.resources.size(), 1u);
  EXPECT_EQ(all.resources[0].title, "Mill shuts");
  EXPECT_EQ(all.resources[0].pages, nullptr);
}

TEST(Zip, OfADocumentOfWordIsItsText) {
  const auto all = unpacked(
      "a.docx", zipped({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<w:document/>"}}));
  EXPECT_TRUE(all.errors.empty());
  ASSERT_EQ(all.resources.size(), 1u);
  EXPECT_EQ(all.resources[0].name, "a.docx");
  EXPECT_EQ(all.resources[0].bytes, "<w:document/>");
}

TEST(Zip, IsNoBombHoweverManyEntriesItIsCutInto) {
  std::vector<ZipEntry> entries;
  for (int i = 0; i < 40; ++i) entries.push_back({std::to_string(i), std::string(1u << 20, 'a')});
  const auto all = unpacked("bomb.zip", zipped(entries));
  EXPECT_LT(all.resources.size(), 20u);
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_NE(all.errors[0].find("for each packed one"), std::string::npos);
}

}  // namespace
}  // namespace dateline
