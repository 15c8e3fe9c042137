#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/id.h"
#include "core/interval.h"
#include "core/span.h"

namespace dateline {

/// TIMEX3 types (TimeML 1.2.1).
enum class TimexType : std::uint8_t { date, time, duration, set };
std::string_view name_of(TimexType type);  ///< "DATE"
std::optional<TimexType> timex_type_named(std::string_view name);

/// Which way a duration or a bare unit points from what it hangs on.
enum class TimexDirection : std::uint8_t { none, before, after };

/// A time expression and its value, as in TIMEX3.
struct Timex {
  Span span;  ///< TimeML extent: without a preposition
  TimexType type = TimexType::date;
  std::string value;  ///< TIMEX3 value; "XXXX-XX-XX" style when it stays open
  /// What else the words may mean, where they allow two readings: "03/04/2022", "next Friday".
  std::vector<std::string> other_values;
  std::string mod;                   ///< TIMEX3 mod, or empty
  std::string quant, freq;           ///< TIMEX3, for a SET
  std::optional<PartialDate> date;   ///< of a DATE or TIME whose value is a calendar date
  std::optional<Interval> interval;  ///< what the value covers, when it has a place on the calendar
  std::string rule;                  ///< name of the rule that gave the value

  /// What a relative expression hangs on.
  enum class Anchor : std::uint8_t { none, document, timex, event, user };
  Anchor anchor = Anchor::none;
  TimexId anchor_timex;         ///< when anchor is `timex`
  EventMentionId anchor_event;  ///< when anchor is `event`
  std::string offset;           ///< ISO 8601 duration from the anchor, signed: "-P1D"
  TimexDirection direction = TimexDirection::none;
  /// The word before it that says how it bounds: Signal of TimeML ("by", "until", "since",
  /// "within", "before", "after", "from", "through", "on" ...), lower case; empty if none.
  std::string signal;
  Span signal_span;
  /// For "from 9 to 5", "June 3-5": the other end, when this is the beginning.
  TimexId range_end;
};
std::string_view name_of(Timex::Anchor anchor);  ///< "document"; empty for none
std::optional<Timex::Anchor> anchor_named(std::string_view name);

}  // namespace dateline
