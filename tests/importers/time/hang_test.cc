#include <gtest/gtest.h>

#include "importers/time/resolver.h"

namespace dateline {
namespace {

const TimexRules& english() {
  static const Result<TimexRules> rules = load_timex_rules(DataFiles::embedded(), "en");
  return *rules;
}

Timex hung(std::string text, std::string_view event) {
  Document document;
  document.article.text = Text::from_source(std::move(text));
  document.published = date_from_timex_value("2022-02-12");
  auto found = find_timexes(document, english());
  EXPECT_EQ(found.size(), 1u);
  if (found.empty()) return {};
  EXPECT_EQ(found[0].anchor, Timex::Anchor::event);
  EXPECT_FALSE(found[0].date);
  hang_timex(found[0], *date_from_timex_value(event));
  return found[0];
}

TEST(HangTimex, DaysFromAnEventLeadToADay) {
  EXPECT_EQ(to_timex_value(*hung("They left one day after the warning.", "2022-02-12").date),
            "2022-02-13");
  EXPECT_EQ(hung("They met the day before the vote.", "2022-03-01").value, "2022-02-28");
  EXPECT_EQ(hung("They met on the eve of the vote.", "2022-03-01").value, "2022-02-28");
}

TEST(HangTimex, HoursFromADayAreCountedAsDays) {
  EXPECT_EQ(to_timex_value(*hung("They must leave within 48 hours.", "2022-02-12").date),
            "2022-02-14");
  EXPECT_EQ(to_timex_value(*hung("They must leave within 48 hours.", "2022-02-12T09:00").date),
            "2022-02-14T09");
}

TEST(HangTimex, WeeksFromADayLeadToADay) {
  EXPECT_EQ(to_timex_value(*hung("It fell three weeks after the warning.", "2022-02-12").date),
            "2022-03-05");
}

TEST(HangTimex, AYearTellsNoDay) {
  EXPECT_FALSE(hung("They met the day before the vote.", "2022").date);
}

TEST(HangTimex, AVagueStretchHangsOnNothing) {
  EXPECT_FALSE(hung("They left a few days after the warning.", "2022-02-12").date);
}

TEST(HangTimex, ATimeThatHangsOnNoEventIsLeftAlone) {
  Timex timex;
  timex.value = "2022-02-12";
  hang_timex(timex, *date_from_timex_value("2020-01-01"));
  EXPECT_EQ(timex.value, "2022-02-12");
  EXPECT_FALSE(timex.date);
}

}  // namespace
}  // namespace dateline
