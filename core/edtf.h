#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/interval.h"
#include "core/result.h"

namespace dateline {

/// A value of the Extended Date/Time Format (ISO 8601-2:2019 annex A; Library of Congress,
/// 2019-02-04): all of levels 0 and 1; of level 2 the sets, the parts of a year 25 to 41, years
/// with any number of unspecified digits ("1XXX", "156X-12-25"), with an exponent ("Y-17E7") or
/// with significant digits ("1950S2").
struct Edtf {
  enum class Kind : std::uint8_t { date, interval, one_of, all_of };
  /// One end of an interval or one element of a set.
  struct Endpoint {
    enum class Kind : std::uint8_t { date, open, unknown };
    Kind kind = Kind::date;
    /// As fine as it is specified: `year` for 2004-XX, `decade` for 199X, `century` for 19XX and
    /// 1XXX, `unknown` for XXXX. Its year is the first that the digits allow.
    PartialDate date;
    std::uint8_t unspecified = 0;  ///< digits of the year that are X, from the right, 0 to 4
    bool unspecified_month = false, unspecified_day = false;  ///< written XX
    /// How many digits of the year count: 2 in 1950S2, some year of the 1900s. 0: all of them.
    std::uint8_t significant = 0;

    friend bool operator==(const Endpoint&, const Endpoint&) = default;
  };
  /// A single date in `first`, or with `range` all from first to last.
  struct Element {
    Endpoint first, last;
    bool range = false;

    friend bool operator==(const Element&, const Element&) = default;
  };

  Kind kind = Kind::date;
  std::vector<Element> elements;  ///< one for a date; one with `range` for an interval

  friend bool operator==(const Edtf&, const Edtf&) = default;
};

/// What is written when nothing is known of a time: an interval open on both sides, which is valid
/// on level 1 ("XXXX" is not).
constexpr std::string_view kUnknownEdtf = "../..";

/// Error.at is a range of bytes of `text`. Takes some spellings that the format does not have:
/// times without seconds, 24:00 (00:00 of the next day), offsets as +02 or +0200, times in
/// intervals, years with an exponent (they are written out), spaces between elements of a set.
/// Refuses an interval that ends before it begins.
Result<Edtf> parse_edtf(std::string_view text);
/// Strict: clock times have their seconds, offsets are Z or +02:00.
std::string to_string(const Edtf& value);

/// The EDTF of one date: "2022-02-12", "2022-21", "2022-33" (quarters 33-36), "2022-40" (halves),
/// "2022-02-12T10:30:00", "199X", "19XX". Weeks and weekends become intervals of days, parts of a
/// day become the day, months and days of years past 9999 become the year.
Edtf edtf_of(const PartialDate& date);
std::string to_edtf(const PartialDate& date);  ///< of it; kUnknownEdtf if the grain is unknown

/// From the first day it may be to the last. A set is taken from its earliest element to its
/// latest. Open and unknown ends have no bound.
Interval interval_of(const Edtf& value);

}  // namespace dateline
