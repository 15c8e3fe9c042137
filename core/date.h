#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// How finely a time is known, coarse to fine; the names of the timeline schema.
enum class Grain : std::uint8_t {
  century,
  decade,
  year,
  half,
  quarter,
  season,
  month,
  week,
  weekend,
  day,
  part_of_day,
  hour,
  minute,
  second,
  unknown
};
std::string_view name_of(Grain grain);  ///< "part-of-day"
std::optional<Grain> grain_named(std::string_view name);

enum class PartOfDay : std::uint8_t { none, night, morning, midday, afternoon, evening };
std::string_view name_of(PartOfDay part);

/// A day of the proleptic Gregorian calendar. Year 0 is 1 BC.
struct Day {
  std::int32_t year = 1970;
  std::uint8_t month = 1;  ///< 1 to 12
  std::uint8_t day = 1;    ///< 1 to 31

  friend constexpr bool operator==(Day, Day) = default;
  friend constexpr auto operator<=>(Day, Day) = default;
};

enum class Weekday : std::uint8_t {
  monday = 1,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday
};

bool is_leap_year(std::int32_t year);
int days_in_month(std::int32_t year, int month);
bool is_valid(Day day);
std::int64_t days_since_epoch(Day day);  ///< 1970-01-01 is 0
Day day_from_epoch(std::int64_t days);
Weekday weekday_of(Day day);
Day add_days(Day day, std::int64_t days);
Day add_months(Day day, std::int64_t months);  ///< Jan. 31 and one month is the last of February

/// An ISO 8601 week: week 1 holds the year's first Thursday.
struct IsoWeek {
  std::int32_t year = 1970;
  std::uint8_t week = 1;  ///< 1 to 53

  friend constexpr bool operator==(IsoWeek, IsoWeek) = default;
};
IsoWeek iso_week_of(Day day);
Day monday_of(IsoWeek week);

/// A moment of local time: seconds since 1970-01-01T00:00:00 on the local clock.
struct Instant {
  std::int64_t seconds = 0;
  std::optional<std::int16_t> utc_offset;  ///< minutes east of Greenwich; empty if not told

  friend constexpr bool operator==(const Instant&, const Instant&) = default;
};
Instant start_of(Day day);
Day day_of(Instant instant);
/// As the timeline schema wants it; an offset that was not told is written Z.
std::string to_string(Instant instant);
std::optional<Instant> instant_from(std::string_view text);

/// A date known as far as the text gives it. Fields finer than `grain` mean nothing.
struct PartialDate {
  Grain grain = Grain::unknown;
  std::int32_t year = 0;   ///< first year of a decade or century: 1990 for the 1990s
  std::uint8_t month = 0;  ///< 1 to 12
  std::uint8_t part = 0;  ///< half 1-2, quarter 1-4, season 21-24 (spring .. winter), ISO week 1-53
  std::uint8_t day = 0;   ///< 1 to 31
  std::uint8_t hour = 0, minute = 0, second = 0;
  PartOfDay part_of_day = PartOfDay::none;
  std::optional<std::int16_t> utc_offset;  ///< minutes east of Greenwich
  bool uncertain = false;                  ///< EDTF ?
  bool approximate = false;                ///< EDTF ~

  static PartialDate of(Day day);
  static PartialDate of_month(std::int32_t year, int month);
  static PartialDate of_year(std::int32_t year);

  friend constexpr bool operator==(const PartialDate&, const PartialDate&) = default;
};

/// Reads the TIMEX3 value of a DATE or TIME ("2022-02-12TMO", "1998-W12", "199", "2022-Q3",
/// "2022-SP", "2022-02-12T10:30"). Empty for values with an X, references and durations.
std::optional<PartialDate> date_from_timex_value(std::string_view value);
std::string to_timex_value(const PartialDate& date);

/// "Saturday morning, 12 February 2022"; for people, in English.
std::string display(const PartialDate& date);

/// An ISO 8601 duration. Fields may be fractional or, in TIMEX3, unknown ("PXD").
struct Duration {
  double years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0;
  bool vague = false;  ///< some field was X: the figures are then a lower bound of 1 each

  friend constexpr bool operator==(const Duration&, const Duration&) = default;
};
std::optional<Duration> duration_from(std::string_view iso8601);
std::string to_string(const Duration& duration);

}  // namespace dateline
