// TIMEX3 values (TimeML 1.2.1, after the TIDES standard of 2005) of dates and times.

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "core/date.h"
#include "core/iso_cursor.h"

namespace dateline {
namespace {

struct PartName {
  std::string_view value;
  PartOfDay part;
};
constexpr std::array kPartCodes = {
    PartName{"MO", PartOfDay::morning},   PartName{"MI", PartOfDay::midday},
    PartName{"AF", PartOfDay::afternoon}, PartName{"EV", PartOfDay::evening},
    PartName{"NI", PartOfDay::night},     PartName{"DT", PartOfDay::none},  // by day
};
constexpr std::array<std::string_view, 4> kSeasons = {"SP", "SU", "FA", "WI"};  // from 21

std::string padded(int value) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%02d", value);
  return text.data();
}

std::optional<int> take_number(IsoCursor& cursor, std::size_t digits, int first, int last) {
  const auto number = cursor.take_digits(digits);
  if (!number || *number < first || *number > last) return std::nullopt;
  return number;
}

// Two digits are a century, three a decade, four a year.
std::optional<PartialDate> take_year(IsoCursor& cursor) {
  const bool before_christ = cursor.take("BC");
  const std::size_t digits = cursor.digits_ahead();
  if (digits < 2 || digits > 4) return std::nullopt;
  constexpr std::array<Grain, 3> kGrains = {Grain::century, Grain::decade, Grain::year};
  constexpr std::array<int, 3> kYears = {100, 10, 1};
  const int years = kYears[digits - 2];
  const int number = *cursor.take_digits(digits) * years;
  PartialDate date;
  date.grain = kGrains[digits - 2];
  date.year = before_christ ? (years == 1 ? 1 : 1 - years) - number : number;
  return date;
}

PartialDate moved_to(PartialDate date, Day day) {
  date.year = day.year;
  date.month = day.month;
  date.day = day.day;
  return date;
}

bool take_clock(IsoCursor& cursor, PartialDate& date) {
  const auto hour = take_number(cursor, 2, 0, 24);
  if (!hour) return false;
  date.grain = Grain::hour;
  std::optional<int> minute = 0;
  std::optional<int> second = 0;
  if (cursor.take(':')) {
    date.grain = Grain::minute;
    minute = take_number(cursor, 2, 0, 59);
  }
  if (date.grain == Grain::minute && cursor.take(':')) {
    date.grain = Grain::second;
    second = take_number(cursor, 2, 0, 59);
    if (cursor.take('.')) cursor.skip(cursor.digits_ahead());
  }
  if (!minute || !second) return false;
  date.hour = static_cast<std::uint8_t>(*hour % 24);
  date.minute = static_cast<std::uint8_t>(*minute);
  date.second = static_cast<std::uint8_t>(*second);
  if (*hour < 24) return true;
  const bool last_day_of_all = date.year == 9999 && date.month == 12 && date.day == 31;
  date = moved_to(date, add_days({date.year, date.month, date.day}, 1));
  return *minute == 0 && *second == 0 && !last_day_of_all;
}

// What follows the T of a day.
bool take_time(IsoCursor& cursor, PartialDate& date) {
  for (const PartName& name : kPartCodes) {
    if (!cursor.take(name.value)) continue;
    date = PartialDate::of({date.year, date.month, date.day}, name.part);
    return true;
  }
  if (!take_clock(cursor, date)) return false;
  if (cursor.done()) return true;
  date.utc_offset = utc_offset_from(cursor.rest());
  cursor.skip(cursor.rest().size());
  return date.utc_offset.has_value();
}

bool take_week(IsoCursor& cursor, PartialDate& date) {
  const auto week = take_number(cursor, 2, 1, weeks_in(date.year));
  if (!week) return false;
  date.grain = Grain::week;
  date.part = static_cast<std::uint8_t>(*week);
  if (cursor.take("-WE")) date.grain = Grain::weekend;
  if (!cursor.take('-')) return true;
  const auto weekday = take_number(cursor, 1, 1, 7);
  if (!weekday) return false;
  date = PartialDate::of(add_days(monday_of({date.year, date.part}), *weekday - 1));
  return true;
}

bool take_division(IsoCursor& cursor, Grain grain, int last, PartialDate& date) {
  const auto part = take_number(cursor, 1, 1, last);
  if (!part) return false;
  date.grain = grain;
  date.part = static_cast<std::uint8_t>(*part);
  return true;
}

bool take_season(IsoCursor& cursor, PartialDate& date) {
  const auto season = std::find_if(kSeasons.begin(), kSeasons.end(),
                                   [&](std::string_view name) { return cursor.take(name); });
  if (season == kSeasons.end()) return false;
  date.grain = Grain::season;
  date.part = static_cast<std::uint8_t>(21 + (season - kSeasons.begin()));
  return true;
}

bool take_month_and_day(IsoCursor& cursor, PartialDate& date) {
  const auto month = take_number(cursor, 2, 1, 12);
  if (!month) return false;
  date = PartialDate::of_month(date.year, *month);
  if (!cursor.take('-')) return true;
  const auto day = take_number(cursor, 2, 1, days_in_month(date.year, *month));
  if (!day) return false;
  date = PartialDate::of(Day{date.year, date.month, static_cast<std::uint8_t>(*day)});
  return true;
}

// What follows the year and a hyphen.
bool take_rest(IsoCursor& cursor, PartialDate& date) {
  if (cursor.peek() == 'W' && cursor.rest() != "WI") {
    cursor.skip(1);
    return take_week(cursor, date);
  }
  if (cursor.take('Q')) return take_division(cursor, Grain::quarter, 4, date);
  if (cursor.take('H')) return take_division(cursor, Grain::half, 2, date);
  if (cursor.digits_ahead() == 0) return take_season(cursor, date);
  return take_month_and_day(cursor, date);
}

std::string timex_clock(const PartialDate& date) {
  std::string text = "T" + padded(date.hour);
  if (date.grain >= Grain::minute) text += ":" + padded(date.minute);
  if (date.grain >= Grain::second) text += ":" + padded(date.second);
  return date.utc_offset ? text + utc_offset_text(*date.utc_offset) : text;
}

std::string part_text(PartOfDay part) {
  const auto name = std::find_if(kPartCodes.begin(), kPartCodes.end(),
                                 [&](const PartName& n) { return n.part == part; });
  return "T" + std::string(name->value);
}

// BC03 are the years -399 to -300, which is the fourth century before Christ; BC0044 is year -43.
std::string years_text(const PartialDate& date) {
  if (date.grain == Grain::century || date.grain == Grain::decade) {
    const std::size_t dropped = date.grain == Grain::century ? 2 : 1;
    const std::string year = year_text(std::abs(date.year));
    return (date.year < 0 ? "BC" : "") + year.substr(0, year.size() - dropped);
  }
  return date.year > 0 ? year_text(date.year) : "BC" + year_text(1 - date.year);
}

std::string season_text(const PartialDate& date) {
  // Thirds of a year have no TIMEX3 value; the year is what is left.
  if (date.part > 32 || date.part < 21) return {};
  return "-" + std::string(kSeasons[(date.part - 21U) % 4]);
}

}  // namespace

