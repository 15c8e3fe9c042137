#include "core/calendar.h"

#include <gtest/gtest.h>

#include <chrono>

#include "tests/support/random.h"

namespace dateline {
namespace {

TEST(Calendar, KnowsTheGregorianLeapYears) {
  EXPECT_TRUE(is_leap_year(2024));
  EXPECT_TRUE(is_leap_year(2000));
  EXPECT_TRUE(is_leap_year(0));
  EXPECT_TRUE(is_leap_year(-4));
  EXPECT_FALSE(is_leap_year(1900));
  EXPECT_FALSE(is_leap_year(2022));
}

TEST(Calendar, RefusesDaysThatNoMonthHas) {
  EXPECT_TRUE(is_valid({2024, 2, 29}));
  EXPECT_FALSE(is_valid({2022, 2, 29}));
  EXPECT_FALSE(is_valid({2022, 13, 1}));
  EXPECT_FALSE(is_valid({2022, 0, 1}));
  EXPECT_FALSE(is_valid({2022, 4, 31}));
  EXPECT_FALSE(is_valid({2022, 4, 0}));
}

TEST(Calendar, AgreesWithTheStandardLibraryDayByDay) {
  using std::chrono::sys_days;
  const auto first = sys_days(std::chrono::year{-9999} / 1 / 1).time_since_epoch().count();
  const auto last = sys_days(std::chrono::year{9999} / 12 / 31).time_since_epoch().count();
  for (auto days = first; days <= last; days += 13) {
    const std::chrono::year_month_day civil{sys_days(std::chrono::days(days))};
    const Day day = day_from_epoch(days);
    ASSERT_EQ(day.year, static_cast<int>(civil.year()));
    ASSERT_EQ(day.month, static_cast<unsigned>(civil.month()));
    ASSERT_EQ(day.day, static_cast<unsigned>(civil.day()));
    ASSERT_EQ(days_since_epoch(day), days);
    ASSERT_EQ(static_cast<unsigned>(weekday_of(day)),
              std::chrono::weekday(sys_days(std::chrono::days(days))).iso_encoding());
  }
}

TEST(Calendar, CountsDaysAtTheEndsOfTime) {
  for (const Day day : {Day{kLastYear, 12, 31}, Day{kFirstYear, 1, 1}})
    EXPECT_EQ(day_from_epoch(days_since_epoch(day)), day);
}

TEST(Calendar, ClipsMonthsToTheirLastDay) {
  EXPECT_EQ(add_months({2022, 1, 31}, 1), (Day{2022, 2, 28}));
  EXPECT_EQ(add_months({2024, 1, 31}, 1), (Day{2024, 2, 29}));
  EXPECT_EQ(add_months({2024, 2, 29}, 12), (Day{2025, 2, 28}));
  EXPECT_EQ(add_months({2022, 1, 15}, -1), (Day{2021, 12, 15}));
  EXPECT_EQ(add_months({2022, 12, 1}, 1), (Day{2023, 1, 1}));
  EXPECT_EQ(add_months({1, 1, 1}, -1), (Day{0, 12, 1}));
}

TEST(Calendar, NumbersWeeksByTheirThursday) {
  EXPECT_EQ(iso_week_of({2021, 1, 3}), (IsoWeek{2020, 53}));
  EXPECT_EQ(iso_week_of({2021, 1, 4}), (IsoWeek{2021, 1}));
  EXPECT_EQ(iso_week_of({2018, 12, 31}), (IsoWeek{2019, 1}));
  EXPECT_EQ(iso_week_of({2022, 2, 12}), (IsoWeek{2022, 6}));
  EXPECT_EQ(monday_of({2022, 6}), (Day{2022, 2, 7}));
  EXPECT_EQ(monday_of({2020, 1}), (Day{2019, 12, 30}));
  EXPECT_EQ(weeks_in(2020), 53);
  EXPECT_EQ(weeks_in(2021), 52);
}

TEST(Calendar, FindsTheMondayOfTheWeekOfAnyDay) {
  test::Random random(1);
  for (int i = 0; i < 10'000; ++i) {
    const Day day = day_from_epoch(random.between(-800'000, 800'000));
    const Day monday = monday_of(iso_week_of(day));
    EXPECT_EQ(weekday_of(monday), Weekday::monday);
    const auto after = days_since_epoch(day) - days_since_epoch(monday);
    EXPECT_TRUE(after >= 0 && after < 7);
  }
}

TEST(Instant, IsWrittenWithItsOffsetOrZ) {
  const Instant morning{start_of({2022, 2, 12}).seconds + 10 * 3600 + 30 * 60, std::nullopt};
  EXPECT_EQ(to_string(morning), "2022-02-12T10:30:00Z");
  EXPECT_EQ(to_string(Instant{morning.seconds, 330}), "2022-02-12T10:30:00+05:30");
  EXPECT_EQ(to_string(Instant{morning.seconds, -210}), "2022-02-12T10:30:00-03:30");
  EXPECT_EQ(to_string(start_of({-43, 3, 15})), "-0043-03-15T00:00:00Z");
  EXPECT_EQ(to_string(Instant{-1, std::nullopt}), "1969-12-31T23:59:59Z");
}

TEST(Instant, IsReadInEveryWayItIsWritten) {
  const auto seconds = start_of({2022, 2, 12}).seconds;
  const auto read = [](std::string_view text) { return instant_from(text); };
  EXPECT_EQ(read("2022-02-12T00:00"), (Instant{seconds, std::nullopt}));
  EXPECT_EQ(read("2022-02-12T00:00:07.25Z"), (Instant{seconds + 7, 0}));
  EXPECT_EQ(read("2022-02-12T00:00:00+0530"), (Instant{seconds, 330}));
  EXPECT_EQ(read("2022-02-12T00:00:00-05"), (Instant{seconds, -300}));
  EXPECT_EQ(read("2022-02-11T24:00:00"), (Instant{seconds, std::nullopt}));
  EXPECT_EQ(read("2022-02-11T23:59:60"), (Instant{seconds, std::nullopt}));
}

TEST(Instant, IsNotReadFromWhatIsNoMoment) {
  for (const std::string_view text :
       {"", "2022", "2022-02-12", "2022-02-30T00:00:00", "2022-02-12T24:01", "2022-02-12T10",
        "2022-02-12T10:60", "2022-02-12T10:30:00+19:00", "2022-02-12T10:30:00 ",
        "2022-02-12T10:30:00+1", "22-02-12T10:30", "2022-02-12T10:30:00+05:", "x"})
    EXPECT_FALSE(instant_from(text)) << text;
}

TEST(Instant, ComesBackFromItsText) {
  test::Random random(2);
  for (int i = 0; i < 5'000; ++i) {
    Instant instant{random.between(-400'000'000'000, 250'000'000'000), std::nullopt};
    instant.utc_offset = static_cast<std::int16_t>(random.between(-840, 840));
    EXPECT_EQ(instant_from(to_string(instant)), instant);
    EXPECT_LE(start_of(day_of(instant)).seconds, instant.seconds);
  }
}

TEST(Instant, IsComparedOnTheClockOfGreenwich) {
  EXPECT_EQ(utc_seconds({7200, 120}), 0);
  EXPECT_EQ(utc_seconds({7200, std::nullopt}), 7200);
}

}  // namespace
}  // namespace dateline
