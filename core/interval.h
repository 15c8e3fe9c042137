#pragma once

#include <optional>

#include "core/date.h"

namespace dateline {

/// The stretch within which a time lies, half-open: [earliest, latest). A bound that is not known
/// is empty. Bounds are compared by utc_seconds().
struct Interval {
  std::optional<Instant> earliest, latest;

  friend constexpr bool operator==(const Interval&, const Interval&) = default;
};

/// The stretch that a date covers: 2022-02 is [2022-02-01, 2022-03-01). Parts of the day: morning
/// 05-12, midday 11-14, afternoon 12-18, evening 17-24, night 18-24 hours: a night is named by the
/// day it begins on, and its small hours belong to the next. An unknown grain has no bounds.
Interval interval_of(const PartialDate& date);

/// Whether both bounds are known and nothing lies between them.
bool is_empty(const Interval& interval);
bool contains(const Interval& interval, Instant instant);
/// Whether all of `inner` lies in `outer`; what is open must be open in `outer` too.
bool contains(const Interval& outer, const Interval& inner);
/// What both hold; empty (is_empty) if they share nothing.
Interval intersection(const Interval& a, const Interval& b);
/// The shortest stretch that holds both.
Interval hull(const Interval& a, const Interval& b);

/// Allen, "Maintaining knowledge about temporal intervals", CACM 26(11), 1983.
enum class Allen : std::uint8_t {
  before,
  meets,
  overlaps,
  starts,
  during,
  finishes,
  equals,
  finished_by,
  contains,
  started_by,
  overlapped_by,
  met_by,
  after
};
/// The relation of two intervals whose four bounds are known and not empty; empty otherwise.
std::optional<Allen> allen_relation(const Interval& a, const Interval& b);
Allen inverse(Allen relation);
/// Every relation that may hold between a and c, as bits (1 << Allen), given a-b and b-c.
std::uint16_t compose(Allen ab, Allen bc);

}  // namespace dateline
