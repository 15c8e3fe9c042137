#include "importers/time/placing.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace dateline {
namespace {

using Field = TimeTerm::Field;

// The calendar of core/date.h is exact far beyond this; articles are not.
constexpr std::int32_t kFirstYear = -9999, kLastYear = 9999;

bool is_in_calendar(const PartialDate& date) {
  return date.year >= kFirstYear && date.year <= kLastYear;
}

std::int64_t day_number(const PartialDate& date) {
  const auto first = first_day_of(date);
  return first ? days_since_epoch(*first) : 0;
}

PartOfDay part_of_day(Part part) {
  switch (part) {
    case Part::morning:
      return PartOfDay::morning;
    case Part::midday:
      return PartOfDay::midday;
    case Part::afternoon:
      return PartOfDay::afternoon;
    case Part::evening:
      return PartOfDay::evening;
    case Part::night:
      return PartOfDay::night;
    case Part::daytime:
      break;
  }
  return PartOfDay::none;
}

PartialDate with_part(std::int32_t year, Grain grain, std::int32_t part) {
  PartialDate date = PartialDate::of_year(year);
  date.grain = grain;
  date.part = static_cast<std::uint8_t>(part);
  return date;
}

std::uint8_t small(std::int32_t value) { return static_cast<std::uint8_t>(value); }

// Hours and parts of the day, on a date that is a day.
PartialDate with_clock(PartialDate date, const TimeTerm& term) {
  if (date.grain < Grain::day || date.grain == Grain::unknown) return date;
  if (term.has(Field::part)) {
    date.part_of_day = part_of_day(static_cast<Part>(term.get(Field::part)));
    if (date.part_of_day != PartOfDay::none) date.grain = Grain::part_of_day;
  }
  if (!term.has(Field::hour)) return date;
  date.part_of_day = PartOfDay::none;
  date.grain = Grain::hour;
  date.hour = small(term.get(Field::hour));
  date.minute = date.second = 0;
  if (term.has(Field::minute)) {
    date.grain = Grain::minute;
    date.minute = small(term.get(Field::minute));
  }
  if (term.has(Field::second)) {
    date.grain = Grain::second;
    date.second = small(term.get(Field::second));
  }
  if (term.has(Field::zone)) date.utc_offset = static_cast<std::int16_t>(term.get(Field::zone));
  return date;
}

// The weekend that a feast is spent with: before a Monday, after a Thursday.
PartialDate weekend_at(Day feast) {
  constexpr int kBack = 3;  // days: from Tuesday to Saturday
  const bool is_early = weekday_of(feast) < Weekday::wednesday;
  return date_around(is_early ? add_days(feast, -kBack) : feast, Grain::weekend);
}

// What recurs every year, in this one.
std::optional<PartialDate> in_year(const TimeTerm& term, std::int32_t year,
                                   std::span<const Holiday> holidays) {
  if (term.has(Field::holiday)) {
    const auto at = static_cast<std::size_t>(term.get(Field::holiday));
    if (at >= holidays.size()) return std::nullopt;
    const Day day = holidays[at].in_year(year);
    return term.has(Field::weekend) ? weekend_at(day) : PartialDate::of(day);
  }
  if (term.has(Field::month) && term.has(Field::day)) {
    const Day day{year, small(term.get(Field::month)), small(term.get(Field::day))};
    return is_valid(day) ? std::optional(PartialDate::of(day)) : std::nullopt;
  }
  if (term.has(Field::month)) return PartialDate::of_month(year, term.get(Field::month));
  if (term.has(Field::season)) return with_part(year, Grain::season, term.get(Field::season));
  if (term.get(Field::quarter, 0) > 0)
    return with_part(year, Grain::quarter, term.get(Field::quarter));
  if (term.has(Field::half)) return with_part(year, Grain::half, term.get(Field::half));
  return std::nullopt;
}

std::vector<PartialDate> yearly(const TimeTerm& term, std::int32_t year,
                                std::span<const Holiday> holidays) {
  // February 29 is eight years away at most (around 1900).
  const std::int32_t reach = term.get(Field::day, 0) == 29 || term.has(Field::weekday) ? 8 : 1;
  std::vector<PartialDate> candidates;
  for (std::int32_t y = year - reach; y <= year + reach; ++y) {
    const auto date = in_year(term, y, holidays);
    if (!date) continue;
    const bool wrong_weekday =
        date->grain == Grain::day && term.has(Field::weekday) &&
        static_cast<std::int32_t>(weekday_of({date->year, date->month, date->day})) !=
            term.get(Field::weekday);
    if (!wrong_weekday) candidates.push_back(*date);
  }
  return candidates;
}

std::vector<PartialDate> weekdays_around(Day base, std::int32_t weekday) {
  const Day monday = monday_of(iso_week_of(base));
  std::vector<PartialDate> candidates;
  for (int week = -2; week <= 2; ++week)
    candidates.push_back(PartialDate::of(add_days(monday, week * 7 + weekday - 1)));
  return candidates;
}

std::vector<PartialDate> days_of_months_around(Day base, std::int32_t day) {
  std::vector<PartialDate> candidates;
  for (int month = -2; month <= 2; ++month) {
    Day candidate = add_months({base.year, base.month, 1}, month);
    candidate.day = small(day);
    if (is_valid(candidate)) candidates.push_back(PartialDate::of(candidate));
  }
  return candidates;
}

std::vector<PartialDate> around(Day base, Grain grain) {
  const PartialDate own = date_around(base, grain);
  return {moved(own, -1), own, moved(own, 1)};
}

// Every date near the base that fits the term, in order.
std::vector<PartialDate> candidates_for(const TimeTerm& term, Day base,
                                        std::span<const Holiday> holidays) {
  auto candidates = yearly(term, base.year, holidays);
  if (!candidates.empty()) return candidates;
  if (term.has(Field::day)) return days_of_months_around(base, term.get(Field::day));
  if (term.has(Field::weekday)) return weekdays_around(base, term.get(Field::weekday));
  if (term.has(Field::weekend)) return around(base, Grain::weekend);
  if (term.get(Field::quarter, 1) == 0) return around(base, Grain::quarter);
  if (term.has(Field::part) || term.has(Field::hour)) return around(base, Grain::day);
  return {};
}

// What is told of the past without its year may still lie ahead by so many days: "the offer was
// extended to Nov. 20".
constexpr std::int64_t kNearDays = 61;

// How far a candidate lies ahead of the reference, in days; 0 if that is a part of it.
std::int64_t days_ahead(const PartialDate& candidate, const PartialDate& base) {
  const std::int64_t until = day_number(candidate) - day_number(coarsened(base, candidate.grain));
  // The weekend of this week is still to come on its Monday.
  const std::int64_t from_day = day_number(candidate) - day_number(base);
  return candidate.grain == Grain::weekend && until == 0 && from_day > 0 ? from_day : until;
}

// How much nearer what lies behind must be to be meant.
constexpr std::int64_t kOnwardBias = 3, kFarOnwardBias = 5;

std::int64_t bias_of(Toward toward) {
  if (toward == Toward::onward) return kOnwardBias;
  return toward == Toward::far_onward ? kFarOnwardBias : 1;
}

std::optional<PartialDate> nearest(const std::vector<PartialDate>& candidates,
                                   const PartialDate& base, Toward toward) {
  std::optional<PartialDate> best;
  std::int64_t distance = 0;
  for (const PartialDate& candidate : candidates) {
    const std::int64_t ahead = days_ahead(candidate, base);
    const std::int64_t days = ahead >= 0 ? ahead : -ahead * bias_of(toward);
    if (best && days >= distance) continue;
    best = candidate;
    distance = days;
  }
  return best;
}

std::optional<PartialDate> first_inside(const std::vector<PartialDate>& candidates,
                                        const PartialDate& base) {
  const auto from = first_day_of(base), until = day_after(base);
  for (const PartialDate& candidate : candidates) {
    const auto first = first_day_of(candidate);
    if (first && from && until && *from <= *first && *first < *until) return candidate;
  }
  return std::nullopt;
}

// Candidates are in order of time.
std::optional<PartialDate> chosen(const std::vector<PartialDate>& candidates,
                                  const PartialDate& base, Toward toward) {
  if (toward == Toward::nearest || toward == Toward::onward || toward == Toward::far_onward)
    return nearest(candidates, base, toward);
  if (toward == Toward::inside) return first_inside(candidates, base);
  std::optional<PartialDate> before, after;  // or on it, unless it must be another
  const bool strict = toward == Toward::past || toward == Toward::future;
  for (const PartialDate& candidate : candidates) {
    const std::int64_t ahead = days_ahead(candidate, base);
    if (ahead < 0 || (ahead == 0 && !strict)) before = candidate;
    if (!after && (ahead > 0 || (ahead == 0 && !strict))) after = candidate;
  }
  if (toward == Toward::past || toward == Toward::past_or_same) return before;
  if (toward == Toward::near_past)
    return after && days_ahead(*after, base) <= kNearDays ? after : before;
  if (toward == Toward::near_future)
    return before && days_ahead(*before, base) >= -kNearDays ? before : after;
  return after;
}

// A year has no 400th day.
std::optional<PartialDate> inside(const PartialDate& part, Day first, Day after) {
  const auto begins = first_day_of(part), ends = day_after(part);
  return begins && ends && *begins < after && first < *ends ? std::optional(part) : std::nullopt;
}

// The nth unit, or nth weekday, of a longer stretch; -1 is its last.
std::optional<PartialDate> nth_of(const TimeTerm& term, const PartialDate& base) {
  const auto first = first_day_of(base), after = day_after(base);
  const std::int32_t n = term.get(Field::ordinal);
  if (!first || !after || n == 0 || n > 400 || n < -400) return std::nullopt;
  if (term.has(Field::weekday)) {
    const Day start = n > 0 ? *first : add_days(*after, -7);
    const int ahead = (term.get(Field::weekday) - static_cast<int>(weekday_of(start)) + 7) % 7;
    return inside(PartialDate::of(add_days(start, ahead + 7 * (n > 0 ? n - 1 : n + 1))), *first,
                  *after);
  }
  const auto unit = static_cast<Grain>(term.get(Field::unit, static_cast<int>(Grain::day)));
  const Day start = n > 0 ? *first : add_days(*after, -1);
  PartialDate one = date_around(start, unit);
  if (one.grain == Grain::week && n > 0 && monday_of({one.year, one.part}) < *first &&
      static_cast<int>(weekday_of(*first)) > 4)
    one = moved(one, 1);
  return inside(moved(one, n > 0 ? n - 1 : n + 1), *first, *after);
}

std::int32_t full_year(std::int32_t two_digits, const std::optional<PartialDate>& base) {
  const std::int32_t reference = base ? base->year : 2000;
  std::int32_t year = reference / 100 * 100 + two_digits % 100;
  if (year > reference + 20) year -= 100;
  return year;
}

// A decade or a century; a decade without its century is the last one that has begun.
PartialDate of_long_time(const TimeTerm& term, const std::optional<PartialDate>& base) {
  if (term.has(Field::century)) {
    const std::int32_t century = term.get(Field::century);
    const bool before = term.get(Field::era, 0) == 1;
    return with_part(before ? -100 * (century + 1) + 1 : century * 100, Grain::century, 0);
  }
  std::int32_t decade = term.get(Field::decade);
  if (term.get(Field::era, 0) == 1)
    decade = -decade - 9;
  else if (decade < 100)
    decade = full_year(decade, base);
  return with_part(decade, Grain::decade, 0);
}

std::optional<PartialDate> with_year(const TimeTerm& term, std::int32_t year,
                                     std::span<const Holiday> holidays) {
  if (auto date = in_year(term, year, holidays)) return date;
  if (term.has(Field::day) && term.has(Field::month)) return std::nullopt;
  return PartialDate::of_year(year);
}

// A weekday needs to know its week, a clock its day; without it they stay open.
bool is_too_coarse_for(const TimeTerm& term, const PartialDate& base) {
  if (term.has(Field::month) || term.has(Field::holiday) || term.has(Field::ordinal)) return false;
  if (term.has(Field::weekday)) return base.grain < Grain::week;
  const bool clock_only = !term.has(Field::day) && !term.has(Field::weekend) &&
                          (term.has(Field::part) || term.has(Field::hour));
  return clock_only && base.grain < Grain::day;
}

}  // namespace

