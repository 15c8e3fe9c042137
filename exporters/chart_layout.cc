#include "exporters/chart_layout.h"

#include <algorithm>
#include <optional>

#include "exporters/drawn_text.h"

namespace dateline {
namespace {

constexpr double kHeadWidth = 190, kLanePadding = 16, kEmptyLane = 34, kAxisHeight = 46;
constexpr double kFlagSize = 12, kMaxFlagText = 280;
constexpr std::size_t kMaxFlagRows = 3, kMaxFlags = 8;

double importance_of(const Timeline& timeline, const ChartEvent& event) {
  return timeline.events[event.event].importance.value_or(0.5);
}

double head_height(const ChartLane& lane) { return lane.touches.empty() ? 0 : kTouchRow; }

bool is_covered(const ChartFlag& flag, const std::vector<ChartFlag>& taken) {
  return std::any_of(taken.begin(), taken.end(), [&](const ChartFlag& other) {
    if (other.row == flag.row) return flag.from < other.to + 4 && flag.to > other.from - 4;
    const ChartFlag& upper = other.row < flag.row ? other : flag;
    const ChartFlag& lower = other.row < flag.row ? flag : other;
    return lower.from < upper.x && lower.to > upper.x;  // its line would cross the words
  });
}

// Room for the flag of a deadline on either side of its line, in one of a few rows.
std::optional<ChartFlag> place_flag(const ChartEvent& event, const Timeline& timeline,
                                    const ChartScale& scale, const std::vector<ChartFlag>& taken) {
  ChartFlag flag;
  flag.event = event;
  flag.x = scale.x(event.at);
  flag.label =
      cut_to_width(clean_text(timeline.events[event.event].title), kMaxFlagText, kFlagSize);
  const double width = text_width(flag.label, kFlagSize) * 1.06 + 32;
  for (flag.row = 0; flag.row < kMaxFlagRows; ++flag.row)
    for (const double from : {flag.x - 1, flag.x + 1 - width}) {
      flag.from = from, flag.to = from + width;
      if (from < scale.left || flag.to > scale.right - 2) continue;
      if (!is_covered(flag, taken)) return flag;
    }
  return std::nullopt;
}

void place_flags(ChartLayout& layout, const Timeline& timeline) {
  for (const ChartEvent& event : layout.time.events)
    if (timeline.events[event.event].kind == Event::Kind::deadline)
      layout.deadlines.push_back(event);
  std::stable_sort(layout.deadlines.begin(), layout.deadlines.end(),
                   [&](const ChartEvent& a, const ChartEvent& b) {
                     return importance_of(timeline, a) > importance_of(timeline, b);
                   });
  for (const ChartEvent& event : layout.deadlines) {
    if (layout.flags.size() == kMaxFlags) break;
    if (auto flag = place_flag(event, timeline, layout.scale, layout.flags))
      layout.flags.push_back(std::move(*flag));
  }
}

/// Where the next part begins.
double add_list(ChartList list, ChartLayout& layout) {
  if (list.events.empty()) return list.top;
  const double rows = static_cast<double>(std::min(list.events.size(), kMaxListed + 1));
  layout.lists.push_back(std::move(list));
  return layout.lists.back().top + 34 + kChartRow * rows;
}

}  // namespace

double lane_height(const ChartLane& lane) {
  if (lane.rows == 0) return kEmptyLane;
  const double height =
      head_height(lane) + kLanePadding + static_cast<double>(lane.rows) * kChartRow;
  return std::max(height, lane.hidden > 0 ? 48.0 : 0.0);
}

double row_middle(const ChartLayout& layout, std::size_t lane, const ChartBox& box) {
  return layout.lane_tops[lane] + head_height(layout.lanes.lanes[lane]) + 8 +
         static_cast<double>(box.row) * kChartRow + kChartRow / 2;
}

ChartLayout chart_layout(const Timeline& timeline) {
  ChartLayout layout;
  layout.time = chart_time(timeline);
  layout.scale = {kHeadWidth, kChartWidth - 2, layout.time.window};
  if (!layout.time.events.empty())
    layout.axis = chart_axis(layout.time.window, layout.scale.right - layout.scale.left);
  layout.lanes = chart_lanes(timeline, layout.time, layout.scale);
  layout.description = wrap_to_width(clean_text(timeline.description),
                                     kChartWidth - 2 * kChartMargin, kLabelSize, 2);
  place_flags(layout, timeline);
  std::size_t flag_rows = 0;
  for (const ChartFlag& flag : layout.flags) flag_rows = std::max(flag_rows, flag.row + 1);
  layout.axis_top = 50 + 18 * static_cast<double>(layout.description.size());
  layout.lanes_top =
      layout.axis_top + kChartFlagRow * static_cast<double>(flag_rows) + kAxisHeight + 4;
  double top = layout.lanes_top;
  for (const ChartLane& lane : layout.lanes.lanes) {
    layout.lane_tops.push_back(top);
    top += lane_height(lane) + 2;
  }
  if (layout.lanes.lanes.empty()) top += 60;
  if (layout.lanes.hidden_lanes > 0) top += 26;
  layout.lanes_bottom = top;
  top = add_list({"Long before or after", layout.time.apart, true, top}, layout);
  top = add_list({"Date not known", layout.time.undated, false, top}, layout);
  layout.legend_top = top + 8;
  layout.height = layout.legend_top + 62;
  return layout;
}

}  // namespace dateline
