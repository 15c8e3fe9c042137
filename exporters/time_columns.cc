#include "exporters/time_columns.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "exporters/importance.h"
#include "exporters/seconds.h"
#include "exporters/style.h"

namespace dateline {
namespace {

struct Period {
  std::int64_t begin = 0, end = 0;
};

std::int64_t seconds_of(Day day) { return start_of(day).seconds; }

std::int64_t column_start(std::int64_t value, std::int64_t step) {
  const std::int64_t rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
}

Period years_from(std::int64_t year, std::int64_t count) {
  const auto first = static_cast<std::int32_t>(column_start(year, count));
  return {seconds_of({first, 1, 1}), seconds_of({static_cast<std::int32_t>(first + count), 1, 1})};
}

// The minute, hour, day ... century in which a moment lies.
Period unit_at(std::int64_t seconds, Grain unit) {
  seconds = std::clamp(seconds, kFirstSecond, kLastSecond);
  const auto fixed = [&](std::int64_t length) {
    const std::int64_t begin = column_start(seconds, length);
    return Period{begin, begin + length};
  };
  const Day day = day_at(seconds);
  switch (unit) {
    case Grain::minute:
      return fixed(kMinute);
    case Grain::hour:
      return fixed(kHour);
    case Grain::day:
      return fixed(kDay);
    case Grain::month: {
      const Day first{day.year, day.month, 1};
      return {seconds_of(first), seconds_of(add_months(first, 1))};
    }
    case Grain::year:
      return years_from(day.year, 1);
    case Grain::decade:
      return years_from(day.year, 10);
    default:
      return years_from(day.year, 100);
  }
}

// Where an event stands: the moment that places it, or the whole stretch that the text leaves.
Period place_of(const Event& event, Grain unit) {
  const When& when = event.when;
  const auto& [earliest, latest] = when.interval;
  const bool by_its_end = event.kind == Event::Kind::deadline ||
                          when.shape == When::Shape::before || (when.start_open && latest);
  if (!earliest || (by_its_end && latest)) return unit_at(latest->seconds - 1, unit);
  const std::int64_t begin = earliest->seconds;
  const bool by_its_start = !latest || when.shape == When::Shape::interval ||
                            when.shape == When::Shape::after || when.end_open;
  const Period whole = unit_at(begin, unit);
  if (by_its_start || unit == Grain::century || latest->seconds <= whole.end) return whole;
  return {whole.begin, unit_at(std::max(latest->seconds - 1, begin), unit).end};
}

std::string day_words(Day day) {
  return std::to_string(day.day) + " " + std::string(short_month(day.month));
}
std::string column_month(Day day) {
  return std::string(short_month(day.month)) + " " + year_words(day.year);
}
std::string column_clock(std::int64_t seconds) {
  const std::int64_t minute = column_start(seconds, kMinute) - column_start(seconds, kDay);
  const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(minute / kHour) + ":" + two(minute % kHour / kMinute);
}

// "Feb 2022", "2022", "the 1990s", "11 Feb to 20 Feb 2022" as the stretch has it.
std::string stretch_words(const Period& period) {
  const Day first = day_at(period.begin), last = day_at(period.end - 1);
  const Day after = day_at(period.end);
  const bool whole_months = first.day == 1 && after.day == 1;
  const bool whole_years = whole_months && first.month == 1 && after.month == 1;
  const std::int64_t years = after.year - first.year;
  if (whole_years && years == 1) return year_words(first.year);
  if (whole_years && first.year > 0 &&
      ((years == 10 && first.year % 10 == 0) || (years == 100 && first.year % 100 == 0)))
    return "the " + std::to_string(first.year) + "s";
  if (whole_years) return year_words(first.year) + " to " + year_words(last.year);
  if (whole_months && add_months(first, 1) == after) return column_month(first);
  if (whole_months) return column_month(first) + " to " + column_month(last);
  const std::string from = day_words(first);
  return from + (first.year == last.year ? "" : " " + year_words(first.year)) + " to " +
         day_words(last) + " " + year_words(last.year);
}

void name(TimeColumn& column) {
  const Day day = day_at(column.begin);
  const std::int64_t length = column.end - column.begin;
  const std::string date = day_words(day) + " " + year_words(day.year);
  if (length < kDay) {
    column.title = column_clock(column.begin);
    if (length > kMinute) column.title += " to " + column_clock(column.end);
    column.subtitle = date;
  } else if (length == kDay) {
    column.title = day_words(day);
    column.subtitle = std::string(long_weekday(weekday_of(day))) + " " + year_words(day.year);
  } else {
    column.title = stretch_words({column.begin, column.end});
  }
}

// The finest unit that shows a difference: minutes only if all is within an hour or so.
Grain finest_unit(const Timeline& timeline) {
  std::optional<std::int64_t> first, last;
  for (const Event& event : timeline.events) {
    if (!event.when.known()) continue;
    const Period day = place_of(event, Grain::day);
    if (!event.when.interval.earliest || !event.when.interval.latest) return Grain::day;
    const std::int64_t from = event.when.interval.earliest->seconds;
    const std::int64_t to = event.when.interval.latest->seconds;
    if (day.end - day.begin > kDay || to - from > 3 * kHour) return Grain::day;
    first = std::min(first.value_or(from), from);
    last = std::max(last.value_or(to), to);
  }
  if (!first || *last - *first > kDay) return Grain::day;
  return *last - *first > 3 * kHour ? Grain::hour : Grain::minute;
}

void sort_by_time(std::vector<std::uint32_t>& events, const Timeline& timeline) {
  const auto key = [&](std::uint32_t at) {
    const Event& event = timeline.events[at];
    const std::optional<Instant>& begin = event.when.interval.earliest;
    return std::tuple(event.kind == Event::Kind::state || event.when.start_open,
                      begin ? begin->seconds : 0, -importance_of(event), std::string_view(event.id),
                      at);
  };
  std::sort(events.begin(), events.end(),
            [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
}

std::vector<TimeColumn> columns_of(const Timeline& timeline, Grain unit) {
  // A longer stretch comes before the shorter ones that begin with it: hence -end.
  std::map<std::pair<std::int64_t, std::int64_t>, TimeColumn> by_place;
  TimeColumn undated;
  for (std::uint32_t i = 0; i < timeline.events.size(); ++i) {
    const Event& event = timeline.events[i];
    if (!event.when.known()) {
      undated.events.push_back(i);
      continue;
    }
    const Period place = place_of(event, unit);
    TimeColumn& column = by_place[{place.begin, -place.end}];
    column.begin = place.begin, column.end = place.end;
    column.events.push_back(i);
  }
  std::vector<TimeColumn> columns;
  for (auto& [place, column] : by_place) {
    name(column);
    columns.push_back(std::move(column));
  }
  if (!undated.events.empty()) {
    undated.undated = true;
    undated.title = words_of(When{});
    columns.push_back(std::move(undated));
  }
  for (TimeColumn& column : columns) sort_by_time(column.events, timeline);
  return columns;
}

double greatest_importance(const TimeColumn& column, const Timeline& timeline) {
  double greatest = 0;
  for (const std::uint32_t i : column.events)
    greatest = std::max(greatest, importance_of(timeline.events[i]));
  return greatest;
}

std::size_t drop_least(std::vector<TimeColumn>& columns, std::size_t max_columns,
                       const Timeline& timeline) {
  std::vector<std::pair<double, std::size_t>> ranked;
  for (std::size_t i = 0; i < columns.size(); ++i)
    ranked.emplace_back(-greatest_importance(columns[i], timeline), i);
  std::sort(ranked.begin(), ranked.end());
  std::size_t left_out = 0;
  for (std::size_t i = max_columns; i < ranked.size(); ++i) {
    left_out += columns[ranked[i].second].events.size();
    columns[ranked[i].second].events.clear();
  }
  std::erase_if(columns, [](const TimeColumn& column) { return column.events.empty(); });
  return left_out;
}

}  // namespace

TimeColumns time_columns(const Timeline& timeline, std::size_t max_columns) {
  static constexpr auto kUnits =
      std::to_array<Grain>({Grain::minute, Grain::hour, Grain::day, Grain::month, Grain::year,
                            Grain::decade, Grain::century});
  TimeColumns result;
  const auto* unit = std::find(kUnits.begin(), kUnits.end(), finest_unit(timeline));
  for (; unit != kUnits.end(); ++unit) {
    result.columns = columns_of(timeline, *unit);
    if (result.columns.size() <= max_columns) return result;
  }
  result.left_out = drop_least(result.columns, max_columns, timeline);
  return result;
}

std::string gap_words(const TimeColumn& from, const TimeColumn& to) {
  if (from.undated || to.undated || to.begin < from.end) return "";
  const bool days = from.end - from.begin == kDay && to.end - to.begin == kDay;
  const std::int64_t gap = to.begin - (days ? from.begin : from.end);
  if (gap < kHour) return "";
  const auto whole = [&](std::int64_t unit, std::string_view noun) {
    return counted(static_cast<std::size_t>((gap + unit / 2) / unit), noun);
  };
  if (gap < kDay) return whole(kHour, "hour");
  if (gap < 60 * kDay) return whole(kDay, "day");
  if (gap < 730 * kDay) return whole(kDay * 365 / 12, "month");
  return whole(kDay * 146097 / 400, "year");
}

}  // namespace dateline
