#include "core/date.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 15> kGrains = {
    "century", "decade", "year",        "half", "quarter", "season", "month",  "week",
    "weekend", "day",    "part-of-day", "hour", "minute",  "second", "unknown"};
constexpr std::array<std::string_view, 6> kPartNames = {"",       "night",     "morning",
                                                        "midday", "afternoon", "evening"};

// The first year of the decade or century. Before Christ they are counted from the year 0 back.
std::int32_t first_year_around(std::int32_t year, std::int32_t years) {
  return year > 0 ? year / years * years : year / years * years - (years - 1);
}

// The stretches that divide a year: their first month for the first of them, and their length.
struct Division {
  std::uint8_t first_part, last_part;
  int first_month, months;
};
constexpr Division kHalves = {1, 2, 1, 6};
constexpr Division kQuarters = {1, 4, 1, 3};
// Numbered as in EDTF: seasons anywhere, north, south, and thirds. The southern spring begins in
// September.
constexpr std::array kSeasonCodes = {Division{21, 24, 3, 3}, Division{25, 28, 3, 3},
                                     Division{29, 32, 9, 3}, Division{37, 39, 1, 4}};

const Division& division_of(const PartialDate& date) {
  if (date.grain == Grain::half) return kHalves;
  if (date.grain == Grain::quarter) return kQuarters;
  for (const Division& season : kSeasonCodes)
    if (date.part >= season.first_part && date.part <= season.last_part) return season;
  return kSeasonCodes[0];
}

// The first month of a half, quarter or season, counted from January of its year. Southern autumn
// and winter begin in the year that they are named by, not in the one after its spring.
int first_month_of(const PartialDate& date) {
  const Division& division = division_of(date);
  return (division.first_month - 1 + (date.part - division.first_part) * division.months) % 12;
}

PartialDate with_day(PartialDate date, Day day) {
  date.year = day.year;
  date.month = day.month;
  date.day = day.day;
  return date;
}

PartialDate with_month(PartialDate date, Day day) {
  date.year = day.year;
  date.month = day.month;
  return date;
}

PartialDate with_week(PartialDate date, IsoWeek week) {
  date.year = week.year;
  date.part = week.week;
  return date;
}

// The parts of a year are told apart by the month they begin in: the southern autumn (31) comes
// before the southern spring (29) of the same year, so their numbers cannot be counted on.
PartialDate moved_division(PartialDate date, std::int64_t count) {
  const Division division = division_of(date);
  const Day first = add_months({date.year, 1, 1}, first_month_of(date) + count * division.months);
  date.year = first.year;
  for (std::uint8_t part = division.first_part; part <= division.last_part; ++part) {
    date.part = part;
    if (first_month_of(date) + 1 == first.month) break;
  }
  return date;
}

PartialDate moved_seconds(PartialDate date, std::int64_t seconds) {
  const Day day{date.year, date.month, date.day};
  const std::int64_t clock = date.hour * 3600 + date.minute * 60 + date.second;
  const Instant instant{start_of(day).seconds + clock + seconds, std::nullopt};
  PartialDate result = with_day(date, day_of(instant));
  const auto rest = static_cast<int>(instant.seconds - start_of(day_of(instant)).seconds);
  result.hour = static_cast<std::uint8_t>(rest / 3600);
  result.minute = static_cast<std::uint8_t>(rest / 60 % 60);
  result.second = static_cast<std::uint8_t>(rest % 60);
  return result;
}

PartialDate moved_years(PartialDate date, std::int64_t years) {
  date.year = static_cast<std::int32_t>(date.year + years);
  return date;
}

}  // namespace

std::string_view name_of(Grain grain) { return kGrains[static_cast<std::size_t>(grain)]; }

std::optional<Grain> grain_named(std::string_view name) {
  const auto found = std::find(kGrains.begin(), kGrains.end(), name);
  if (found == kGrains.end()) return std::nullopt;
  return static_cast<Grain>(found - kGrains.begin());
}

std::string_view name_of(PartOfDay part) { return kPartNames[static_cast<std::size_t>(part)]; }

std::optional<PartOfDay> part_of_day_named(std::string_view name) {
  const auto found = std::find(kPartNames.begin(), kPartNames.end(), name);
  if (found == kPartNames.end()) return std::nullopt;
  return static_cast<PartOfDay>(found - kPartNames.begin());
}

PartialDate PartialDate::of(Day day) {
  PartialDate date;
  date.grain = Grain::day;
  return with_day(date, day);
}

