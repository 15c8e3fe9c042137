#include "importers/time/holidays.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Holidays, EasterFollowsTheMoon) {
  EXPECT_EQ(easter_sunday(1818), (Day{1818, 3, 22}));  // as early as it can be
  EXPECT_EQ(easter_sunday(1943), (Day{1943, 4, 25}));  // as late as it can be
  EXPECT_EQ(easter_sunday(2024), (Day{2024, 3, 31}));
}

TEST(Holidays, AnNthWeekdayIsCountedFromEitherEnd) {
  EXPECT_EQ(nth_weekday_of(2024, 11, 4, Weekday::thursday), (Day{2024, 11, 28}));
  EXPECT_EQ(nth_weekday_of(2024, 5, -1, Weekday::monday), (Day{2024, 5, 27}));
}

TEST(Holidays, EachKindIsReadAndFoundInAYear) {
  const auto feasts = read_holidays(
      "x", "christmas = 12-25\nblack friday = 4 thursday 11 +1\ngood friday = easter-2\n");
  ASSERT_TRUE(feasts);
  ASSERT_EQ(feasts->size(), 3u);
  EXPECT_EQ((*feasts)[0].in_year(2024), (Day{2024, 12, 25}));
  EXPECT_EQ((*feasts)[1].in_year(2024), (Day{2024, 11, 29}));
  EXPECT_EQ((*feasts)[2].in_year(2024), (Day{2024, 3, 29}));
}

TEST(Holidays, AMistakeIsReportedWithFileAndLine) {
  for (const std::string_view wrong : {"christmas = 13-25", "x = 6 thursday 11", "x = sometimes"}) {
    const auto feasts = read_holidays("xx/holidays.txt", "# feasts\n" + std::string(wrong) + "\n");
    ASSERT_FALSE(feasts) << wrong;
    EXPECT_EQ(feasts.error().message.substr(0, 18), "xx/holidays.txt:2:") << wrong;
  }
}

}  // namespace
}  // namespace dateline
