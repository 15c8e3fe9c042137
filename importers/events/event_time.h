#pragma once

#include "core/date.h"
#include "core/document.h"
#include "core/event_mention.h"
#include "core/interval.h"
#include "core/when.h"

namespace dateline {

constexpr std::int64_t kDaySeconds = 86400;
/// Whether an interval, which has both ends, lies within a day.
bool is_of_one_day(const Interval& interval);

/// A time as it is known while the events of an article are being dated.
struct EventTime {
  /// `told`: by the event's own words; `derived`: taken over from elsewhere.
  enum class Basis : std::uint8_t { none, derived, told };

  Basis basis = Basis::none;
  Interval interval;
  std::optional<PartialDate> date;  ///< when the interval is a date's own
  TimexId timex;                    ///< the words that tell it; empty if none do
  bool lasts = false;               ///< it went on all through the interval

  bool known() const { return interval.earliest || interval.latest; }
  bool is_told() const { return basis == Basis::told; }
};

EventTime at_date(const PartialDate& date, EventTime::Basis basis);
EventTime within(const Interval& interval, EventTime::Basis basis);

/// The same time, for another event.
EventTime taken_over(EventTime time);
/// From the beginning of a time on; up to its end.
EventTime from_then_on(const EventTime& time);
EventTime until_then(const EventTime& time);

/// How a time was told: the words of `span`, and how they were read.
When::Expression expression_of(const Document& document, const Timex& timex, Span span);

}  // namespace dateline
