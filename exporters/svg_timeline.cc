#include <algorithm>
#include <set>

#include "exporters/chart_layout.h"
#include "exporters/drawn_text.h"
#include "exporters/exporter.h"
#include "exporters/style.h"
#include "exporters/svg.h"
#include "exporters/svg_lanes.h"
#include "exporters/timeline_index.h"

// The timeline as one still picture: an axis with the flags of the deadlines, a lane an actor, what
// has no date, and what the signs mean. It is as wide as a page and as high as it needs to be.

namespace dateline {
namespace {

void draw_heading(SvgWriter& svg, const Timeline& timeline, const ChartLayout& layout) {
  svg.text(kChartMargin, 34, "heading f-ink",
           cut_to_width(clean_text(title_of(timeline)), kChartWidth - 2 * kChartMargin, 24));
  for (std::size_t i = 0; i < layout.description.size(); ++i)
    svg.text(kChartMargin, 54 + 18 * static_cast<double>(i), "f-dim", layout.description[i]);
}

double axis_base(const ChartLayout& layout) { return layout.lanes_top - 4; }

void draw_published(SvgWriter& svg, const Timeline& timeline, const ChartLayout& layout) {
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

void draw_axis(SvgWriter& svg, const Timeline& timeline, const ChartLayout& layout) {
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
  svg.line(0, base + 1, kChartWidth, base + 1, "s-line");
}

void draw_flags(SvgWriter& svg, const Timeline& timeline, const TimelineIndex& index,
                const ChartLayout& layout) {
  for (const ChartFlag& flag : layout.flags) {
    const Event& event = timeline.events[flag.event.event];
    const double y = layout.axis_top + static_cast<double>(flag.row) * kChartFlagRow;
    const bool soft = event.when.approximate;
    svg.open("g", {});
    svg.title(tooltip_of(event, index));
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

void draw_list(SvgWriter& svg, const Timeline& timeline, const TimelineIndex& index,
               const ChartList& list, double bottom) {
  svg.rect(0, list.top, kChartWidth, bottom - list.top, "f-lane");
  svg.line(0, list.top, kChartWidth, list.top, "s-line");
  svg.text(kChartMargin, list.top + 22, "strong f-faint", list.heading);
  const std::size_t count = std::min(list.events.size(), kMaxListed);
  for (std::size_t i = 0; i < count; ++i) {
    const Event& event = timeline.events[list.events[i]];
    const double y = list.top + 42 + static_cast<double>(i) * kChartRow;
    const std::string words = list.dated ? words_of(event.when) + ": " + event.title : event.title;
    svg.open("g", {});
    svg.title(tooltip_of(event, index));
    draw_mark(svg, event.kind, event.factuality, kChartMargin + 8, y);
    svg.text(kChartMargin + 24, y + 4.3, "f-ink",
             cut_to_width(clean_text(words), kChartWidth - 2 * kChartMargin - 24, kLabelSize));
    svg.close();
  }
  if (list.events.size() > count)
    svg.text(kChartMargin + 24, list.top + 46 + static_cast<double>(count) * kChartRow, "f-dim",
             std::to_string(list.events.size() - count) + " more");
}

void draw_lists(SvgWriter& svg, const Timeline& timeline, const TimelineIndex& index,
                const ChartLayout& layout) {
  for (std::size_t i = 0; i < layout.lists.size(); ++i) {
    const bool last = i + 1 == layout.lists.size();
    draw_list(svg, timeline, index, layout.lists[i],
              last ? layout.legend_top - 8 : layout.lists[i + 1].top);
  }
}

void draw_legend(SvgWriter& svg, const Timeline& timeline, const ChartLayout& layout) {
  std::set<Event::Kind> kinds;
  std::set<FactualityValue> values;
  for (const Event& event : timeline.events) {
    kinds.insert(event.kind);
    values.insert(event.factuality.value);
  }
  const double y = layout.legend_top + 12;
  double x = kChartMargin + 7;
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
  svg.text(kChartMargin, y + 30, "small f-faint",
           cut_to_width(clean_text(source), kChartWidth - 2 * kChartMargin, 11));
}

std::string picture_words(const Timeline& timeline, const ChartLayout& layout) {
  std::string words = "A timeline of " + counted(timeline.events.size(), "event") + " in " +
                      counted(layout.lanes.lanes.size() + layout.lanes.hidden_lanes, "lane") +
                      ", one an actor. ";
  words += counted(layout.deadlines.size(), "deadline") + ". ";
  if (!layout.time.apart.empty())
    words += counted(layout.time.apart.size(), "event") + " long before or after. ";
  words += counted(layout.time.undated.size(), "event") + " without a date. ";
  return words + timeline.description;
}

bool write_svg_timeline(const Timeline& timeline, std::ostream& out) {
  const TimelineIndex index(timeline);
  const ChartLayout layout = chart_layout(timeline);
  const std::string title = title_of(timeline), words = picture_words(timeline, layout);
  SvgWriter svg(out, {title, words, kChartWidth, layout.height});
  define_fades(svg);
  draw_heading(svg, timeline, layout);
  draw_axis(svg, timeline, layout);
  draw_lanes(svg, timeline, index, layout);
  draw_flags(svg, timeline, index, layout);
  draw_lists(svg, timeline, index, layout);
  draw_legend(svg, timeline, layout);
  return svg.finish();
}

}  // namespace

extern const Exporter svg_exporter;
constinit const Exporter svg_exporter = {
    "svg", "timeline.svg", "the timeline as a picture, by day and by night", write_svg_timeline};

}  // namespace dateline
