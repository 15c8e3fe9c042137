#include "exporters/chart_time.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>

#include "exporters/importance.h"
#include "exporters/seconds.h"
#include "exporters/style.h"

namespace dateline {
namespace {

constexpr double kTickRoom = 84;  // pixels that the label of a tick needs
constexpr std::size_t kMaxTicks = 400;
constexpr std::int64_t kLeastWindow = kHour / 3;
constexpr std::size_t kMostApart = 3;  // one event in so many may be set apart
constexpr std::int64_t kLeastGap = 14 * kDay;
constexpr std::int64_t kFarGap = 2;  // and only if the gap is as large as all by this

using Seconds = std::optional<std::int64_t>;

Seconds seconds_of(const std::optional<Instant>& instant) {
  if (!instant) return std::nullopt;
  return std::clamp(instant->seconds, kFirstSecond, kLastSecond);
}

struct Bounds {
  Seconds earliest, latest;
};
Bounds bounds_of(const When& when) {
  Bounds bounds{seconds_of(when.interval.earliest), seconds_of(when.interval.latest)};
  if (bounds.earliest && bounds.latest) bounds.latest = std::max(*bounds.earliest, *bounds.latest);
  return bounds;
}

// The ends that the text gives firmly: a vague one must not stretch the picture.
std::vector<std::int64_t> firm_ends(const When& when) {
  const auto [earliest, latest] = bounds_of(when);
  if (!earliest) return {*latest};
  if (!latest || when.end_open) return {*earliest};
  if (when.start_open) return {*latest};
  return {*earliest, *latest};
}

bool tells_clock(const Event& event) {
  return event.when.grain >= Grain::part_of_day && event.when.grain != Grain::unknown;
}

ChartWindow domain_of(const Timeline& timeline, const std::vector<std::uint32_t>& events) {
  Seconds from, to;
  bool clock = false;
  for (const std::uint32_t at : events) {
    const Event& event = timeline.events[at];
    clock = clock || tells_clock(event);
    for (const std::int64_t end : firm_ends(event.when)) {
      from = std::min(from.value_or(end), end);
      to = std::max(to.value_or(end), end);
    }
  }
  if (!from) return {};
  if (*to - *from < kLeastWindow) return {*from - kLeastWindow / 2, *to + kLeastWindow / 2, clock};
  return {*from, *to, clock};
}

bool is_bar(const When& when) {
  return when.shape == When::Shape::interval || when.shape == When::Shape::before ||
         when.shape == When::Shape::after;
}

std::int64_t middle(std::int64_t a, std::int64_t b) { return a + (b - a) / 2; }

/// The moment that the mark of a dated event stands at.
std::int64_t mark_of(const Event& event) {
  const auto [earliest, latest] = bounds_of(event.when);
  const bool opens_left = !earliest || event.when.start_open;
  const bool bound = event.kind == Event::Kind::deadline && latest && !event.when.approximate;
  if (bound || (is_bar(event.when) && opens_left && latest)) return *latest;
  return earliest && latest ? middle(*earliest, *latest) : earliest ? *earliest : *latest;
}

ChartEvent place(const Timeline& timeline, std::uint32_t at, std::int64_t fade) {
  const Event& event = timeline.events[at];
  const When& when = event.when;
  const auto [earliest, latest] = bounds_of(when);
  ChartEvent placed;
  placed.event = at;
  placed.start = earliest ? *earliest : *latest - fade;
  placed.end = latest ? *latest : *earliest + fade;
  placed.bar = is_bar(when);
  placed.opens_left = !earliest || when.start_open;
  placed.opens_right = !latest || when.end_open;
  placed.at = mark_of(event);
  return placed;
}

/// Dated events by time, some of which may be set apart from the others.
struct Stretch {
  std::vector<std::int64_t> times;
  std::size_t from, to;                      ///< what stands together
  std::size_t first_deadline, end_deadline;  ///< deadlines are never set apart
  std::size_t least;

