#include "core/when.h"

#include <gtest/gtest.h>

#include <array>

#include "core/edtf.h"
#include "tests/support/random.h"

namespace dateline {
namespace {

PartialDate date(std::string_view timex_value) { return *date_from_timex_value(timex_value); }

// "EDTF | grain | earliest | latest | shape | words", all that a reader sees.
std::string told(const When& when) {
  const auto bound = [](const std::optional<Instant>& b) { return b ? to_string(*b) : "none"; };
  return when.edtf + " | " + std::string(name_of(when.grain)) + " | " +
         bound(when.interval.earliest) + " | " + bound(when.interval.latest) + " | " +
         std::string(name_of(when.shape)) + " | " + when.display;
}

Interval between(std::string_view earliest, std::string_view latest) {
  return {instant_from(earliest), instant_from(latest)};
}

TEST(When, OfADayLiesWithinIt) {
  EXPECT_EQ(told(when_of(date("2022-02-12"))),
            "2022-02-12 | day | 2022-02-12T00:00:00Z | 2022-02-13T00:00:00Z | within | "
            "Saturday 12 Feb 2022");
}

TEST(When, OfAPartOfTheDayKeepsTheDayInEdtfAndTheHoursInItsBounds) {
  const When morning = when_of(date("2022-02-12TMO"));
  EXPECT_EQ(told(morning),
            "2022-02-12 | part-of-day | 2022-02-12T05:00:00Z | 2022-02-12T12:00:00Z | within | "
            "Saturday morning, 12 Feb 2022");
  EXPECT_EQ(morning.part_of_day, PartOfDay::morning);
}

TEST(When, OfAWeekOrWeekendIsAnIntervalOfDays) {
  EXPECT_EQ(told(when_of(date("2022-W06"))),
            "2022-02-07/2022-02-13 | week | 2022-02-07T00:00:00Z | 2022-02-14T00:00:00Z | within | "
            "week of 7 Feb 2022");
  EXPECT_EQ(told(when_of(date("2022-W06-WE"))),
            "2022-02-12/2022-02-13 | weekend | 2022-02-12T00:00:00Z | 2022-02-14T00:00:00Z | "
            "within | weekend of 12-13 Feb 2022");
}

TEST(When, OfAMinuteIsAnInstantWithItsOffset) {
  EXPECT_EQ(told(when_of(date("2022-02-12T10:30+02:00"))),
            "2022-02-12T10:30:00+02:00 | minute | 2022-02-12T10:30:00+02:00 | "
            "2022-02-12T10:31:00+02:00 | instant | 12 Feb 2022, 10:30 UTC+02:00");
}

TEST(When, OfADecadeSaysSo) {
  EXPECT_EQ(told(when_of(date("199"))),
            "199X | decade | 1990-01-01T00:00:00Z | 2000-01-01T00:00:00Z | within | the 1990s");
}

TEST(When, KeepsTheDoubtOfItsDate) {
  PartialDate about = date("2001");
  about.approximate = true;
  EXPECT_EQ(when_of(about).edtf, "2001~");
  EXPECT_TRUE(when_of(about).approximate);
  EXPECT_FALSE(when_of(about).uncertain);
}

TEST(When, ThatIsUnknownHasNoBoundsAndAnEdtfThatNamesNoDay) {
  const When unknown = when_unknown();
  EXPECT_EQ(told(unknown), "../.. | unknown | none | none | within | date not known");
  EXPECT_FALSE(unknown.known());
  EXPECT_EQ(interval_of(*parse_edtf(unknown.edtf)), Interval{});
  EXPECT_EQ(when_of({}), unknown);
  EXPECT_EQ(when_within({}), unknown);
  EXPECT_EQ(when_interval({}, {}), unknown);
  EXPECT_EQ(when_before(PartialDate{}, true), unknown);
  EXPECT_EQ(When{}.edtf, unknown.edtf);
}

TEST(When, LeavesOutBoundsThatTheSchemaCannotWrite) {
  const When far = when_of(PartialDate::of_year(-20'000));
  EXPECT_EQ(told(far), "Y-20000 | year | none | none | within | 20001 BC");
  EXPECT_FALSE(far.start_open);
}

TEST(When, WithinACalendarStretchIsToldAsSuch) {
  EXPECT_EQ(when_within(interval_of(date("2022-02"))), when_of(date("2022-02")));
  EXPECT_EQ(when_within(interval_of(date("2024-Q3"))), when_of(date("2024-Q3")));
  EXPECT_EQ(when_within(interval_of(date("2022-W06-WE"))), when_of(date("2022-W06-WE")));
  EXPECT_EQ(when_within(interval_of(date("2022-02-12T10"))), when_of(date("2022-02-12T10")));
}

TEST(When, WithinAnyOtherStretchIsToldByItsDays) {
  EXPECT_EQ(told(when_within(between("2022-02-11T00:00:00", "2022-02-21T00:00:00"))),
            "2022-02-11/2022-02-20 | day | 2022-02-11T00:00:00Z | 2022-02-21T00:00:00Z | within | "
            "between Friday 11 Feb 2022 and Sunday 20 Feb 2022");
  EXPECT_EQ(told(when_within(between("2022-02-12T09:00:00", "2022-02-13T00:00:00"))),
            "2022-02-12 | day | 2022-02-12T09:00:00Z | 2022-02-13T00:00:00Z | within | "
            "Saturday 12 Feb 2022");
}

TEST(When, WithinBoundsThatContradictEachOtherIsNotKnown) {
  EXPECT_EQ(when_within(between("2025-01-01T00:00:00", "2011-01-01T00:00:00")), when_unknown());
  EXPECT_EQ(when_within(between("2025-01-01T00:00:00", "2025-01-01T00:00:00")), when_unknown());
}

TEST(When, WithOneBoundIsBeforeOrAfter) {
  const Interval day = interval_of(date("2022-02-12"));
  EXPECT_EQ(told(when_within({std::nullopt, day.latest})),
            "../2022-02-12 | day | none | 2022-02-13T00:00:00Z | before | by Saturday 12 Feb 2022");
  EXPECT_EQ(
      told(when_within({day.earliest, std::nullopt})),
      "2022-02-12/.. | day | 2022-02-12T00:00:00Z | none | after | from Saturday 12 Feb 2022");
}

struct Bound {
  std::string_view value;
  bool inclusive;
  std::string_view told;
};

TEST(When, BeforeADateEndsWithItOrJustBeforeIt) {
  constexpr std::array kBounds = {
      Bound{"2022-02-18", true,
            "../2022-02-18 | day | none | 2022-02-19T00:00:00Z | before | by Friday 18 Feb 2022"},
      Bound{"2022-02-18", false,
            "../2022-02-17 | day | none | 2022-02-18T00:00:00Z | before | "
            "before Friday 18 Feb 2022"},
      Bound{"2022-03", true,
            "../2022-03 | month | none | 2022-04-01T00:00:00Z | before | by March 2022"},
      Bound{"2022-03", false,
            "../2022-02 | month | none | 2022-03-01T00:00:00Z | before | before March 2022"},
      Bound{"2022-W06-WE", true,
            "../2022-02-13 | weekend | none | 2022-02-14T00:00:00Z | before | "
            "by weekend of 12-13 Feb 2022"},
      Bound{"2022-W06-WE", false,
            "../2022-02-11 | weekend | none | 2022-02-12T00:00:00Z | before | "
            "before weekend of 12-13 Feb 2022"},
      Bound{"2022-02-12TMO", true,
            "../2022-02-12 | part-of-day | none | 2022-02-12T12:00:00Z | before | "
            "by Saturday morning, 12 Feb 2022"},
      Bound{"2022-02-12TMO", false,
            "../2022-02-12 | part-of-day | none | 2022-02-12T05:00:00Z | before | "
            "before Saturday morning, 12 Feb 2022"},
      Bound{"2022-02-18T17:00", true,
            "../2022-02-18 | minute | none | 2022-02-18T17:00:00Z | before | "
            "by 18 Feb 2022, 17:00"},
      Bound{"2022-02-18T17:00", false,
            "../2022-02-18 | minute | none | 2022-02-18T17:00:00Z | before | "
            "before 18 Feb 2022, 17:00"},
      Bound{"2022-02-18T24:00", true,
            "../2022-02-18 | minute | none | 2022-02-19T00:00:00Z | before | "
            "by 19 Feb 2022, 00:00"},
  };
  for (const Bound& row : kBounds)
    EXPECT_EQ(told(when_before(date(row.value), row.inclusive)), row.told);
}

TEST(When, AfterADateBeginsWithItOrJustAfterIt) {
  constexpr std::array kBounds = {
      Bound{"2022-02-18", true,
            "2022-02-18/.. | day | 2022-02-18T00:00:00Z | none | after | from Friday 18 Feb 2022"},
      Bound{"2022-02-18", false,
            "2022-02-19/.. | day | 2022-02-19T00:00:00Z | none | after | after Friday 18 Feb 2022"},
      Bound{"2022-W06", false,
            "2022-02-14/.. | week | 2022-02-14T00:00:00Z | none | after | "
            "after week of 7 Feb 2022"},
      Bound{"2022", false, "2023/.. | year | 2023-01-01T00:00:00Z | none | after | after 2022"},
      Bound{"2022-02-12TEV", false,
            "2022-02-13/.. | part-of-day | 2022-02-13T00:00:00Z | none | after | "
            "after Saturday evening, 12 Feb 2022"},
      Bound{"2022-02-18T09", true,
            "2022-02-18/.. | hour | 2022-02-18T09:00:00Z | none | after | from 18 Feb 2022, 09:00"},
  };
  for (const Bound& row : kBounds)
    EXPECT_EQ(told(when_after(date(row.value), row.inclusive)), row.told);
}

TEST(When, BeforeAMomentEndsThere) {
  EXPECT_EQ(told(when_before(*instant_from("2022-02-18T17:00:00-05:00"))),
            "../2022-02-18 | minute | none | 2022-02-18T17:00:00-05:00 | before | "
            "before 18 Feb 2022, 17:00 UTC-05:00");
}

TEST(When, OfAnIntervalLastsFromFirstToLast) {
  EXPECT_EQ(told(when_interval(date("2022-02-07"), date("2022-03"))),
            "2022-02-07/2022-03 | day | 2022-02-07T00:00:00Z | 2022-04-01T00:00:00Z | interval | "
            "Monday 7 Feb 2022 to March 2022");
  EXPECT_EQ(told(when_interval(date("2022-02-12T09:00"), date("2022-02-12T17:00"))),
            "2022-02-12/2022-02-12 | minute | 2022-02-12T09:00:00Z | 2022-02-12T17:00:00Z | "
            "interval | 12 Feb 2022, 09:00 to 12 Feb 2022, 17:00");
  EXPECT_EQ(told(when_interval(date("2022-W06"), date("2022-W08"))),
            "2022-02-07/2022-02-27 | week | 2022-02-07T00:00:00Z | 2022-02-28T00:00:00Z | "
            "interval | week of 7 Feb 2022 to week of 21 Feb 2022");
}

TEST(When, OfAnIntervalWithAnOpenEndHasNoBoundThere) {
  const When since = when_interval(date("2019"), std::nullopt);
  EXPECT_EQ(told(since), "2019/.. | year | 2019-01-01T00:00:00Z | none | interval | from 2019");
  EXPECT_TRUE(since.end_open);
  EXPECT_FALSE(since.start_open);
  const When until = when_interval(PartialDate{}, date("2022-02-12"));
  EXPECT_EQ(told(until),
            "../2022-02-12 | day | none | 2022-02-13T00:00:00Z | interval | "
            "until Saturday 12 Feb 2022");
  EXPECT_TRUE(until.start_open);
}

TEST(When, OfAnIntervalThatRunsBackwardsIsItsBeginning) {
  for (const std::string_view value : {"2022", "2022-W06", "2022-02-12T10:30"}) {
    When alone = when_of(date(value));
    alone.shape = When::Shape::interval;
    EXPECT_EQ(when_interval(date(value), date("2019")), alone);
  }
}

TEST(When, OfTwoAccountsIsTheMoreExact) {
  const When day = when_of(date("2022-02-12")), month = when_of(date("2022-02"));
  EXPECT_EQ(intersect(day, month), day);
  EXPECT_EQ(intersect(month, day), day);
  EXPECT_EQ(intersect(when_unknown(), day), day);
  EXPECT_EQ(intersect(day, when_unknown()), day);
  EXPECT_EQ(intersect(month, when_of(date("2022-03"))), std::nullopt);
}

TEST(When, OfTwoAccountsThatOverlapIsWhatTheyShare) {
  const auto shared = intersect(when_after(date("2022-02-10"), true), when_of(date("2022-02")));
  ASSERT_TRUE(shared);
  EXPECT_EQ(told(*shared),
            "2022-02-10/2022-02-28 | day | 2022-02-10T00:00:00Z | 2022-03-01T00:00:00Z | within | "
            "between Thursday 10 Feb 2022 and Monday 28 Feb 2022");
}

PartialDate any_date(test::Random& random) {
  const Day day = day_from_epoch(random.between(-900'000, 900'000));
  const auto grain = static_cast<Grain>(random.between(0, static_cast<int>(Grain::second)));
  if (grain <= Grain::day) return date_around(day, grain);
  if (grain == Grain::part_of_day)
    return PartialDate::of(day, static_cast<PartOfDay>(random.between(1, 5)));
  const Instant moment{start_of(day).seconds + random.between(0, 86'399), 60};
  return PartialDate::of(moment);
}

TEST(When, AlwaysHasAnEdtfWhoseDaysHoldItsBounds) {
  test::Random random(11);
  for (int i = 0; i < 10'000; ++i) {
    const PartialDate a = any_date(random), b = any_date(random);
    const std::array whens = {when_of(a),
                              when_before(a, random.one_in(2)),
                              when_after(a, random.one_in(2)),
                              when_interval(a, b),
                              when_interval(a, std::nullopt),
                              when_within({interval_of(a).earliest, interval_of(a).latest}),
                              when_within(hull(interval_of(a), interval_of(b)))};
    for (const When& when : whens) {
      const auto edtf = parse_edtf(when.edtf);
      ASSERT_TRUE(edtf) << told(when) << ": " << edtf.error().message;
      Interval days = interval_of(*edtf);
      if (days.earliest) days.earliest->utc_offset = 18 * 60;  // whatever the offset of a clock
      if (days.latest) days.latest->utc_offset = -18 * 60;
      EXPECT_TRUE(contains(days, when.interval)) << told(when);
      EXPECT_FALSE(is_empty(when.interval)) << told(when);
      EXPECT_EQ(when.start_open, !when.interval.earliest);
      EXPECT_EQ(when.end_open, !when.interval.latest);
      EXPECT_FALSE(when.display.empty());
    }
  }
}

}  // namespace
}  // namespace dateline
