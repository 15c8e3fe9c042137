#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/calendar.h"

namespace dateline {

/// An ISO 8601 duration. Fields may be fractional, in TIMEX3 also unknown ("PXD"). All are of one
/// sign; a negative one leads to the past.
struct Duration {
  double years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0;
  bool vague = false;  ///< some field was X: the figures are then a lower bound of 1 each

  friend constexpr bool operator==(const Duration&, const Duration&) = default;
};

/// Reads "P3D", "-P1Y6M", "PT48H", "P2.5Y", "P3W", "PXM". Also the units that TIMEX3 adds: DE
/// decade, CE century, Q quarter, WE weekend, which become years, months and days. Units come once
/// and the largest first; fractions have six decimals, figures go up to 1,000,000,000.
std::optional<Duration> duration_from(std::string_view iso8601);
/// "P0D" if all fields are zero; "PXD" if vague.
std::string to_string(const Duration& duration);
/// As the timeline schema takes it: whole, not negative ("P2.5Y" is "P2Y6M", a month counting 30
/// days). Empty if vague or negative.
std::string schema_duration(const Duration& duration);

Duration operator-(const Duration& duration);
/// Whether it has an hour, minute or second, so that a day alone cannot hold the sum.
bool is_finer_than_day(const Duration& duration);

/// Months first (clipped to the month's last day), then weeks and days, then clock time. Fractions
/// run down: half a year is six months, half a month 15 days, half a week 3 days (for an Instant
/// 3 and a half). A sum that leaves the calendar stays at its edge. A Day ignores hours and finer.
Day add(Day day, const Duration& duration);
Instant add(Instant instant, const Duration& duration);

}  // namespace dateline