std::optional<PartialDate> date_from_timex_value(std::string_view value) {
  IsoCursor cursor(value);
  auto date = take_year(cursor);
  if (!date || cursor.done()) return date;
  if (date->grain != Grain::year || !cursor.take('-')) return std::nullopt;
  if (!take_rest(cursor, *date)) return std::nullopt;
  if (date->grain == Grain::day && cursor.take('T') && !take_time(cursor, *date))
    return std::nullopt;
  return cursor.done() ? date : std::nullopt;
}

std::string to_timex_value(const PartialDate& date) {
  const std::string year = years_text(date);
  const std::string month = year + "-" + padded(date.month);
  const std::string day = month + "-" + padded(date.day);
  const std::string part = std::to_string(date.part);
  switch (date.grain) {
    case Grain::century:
    case Grain::decade:
    case Grain::year:
      return year;
    case Grain::half:
      return year + "-H" + part;
    case Grain::quarter:
      return year + "-Q" + part;
    case Grain::season:
      return year + season_text(date);
    case Grain::month:
      return month;
    case Grain::week:
      return year + "-W" + padded(date.part);
    case Grain::weekend:
      return year + "-W" + padded(date.part) + "-WE";
    case Grain::day:
      return day;
    case Grain::part_of_day:
      return day + part_text(date.part_of_day);
    case Grain::unknown:
      return {};
    default:
      return day + timex_clock(date);
  }
}

}  // namespace dateline
