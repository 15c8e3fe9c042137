#include "importers/time/placing.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

using Field = TimeTerm::Field;

TimeTerm term_of(std::initializer_list<std::pair<Field, int>> fields) {
  TimeTerm term;
  for (const auto& [field, value] : fields) term.set(field, value);
  return term;
}

std::string placed(const TimeTerm& term, std::string_view base, Toward toward) {
  const auto date = place(term, date_from_timex_value(base), toward, {});
  return date ? to_timex_value(*date) : "";
}

const TimeTerm kFriday = term_of({{Field::weekday, 5}});
const TimeTerm kMarch = term_of({{Field::month, 3}});
const TimeTerm kMarch5 = term_of({{Field::month, 3}, {Field::day, 5}});

TEST(Placing, AWeekdayLiesBeforeOrAfterOrOnItsReference) {
  EXPECT_EQ(placed(kFriday, "2022-02-11", Toward::past), "2022-02-04");
  EXPECT_EQ(placed(kFriday, "2022-02-11", Toward::past_or_same), "2022-02-11");
  EXPECT_EQ(placed(kFriday, "2022-02-11", Toward::future), "2022-02-18");
  EXPECT_EQ(placed(kFriday, "2022-02-12", Toward::nearest), "2022-02-11");
}

TEST(Placing, AMonthTakesTheYearThatTheDirectionGives) {
  EXPECT_EQ(placed(kMarch, "2022-02-11", Toward::past), "2021-03");
  EXPECT_EQ(placed(kMarch, "2022-02-11", Toward::future), "2022-03");
  EXPECT_EQ(placed(kMarch, "1944", Toward::inside), "1944-03");
}

TEST(Placing, ADayOfTheYearMayLieAheadOfAPastClauseByTwoMonths) {
  EXPECT_EQ(placed(kMarch5, "2022-02-11", Toward::near_past), "2022-03-05");
  EXPECT_EQ(placed(kMarch5, "2021-12-11", Toward::near_past), "2021-03-05");
}

TEST(Placing, ADayOfTheYearMayLieBehindAFutureClauseByTwoMonths) {
  EXPECT_EQ(placed(kMarch5, "2022-04-11", Toward::near_future), "2022-03-05");
  EXPECT_EQ(placed(kMarch5, "2022-06-11", Toward::near_future), "2023-03-05");
}

TEST(Placing, AStoryGoesOnUnlessWhatLiesBehindIsMuchNearer) {
  EXPECT_EQ(placed(kMarch, "1943-08", Toward::onward), "1944-03");
  EXPECT_EQ(placed(kMarch, "1943-05", Toward::onward), "1943-03");
  EXPECT_EQ(placed(kMarch, "1943-06", Toward::far_onward), "1944-03");
  EXPECT_EQ(placed(kMarch, "1943-08", Toward::nearest), "1943-03");
}

TEST(Placing, WhatIsNotInTheCalendarHasNoPlace) {
  const TimeTerm leap_day = term_of({{Field::month, 2}, {Field::day, 29}});
  EXPECT_EQ(placed(leap_day, "2023", Toward::inside), "");
  EXPECT_EQ(placed(leap_day, "2023-06-01", Toward::past), "2020-02-29");
  EXPECT_EQ(placed(term_of({{Field::month, 2}, {Field::day, 30}, {Field::year, 2020}}), "2020",
                   Toward::inside),
            "");
  EXPECT_EQ(placed(term_of({{Field::year, 10000}}), "2020", Toward::inside), "");
}

TEST(Placing, TheYearNoughtIsOneBeforeChrist) {
  EXPECT_EQ(placed(term_of({{Field::year, 1}, {Field::era, 1}}), "", Toward::inside), "BC0001");
  EXPECT_EQ(year_said(term_of({{Field::year, 490}, {Field::era, 1}})), -489);
}

TEST(Placing, WithoutAReferenceAWeekdayStaysOpen) {
  EXPECT_EQ(placed(kFriday, "", Toward::past), "");
  EXPECT_EQ(placed(kFriday, "2022-02", Toward::past), "");
  EXPECT_EQ(open_value(kFriday, {}), "XXXX-WXX-5");
  EXPECT_EQ(open_value(kMarch5, {}), "XXXX-03-05");
}

std::string moved_by(std::string_view from, double count, Grain unit) {
  const auto date = shifted(*date_from_timex_value(from), count, unit);
  return date ? to_timex_value(*date) : "";
}

TEST(Placing, AShiftIsKnownToItsUnit) {
  EXPECT_EQ(moved_by("2022-02-12", 2, Grain::day), "2022-02-14");
  EXPECT_EQ(moved_by("2022-02-12", 1, Grain::month), "2022-03");
  EXPECT_EQ(moved_by("2022-01-31", 1, Grain::month), "2022-02");
  EXPECT_EQ(moved_by("2022-02-12", -1, Grain::week), "2022-W05");
  EXPECT_EQ(moved_by("2022-02-12", -3, Grain::decade), "199");
}

TEST(Placing, AYearTellsNoDay) { EXPECT_EQ(moved_by("2022", 2, Grain::day), ""); }

TEST(Placing, ShiftsBeyondTheCalendarHaveNoPlace) {
  EXPECT_EQ(moved_by("2022-02-12", 1e9, Grain::week), "");
  EXPECT_EQ(moved_by("2022-02-12", 9e6, Grain::week), "");
  EXPECT_EQ(moved_by("2022-02-12", -20000, Grain::year), "");
  EXPECT_EQ(moved_by("9999-12-31", 1, Grain::day), "");
}

TEST(Placing, ADurationIsWrittenByItsUnits) {
  TimeTerm term;
  term.kind = TimeTerm::Kind::duration;
  term.amounts[static_cast<std::size_t>(Grain::year)] = 2.5F;
  EXPECT_EQ(duration_value(term), "P2Y6M");
  term.set(Field::vague, 1);
  EXPECT_EQ(duration_value(term), "PXY");
  EXPECT_EQ(offset_value(-1, Grain::day), "-P1D");
  EXPECT_EQ(offset_value(0, Grain::day), "P0D");
  EXPECT_EQ(offset_value(90, Grain::minute), "PT90M");
}

}  // namespace
}  // namespace dateline
