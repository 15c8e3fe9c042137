#include "importers/text/dateline.h"

#include <gtest/gtest.h>

#include "core/edtf.h"

namespace dateline {
namespace {

std::string drawn(std::string_view paragraph) {
  const auto found = read_dateline(paragraph);
  if (!found) return "none";
  return found->place + "|" + (found->date ? to_edtf(*found->date) : found->day) + "|" +
         found->agency;
}

TEST(Dateline, TellsPlaceDayAndAgency) {
  EXPECT_EQ(drawn("GENEVA, March 3 (Northern Press) — Talks on the river ended."),
            "GENEVA|XXXX-03-03|Northern Press");
  EXPECT_EQ(drawn("WASHINGTON, Sept 28 (Capitol Dispatch) - The House will vote."),
            "WASHINGTON|XXXX-09-28|Capitol Dispatch");
  EXPECT_EQ(drawn("FRANKFURT (Handelswire) - Brightwell lowered its forecast."),
            "FRANKFURT||Handelswire");
  EXPECT_EQ(drawn("PORT ANSEL, Fla. — Emergency managers on Tuesday ordered"),
            "PORT ANSEL, Fla.||");
  EXPECT_EQ(drawn("LISBON, 3 March 2021 -- The mill"), "LISBON|2021-03-03|");
}

TEST(Dateline, MayBeADateAlone) {
  EXPECT_EQ(drawn("October 1, 2027 — The president signed the law."), "|2027-10-01|");
}

TEST(Dateline, IsNoSentenceWithADash) {
  for (const std::string_view text :
       {"The mill — which shut in March — was sold.", "March 3 — a day that nobody forgot.",
        "It rained.", "He said: I — we — left.", "NATO allies met on March 3 in Geneva.",
        "— he said", "Weekend profile — by Ines Calloway", ""})
    EXPECT_EQ(drawn(text), "none") << text;
}

std::string date_of(std::string_view line) {
  const auto date = read_date_line(line);
  return date ? to_edtf(*date) : "none";
}

TEST(DateLine, GivesItsDate) {
  EXPECT_EQ(date_of("June 13, 2021"), "2021-06-13");
  EXPECT_EQ(date_of("Sunday, June 13, 2021"), "2021-06-13");
  EXPECT_EQ(date_of("LIVE — Sunday, June 13, 2021. All times local."), "2021-06-13");
  EXPECT_EQ(date_of("Published: 13 June 2021, 5:40 pm"), "2021-06-13");
  EXPECT_EQ(date_of("2021-06-13"), "2021-06-13");
}

TEST(DateLine, IsNoSentenceAndNoUpdate) {
  for (const std::string_view line :
       {"He died on June 13, 2021.", "Updated June 14, 2021", "June 13 was hot.",
        "June 13, 2021 was the day on which the mill shut for good.", "Sunday", ""})
    EXPECT_EQ(date_of(line), "none") << line;
}

}  // namespace
}  // namespace dateline
