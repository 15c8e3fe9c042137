#include "core/duration.h"

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace dateline {
namespace {

Duration read(std::string_view text) {
  const auto duration = duration_from(text);
  EXPECT_TRUE(duration) << text;
  return duration.value_or(Duration{});
}

TEST(Duration, IsReadFieldByField) {
  const Duration duration = read("P1Y2M3W4DT5H6M7.5S");
  EXPECT_EQ(duration, (Duration{1, 2, 3, 4, 5, 6, 7.5}));
  EXPECT_EQ(read("PT48H").hours, 48);
  EXPECT_EQ(read("P2.5Y").years, 2.5);
  EXPECT_EQ(read("P2,5Y").years, 2.5);
  EXPECT_EQ(read("-P1D").days, -1);
  EXPECT_EQ(read("+P1D").days, 1);
  EXPECT_EQ(read("PT5M").minutes, 5);
  EXPECT_EQ(read("P5M").months, 5);
}

TEST(Duration, TakesTheUnitsThatTimex3Adds) {
  EXPECT_EQ(read("P2DE").years, 20);
  EXPECT_EQ(read("P1CE").years, 100);
  EXPECT_EQ(read("P3Q").months, 9);
  EXPECT_EQ(read("P1WE").days, 2);
}

TEST(Duration, OfUnknownLengthIsVague) {
  const Duration duration = read("PXD");
  EXPECT_TRUE(duration.vague);
  EXPECT_EQ(duration.days, 1);
  EXPECT_EQ(to_string(duration), "PXD");
  EXPECT_EQ(to_string(read("PTXM")), "PTXM");
}

TEST(Duration, IsNotReadFromAnythingElse) {
  for (const std::string_view text : {"",       "P",
                                      "PT",     "1D",
                                      "P1",     "P1H",
                                      "P1DT",   "PD",
                                      "P1X",    "P-1D",
                                      "P1D2Y",  "P1D1D",
                                      "PT1S1H", "P100000000CE",
                                      "P1D ",   "p1d",
                                      "PT1D",   "P99999999999D",
                                      "P1.D1",  "Pabc"})
    EXPECT_FALSE(duration_from(text)) << text;
}

TEST(Duration, ComesBackFromItsText) {
  test::Random random(3);
  for (int i = 0; i < 3'000; ++i) {
    Duration d;
    for (double* field : {&d.years, &d.months, &d.weeks, &d.days, &d.hours, &d.minutes, &d.seconds})
      if (random.one_in(3)) *field = static_cast<double>(random.between(0, 4000)) / 4;
    if (random.one_in(4)) d = -d;
    EXPECT_EQ(duration_from(to_string(d)), d) << to_string(d);
  }
}

TEST(Duration, KeepsSixDecimals) {
  EXPECT_EQ(to_string(read("P0.123456789Y")), "P0.123457Y");
  EXPECT_EQ(to_string(read("P1.1DE2.2Y")), "P13.2Y");
}

TEST(Duration, IsWrittenWholeForTheSchema) {
  EXPECT_EQ(schema_duration(read("P2.5Y")), "P2Y6M");
  EXPECT_EQ(schema_duration(read("P1.5M")), "P1M15D");
  EXPECT_EQ(schema_duration(read("P1.5D")), "P1DT12H");
  EXPECT_EQ(schema_duration(read("PT1.5H")), "PT1H30M");
  EXPECT_EQ(schema_duration(read("PT48H")), "PT48H");
  EXPECT_EQ(schema_duration(read("PXD")), "");
  EXPECT_EQ(schema_duration(read("-P1D")), "");
}

TEST(Duration, MovesADayMonthsFirst) {
  const Day end_of_january{2022, 1, 31};
  EXPECT_EQ(add(end_of_january, read("P1M1D")), (Day{2022, 3, 1}));
  EXPECT_EQ(add(end_of_january, read("-P1M")), (Day{2021, 12, 31}));
  EXPECT_EQ(add(end_of_january, read("P0.5Y")), (Day{2022, 7, 31}));
  EXPECT_EQ(add(end_of_january, read("P2W")), (Day{2022, 2, 14}));
  EXPECT_EQ(add(end_of_january, read("PT48H")), end_of_january);
}

TEST(Duration, MovesAnInstantToTheSecond) {
  const Instant noon = *instant_from("2022-02-28T12:00:00+02:00");
  EXPECT_EQ(to_string(add(noon, read("PT48H"))), "2022-03-02T12:00:00+02:00");
  EXPECT_EQ(to_string(add(noon, read("P1.5D"))), "2022-03-02T00:00:00+02:00");
  EXPECT_EQ(to_string(add(noon, read("-PT1.5S"))), "2022-02-28T11:59:58+02:00");
  EXPECT_EQ(to_string(add(noon, read("P1Y"))), "2023-02-28T12:00:00+02:00");
}

TEST(Duration, DoesNotLeaveTheCalendar) {
  EXPECT_EQ(add(Day{2022, 1, 1}, read("P1000000000Y")), (Day{kLastYear, 12, 31}));
  EXPECT_EQ(add(Day{-44, 3, 15}, read("-P1000000000Y")), (Day{kFirstYear, 1, 1}));
  EXPECT_EQ(add(Day{kLastYear, 12, 31}, read("P1D")), (Day{kLastYear, 12, 31}));
}

}  // namespace
}  // namespace dateline
