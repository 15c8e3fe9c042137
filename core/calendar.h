#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// Years that dates may have: nine digits, so that no sum of seconds comes near 64 bits.
constexpr std::int32_t kLastYear = 999'999'999;
constexpr std::int32_t kFirstYear = -kLastYear;

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
int days_in_month(std::int32_t year, int month);  ///< `month` from 1 to 12
/// Whether the month has such a day and the year is from kFirstYear to kLastYear.
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
int weeks_in(std::int32_t iso_year);  ///< 52 or 53

/// A moment of local time: seconds since 1970-01-01T00:00:00 on the local clock.
struct Instant {
  std::int64_t seconds = 0;
  std::optional<std::int16_t> utc_offset;  ///< minutes east of Greenwich; empty if not told

  friend constexpr bool operator==(const Instant&, const Instant&) = default;
};
Instant start_of(Day day);
Day day_of(Instant instant);
/// The moment on one clock for all, for sorting and comparing. An offset that was not told counts
/// as zero, just as it is written.
std::int64_t utc_seconds(Instant instant);
/// As the timeline schema wants it, "2022-02-12T10:30:00+02:00"; an offset that was not told is
/// written Z: the local time of the story. Years of more than four digits are written whole, which
/// the schema does not allow (see When).
std::string to_string(Instant instant);
/// Reads what to_string writes, also with seconds left out, a fraction of a second (dropped), "+02"
/// or "+0200", no offset at all, 24:00 and the leap second 60. Z is an offset of zero.
std::optional<Instant> instant_from(std::string_view text);
/// "Z", "+02:00", "-03:30", "+02" or "+0200", up to 18 hours; in minutes.
std::optional<std::int16_t> utc_offset_from(std::string_view text);
std::string utc_offset_text(std::int16_t minutes);  ///< "Z" or "+02:00"
std::string year_text(std::int32_t year);           ///< four digits at least: "0987", "-0044"

}  // namespace dateline
