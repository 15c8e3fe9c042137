#pragma once

#include <string>
#include <vector>

#include "exporters/chart_lanes.h"

namespace dateline {

// In pixels.
inline constexpr double kChartWidth = 1200, kChartMargin = 22;
inline constexpr double kChartRow = 22, kChartFlagRow = 22, kTouchRow = 9;
/// Events without a date that are listed; the rest is counted.
inline constexpr std::size_t kMaxUndated = 12;

/// The name of a deadline above its line, in one of a few rows.
struct ChartFlag {
  ChartEvent event;
  double x = 0, from = 0, to = 0;  ///< of its line, and of the flag
  std::size_t row = 0;
  std::string label;
};

/// Everything of the picture of a timeline and where it begins, from the top: heading, flags and
/// axis, lanes, what has no date, legend.
struct ChartLayout {
  ChartTime time;
  ChartScale scale;
  ChartAxis axis;  ///< without ticks if nothing is dated
  ChartLanes lanes;
  std::vector<ChartFlag> flags;
  std::vector<ChartEvent> deadlines;  ///< most important first; not all of them have a flag
  std::vector<double> lane_tops;
  std::vector<std::string> description;  ///< lines
  double axis_top = 0, lanes_top = 0, lanes_bottom = 0, undated_top = 0, legend_top = 0, height = 0;
};
ChartLayout chart_layout(const Timeline& timeline);

double lane_height(const ChartLane& lane);
/// Where the mark of a box stands.
double row_middle(const ChartLayout& layout, std::size_t lane, const ChartBox& box);

}  // namespace dateline