  std::int64_t gap(std::size_t i) const { return i == from ? 0 : times[i] - times[i - 1]; }
  bool cuts_front(std::size_t i) const { return to - i >= least && i <= first_deadline; }
  bool cuts_back(std::size_t i) const { return i - from >= least && i >= end_deadline; }
};

/// Leaves out a few at the ends, so far off that the others would be pressed into a corner: "built
/// in 1988" in the news of a week.
void narrow(Stretch& stretch) {
  while (stretch.to - stretch.from > stretch.least) {
    std::size_t cut = stretch.from;
    for (std::size_t i = stretch.from + 1; i < stretch.to; ++i)
      if ((stretch.cuts_front(i) || stretch.cuts_back(i)) && stretch.gap(i) > stretch.gap(cut))
        cut = i;
    const std::int64_t whole = stretch.times[stretch.to - 1] - stretch.times[stretch.from];
    if (stretch.gap(cut) < kLeastGap || stretch.gap(cut) * kFarGap < whole) return;
    (stretch.cuts_front(cut) ? stretch.from : stretch.to) = cut;
  }
}

/// Takes what does not stand together with the others out of `dated`, and leaves it by time.
std::vector<std::uint32_t> set_apart(const Timeline& timeline, std::vector<std::uint32_t>& dated) {
  const auto mark = [&](std::uint32_t at) { return mark_of(timeline.events[at]); };
  std::stable_sort(dated.begin(), dated.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return mark(a) < mark(b); });
  Stretch stretch{{}, 0, dated.size(), dated.size(), 0, dated.size() - dated.size() / kMostApart};
  for (std::size_t i = 0; i < dated.size(); ++i) {
    stretch.times.push_back(mark(dated[i]));
    if (timeline.events[dated[i]].kind != Event::Kind::deadline) continue;
    stretch.first_deadline = std::min(stretch.first_deadline, i);
    stretch.end_deadline = i + 1;
  }
  narrow(stretch);
  std::vector<std::uint32_t> apart(dated.begin(), dated.begin() + stretch.from);
  apart.insert(apart.end(), dated.begin() + stretch.to, dated.end());
  dated = {dated.begin() + stretch.from, dated.begin() + stretch.to};
  return apart;
}

// The steps of an axis: how long one is, and how many minutes, days or months it counts.
enum class StepKind { minutes, days, months };
struct Step {
  double seconds;
  StepKind kind;
  std::int64_t count;
};
constexpr double kMonth = 30.4 * kDay;
constexpr auto kSteps = std::to_array<Step>({
    {kMinute, StepKind::minutes, 1},
    {5 * kMinute, StepKind::minutes, 5},
    {15 * kMinute, StepKind::minutes, 15},
    {kHour, StepKind::minutes, 60},
    {3 * kHour, StepKind::minutes, 180},
    {6 * kHour, StepKind::minutes, 360},
    {12 * kHour, StepKind::minutes, 720},
    {kDay, StepKind::days, 1},
    {2 * kDay, StepKind::days, 2},
    {7 * kDay, StepKind::days, 7},
    {kMonth, StepKind::months, 1},
    {3 * kMonth, StepKind::months, 3},
    {12 * kMonth, StepKind::months, 12},
    {60 * kMonth, StepKind::months, 60},
    {120 * kMonth, StepKind::months, 120},
    {1200 * kMonth, StepKind::months, 1200},
    {12000 * kMonth, StepKind::months, 12000},
});

std::int64_t ceil_to(std::int64_t value, std::int64_t step) {
  const std::int64_t rest = value % step;
  return rest == 0 ? value : value - rest + (rest > 0 ? step : 0);
}
std::int64_t floor_to(std::int64_t value, std::int64_t step) {
  return ceil_to(value - step + 1, step);
}

std::string clock_words(std::int64_t time) {
  const std::int64_t minute = (time - floor_to(time, kDay)) / kMinute;
  const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(minute / 60) + ":" + two(minute % 60);
}

std::string short_weekday(Day day) {
  return std::string(long_weekday(weekday_of(day)).substr(0, 3));
}
std::string month_words(Day day) { return std::string(short_month(day.month)); }

// Every `step` seconds from the first that is a multiple of it, counted from `origin`.
template <typename Label>
std::vector<ChartTick> regular(const ChartWindow& window, std::int64_t step, std::int64_t origin,
                               Label label) {
  std::vector<ChartTick> ticks;
  std::int64_t time = ceil_to(window.from - origin, step) + origin;
  for (; time < window.to && ticks.size() < kMaxTicks; time += step)
    ticks.push_back({time, label(time), false});
  return ticks;
}

std::vector<ChartTick> days(const ChartWindow& window, std::int64_t count) {
  constexpr std::int64_t kMonday = 4 * kDay;  // 1970-01-05
  auto ticks = regular(window, count * kDay, count == 7 ? kMonday : 0, [&](std::int64_t time) {
    const Day day = day_at(time);
    std::string label = std::to_string(day.day);
    if (count == 1) label = short_weekday(day) + " " + label;
    return count == 7 ? label + " " + month_words(day) : label;
  });
  if (count == 1)
    for (ChartTick& tick : ticks) tick.weekend = weekday_of(day_at(tick.time)) >= Weekday::saturday;
  return ticks;
}

std::vector<ChartTick> months(const ChartWindow& window, std::int64_t count) {
  std::vector<ChartTick> ticks;
  const Day first = day_at(window.from);
  std::int64_t month = floor_to(first.year * 12LL + first.month - 1, count);
  for (; ticks.size() < kMaxTicks; month += count) {
    const std::int64_t year = floor_to(month, 12) / 12;
    const Day day{static_cast<std::int32_t>(year), static_cast<std::uint8_t>(month - year * 12 + 1),
                  1};
    const std::int64_t time = start_of(day).seconds;
    if (time >= window.to) break;
    if (time >= window.from)
      ticks.push_back({time, count < 12 ? month_words(day) : year_words(year), false});
  }
  return ticks;
}

std::vector<ChartTick> eras(const ChartWindow& window, const Step& step) {
  std::vector<ChartTick> result;
  ChartWindow whole = window;  // from the beginning of the era in which the window begins
  const Day first = day_at(window.from);
  if (step.kind == StepKind::minutes) {
    whole.from = floor_to(window.from, kDay);
    return regular(whole, kDay, 0, [](std::int64_t time) {
      const Day day = day_at(time);
      return short_weekday(day) + " " + std::to_string(day.day) + " " + month_words(day) + " " +
             year_words(day.year);
    });
  }
  if (step.kind == StepKind::days) {
    whole.from = start_of(Day{first.year, first.month, 1}).seconds;
    result = months(whole, 1);
    for (ChartTick& era : result) era.label += " " + year_words(day_at(era.time).year);
  } else if (step.count < 12) {
    whole.from = start_of(Day{first.year, 1, 1}).seconds;
    result = months(whole, 12);
  }
  return result;
}

}  // namespace

