#include "importers/events/event_time.h"

namespace dateline {

bool is_of_one_day(const Interval& interval) {
  return interval.latest->seconds - interval.earliest->seconds <= kDaySeconds;
}

EventTime at_date(const PartialDate& date, EventTime::Basis basis) {
  EventTime time;
  time.basis = basis;
  time.date = date;
  time.interval = interval_of(date);
  return time;
}

EventTime within(const Interval& interval, EventTime::Basis basis) {
  EventTime time;
  time.basis = basis;
  time.interval = interval;
  return time;
}

EventTime taken_over(EventTime time) {
  time.basis = EventTime::Basis::derived;
  time.timex = {};
  return time;
}

EventTime from_then_on(const EventTime& time) {
  return within({time.interval.earliest, std::nullopt}, EventTime::Basis::derived);
}

EventTime until_then(const EventTime& time) {
  return within({std::nullopt, time.interval.latest}, EventTime::Basis::derived);
}

When::Expression expression_of(const Document& document, const Timex& timex, Span span) {
  When::Expression expression;
  expression.text = std::string(span.of(document.text()));
  expression.type = timex.type;
  expression.value = timex.value;
  expression.rule = timex.rule;
  expression.anchor.kind = timex.anchor;
  expression.anchor.offset = timex.offset;
  return expression;
}

}  // namespace dateline