PartialDate PartialDate::of(Day day, PartOfDay part) {
  PartialDate date = of(day);
  date.grain = part == PartOfDay::none ? Grain::day : Grain::part_of_day;
  date.part_of_day = part;
  return date;
}

PartialDate PartialDate::of(Instant instant) {
  PartialDate date = of(day_of(instant));
  date.grain = Grain::second;
  date.utc_offset = instant.utc_offset;
  return moved_seconds(date, instant.seconds - start_of(day_of(instant)).seconds);
}

PartialDate PartialDate::of(IsoWeek week) {
  PartialDate date;
  date.grain = Grain::week;
  return with_week(date, week);
}

PartialDate PartialDate::of_month(std::int32_t year, int month) {
  PartialDate date = of_year(year);
  date.grain = Grain::month;
  date.month = static_cast<std::uint8_t>(month);
  return date;
}

PartialDate PartialDate::of_year(std::int32_t year) {
  PartialDate date;
  date.grain = Grain::year;
  date.year = year;
  return date;
}

std::optional<Day> PartialDate::known_day() const {
  if (grain < Grain::day || grain == Grain::unknown) return std::nullopt;
  return Day{year, month, day};
}

PartialDate date_around(Day day, Grain grain) {
  PartialDate date;
  date.grain = grain;
  date.year = day.year;
  const int month = day.month - 1;
  switch (grain) {
    case Grain::century:
      date.year = first_year_around(day.year, 100);
      break;
    case Grain::decade:
      date.year = first_year_around(day.year, 10);
      break;
    case Grain::half:
      date.part = static_cast<std::uint8_t>(month / 6 + 1);
      break;
    case Grain::quarter:
      date.part = static_cast<std::uint8_t>(month / 3 + 1);
      break;
    case Grain::season:
      date.part = static_cast<std::uint8_t>(21 + (month + 10) % 12 / 3);
      date.year -= month < 2 ? 1 : 0;
      break;
    case Grain::month:
      return PartialDate::of_month(day.year, day.month);
    case Grain::week:
    case Grain::weekend:
      return with_week(date, iso_week_of(day));
    case Grain::day:
      return PartialDate::of(day);
    default:
      break;
  }
  return date;
}

PartialDate moved(const PartialDate& date, std::int64_t count) {
  switch (date.grain) {
    case Grain::century:
      return moved_years(date, count * 100);
    case Grain::decade:
      return moved_years(date, count * 10);
    case Grain::year:
      return moved_years(date, count);
    case Grain::half:
    case Grain::quarter:
    case Grain::season:
      return moved_division(date, count);
    case Grain::month:
      return with_month(date, add_months({date.year, date.month, 1}, count));
    case Grain::week:
    case Grain::weekend:
      return with_week(date, iso_week_of(add_days(monday_of({date.year, date.part}), count * 7)));
    case Grain::day:
    case Grain::part_of_day:
      return with_day(date, add_days({date.year, date.month, date.day}, count));
    case Grain::hour:
      return moved_seconds(date, count * 3600);
    case Grain::minute:
      return moved_seconds(date, count * 60);
    case Grain::second:
      return moved_seconds(date, count);
    case Grain::unknown:
      break;
  }
  return date;
}

std::optional<Day> first_day_of(const PartialDate& date) {
  switch (date.grain) {
    case Grain::century:
    case Grain::decade:
    case Grain::year:
      return Day{date.year, 1, 1};
    case Grain::half:
    case Grain::quarter:
    case Grain::season:
      return add_months({date.year, 1, 1}, first_month_of(date));
    case Grain::month:
      return Day{date.year, date.month, 1};
    case Grain::week:
      return monday_of({date.year, date.part});
    case Grain::weekend:
      return add_days(monday_of({date.year, date.part}), 5);
    case Grain::unknown:
      return std::nullopt;
    default:
      return Day{date.year, date.month, date.day};
  }
}

std::optional<Day> day_after(const PartialDate& date) {
  const auto first = first_day_of(date);
  if (!first) return std::nullopt;
  switch (date.grain) {
    case Grain::half:
    case Grain::quarter:
    case Grain::season:
      return add_months(*first, division_of(date).months);
    case Grain::weekend:
      return add_days(*first, 2);
    case Grain::century:
    case Grain::decade:
    case Grain::year:
    case Grain::month:
    case Grain::week:
      return first_day_of(moved(date, 1));
    default:
      return add_days(*first, 1);
  }
}

}  // namespace dateline
