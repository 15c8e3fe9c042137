#include "exporters/svg_lanes.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "exporters/drawn_text.h"
#include "exporters/style.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxTouches = 60;   // in one lane: more are a smear
constexpr std::size_t kMaxThreads = 120;  // in all: more hide the events
constexpr std::size_t kMaxQuote = 300;

void draw_grid(SvgWriter& svg, const ChartLayout& layout) {
  const double top = layout.lanes_top, height = layout.lanes_bottom - top;
  for (const ChartTick& tick : layout.axis.ticks) {
    const double x = layout.scale.x(tick.time);
    if (tick.weekend) {
      const double end = std::min(layout.scale.x(tick.time + 86'400), kChartWidth);
      svg.rect(x, top, end - x, height, "f-line pale");
    }
    svg.line(x, top, x, top + height, "s-line");
  }
}

void draw_deadline_lines(SvgWriter& svg, const Timeline& timeline, const ChartLayout& layout) {
  std::set<std::uint32_t> flagged;
  for (const ChartFlag& flag : layout.flags) flagged.insert(flag.event.event);
  for (const ChartEvent& event : layout.deadlines) {
    const double x = layout.scale.x(event.at);
    const bool whole = flagged.count(event.event) > 0;
    svg.line(x, layout.lanes_top, x, whole ? layout.lanes_bottom : layout.lanes_top + 10,
             deadline_classes(timeline.events[event.event]));
  }
}

// From a lane that an event touches to the lane in which it stands.
void draw_threads(SvgWriter& svg, const ChartLayout& layout) {
  std::map<std::uint32_t, double> rows;
  for (std::size_t i = 0; i < layout.lanes.lanes.size(); ++i)
    for (const ChartBox& box : layout.lanes.lanes[i].boxes)
      rows[box.event.event] = row_middle(layout, i, box);
  std::size_t drawn = 0;
  for (std::size_t i = 0; i < layout.lanes.lanes.size(); ++i)
    for (const ChartEvent& event : layout.lanes.lanes[i].touches) {
      const auto row = rows.find(event.event);
      if (row == rows.end() || ++drawn > kMaxThreads) continue;
      const double x = layout.scale.x(event.at);
      svg.line(x, layout.lane_tops[i] + kTouchRow, x, row->second, "s-faint thread");
    }
}

std::string_view fade_name(bool left, bool right) {
  if (left && right) return "both-";
  return left ? "left-" : "right-";
}

void draw_bar(SvgWriter& svg, const ChartBox& box, const Event& event, double y) {
  const std::string colour(style_of(event.kind).colour);
  const LineStyle line = style_of(event.factuality.value).line;
  const bool left = box.event.opens_left || event.when.shape == When::Shape::before;
  const bool right = box.event.opens_right || event.when.shape == When::Shape::after;
  const double width = std::max(box.x1 - box.x0, 3.0);
  const auto bar = [&](std::string_view classes, std::string_view fill) {
    svg.leaf("rect", {{"x", box.x0},
                      {"y", y - 9},
                      {"width", width},
                      {"height", 18},
                      {"rx", 4},
                      {"class", classes},
                      {fill.empty() ? "data-whole" : "fill", fill}});
  };
  if (left || right)
    bar("bar", "url(#" + std::string(fade_name(left, right)) + colour + ")");
  else
    bar("bar f-" + colour, "");
  if (line == LineStyle::dashed) bar("", "url(#hatch)");
  if (line != LineStyle::solid)
    bar(std::string("none s-") + colour + (line == LineStyle::dashed ? " dashed" : " dotted"), "");
}

void draw_band(SvgWriter& svg, const ChartBox& box, const Event& event, double y) {
  const double width = box.x1 - box.x0;
  if (width <= 14) return;
  const auto& [earliest, latest] = event.when.interval;
  const std::string_view fade = fade_name(!earliest || latest.has_value(), earliest.has_value());
  svg.leaf("rect", {{"x", box.x0},
                    {"y", y - 4},
                    {"width", width},
                    {"height", 8},
                    {"rx", 4},
                    {"class", "band"},
                    {"fill", "url(#" + std::string(fade) +
                                 std::string(style_of(event.kind).colour) + ")"}});
}

void draw_event(SvgWriter& svg, const ChartBox& box, const Event& event, const TimelineIndex& index,
                double y) {
  svg.open("g", {});
  svg.title(tooltip_of(event, index));
  std::string label = box.label;
  if (box.event.bar) {
    draw_bar(svg, box, event, y);
  } else {
    draw_band(svg, box, event, y);
    draw_mark(svg, event.kind, event.factuality, box.at, y);
  }
  svg.text(box.label_x, y + 4.3, "halo f-ink", label);
  svg.close();
}

void draw_lane(SvgWriter& svg, const Timeline& timeline, const TimelineIndex& index,
               const ChartLayout& layout, std::size_t at) {
  const ChartLane& lane = layout.lanes.lanes[at];
  const double top = layout.lane_tops[at];
  for (const ChartBox& box : lane.boxes)
    draw_event(svg, box, timeline.events[box.event.event], index, row_middle(layout, at, box));
  for (std::size_t i = 0; i < std::min(lane.touches.size(), kMaxTouches); ++i) {
    const Event& event = timeline.events[lane.touches[i].event];
    svg.open("circle", {{"cx", layout.scale.x(lane.touches[i].at)},
                        {"cy", top + kTouchRow},
                        {"r", 3},
                        {"class", "f-bg s-" + std::string(style_of(event.kind).colour)}});
    svg.title(event.title);
    svg.close();
  }
  svg.text(kChartMargin, top + 21, "strong f-ink",
           cut_to_width(lane.name, layout.scale.left - kChartMargin - 14, kLabelSize));
  if (lane.hidden > 0)
    svg.text(kChartMargin, top + 38, "small f-faint", std::to_string(lane.hidden) + " more");
}

}  // namespace

std::string tooltip_of(const Event& event, const TimelineIndex& index) {
  std::string words = event.title + " — " + words_of(event.when) + " — ";
  words += words_of(event.factuality);
  for (const SourceClaim& claim : event.attribution)
    words.append(", ").append(index.entity_name(claim.source)).append(" says so");
  if (!event.evidence.empty())
    words += " — “" + clean_text(event.evidence.front().quote, kMaxQuote) + "”";
  return words;
}

void define_fades(SvgWriter& svg) {
  struct Stop {
    double offset, opacity;
  };
  struct Fade {
    std::string_view name;
    std::array<Stop, 4> stops;
  };
  static constexpr auto kFades =
      std::to_array<Fade>({{"left", {{{0, 0}, {0.5, 1}, {1, 1}, {1, 1}}}},
                           {"right", {{{0, 1}, {0, 1}, {0.5, 1}, {1, 0}}}},
                           {"both", {{{0, 0}, {0.4, 1}, {0.6, 1}, {1, 0}}}}});
  svg.open("defs", {});
  for (int kind = 0; kind <= static_cast<int>(Event::Kind::statement); ++kind)
    for (const Fade& fade : kFades) {
      const std::string colour(style_of(static_cast<Event::Kind>(kind)).colour);
      svg.open("linearGradient", {{"id", std::string(fade.name) + "-" + colour}});
      for (const Stop& stop : fade.stops)
        svg.leaf(
            "stop",
            {{"offset", stop.offset}, {"stop-opacity", stop.opacity}, {"class", "g-" + colour}});
      svg.close();
    }
  svg.open("pattern", {{"id", "hatch"},
                       {"width", 6},
                       {"height", 6},
                       {"patternUnits", "userSpaceOnUse"},
                       {"patternTransform", "rotate(45)"}});
  svg.leaf("rect", {{"width", 2.2}, {"height", 6}, {"class", "f-bg"}, {"opacity", "0.75"}});
  svg.close();
  svg.close();
}

std::string_view deadline_classes(const Event& event) {
  return event.when.approximate ? "s-deadline dashed" : "s-deadline";
}

void draw_lanes(SvgWriter& svg, const Timeline& timeline, const TimelineIndex& index,
                const ChartLayout& layout) {
  for (std::size_t i = 0; i < layout.lane_tops.size(); ++i)
    svg.rect(0, layout.lane_tops[i], kChartWidth, lane_height(layout.lanes.lanes[i]),
             i % 2 == 0 ? "f-lane" : "f-bg");
  draw_grid(svg, layout);
  draw_deadline_lines(svg, timeline, layout);
  draw_threads(svg, layout);
  for (std::size_t i = 0; i < layout.lane_tops.size(); ++i)
    draw_lane(svg, timeline, index, layout, i);
  if (layout.lanes.hidden_lanes > 0)
    svg.text(kChartMargin, layout.lanes_bottom - 8, "f-dim",
             "and " + counted(layout.lanes.hidden_lanes, "more lane") + " with " +
                 counted(layout.lanes.hidden_events, "event"));
  if (layout.lane_tops.empty())
    svg.text(kChartMargin, layout.lanes_top + 36, "f-dim",
             timeline.events.empty() ? "No events were found." : "No event has a date.");
}

}  // namespace dateline
