#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exporters/chart_lanes.h"

namespace dateline {

// In pixels.
inline constexpr double kChartWidth = 1200, kChartMargin = 22;
inline constexpr double kChartRow = 22, kChartFlagRow = 22, kTouchRow = 9;
/// Events of a list that are named; the rest is counted.
inline constexpr std::size_t kMaxListed = 12;

/// The name of a deadline above its line, in one of a few rows.
struct ChartFlag {
  ChartEvent event;
  double x = 0, from = 0, to = 0;  ///< of its line, and of the flag
  std::size_t row = 0;
  std::string label;
};

/// Events that do not stand in the lanes, below them.
struct ChartList {
  std::string_view heading;
  std::vector<std::uint32_t> events;  ///< positions in Timeline::events; at least one
  bool dated = false;
  double top = 0;
};

/// Everything of the picture of a timeline and where it begins, from the top: heading, flags and
/// axis, lanes, lists, legend.
struct ChartLayout {
  ChartTime time;
  ChartScale scale;
  ChartAxis axis;  ///< without ticks if nothing is dated
  ChartLanes lanes;
  std::vector<ChartFlag> flags;
  std::vector<ChartEvent> deadlines;  ///< most important first; not all of them have a flag
  std::vector<double> lane_tops;
  std::vector<ChartList> lists;
  std::vector<std::string> description;  ///< lines
  double axis_top = 0, lanes_top = 0, lanes_bottom = 0, legend_top = 0, height = 0;
};
ChartLayout chart_layout(const Timeline& timeline);

double lane_height(const ChartLane& lane);
/// Where the mark of a box stands.
double row_middle(const ChartLayout& layout, std::size_t lane, const ChartBox& box);

}  // namespace dateline
