#include "core/calendar.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "core/iso_cursor.h"

namespace dateline {
namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr std::int64_t kDaysPerEra = 146'097;  // 400 years
constexpr std::int64_t kYearsPerEra = 400;
constexpr std::int64_t kEpochInEras = 719'468;  // days from 0000-03-01 to 1970-01-01

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

// Days from March 1 to the first of the month that is `months` after March.
constexpr std::int64_t days_before(std::int64_t months) { return (153 * months + 2) / 5; }

std::optional<Day> read_day(IsoCursor& fields) {
  const bool negative = fields.take('-');
  const std::size_t width = fields.digits_ahead();
  if (width < 4 || width > 9) return std::nullopt;
  const auto year = fields.take_digits(width);
  if (!fields.take('-')) return std::nullopt;
  const auto month = fields.take_digits(2);
  if (!month || !fields.take('-')) return std::nullopt;
  const auto day = fields.take_digits(2);
  if (!day) return std::nullopt;
  const Day result{negative ? -*year : *year, static_cast<std::uint8_t>(*month),
                   static_cast<std::uint8_t>(*day)};
  if (!is_valid(result)) return std::nullopt;
  return result;
}

// Seconds since midnight; seconds and their fraction may be left out.
std::optional<int> read_clock(IsoCursor& fields) {
  const auto hour = fields.take_digits(2);
  if (!hour || !fields.take(':')) return std::nullopt;
  const auto minute = fields.take_digits(2);
  std::optional<int> second = 0;
  if (fields.take(':')) second = fields.take_digits(2);
  if (!minute || !second || *hour > 24 || *minute > 59 || *second > 60) return std::nullopt;
  if (fields.take('.')) fields.skip(fields.digits_ahead());
  if (*hour == 24 && (*minute > 0 || *second > 0)) return std::nullopt;
  return *hour * 3600 + *minute * 60 + *second;
}

}  // namespace

bool is_leap_year(std::int32_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(std::int32_t year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap_year(year));
}

bool is_valid(Day day) {
  return day.year >= kFirstYear && day.year <= kLastYear && day.month >= 1 && day.month <= 12 &&
         day.day >= 1 && day.day <= days_in_month(day.year, day.month);
}

// Counts years from March, so that the leap day is the last of its year, in eras of 400 years:
// Hinnant, "chrono-Compatible Low-Level Date Algorithms".
std::int64_t days_since_epoch(Day day) {
  const std::int64_t year = day.year - (day.month <= 2 ? 1 : 0);
  const std::int64_t era = floor_div(year, kYearsPerEra);
  const std::int64_t year_of_era = year - era * kYearsPerEra;
  const std::int64_t day_of_year = days_before((day.month + 9) % 12) + day.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * kDaysPerEra + day_of_era - kEpochInEras;
}

Day day_from_epoch(std::int64_t days) {
  const std::int64_t shifted = days + kEpochInEras;
  const std::int64_t era = floor_div(shifted, kDaysPerEra);
  const std::int64_t day_of_era = shifted - era * kDaysPerEra;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (year_of_era * 365 + year_of_era / 4 - year_of_era / 100);
  const std::int64_t months = (5 * day_of_year + 2) / 153;  // since March
  const std::int64_t month = months < 10 ? months + 3 : months - 9;
  const std::int64_t year = era * kYearsPerEra + year_of_era + (month <= 2 ? 1 : 0);
  return {static_cast<std::int32_t>(year), static_cast<std::uint8_t>(month),
          static_cast<std::uint8_t>(day_of_year - days_before(months) + 1)};
}

Weekday weekday_of(Day day) {
  const std::int64_t days = days_since_epoch(day) + 3;  // 1970-01-01 was a Thursday
  return static_cast<Weekday>(days - floor_div(days, 7) * 7 + 1);
}

Day add_days(Day day, std::int64_t days) { return day_from_epoch(days_since_epoch(day) + days); }

Day add_months(Day day, std::int64_t months) {
  const std::int64_t total = day.year * std::int64_t{12} + day.month - 1 + months;
  const auto year = static_cast<std::int32_t>(floor_div(total, 12));
  const auto month = static_cast<std::uint8_t>(total - floor_div(total, 12) * 12 + 1);
  const int last = days_in_month(year, month);
  return {year, month, static_cast<std::uint8_t>(std::min<int>(day.day, last))};
}

IsoWeek iso_week_of(Day day) {
  const Day thursday = add_days(day, 4 - static_cast<int>(weekday_of(day)));
  const std::int64_t day_of_year =
      days_since_epoch(thursday) - days_since_epoch({thursday.year, 1, 1});
  return {thursday.year, static_cast<std::uint8_t>(day_of_year / 7 + 1)};
}

Day monday_of(IsoWeek week) {
  const Day in_week_one{week.year, 1, 4};
  const int from_monday = static_cast<int>(weekday_of(in_week_one)) - 1;
  return add_days(in_week_one, (week.week - 1) * 7 - from_monday);
}

int weeks_in(std::int32_t iso_year) { return iso_week_of({iso_year, 12, 28}).week; }

Instant start_of(Day day) { return {days_since_epoch(day) * kSecondsPerDay, std::nullopt}; }

Day day_of(Instant instant) { return day_from_epoch(floor_div(instant.seconds, kSecondsPerDay)); }

std::int64_t utc_seconds(Instant instant) {
  return instant.seconds - instant.utc_offset.value_or(0) * std::int64_t{60};
}

std::string to_string(Instant instant) {
  const Day day = day_of(instant);
  const auto clock = static_cast<int>(instant.seconds - start_of(day).seconds);
  std::array<char, 32> rest{};
  std::snprintf(rest.data(), rest.size(), "-%02d-%02dT%02d:%02d:%02d", day.month, day.day,
                clock / 3600, clock / 60 % 60, clock % 60);
  return year_text(day.year) + rest.data() + utc_offset_text(instant.utc_offset.value_or(0));
}

std::optional<Instant> instant_from(std::string_view text) {
  IsoCursor fields(text);
  const auto day = read_day(fields);
  if (!day || !fields.take('T')) return std::nullopt;
  const auto clock = read_clock(fields);
  if (!clock) return std::nullopt;
  Instant instant{start_of(*day).seconds + *clock, std::nullopt};
  if (fields.done()) return instant;
  instant.utc_offset = utc_offset_from(fields.rest());
  if (!instant.utc_offset) return std::nullopt;
  return instant;
}

std::optional<std::int16_t> utc_offset_from(std::string_view text) {
  constexpr int kMostMinutes = 18 * 60;  // as far as ISO 8601-2 and java.time go
  if (text == "Z") return std::int16_t{0};
  IsoCursor fields(text);
  const bool west = fields.take('-');
  if (!west && !fields.take('+')) return std::nullopt;
  const auto hours = fields.take_digits(2);
  if (!hours) return std::nullopt;
  std::optional<int> minutes = 0;
  const bool colon = fields.take(':');
  if (colon || !fields.done()) minutes = fields.take_digits(2);
  if (!minutes || *minutes > 59 || !fields.done()) return std::nullopt;
  const int total = *hours * 60 + *minutes;
  if (total > kMostMinutes) return std::nullopt;
  return static_cast<std::int16_t>(west ? -total : total);
}

std::string utc_offset_text(std::int16_t minutes) {
  if (minutes == 0) return "Z";
  const int size = std::abs(minutes);
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%c%02d:%02d", minutes < 0 ? '-' : '+', size / 60,
                size % 60);
  return text.data();
}

std::string year_text(std::int32_t year) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), year < 0 ? "%05d" : "%04d", year);
  return text.data();
}

}  // namespace dateline
