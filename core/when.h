#pragma once

#include <optional>

#include "core/timeline.h"

// How a When is filled, so that its EDTF, grain, bounds, shape and words never disagree.
//
// Bounds are moments of local time. An offset that no text gave is written Z: read it as the local
// time of the story. Bounds in years that the schema cannot write (past 9999) are left out, and the
// EDTF alone says them. EDTF has no clock times and no weeks in an interval; days stand for them
// there, and the bounds keep the rest.

namespace dateline {

/// Nothing is known: no bounds, grain `unknown`, EDTF "../..", which has neither a first nor a last
/// day.
When when_unknown();

/// A moment somewhere in the date; `instant` if it is told to the minute. Weeks and weekends become
/// intervals of days, parts of the day become their day. An unknown grain gives when_unknown().
When when_of(const PartialDate& date);

/// A moment somewhere in the interval. One that is a calendar month, day, hour ... is told as such;
/// another by its first and last day. With one bound it is `before` or `after`. Nothing lies in an
/// empty interval, whose bounds contradict each other: then nothing is known.
When when_within(const Interval& interval);

/// "by Friday" (inclusive, until its last moment) or "before Friday" (until its first). A clock
/// time is a moment, so that by and before it are the same bound.
When when_before(const PartialDate& date, bool inclusive);
When when_before(Instant instant);
/// "since Friday", "from Friday on" (inclusive) or "after Friday" (from its end). As above, a clock
/// time is a moment.
When when_after(const PartialDate& date, bool inclusive);
When when_after(Instant instant);

/// It lasted all through, from the first moment of `first` to the last of `last`. An end that is
/// not known is open. A `last` that ends before `first` begins is not believed:
/// then it is `first` alone.
When when_interval(const std::optional<PartialDate>& first, const std::optional<PartialDate>& last);

/// What two accounts of the same time leave possible; the more exact of the two as it stands, if
/// it lies in the other. Empty if they share nothing.
std::optional<When> intersect(const When& a, const When& b);

}  // namespace dateline
