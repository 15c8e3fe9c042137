#include "exporters/chart_lanes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "exporters/drawn_text.h"
#include "tests/support/timelines.h"

namespace dateline {
namespace {

using testing::event;
using testing::on_day;
using testing::taking_part;

constexpr double kLeft = 190, kRight = 1198;

ChartLanes lanes_of(const Timeline& timeline) {
  const ChartTime time = chart_time(timeline);
  return chart_lanes(timeline, time, {kLeft, kRight, time.window});
}

std::vector<Timeline> timelines_of_all_sizes() {
  return {Timeline{},
          testing::harbour_strike(),
          testing::hostile(),
          testing::synthetic(1, 1, 1),
          testing::synthetic(50, 5, 1),
          testing::synthetic(500, 30, 60),
          testing::synthetic(1000, 300, 40'000)};
}

TEST(ChartLanes, CoverNoBoxWithAnother) {
  for (const Timeline& timeline : timelines_of_all_sizes())
    for (const ChartLane& lane : lanes_of(timeline).lanes)
      for (std::size_t a = 0; a < lane.boxes.size(); ++a)
        for (std::size_t b = a + 1; b < lane.boxes.size(); ++b) {
          const ChartBox &x = lane.boxes[a], &y = lane.boxes[b];
          EXPECT_TRUE(x.row != y.row || x.to < y.from || y.to < x.from)
              << timeline.title << ": " << x.label << " | " << y.label;
        }
}

TEST(ChartLanes, KeepEveryBoxAndLabelInThePicture) {
  for (const Timeline& timeline : timelines_of_all_sizes())
    for (const ChartLane& lane : lanes_of(timeline).lanes)
      for (const ChartBox& box : lane.boxes) {
        EXPECT_GE(box.label_x, kLeft) << timeline.title << ": " << box.label;
        EXPECT_LE(box.label_x + text_width(box.label, kLabelSize), kRight) << box.label;
        EXPECT_GE(box.x0, kLeft) << box.label;
        EXPECT_LE(box.x1, kRight) << box.label;
      }
}

TEST(ChartLanes, CountEveryEventThatHasNoRoom) {
  for (const Timeline& timeline : timelines_of_all_sizes()) {
    const ChartLanes lanes = lanes_of(timeline);
    std::size_t counted = lanes.hidden_events;
    for (const ChartLane& lane : lanes.lanes) counted += lane.boxes.size() + lane.hidden;
    EXPECT_EQ(counted, chart_time(timeline).events.size()) << timeline.title;
  }
}

TEST(ChartLanes, ShowTheMostImportantEventsAndEveryDeadlineFirst) {
  Timeline timeline;
  for (int i = 0; i < 60; ++i) {
    Event made = event("e" + std::to_string(i), "Event " + std::to_string(i), on_day("2031-03-07"));
    made.importance = i == 30 ? 1.0 : 0.2;
    made.kind = i == 40 ? Event::Kind::deadline : Event::Kind::event;
    timeline.events.push_back(made);
  }
  const ChartLanes lanes = lanes_of(timeline);
  ASSERT_EQ(lanes.lanes.size(), 1U);
  std::vector<std::uint32_t> shown;
  for (const ChartBox& box : lanes.lanes[0].boxes) shown.push_back(box.event.event);
  EXPECT_NE(std::find(shown.begin(), shown.end(), 30U), shown.end());
  EXPECT_NE(std::find(shown.begin(), shown.end(), 40U), shown.end());
  EXPECT_GT(lanes.lanes[0].hidden, 0U);
}

TEST(ChartLanes, StandAnEventInTheLaneOfItsFirstActorAndTouchTheOthers) {
  Timeline timeline;
  timeline.entities = {testing::entity("a", EntityKind::person, "Ada"),
                       testing::entity("b", EntityKind::person, "Ben")};
  timeline.events = {event("e", "They meet", on_day("2031-03-07"))};
  timeline.events[0].participants = {taking_part("a"), taking_part("b"), taking_part("a")};
  const ChartLanes lanes = lanes_of(timeline);
  ASSERT_EQ(lanes.lanes.size(), 2U);
  EXPECT_EQ(lanes.lanes[0].name, "Ada");
  EXPECT_EQ(lanes.lanes[0].boxes.size(), 1U);
  EXPECT_TRUE(lanes.lanes[0].touches.empty());
  EXPECT_EQ(lanes.lanes[1].name, "Ben");
  EXPECT_EQ(lanes.lanes[1].touches.size(), 1U);
}

}  // namespace
}  // namespace dateline
