#include "exporters/time_columns.h"

#include <gtest/gtest.h>

#include "tests/support/timelines.h"

namespace dateline {
namespace {

using testing::between;
using testing::event;
using testing::on_day;

Timeline timeline_of(const std::vector<When>& whens) {
  Timeline timeline;
  for (const When& when : whens)
    timeline.events.push_back(
        event("e" + std::to_string(timeline.events.size()), "something", when));
  return timeline;
}

std::vector<std::string> titles(const Timeline& timeline, std::size_t max_columns = 40) {
  std::vector<std::string> result;
  for (const TimeColumn& column : time_columns(timeline, max_columns).columns)
    result.push_back(column.title);
  return result;
}
using Titles = std::vector<std::string>;

TEST(TimeColumns, AreDaysInOrder) {
  const auto columns =
      time_columns(timeline_of({on_day("2031-03-14"), on_day("2031-03-07"), on_day("2031-03-14")}),
                   40)
          .columns;
  ASSERT_EQ(columns.size(), 2U);
  EXPECT_EQ(columns[0].title, "7 Mar");
  EXPECT_EQ(columns[0].subtitle, "Friday 2031");
  EXPECT_EQ(columns[1].events, (std::vector<std::uint32_t>{0, 2}));
}

TEST(TimeColumns, GiveALongerStretchAColumnOfItsOwn) {
  EXPECT_EQ(titles(timeline_of({on_day("2031-03-01"),
                                between("2031-03-01T00:00:00", "2031-04-01T00:00:00"),
                                between("2031-01-01T00:00:00", "2032-01-01T00:00:00"),
                                between("2031-03-04T00:00:00", "2031-03-09T00:00:00"),
                                between("1990-01-01T00:00:00", "2000-01-01T00:00:00")})),
            (Titles{"the 1990s", "2031", "Mar 2031", "1 Mar", "4 Mar to 8 Mar 2031"}));
}

TEST(TimeColumns, PutADeadlineOnTheLastDayThatCounts) {
  Timeline timeline = timeline_of({between("2031-03-01T00:00:00", "2031-03-15T00:00:00")});
  timeline.events[0].kind = Event::Kind::deadline;
  EXPECT_EQ(titles(timeline), (Titles{"14 Mar"}));
}

TEST(TimeColumns, PutWhatHasOnlyOneBoundOnThatBound) {
  Timeline timeline =
      timeline_of({between("2031-03-01T00:00:00", ""), between("", "2031-03-15T00:00:00")});
  EXPECT_EQ(titles(timeline), (Titles{"1 Mar", "14 Mar"}));
}

TEST(TimeColumns, PutUndatedEventsLast) {
  const auto columns = time_columns(timeline_of({When{}, on_day("2031-03-07")}), 40).columns;
  ASSERT_EQ(columns.size(), 2U);
  EXPECT_TRUE(columns[1].undated);
  EXPECT_EQ(columns[1].title, "date not known");
}

TEST(TimeColumns, AreHoursOrMinutesWithinOneDay) {
  EXPECT_EQ(titles(timeline_of({between("2031-03-01T10:30:00", "2031-03-01T10:31:00"),
                                between("2031-03-01T10:32:00", "2031-03-01T10:33:00")})),
            (Titles{"10:30", "10:32"}));
  EXPECT_EQ(titles(timeline_of({between("2031-03-01T10:30:00", "2031-03-01T10:31:00"),
                                between("2031-03-01T18:00:00", "2031-03-01T18:01:00")})),
            (Titles{"10:00 to 11:00", "18:00 to 19:00"}));
}

TEST(TimeColumns, AreCoarserWhenDaysAreTooMany) {
  const Timeline timeline = testing::synthetic(500, 5, 60);
  EXPECT_EQ(titles(timeline, 12), (Titles{"Jan 2031", "Feb 2031", "Mar 2031"}));
}

TEST(TimeColumns, NeverExceedTheirNumberAndCountWhatTheyLeaveOut) {
  for (const std::size_t limit : {1U, 2U, 7U, 40U})
    for (const int days : {1, 30, 4000, 900'000}) {
      const Timeline timeline = testing::synthetic(400, 5, days);
      const TimeColumns result = time_columns(timeline, limit);
      std::size_t shown = 0;
      for (const TimeColumn& column : result.columns) shown += column.events.size();
      EXPECT_LE(result.columns.size(), limit);
      EXPECT_EQ(shown + result.left_out, 400U) << limit << ' ' << days;
    }
}

TEST(TimeColumns, StandTimesBeforeChristAndBeyondAllYears) {
  Timeline timeline = timeline_of({When{}, When{}});
  timeline.events[0].when.interval = {Instant{-62'200'000'000, {}}, Instant{-62'199'900'000, {}}};
  timeline.events[1].when.interval = {Instant{INT64_MAX - 1, {}}, Instant{INT64_MAX, {}}};
  EXPECT_EQ(time_columns(timeline, 40).columns.size(), 2U);
}

TEST(TimeColumns, NameTheGapsBetweenThem) {
  const auto columns =
      time_columns(timeline_of({on_day("2031-03-07"), on_day("2031-03-08"), on_day("2031-03-14"),
                                on_day("2031-09-14"), on_day("2050-01-01"), When{}}),
                   40)
          .columns;
  EXPECT_EQ(gap_words(columns[0], columns[1]), "1 day");
  EXPECT_EQ(gap_words(columns[1], columns[2]), "6 days");
  EXPECT_EQ(gap_words(columns[2], columns[3]), "6 months");
  EXPECT_EQ(gap_words(columns[3], columns[4]), "18 years");
  EXPECT_EQ(gap_words(columns[4], columns[5]), "");
}

}  // namespace
}  // namespace dateline
