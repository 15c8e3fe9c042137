#include "importers/text/publication_date.h"

#include <gtest/gtest.h>

#include "core/edtf.h"
#include "importers/data_files.h"

namespace dateline {
namespace {

std::string edtf(const std::optional<PartialDate>& date) { return date ? to_edtf(*date) : "none"; }
std::string read(std::string_view text) { return edtf(read_publication_date(text)); }
std::string find(std::string_view text) { return edtf(find_date(text)); }

TEST(PublicationDate, ReadsIsoAndItsRelatives) {
  EXPECT_EQ(read("2022-02-12"), "2022-02-12");
  EXPECT_EQ(read("2022/2/9"), "2022-02-09");
  EXPECT_EQ(read("20220212"), "2022-02-12");
  EXPECT_EQ(read("2022-02-12T18:30:05Z"), "2022-02-12T18:30:05Z");
  EXPECT_EQ(read("2022-02-12T18:30:05.123+01:00"), "2022-02-12T18:30:05+01:00");
  EXPECT_EQ(read("2022-02-12 18:30:05-0530"), "2022-02-12T18:30:05-05:30");
  EXPECT_EQ(read(" 2022-02-12T18:30 "), "2022-02-12T18:30:00");
}

TEST(PublicationDate, ReadsRfc2822) {
  EXPECT_EQ(read("Sat, 12 Feb 2022 18:30:05 GMT"), "2022-02-12T18:30:05Z");
  EXPECT_EQ(read("12 Feb 2022 18:30 +0100"), "2022-02-12T18:30:00+01:00");
}

TEST(PublicationDate, ReadsSecondsAndMillisecondsSince1970) {
  EXPECT_EQ(read("1644690605"), "2022-02-12T18:30:05Z");
  EXPECT_EQ(read("1644690605123"), "2022-02-12T18:30:05Z");
  EXPECT_EQ(read("164469060"), "none");
}

TEST(PublicationDate, ReadsDatesAsPeopleWriteThem) {
  for (const std::string_view text :
       {"February 12, 2022", "Feb. 12, 2022 5:40 pm EST", "12 February 2022", "12th of Feb 2022",
        "Published: 12. Februar 2022", "12 de febrero de 2022", "le 12 février 2022", "2022 Feb 12",
        "Saturday, Feb 12th, 2022", "12.02.2022", "12.2.2022 10:15", "02/12/2022 and 12.02.2022"})
    EXPECT_EQ(read(text), "2022-02-12") << text;
}

TEST(PublicationDate, LeavesOpenWhatCanBeReadInTwoWays) {
  EXPECT_EQ(read("03/04/2022"), "none");
  EXPECT_EQ(read("25/04/2022"), "2022-04-25");
  EXPECT_EQ(read("04/25/2022"), "2022-04-25");
  EXPECT_EQ(read("25/04/2022, 26/04/2022"), "none");
}

TEST(PublicationDate, InventsNothing) {
  for (const std::string_view text :
       {"", "yesterday", "February 2022", "Feb 12", "2022-02-30", "31 April 2022", "99999999",
        "12-34-5678", "May 2021 was warm", "version 10.12.9999", "300 Mar 4000"})
    EXPECT_EQ(read(text), "none") << text;
}

TEST(PublicationDate, DropsMidnightThatStandsForNoTime) {
  EXPECT_EQ(read("2022-02-12T00:00:00Z"), "2022-02-12");
  EXPECT_EQ(read("2022-02-12T00:00:00-05:00"), "2022-02-12T00:00:00-05:00");
}

TEST(PublicationDate, IsFoundInALineWithoutItsTime) {
  EXPECT_EQ(find("By Ann Lee | Updated 5:40 p.m. on March 3, 2021"), "2021-03-03");
  EXPECT_EQ(find("2021-03-03T17:40:00Z"), "2021-03-03");
  EXPECT_EQ(find("He was born in 1970"), "none");
}

TEST(PublicationDate, IsFoundInTheAddress) {
  EXPECT_EQ(edtf(date_in_url("https://a.example/news/2022/02/12/mill-closes")), "2022-02-12");
  EXPECT_EQ(edtf(date_in_url("https://a.example/2022-02-12-mill")), "2022-02-12");
  EXPECT_EQ(edtf(date_in_url("https://a.example/20220212/mill")), "2022-02-12");
  EXPECT_EQ(edtf(date_in_url("https://a.example/x?d=2022-02-12")), "none");
  EXPECT_EQ(edtf(date_in_url("https://2022-02-12.example")), "none");
  EXPECT_EQ(edtf(date_in_url("")), "none");
}

TEST(PublicationDate, MonthDataIsWhole) {
  const auto names =
      parse_month_names(DataFiles::embedded().find("root/month_names.txt").value(), "months");
  ASSERT_TRUE(names) << names.error().message;
  EXPECT_EQ(names->at("märz"), 3);
  EXPECT_EQ(parse_month_names("1 jan\n2 jan\n", "x.txt").error().message,
            "x.txt:2: expected names of one month only");
  EXPECT_EQ(parse_month_names("13 jan\n", "x.txt").error().message,
            "x.txt:1: expected the number of a month first");
}

}  // namespace
}  // namespace dateline
