#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "exporters/chart_lanes.h"
#include "exporters/drawn_text.h"
#include "exporters/exporter.h"
#include "exporters/style.h"
#include "exporters/svg.h"
#include "exporters/timeline_index.h"

// The timeline as one still picture: an axis with the flags of the deadlines, a lane an actor, what
// has no date, and what the signs mean. It is as wide as a page and as high as it needs to be.

namespace dateline {
namespace {

constexpr double kWidth = 1200, kHeadWidth = 190, kMargin = 22;
constexpr double kRow = 22, kTouchRow = 9, kLanePadding = 16, kEmptyLane = 34, kAxisHeight = 46;
constexpr double kFlagRow = 22, kFlagSize = 12, kMaxFlagText = 280;
constexpr std::size_t kMaxFlagRows = 3, kMaxFlags = 8;
constexpr std::size_t kMaxTouches = 60;   // in one lane: more are a smear
constexpr std::size_t kMaxThreads = 120;  // in all: more hide the events
constexpr std::size_t kMaxUndated = 12;
constexpr std::size_t kMaxQuote = 300;

struct Flag {
  ChartEvent event;
  double x = 0, from = 0, to = 0;
  std::size_t row = 0;
  std::string label;
};

// Everything of the picture and where it begins, from the top.
struct Layout {
  ChartTime time;
  ChartScale scale;
  ChartAxis axis;
  ChartLanes lanes;
  std::vector<Flag> flags;
  std::vector<ChartEvent> deadlines;
  std::vector<double> lane_tops;
  std::vector<std::string> description;  // lines
  double axis_top = 0, lanes_top = 0, lanes_bottom = 0, undated_top = 0, legend_top = 0, height = 0;
};

double importance_of(const Timeline& timeline, const ChartEvent& event) {
  return timeline.events[event.event].importance.value_or(0.5);
}

double head_height(const ChartLane& lane) { return lane.touches.empty() ? 0 : kTouchRow; }

double lane_height(const ChartLane& lane) {
  if (lane.rows == 0) return kEmptyLane;
  const double height = head_height(lane) + kLanePadding + static_cast<double>(lane.rows) * kRow;
  return std::max(height, lane.hidden > 0 ? 48.0 : 0.0);
}

bool is_covered(const Flag& flag, const std::vector<Flag>& taken) {
  return std::any_of(taken.begin(), taken.end(), [&](const Flag& other) {
    if (other.row == flag.row) return flag.from < other.to + 4 && flag.to > other.from - 4;
    const Flag& upper = other.row < flag.row ? other : flag;
    const Flag& lower = other.row < flag.row ? flag : other;
    return lower.from < upper.x && lower.to > upper.x;  // its line would cross the words
  });
}

// Room for the flag of a deadline on either side of its line, in one of a few rows.
std::optional<Flag> place_flag(const ChartEvent& event, const Timeline& timeline,
                               const ChartScale& scale, const std::vector<Flag>& taken) {
  Flag flag;
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

void place_flags(Layout& layout, const Timeline& timeline) {
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

std::size_t undated_rows(const Layout& layout) {
  return std::min(layout.time.undated.size(), kMaxUndated + 1);
}

Layout lay_out(const Timeline& timeline) {
  Layout layout;
  layout.time = chart_time(timeline);
  layout.scale = {kHeadWidth, kWidth - 2, layout.time.window};
  if (!layout.time.events.empty())
    layout.axis = chart_axis(layout.time.window, layout.scale.right - layout.scale.left);
  layout.lanes = chart_lanes(timeline, layout.time, layout.scale);
  layout.description =
      wrap_to_width(clean_text(timeline.description), kWidth - 2 * kMargin, kLabelSize, 2);
  place_flags(layout, timeline);
  std::size_t flag_rows = 0;
  for (const Flag& flag : layout.flags) flag_rows = std::max(flag_rows, flag.row + 1);
  layout.axis_top = 50 + 18 * static_cast<double>(layout.description.size());
  layout.lanes_top = layout.axis_top + kFlagRow * static_cast<double>(flag_rows) + kAxisHeight + 4;
  double top = layout.lanes_top;
  for (const ChartLane& lane : layout.lanes.lanes) {
    layout.lane_tops.push_back(top);
    top += lane_height(lane) + 2;
  }
  if (layout.lanes.lanes.empty()) top += 60;
  if (layout.lanes.hidden_lanes > 0) top += 26;
  layout.lanes_bottom = layout.undated_top = top;
  if (const std::size_t rows = undated_rows(layout); rows > 0)
    top += 34 + kRow * static_cast<double>(rows);
  layout.legend_top = top + 8;
  layout.height = layout.legend_top + 62;
  return layout;
}

std::string words_of_event(const Event& event, const TimelineIndex& index) {
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

void draw_heading(SvgWriter& svg, const Timeline& timeline, const Layout& layout) {
  svg.text(kMargin, 34, "heading f-ink",
           cut_to_width(clean_text(title_of(timeline)), kWidth - 2 * kMargin, 24));
  for (std::size_t i = 0; i < layout.description.size(); ++i)
    svg.text(kMargin, 54 + 18 * static_cast<double>(i), "f-dim", layout.description[i]);
}

double axis_base(const Layout& layout) { return layout.lanes_top - 4; }

void draw_published(SvgWriter& svg, const Timeline& timeline, const Layout& layout) {
  if (timeline.documents.size() != 1 || !timeline.documents.front().published) return;
  const auto& [earliest, latest] = timeline.documents.front().published->interval;
  if (!earliest || layout.time.events.empty()) return;
  const std::int64_t end = latest ? latest->seconds : earliest->seconds;
  const double x = layout.scale.x(earliest->seconds + (end - earliest->seconds) / 2);
  if (x < layout.scale.left || x > layout.scale.right - 110) return;
  const double y = axis_base(layout) - 24;
  svg.leaf("path", {{"d", "M" + svg_number(x - 5) + " " + svg_number(y - 8) + "h10l-5 7z"},
                    {"class", "f-ink"}});
  svg.text(x + 9, y, "small f-dim", "article published");
}

void draw_axis(SvgWriter& svg, const Timeline& timeline, const Layout& layout) {
  const double base = axis_base(layout);
  const auto& [ticks, eras, days] = layout.axis;
  for (std::size_t i = 0; i < eras.size(); ++i) {
    const double x = std::max(layout.scale.x(eras[i].time), layout.scale.left);
    const double next = i + 1 < eras.size() ? layout.scale.x(eras[i + 1].time) : layout.scale.right;
    if (next - x > text_width(eras[i].label, kLabelSize) * 1.1 + 8)
      svg.text(x + 4, base - 34, "strong f-ink", eras[i].label);
  }
  draw_published(svg, timeline, layout);
  for (const ChartTick& tick : ticks) {
    const double x = layout.scale.x(tick.time);
    svg.line(x, base - 14, x, base, "s-line");
    if (x + 4 + text_width(tick.label, 11) < layout.scale.right)
      svg.text(x + 4, base - 4, "small f-dim", tick.label);
  }
  svg.line(0, base + 1, kWidth, base + 1, "s-line");
}

void draw_grid(SvgWriter& svg, const Layout& layout) {
  const double top = layout.lanes_top, height = layout.lanes_bottom - top;
  for (const ChartTick& tick : layout.axis.ticks) {
    const double x = layout.scale.x(tick.time);
    if (tick.weekend) {
      const double end = std::min(layout.scale.x(tick.time + 86'400), kWidth);
      svg.rect(x, top, end - x, height, "f-line pale");
    }
    svg.line(x, top, x, top + height, "s-line");
  }
}

std::string deadline_classes(const Event& event) {
  return event.when.approximate ? "s-deadline dashed" : "s-deadline";
}

void draw_deadline_lines(SvgWriter& svg, const Timeline& timeline, const Layout& layout) {
  std::set<std::uint32_t> flagged;
  for (const Flag& flag : layout.flags) flagged.insert(flag.event.event);
  for (const ChartEvent& event : layout.deadlines) {
    const double x = layout.scale.x(event.at);
    const bool whole = flagged.count(event.event) > 0;
    svg.line(x, layout.lanes_top, x, whole ? layout.lanes_bottom : layout.lanes_top + 10,
             deadline_classes(timeline.events[event.event]));
  }
}

void draw_flags(SvgWriter& svg, const Timeline& timeline, const TimelineIndex& index,
                const Layout& layout) {
  for (const Flag& flag : layout.flags) {
    const Event& event = timeline.events[flag.event.event];
    const double y = layout.axis_top + static_cast<double>(flag.row) * kFlagRow;
    const bool soft = event.when.approximate;
    svg.open("g", {});
    svg.title(words_of_event(event, index));
    svg.line(flag.x, y, flag.x, layout.lanes_top, deadline_classes(event));
    svg.leaf("rect", {{"x", flag.from},
                      {"y", y},
                      {"width", flag.to - flag.from},
                      {"height", 18},
                      {"rx", 3},
                      {"class", soft ? "f-bg s-deadline dashed" : "f-deadline s-deadline"}});
    svg.text(flag.from + 8, y + 13.5, soft ? "strong f-deadline" : "strong f-bg",
             "⚑ " + flag.label);
    svg.close();
  }
}

double row_middle(const Layout& layout, std::size_t lane, const ChartBox& box) {
  return layout.lane_tops[lane] + head_height(layout.lanes.lanes[lane]) + 8 +
         static_cast<double>(box.row) * kRow + kRow / 2;
}

// From a lane that an event touches to the lane in which it stands.
void draw_threads(SvgWriter& svg, const Layout& layout) {
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
  svg.title(words_of_event(event, index));
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
               const Layout& layout, std::size_t at) {
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
  svg.text(kMargin, top + 21, "strong f-ink",
           cut_to_width(lane.name, kHeadWidth - kMargin - 14, kLabelSize));
  if (lane.hidden > 0)
    svg.text(kMargin, top + 38, "small f-faint", std::to_string(lane.hidden) + " more");
}

void draw_lanes(SvgWriter& svg, const Timeline& timeline, const TimelineIndex& index,
                const Layout& layout) {
  for (std::size_t i = 0; i < layout.lane_tops.size(); ++i)
    svg.rect(0, layout.lane_tops[i], kWidth, lane_height(layout.lanes.lanes[i]),
             i % 2 == 0 ? "f-lane" : "f-bg");
  draw_grid(svg, layout);
  draw_deadline_lines(svg, timeline, layout);
  draw_threads(svg, layout);
  for (std::size_t i = 0; i < layout.lane_tops.size(); ++i)
    draw_lane(svg, timeline, index, layout, i);
  if (layout.lanes.hidden_lanes > 0)
    svg.text(kMargin, layout.lanes_bottom - 8, "f-dim",
             "and " + counted(layout.lanes.hidden_lanes, "more lane") + " with " +
                 counted(layout.lanes.hidden_events, "event"));
  if (layout.lane_tops.empty())
    svg.text(kMargin, layout.lanes_top + 36, "f-dim",
             timeline.events.empty() ? "No events were found." : "No event has a date.");
}

void draw_undated(SvgWriter& svg, const Timeline& timeline, const TimelineIndex& index,
                  const Layout& layout) {
  if (layout.time.undated.empty()) return;
  const double top = layout.undated_top;
  svg.rect(0, top, kWidth, layout.legend_top - 8 - top, "f-lane");
  svg.line(0, top, kWidth, top, "s-line");
  svg.text(kMargin, top + 22, "strong f-faint", "Date not known");
  const std::size_t count = std::min(layout.time.undated.size(), kMaxUndated);
  for (std::size_t i = 0; i < count; ++i) {
    const Event& event = timeline.events[layout.time.undated[i]];
    const double y = top + 42 + static_cast<double>(i) * kRow;
    svg.open("g", {});
    svg.title(words_of_event(event, index));
    draw_mark(svg, event.kind, event.factuality, kMargin + 8, y);
    svg.text(kMargin + 24, y + 4.3, "f-ink",
             cut_to_width(clean_text(event.title), kWidth - 2 * kMargin - 24, kLabelSize));
    svg.close();
  }
  if (layout.time.undated.size() > count)
    svg.text(kMargin + 24, top + 46 + static_cast<double>(count) * kRow, "f-dim",
             std::to_string(layout.time.undated.size() - count) + " more");
}

void draw_legend(SvgWriter& svg, const Timeline& timeline, const Layout& layout) {
  std::set<Event::Kind> kinds;
  std::set<FactualityValue> values;
  for (const Event& event : timeline.events) {
    kinds.insert(event.kind);
    values.insert(event.factuality.value);
  }
  const double y = layout.legend_top + 12;
  double x = kMargin + 7;
  const auto entry = [&](Event::Kind kind, FactualityValue value, std::string_view words) {
    draw_mark(svg, kind, Factuality{value, false, ""}, x, y);
    svg.text(x + 12, y + 4, "small f-dim", words);
    x += 34 + text_width(words, 11);
  };
  for (const Event::Kind kind : kinds)
    entry(kind, FactualityValue::asserted, style_of(kind).plural);
  for (const FactualityValue value : values) {
    const std::string_view badge = style_of(value).badge;
    entry(Event::Kind::event, value, badge.empty() ? kPlainBadge : badge);
  }
  std::string source = "From " + counted(timeline.documents.size(), "article");
  if (timeline.documents.size() == 1) {
    const SourceDocument& document = timeline.documents.front();
    source = "From “" + clean_text(document.title, 200) + "”";
    if (!document.publisher.empty()) source += ", " + document.publisher;
  }
  svg.text(kMargin, y + 30, "small f-faint",
           cut_to_width(clean_text(source), kWidth - 2 * kMargin, 11));
}

std::string picture_words(const Timeline& timeline, const Layout& layout) {
  std::string words = "A timeline of " + counted(timeline.events.size(), "event") + " in " +
                      counted(layout.lanes.lanes.size() + layout.lanes.hidden_lanes, "lane") +
                      ", one an actor. ";
  words += counted(layout.deadlines.size(), "deadline") + ". ";
  words += counted(layout.time.undated.size(), "event") + " without a date. ";
  return words + timeline.description;
}

bool write(const Timeline& timeline, std::ostream& out) {
  const TimelineIndex index(timeline);
  const Layout layout = lay_out(timeline);
  const std::string title = title_of(timeline), words = picture_words(timeline, layout);
  SvgWriter svg(out, {title, words, kWidth, layout.height});
  define_fades(svg);
  draw_heading(svg, timeline, layout);
  draw_axis(svg, timeline, layout);
  draw_lanes(svg, timeline, index, layout);
  draw_flags(svg, timeline, index, layout);
  draw_undated(svg, timeline, index, layout);
  draw_legend(svg, timeline, layout);
  return svg.finish();
}

}  // namespace

extern const Exporter svg_exporter;
constinit const Exporter svg_exporter = {"svg", "timeline.svg",
                                         "the timeline as a picture, by day and by night", write};

}  // namespace dateline
