#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/interval.h"
#include "core/result.h"

namespace dateline {

/// A value of the Extended Date/Time Format (ISO 8601-2:2019 annex A; Library of Congress,
/// 2019-02-04), levels 0 and 1, and the sets of level 2.
struct Edtf {
  enum class Kind : std::uint8_t { date, interval, one_of, all_of };
  /// One end of an interval or one element of a set.
  struct Endpoint {
    enum class Kind : std::uint8_t { date, open, unknown };
    Kind kind = Kind::date;
    PartialDate date;
    std::uint8_t unspecified = 0;  ///< digits from the right of the year ('19XX': 2); month or day
                                   ///< that is XX is left out of grain and set below
    bool unspecified_month = false, unspecified_day = false;
  };
  /// An element of a set: a single date, or a range when `last` has a kind of its own.
  struct Element {
    Endpoint first, last;
    bool range = false;
  };

  Kind kind = Kind::date;
  std::vector<Element> elements;  ///< one for a date or an interval
};

/// Error.at is a range of bytes of `text`.
Result<Edtf> parse_edtf(std::string_view text);
std::string to_string(const Edtf& value);
/// The EDTF of one date: "2022-02-12", "2022-21", "2022-33" (quarters 33-36), "2022-40" (halves),
/// "2022-02-12T10:30:00", "199X", "19XX". Weeks and weekends become intervals of days, parts of a
/// day become the day.
std::string to_edtf(const PartialDate& date);
Interval interval_of(const Edtf& value);

}  // namespace dateline
