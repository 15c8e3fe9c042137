#include "exporters/chart_layout.h"

#include <gtest/gtest.h>

#include "tests/support/timelines.h"

namespace dateline {
namespace {

TEST(ChartLayout, StandsItsPartsBelowEachOther) {
  for (const Timeline& timeline :
       {Timeline{}, testing::harbour_strike(), testing::synthetic(300, 20, 30)}) {
    const ChartLayout layout = chart_layout(timeline);
    double bottom = layout.lanes_top;
    for (std::size_t i = 0; i < layout.lane_tops.size(); ++i) {
      EXPECT_GE(layout.lane_tops[i], bottom);
      bottom = layout.lane_tops[i] + lane_height(layout.lanes.lanes[i]);
    }
    EXPECT_LT(layout.axis_top, layout.lanes_top);
    EXPECT_GE(layout.lanes_bottom, bottom);
    for (const ChartList& list : layout.lists) {
      EXPECT_GE(list.top, bottom);
      bottom = list.top;
    }
    EXPECT_GE(layout.legend_top, bottom);
    EXPECT_GT(layout.height, layout.legend_top);
  }
}

TEST(ChartLayout, KeepsEveryMarkWithinItsLane) {
  const ChartLayout layout = chart_layout(testing::synthetic(300, 20, 30));
  for (std::size_t i = 0; i < layout.lane_tops.size(); ++i)
    for (const ChartBox& box : layout.lanes.lanes[i].boxes) {
      const double y = row_middle(layout, i, box);
      EXPECT_GT(y, layout.lane_tops[i]);
      EXPECT_LT(y, layout.lane_tops[i] + lane_height(layout.lanes.lanes[i]));
    }
}

TEST(ChartLayout, CoversNoFlagWithAnother) {
  Timeline timeline = testing::synthetic(60, 6, 30);
  for (Event& event : timeline.events) event.kind = Event::Kind::deadline;
  const ChartLayout layout = chart_layout(timeline);
  ASSERT_GT(layout.flags.size(), 2U);
  EXPECT_GT(layout.deadlines.size(), layout.flags.size());
  for (const ChartFlag& a : layout.flags)
    for (const ChartFlag& b : layout.flags)
      EXPECT_TRUE(&a == &b || a.row != b.row || a.to <= b.from || b.to <= a.from);
}

}  // namespace
}  // namespace dateline
