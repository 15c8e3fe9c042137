#include "core/date.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/support/random.h"

namespace dateline {
namespace {

PartialDate read(std::string_view value) {
  const auto date = date_from_timex_value(value);
  EXPECT_TRUE(date) << value;
  return date.value_or(PartialDate{});
}

TEST(Date, NamesItsGrainsAsTheSchemaDoes) {
  EXPECT_EQ(name_of(Grain::part_of_day), "part-of-day");
  for (int i = 0; i <= static_cast<int>(Grain::unknown); ++i) {
    const auto grain = static_cast<Grain>(i);
    EXPECT_EQ(grain_named(name_of(grain)), grain);
  }
  EXPECT_FALSE(grain_named("fortnight"));
  EXPECT_EQ(part_of_day_named("midday"), PartOfDay::midday);
  EXPECT_FALSE(part_of_day_named("dawn"));
}

struct Row {
  std::string_view value;
  Grain grain;
  std::string_view first, after;  // the days it covers
  std::string_view words;
};
constexpr std::array kRows = {
    Row{"19", Grain::century, "1900-01-01", "2000-01-01", "20th century"},
    Row{"199", Grain::decade, "1990-01-01", "2000-01-01", "the 1990s"},
    Row{"2022", Grain::year, "2022-01-01", "2023-01-01", "2022"},
    Row{"2022-H1", Grain::half, "2022-01-01", "2022-07-01", "first half of 2022"},
    Row{"2022-H2", Grain::half, "2022-07-01", "2023-01-01", "second half of 2022"},
    Row{"2024-Q3", Grain::quarter, "2024-07-01", "2024-10-01", "third quarter of 2024"},
    Row{"2022-Q4", Grain::quarter, "2022-10-01", "2023-01-01", "fourth quarter of 2022"},
    Row{"2001-SP", Grain::season, "2001-03-01", "2001-06-01", "spring 2001"},
    Row{"2001-SU", Grain::season, "2001-06-01", "2001-09-01", "summer 2001"},
    Row{"2001-FA", Grain::season, "2001-09-01", "2001-12-01", "autumn 2001"},
    Row{"2001-WI", Grain::season, "2001-12-01", "2002-03-01", "winter 2001-02"},
    Row{"1999-WI", Grain::season, "1999-12-01", "2000-03-01", "winter 1999-2000"},
    Row{"2022-02", Grain::month, "2022-02-01", "2022-03-01", "February 2022"},
    Row{"2022-W06", Grain::week, "2022-02-07", "2022-02-14", "week of 7 Feb 2022"},
    Row{"2020-W53", Grain::week, "2020-12-28", "2021-01-04", "week of 28 Dec 2020"},
    Row{"2022-W06-WE", Grain::weekend, "2022-02-12", "2022-02-14", "weekend of 12-13 Feb 2022"},
    Row{"2022-W17-WE", Grain::weekend, "2022-04-30", "2022-05-02",
        "weekend of 30 Apr - 1 May 2022"},
    Row{"2022-W52-WE", Grain::weekend, "2022-12-31", "2023-01-02",
        "weekend of 31 Dec 2022 - 1 Jan 2023"},
    Row{"2022-02-12", Grain::day, "2022-02-12", "2022-02-13", "Saturday 12 Feb 2022"},
    Row{"2022-02-12TMO", Grain::part_of_day, "2022-02-12", "2022-02-13",
        "Saturday morning, 12 Feb 2022"},
    Row{"2022-02-12TMI", Grain::part_of_day, "2022-02-12", "2022-02-13",
        "Saturday midday, 12 Feb 2022"},
    Row{"2022-02-12TAF", Grain::part_of_day, "2022-02-12", "2022-02-13",
        "Saturday afternoon, 12 Feb 2022"},
    Row{"2022-02-12TEV", Grain::part_of_day, "2022-02-12", "2022-02-13",
        "Saturday evening, 12 Feb 2022"},
    Row{"2022-02-12TNI", Grain::part_of_day, "2022-02-12", "2022-02-13",
        "Saturday night, 12 Feb 2022"},
    Row{"2022-02-12T10", Grain::hour, "2022-02-12", "2022-02-13", "12 Feb 2022, 10:00"},
    Row{"2022-02-12T10:30", Grain::minute, "2022-02-12", "2022-02-13", "12 Feb 2022, 10:30"},
    Row{"2022-02-12T10:30:15", Grain::second, "2022-02-12", "2022-02-13", "12 Feb 2022, 10:30:15"},
    Row{"2022-02-12T10:30Z", Grain::minute, "2022-02-12", "2022-02-13", "12 Feb 2022, 10:30 UTC"},
    Row{"2022-02-12T10:30-05:00", Grain::minute, "2022-02-12", "2022-02-13",
        "12 Feb 2022, 10:30 UTC-05:00"},
    Row{"BC0044", Grain::year, "-0043-01-01", "-0042-01-01", "44 BC"},
    Row{"BC0044-03-15", Grain::day, "-0043-03-15", "-0043-03-16", "Friday 15 Mar 44 BC"},
    Row{"BC03", Grain::century, "-0399-01-01", "-0299-01-01", "4th century BC"},
    Row{"BC004", Grain::decade, "-0049-01-01", "-0039-01-01", "the 40s BC"},
};

TEST(Date, IsReadFromATimexValueWrittenBackAndToldInWords) {
  for (const Row& row : kRows) {
    const PartialDate date = read(row.value);
    EXPECT_EQ(date.grain, row.grain) << row.value;
    EXPECT_EQ(to_timex_value(date), row.value);
    EXPECT_EQ(to_string(start_of(*first_day_of(date))).substr(0, row.first.size()), row.first);
    EXPECT_EQ(to_string(start_of(*day_after(date))).substr(0, row.after.size()), row.after);
    EXPECT_EQ(display(date), row.words);
  }
}

TEST(Date, TakesSpellingsThatItDoesNotWrite) {
  EXPECT_EQ(read("2022-W06-6"), PartialDate::of({2022, 2, 12}));
  EXPECT_EQ(read("2022-02-12TDT"), PartialDate::of({2022, 2, 12}));
  EXPECT_EQ(read("2022-02-12T10:30:15.250"), read("2022-02-12T10:30:15"));
  EXPECT_EQ(read("2022-02-12T10:30+0200"), read("2022-02-12T10:30+02:00"));
  EXPECT_EQ(to_timex_value(read("2022-12-31T24:00")), "2023-01-01T00:00");
}

TEST(Date, IsNotReadFromValuesWithoutAPlaceOnTheCalendar) {
  for (const std::string_view value : {"",
                                       "X",
                                       "XXXX",
                                       "199X",
                                       "2022-XX",
                                       "XXXX-02-12",
                                       "PRESENT_REF",
                                       "FUTURE_REF",
                                       "P1D",
                                       "PT48H",
                                       "T10:30",
                                       "TNI",
                                       "1",
                                       "20222",
                                       "2022-13",
                                       "2022-00",
                                       "2022-02-30",
                                       "2022-W54",
                                       "2021-W53",
                                       "2022-W00",
                                       "2022-Q5",
                                       "2022-Q0",
                                       "2022-H3",
                                       "2022-XX-12",
                                       "2022-02-12T",
                                       "2022-02-12TXX",
                                       "2022-02-12T25",
                                       "2022-02-12T10:60",
                                       "2022-02-12T24:30",
                                       "2022-",
                                       "199-02",
                                       "2022-02TMO",
                                       "2022-02-12 ",
                                       "2022-02-12T10:30+",
                                       "BC",
                                       "BC4",
                                       "2022-WIX",
                                       "2022-W06-8",
                                       "9999-12-31T24:00",
                                       "2022-W",
                                       "2022-WE",
                                       "2022-W06-"})
    EXPECT_FALSE(date_from_timex_value(value)) << value;
}

TEST(Date, SaysAboutAndUncertainInWords) {
  PartialDate date = PartialDate::of_year(2001);
  date.approximate = true;
  EXPECT_EQ(display(date), "about 2001");
  date.uncertain = true;
  EXPECT_EQ(display(date), "about 2001 (uncertain)");
}

TEST(Date, ThatIsUnknownHasNeitherValueNorWords) {
  EXPECT_EQ(to_timex_value({}), "");
  EXPECT_EQ(display({}), "");
  EXPECT_FALSE(first_day_of({}));
  EXPECT_FALSE(PartialDate{}.known_day());
}

TEST(Date, AroundADayHoldsThatDay) {
  test::Random random(4);
  for (int i = 0; i < 20'000; ++i) {
    const Day day = day_from_epoch(random.between(-900'000, 900'000));
    const auto grain = static_cast<Grain>(random.between(0, static_cast<int>(Grain::day)));
    const PartialDate date = date_around(day, grain);
    ASSERT_EQ(date.grain, grain);
    if (grain == Grain::weekend) continue;
    ASSERT_LE(*first_day_of(date), day) << to_timex_value(date);
    ASSERT_GT(*day_after(date), day) << to_timex_value(date);
  }
}

TEST(Date, AroundADayIsTheOneThatPeopleName) {
  const Day day{2022, 2, 12};
  EXPECT_EQ(to_timex_value(date_around(day, Grain::century)), "20");
  EXPECT_EQ(to_timex_value(date_around(day, Grain::decade)), "202");
  EXPECT_EQ(to_timex_value(date_around(day, Grain::half)), "2022-H1");
  EXPECT_EQ(to_timex_value(date_around(day, Grain::quarter)), "2022-Q1");
  EXPECT_EQ(to_timex_value(date_around(day, Grain::season)), "2021-WI");
  EXPECT_EQ(to_timex_value(date_around(day, Grain::weekend)), "2022-W06-WE");
}

TEST(Date, MovesByItsOwnGrain) {
  EXPECT_EQ(moved(read("2022-Q4"), 1), read("2023-Q1"));
  EXPECT_EQ(moved(read("2022-Q1"), -1), read("2021-Q4"));
  EXPECT_EQ(moved(read("2022-H2"), 3), read("2024-H1"));
  EXPECT_EQ(moved(read("2022-WI"), 1), read("2023-SP"));
  EXPECT_EQ(moved(read("2022-SP"), -1), read("2021-WI"));
  EXPECT_EQ(moved(read("2022-11"), 2), read("2023-01"));
  EXPECT_EQ(moved(read("2020-W53"), 1), read("2021-W01"));
  EXPECT_EQ(moved(read("2022-W01-WE"), -1), read("2021-W52-WE"));
  EXPECT_EQ(moved(read("2022-02-28TMO"), 1), read("2022-03-01TMO"));
  EXPECT_EQ(moved(read("2022-12-31T23"), 1), read("2023-01-01T00"));
  EXPECT_EQ(moved(read("2022-01-01T00:00"), -1), read("2021-12-31T23:59"));
  EXPECT_EQ(moved(read("199"), 1), read("200"));
  EXPECT_EQ(moved(read("19"), -1), read("18"));
}

TEST(Date, MovesBackToWhereItWas) {
  test::Random random(5);
  for (int i = 0; i < 10'000; ++i) {
    const PartialDate date = read(random.pick(kRows).value);
    const std::int64_t count = random.between(-10, 10);
    EXPECT_EQ(moved(moved(date, count), -count), date);
  }
}

TEST(Date, KeepsSeasonsOfEitherHemisphereInOrder) {
  PartialDate southern;
  southern.grain = Grain::season;
  southern.year = 2001;
  southern.part = 30;  // summer
  EXPECT_EQ(*first_day_of(southern), (Day{2001, 12, 1}));
  EXPECT_EQ(*day_after(southern), (Day{2002, 3, 1}));
  EXPECT_EQ(display(southern), "summer 2001-02 (southern)");
  const PartialDate autumn = moved(southern, 1);
  EXPECT_EQ(autumn.part, 31);
  EXPECT_EQ(autumn.year, 2002);
  EXPECT_EQ(*first_day_of(autumn), (Day{2002, 3, 1}));
}

TEST(Date, IsMadeFromAMoment) {
  EXPECT_EQ(PartialDate::of(*instant_from("2022-02-12T10:30:15+02:00")),
            read("2022-02-12T10:30:15+02:00"));
  EXPECT_EQ(PartialDate::of({2022, 2, 12}, PartOfDay::evening), read("2022-02-12TEV"));
  EXPECT_EQ(PartialDate::of({2022, 2, 12}, PartOfDay::none), read("2022-02-12"));
  EXPECT_EQ(PartialDate::of(IsoWeek{2022, 6}), read("2022-W06"));
}

}  // namespace
}  // namespace dateline