ChartTime chart_time(const Timeline& timeline) {
  ChartTime chart;
  std::vector<std::uint32_t> dated;
  for (std::uint32_t i = 0; i < timeline.events.size(); ++i)
    (timeline.events[i].when.known() ? dated : chart.undated).push_back(i);
  chart.apart = set_apart(timeline, dated);
  const ChartWindow domain = domain_of(timeline, dated);
  const std::int64_t length = domain.to - domain.from;
  const std::int64_t fade = std::max(3 * kDay, length * 35 / 100);
  for (const std::uint32_t i : dated) chart.events.push_back(place(timeline, i, fade));
  const auto key = [&](std::uint32_t at) {
    const Event& event = timeline.events[at];
    return std::tuple(-importance_of(event), std::string_view(event.id), at);
  };
  std::sort(chart.events.begin(), chart.events.end(),
            [&](const ChartEvent& a, const ChartEvent& b) {
              return std::tuple(a.at, key(a.event)) < std::tuple(b.at, key(b.event));
            });
  std::sort(chart.undated.begin(), chart.undated.end(),
            [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  chart.window = {domain.from - length * 6 / 100, domain.to + length * 20 / 100, domain.clock};
  return chart;
}

ChartAxis chart_axis(const ChartWindow& window, double width) {
  const double room = static_cast<double>(window.to - window.from) / width * kTickRoom;
  const auto* step = std::find_if(kSteps.begin(), kSteps.end(), [&](const Step& candidate) {
    if (candidate.kind == StepKind::minutes && !window.clock) return false;
    const bool short_label = candidate.kind == StepKind::days && candidate.count == 1;
    return candidate.seconds >= room * (short_label ? 0.66 : 1);  // "Sat 12"
  });
  if (step == kSteps.end()) --step;
  ChartAxis axis;
  axis.days = step->kind == StepKind::days && step->count == 1;
  axis.eras = eras(window, *step);
  if (step->kind == StepKind::minutes)
    axis.ticks = regular(window, step->count * kMinute, 0, clock_words);
  else
    axis.ticks =
        step->kind == StepKind::days ? days(window, step->count) : months(window, step->count);
  return axis;
}

}  // namespace dateline
