#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/calendar.h"
#include "core/duration.h"

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
std::string_view name_of(PartOfDay part);  ///< empty for none
std::optional<PartOfDay> part_of_day_named(std::string_view name);

/// A date known as far as the text gives it. Fields finer than `grain` mean nothing and are zero.
struct PartialDate {
  Grain grain = Grain::unknown;
  /// First year of a decade or century: 1990 for the 1990s, 1800 for the 19th century, -399 for the
  /// fourth century BC (400 to 301 BC are counted -399 to -300). Of a week: its ISO year.
  std::int32_t year = 0;
  std::uint8_t month = 0;  ///< 1 to 12
  /// Half 1-2, quarter 1-4, ISO week or weekend 1-53, season 21-24 (spring .. winter, which runs
  /// into the next year). As EDTF level 2 numbers them, also seasons of the northern (25-28) and
  /// southern (29-32) hemisphere and thirds of a year (37-39), whose grain is `season`.
  std::uint8_t part = 0;
  std::uint8_t day = 0;  ///< 1 to 31
  std::uint8_t hour = 0, minute = 0, second = 0;
  PartOfDay part_of_day = PartOfDay::none;
  std::optional<std::int16_t> utc_offset;  ///< minutes east of Greenwich
  bool uncertain = false;                  ///< EDTF ?
  bool approximate = false;                ///< EDTF ~

  static PartialDate of(Day day);
  static PartialDate of_month(std::int32_t year, int month);
  static PartialDate of_year(std::int32_t year);
  static PartialDate of(Instant instant);  ///< to the second
  static PartialDate of(IsoWeek week);     ///< Monday to Sunday
  static PartialDate of(Day day, PartOfDay part);

  /// The day, if it is known that finely.
  std::optional<Day> known_day() const;

  friend constexpr bool operator==(const PartialDate&, const PartialDate&) = default;
};

/// The century, year, quarter, week ... that a day is in. A January is in the winter of the year
/// before. `grain` may be `century` to `day`; a weekend is the one of the day's
/// week.
PartialDate date_around(Day day, Grain grain);
/// The date `count` steps of its own grain later, or earlier: 2022-Q4 and 1 is 2023-Q1. Part of the
/// day moves by days; an unknown grain stays.
PartialDate moved(const PartialDate& date, std::int64_t count);
/// The first day that belongs to it; empty if the grain is unknown.
std::optional<Day> first_day_of(const PartialDate& date);
/// The first day that no longer belongs to it.
std::optional<Day> day_after(const PartialDate& date);

/// Reads the TIMEX3 value of a DATE or TIME ("2022-02-12TMO", "1998-W12", "199", "2022-Q3",
/// "2022-SP", "2022-02-12T10:30", "BC0044"). Empty for values with an X, references and durations,
/// and for a time without its date ("T10:30"). A time 24:00 is 00:00 of the next day.
std::optional<PartialDate> date_from_timex_value(std::string_view value);
std::string to_timex_value(const PartialDate& date);  ///< empty if the grain is unknown

/// "Saturday morning, 12 Feb 2022", "spring 2001", "the 1990s"; for people, in English. Empty if
/// the grain is unknown.
std::string display(const PartialDate& date);

}  // namespace dateline
