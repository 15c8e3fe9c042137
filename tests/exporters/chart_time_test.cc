#include "exporters/chart_time.h"

#include <gtest/gtest.h>

#include "tests/support/timelines.h"

namespace dateline {
namespace {

using testing::between;
using testing::event;
using testing::on_day;

constexpr std::int64_t kHour = 3600, kDay = 24 * kHour;

Timeline one(const When& when) {
  Timeline timeline;
  timeline.events.push_back(event("e", "something", when));
  return timeline;
}

std::int64_t seconds(std::string_view moment) {
  return instant_from(std::string(moment) + "Z")->seconds;
}

std::vector<std::string> labels(const std::vector<ChartTick>& ticks) {
  std::vector<std::string> result;
  for (const ChartTick& tick : ticks) result.push_back(tick.label);
  return result;
}
using Labels = std::vector<std::string>;

TEST(ChartTime, PutsAMarkIntoTheMiddleOfItsTime) {
  const ChartTime chart = chart_time(one(on_day("2031-03-07")));
  ASSERT_EQ(chart.events.size(), 1U);
  EXPECT_EQ(chart.events[0].at, seconds("2031-03-07T12:00:00"));
  EXPECT_FALSE(chart.events[0].bar);
}

TEST(ChartTime, PutsADeadlineOnItsLastMoment) {
  Timeline timeline = one(on_day("2031-03-07"));
  timeline.events[0].kind = Event::Kind::deadline;
  EXPECT_EQ(chart_time(timeline).events[0].at, seconds("2031-03-08T00:00:00"));
  timeline.events[0].when.approximate = true;
  EXPECT_EQ(chart_time(timeline).events[0].at, seconds("2031-03-07T12:00:00"));
}

TEST(ChartTime, GivesAnOpenEndSomeLengthWithoutStretchingTheWindow) {
  Timeline timeline = one(between("2031-03-07T00:00:00", ""));
  timeline.events.push_back(event("f", "something", on_day("2031-03-08")));
  const ChartTime chart = chart_time(timeline);
  const ChartEvent& open = chart.events[0].opens_right ? chart.events[0] : chart.events[1];
  EXPECT_EQ(open.end - open.start, 3 * kDay);
  EXPECT_LT(chart.window.to, seconds("2031-03-10T00:00:00"));
}

TEST(ChartTime, SetsApartAFewThatLieFarFromTheOthers) {
  Timeline timeline = one(on_day("1988-05-01"));
  for (const char* day : {"2031-03-03", "2031-03-04", "2031-03-07", "2031-03-10", "2036-01-01",
                          "2031-03-11", "2031-03-12"})
    timeline.events.push_back(event(day, "something", on_day(day)));
  const ChartTime chart = chart_time(timeline);
  EXPECT_EQ(chart.apart, (std::vector<std::uint32_t>{0, 5}));
  EXPECT_EQ(chart.events.size(), 6U);
  EXPECT_GT(chart.window.from, seconds("2031-02-01T00:00:00"));
  EXPECT_LT(chart.window.to, seconds("2031-04-01T00:00:00"));
  timeline.events[5].kind = Event::Kind::deadline;  // one that a reader would look for
  EXPECT_EQ(chart_time(timeline).apart, (std::vector<std::uint32_t>{0}));
}

TEST(ChartTime, KeepsTogetherWhatIsOfOneWeek) {
  Timeline timeline;
  for (const char* day : {"2031-03-03", "2031-03-03", "2031-03-04", "2031-03-08"})
    timeline.events.push_back(event(std::to_string(timeline.events.size()), "x", on_day(day)));
  EXPECT_TRUE(chart_time(timeline).apart.empty());
}

TEST(ChartTime, KeepsTogetherWhatIsSpreadOut) {
  Timeline timeline;
  for (const char* day : {"2031-03-03", "2031-04-04", "2031-07-07", "2032-03-10", "2032-06-01"})
    timeline.events.push_back(event(day, "something", on_day(day)));
  EXPECT_TRUE(chart_time(timeline).apart.empty());
  timeline.events.resize(2);
  timeline.events[0].when = on_day("1988-05-01");
  EXPECT_TRUE(chart_time(timeline).apart.empty());  // of two, none is the background
}

TEST(ChartTime, KeepsUndatedEventsApart) {
  const ChartTime chart = chart_time(one(When{}));
  EXPECT_TRUE(chart.events.empty());
  EXPECT_EQ(chart.undated, (std::vector<std::uint32_t>{0}));
  EXPECT_LT(chart.window.from, chart.window.to);
}

TEST(ChartTime, StandsTimesThatContradictThemselvesOrLieBeyondAllYears) {
  Timeline timeline = one(between("2031-03-09T00:00:00", "2031-03-01T00:00:00"));
  timeline.events.push_back(event("f", "something", When{}));
  timeline.events[1].when.interval = {Instant{INT64_MIN, {}}, Instant{INT64_MAX, {}}};
  const ChartTime chart = chart_time(timeline);
  ASSERT_EQ(chart.events.size(), 2U);
  for (const ChartEvent& placed : chart.events) EXPECT_LE(placed.start, placed.end);
}

TEST(ChartAxis, HasTicksThatFitTheWindow) {
  const std::int64_t day = seconds("2031-03-07T00:00:00");
  EXPECT_EQ(labels(chart_axis({day, day + 3 * kDay}, 400).ticks),
            (Labels{"Fri 7", "Sat 8", "Sun 9"}));
  EXPECT_EQ(labels(chart_axis({day, day + kHour}, 400).ticks),
            (Labels{"00:00", "00:15", "00:30", "00:45"}));
  EXPECT_EQ(labels(chart_axis({day, day + 28 * kDay}, 400).ticks),
            (Labels{"10 Mar", "17 Mar", "24 Mar", "31 Mar"}));
  EXPECT_EQ(labels(chart_axis({day, day + 150 * kDay}, 500).ticks),
            (Labels{"Apr", "May", "Jun", "Jul", "Aug"}));
  EXPECT_EQ(labels(chart_axis({day, day + 1500 * kDay}, 400).ticks),
            (Labels{"2032", "2033", "2034", "2035"}));
}

TEST(ChartAxis, NamesTheCoarserDateAboveItsTicks) {
  const std::int64_t day = seconds("2031-03-30T00:00:00");
  EXPECT_EQ(labels(chart_axis({day, day + 3 * kDay}, 400).eras), (Labels{"Mar 2031", "Apr 2031"}));
  EXPECT_EQ(labels(chart_axis({day, day + kHour}, 400).eras), (Labels{"Sun 30 Mar 2031"}));
}

TEST(ChartAxis, ShowsHoursOnlyIfSomeEventTellsOne) {
  Timeline timeline = one(on_day("2031-03-07"));
  EXPECT_EQ(labels(chart_axis(chart_time(timeline).window, 1000).ticks),
            (Labels{"Fri 7", "Sat 8"}));
  timeline.events[0].when.grain = Grain::minute;
  EXPECT_GT(chart_axis(chart_time(timeline).window, 1000).ticks.size(), 5U);
}

TEST(ChartAxis, MarksWeekends) {
  const std::int64_t friday = seconds("2031-03-07T00:00:00");
  const auto ticks = chart_axis({friday, friday + 4 * kDay}, 400).ticks;
  ASSERT_EQ(ticks.size(), 4U);
  EXPECT_FALSE(ticks[0].weekend);
  EXPECT_TRUE(ticks[1].weekend && ticks[2].weekend);
  EXPECT_FALSE(ticks[3].weekend);
}

TEST(ChartAxis, CrossesTheYearZero) {
  const auto ticks = chart_axis({-70'000'000'000, -50'000'000'000}, 1200).ticks;
  ASSERT_FALSE(ticks.empty());
  EXPECT_NE(ticks.front().label.find("BC"), std::string::npos);
  EXPECT_EQ(ticks.back().label.find("BC"), std::string::npos);
}

TEST(ChartAxis, KeepsItsTicksApart) {
  for (std::int64_t length = 60; length < 20'000 * 365 * kDay; length *= 3) {
    const ChartWindow window{seconds("2031-03-07T00:00:00"),
                             seconds("2031-03-07T00:00:00") + length};
    const auto ticks = chart_axis(window, 1000).ticks;
    for (std::size_t i = 0; i + 1 < ticks.size(); ++i)
      EXPECT_GE(static_cast<double>(ticks[i + 1].time - ticks[i].time) * 1000 /
                    static_cast<double>(length),
                45)
          << length;
  }
}

}  // namespace
}  // namespace dateline
