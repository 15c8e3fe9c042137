#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/result.h"

namespace dateline {

/// A feast or commemoration and how its day is found in any year.
struct Holiday {
  enum class Kind : std::uint8_t { fixed, nth_weekday, easter };

  std::string name;  ///< as in "holiday=christmas"; also the words that rules match
  Kind kind = Kind::fixed;
  std::uint8_t month = 0, day = 0;    ///< fixed
  std::int8_t nth = 0;                ///< nth_weekday: 1 to 5, or -1 for the last
  Weekday weekday = Weekday::monday;  ///< nth_weekday
  std::int16_t offset = 0;            ///< days from Easter, or from the nth weekday

  Day in_year(std::int32_t year) const;
};

/// Western Easter Sunday (Meeus, Jones and Butcher: "Astronomical Algorithms", 1991, ch. 8).
Day easter_sunday(std::int32_t year);
/// The nth such weekday of the month, counted from the end when n is negative.
Day nth_weekday_of(std::int32_t year, int month, int n, Weekday weekday);

/// Reads "name, other name = 12-25 | 4 thursday 11 | easter+49". `path` is for messages.
Result<std::vector<Holiday>> read_holidays(std::string_view path, std::string_view text);

}  // namespace dateline