std::int32_t year_said(const TimeTerm& term) {
  const std::int32_t year = term.get(Field::year);
  return term.get(Field::era, 0) == 1 ? 1 - year : year;
}

bool names_no_day(const TimeTerm& term) {
  if (!term.has(Field::month) || !term.has(Field::day)) return false;
  // 2000 is a leap year: without a year, February may have 29 days.
  const std::int32_t year = term.has(Field::year) ? year_said(term) : 2000;
  return term.get(Field::day) > days_in_month(year, term.get(Field::month));
}

PartialDate coarsened(const PartialDate& date, Grain grain) {
  const auto first = first_day_of(date);
  if (!first || grain >= date.grain) return date;
  return date_around(*first, grain);
}

std::optional<PartialDate> place(const TimeTerm& term, const std::optional<PartialDate>& base,
                                 Toward toward, std::span<const Holiday> holidays) {
  if (names_no_day(term)) return std::nullopt;
  std::optional<PartialDate> date;
  if (term.has(Field::year)) {
    date = with_year(term, year_said(term), holidays);
  } else if (term.has(Field::short_year)) {
    date = with_year(term, full_year(term.get(Field::short_year), base), holidays);
  } else if (term.has(Field::century) || term.has(Field::decade)) {
    date = of_long_time(term, base);
  } else if (!base || !first_day_of(*base) || is_too_coarse_for(term, *base)) {
    return std::nullopt;
  } else if (term.has(Field::half) && base->grain < Grain::year) {
    date = base;  // the half of a century or a decade is no half of a year
  } else if (term.has(Field::ordinal)) {
    date = nth_of(term, *base);
  } else {
    const auto candidates = candidates_for(term, *first_day_of(*base), holidays);
    date = candidates.empty() ? base : chosen(candidates, *base, toward);
  }
  if (!date || !is_in_calendar(*date)) return std::nullopt;
  return with_clock(*date, term);
}

std::optional<PartialDate> shifted(const PartialDate& date, double count, Grain unit) {
  if (std::abs(count) > 1e7) return std::nullopt;
  const auto whole = static_cast<std::int64_t>(std::floor(count));
  const auto first = first_day_of(date);
  if (!first || (unit > date.grain && unit != Grain::weekend && unit != Grain::week))
    return std::nullopt;
  if (unit == Grain::weekend || unit == Grain::week)
    if (date.grain < Grain::week) return std::nullopt;
  PartialDate start = unit >= Grain::part_of_day ? date : date_around(*first, unit);
  start.grain = unit;
  if (unit == Grain::week && date.grain >= Grain::day)
    start = date_around(add_days(*first, whole * 7), Grain::week);
  else
    start = moved(start, whole);
  return is_in_calendar(start) ? std::optional(start) : std::nullopt;
}

}  // namespace dateline
