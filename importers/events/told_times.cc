#include "importers/events/told_times.h"

namespace dateline {
namespace {

using enum FactualityValue;

class TimeTeller {
 public:
  TimeTeller(const EventContext& context, const EventMention& event)
      : context_(context), event_(event) {
    if (context.document.published) published_ = interval_of(*context.document.published);
  }

  EventTime tell() const {
    EventTime time;
    if (event_.timex && !belongs_to_content(timex(event_.timex))) time = told_at(event_.timex);
    for (const TimeBound& bound : event_.bounds)
      if (can_bound(bound)) apply(bound, time);
    return time;
  }

 private:
  const Timex& timex(TimexId id) const { return context_.document.timexes[id.index]; }

  bool is_ahead(const Timex& found) const {
    return found.interval && found.interval->earliest && published_.latest &&
           found.interval->earliest->seconds >= published_.latest->seconds;
  }

  /// Began before the day of publication, and does not reach beyond it.
  bool is_over(const Timex& found) const {
    const Interval& when = *found.interval;
    return when.earliest && when.latest && published_.earliest && published_.latest &&
           when.earliest->seconds < published_.earliest->seconds &&
           when.latest->seconds <= published_.latest->seconds;
  }

  /// A year or a quarter that is not over yet.
  bool goes_on(const Timex& found) const {
    return found.date && found.date->grain < Grain::day && found.interval &&
           found.interval->latest && published_.latest &&
           found.interval->latest->seconds > published_.latest->seconds;
  }

  /// "Accuses him of hiding losses between 2016 and 2019": nobody accuses for years.
  bool lasts(const Timex& found) const {
    const TokenRange verb{event_.head.index, event_.head.index + 1};
    return found.range_end && found.date && found.date->grain < Grain::day &&
           context_.document.span_of(verb).end <= found.span.begin;
  }

  /// "Expects revenue of two billion in 2031": what is told as done, or as thought, is not ahead.
  bool belongs_to_content(const Timex& found) const {
    if (event_.factuality.value != asserted) return false;
    const bool of_content = has_content(context_, event_);
    if (is_ahead(found) && is_awaited(context_, event_)) return false;
    if (is_ahead(found)) return event_.tense == Tense::past || of_content;
    return of_content && event_.tense == Tense::present && (goes_on(found) || lasts(found));
  }

  /// A fact is not bounded by a day to come ("gives them until March"), nor by a vague one before
  /// it ("after a weak third quarter").
  bool can_bound(const TimeBound& bound) const {
    if (event_.factuality.value != asserted) return true;
    const Timex& found = timex(bound.timex);
    if (bound.kind == TimeBound::Kind::since) return event_.future || !is_ahead(found);
    if (bound.kind == TimeBound::Kind::after) return found.date && found.date->grain >= Grain::day;
    return event_.is_state || event_.future || !is_ahead(found);
  }

  EventTime told_at(TimexId id) const {
    const Timex& found = timex(id);
    EventTime time;
    time.timex = id;
    if (!found.interval || found.anchor == Timex::Anchor::event) return time;
    time.basis = EventTime::Basis::told;
    time.interval = *found.interval;
    if (found.date) time.date = found.date;
    if (found.range_end && timex(found.range_end).interval) {
      time.interval.latest = timex(found.range_end).interval->latest;
      time.date.reset();
      time.lasts = true;
    }
    return time;
  }

  void apply(const TimeBound& bound, EventTime& time) const {
    const Timex& found = timex(bound.timex);
    if (!found.interval || found.anchor == Timex::Anchor::event) return;
    if (time.is_told() && time.date) return;
    const bool onward =
        bound.kind == TimeBound::Kind::after || bound.kind == TimeBound::Kind::since;
    if (onward && looks_ahead() && is_over(found)) return;
    if (const auto day = day_beside_clock(bound)) {
      time = at_date(*day, EventTime::Basis::told);
      time.timex = bound.timex;
      return;
    }
    time.basis = EventTime::Basis::told;
    time.timex = bound.timex;
    Interval& interval = time.interval;
    narrow(bound, interval);
    if (!interval.earliest && looks_ahead()) interval.earliest = published_.earliest;
    if (!interval.latest && !looks_ahead()) interval.latest = published_.latest;
    if (is_empty(interval)) interval.earliest.reset();
  }

  /// "Shortly after 8 a.m. on Tuesday", "just before dawn on Tuesday" are on Tuesday.
  std::optional<PartialDate> day_beside_clock(const TimeBound& bound) const {
    const Timex& found = timex(bound.timex);
    const bool clock = found.date && found.date->grain > Grain::day && found.date->known_day();
    const bool before = bound.kind == TimeBound::Kind::before && !looks_ahead();
    if (!clock || (bound.kind != TimeBound::Kind::after && !before)) return std::nullopt;
    if (is_ahead(found) && !looks_ahead()) return std::nullopt;
    return PartialDate::of(*found.date->known_day());
  }

  void narrow(const TimeBound& bound, Interval& interval) const {
    const Timex& found = timex(bound.timex);
    switch (bound.kind) {
      case TimeBound::Kind::by:
      case TimeBound::Kind::before:
        interval.latest = found.interval->latest;
        break;
      case TimeBound::Kind::within:
        interval = *found.interval;
        break;
      case TimeBound::Kind::since:
        interval.earliest = found.interval->earliest;
        if (found.range_end && timex(found.range_end).interval)
          interval.latest = timex(found.range_end).interval->latest;
        break;
      case TimeBound::Kind::after:
        interval.earliest = found.interval->latest;
        break;
    }
  }

  bool looks_ahead() const {
    switch (event_.factuality.value) {
      case scheduled:
      case requested:
      case conditional:
      case possible:
      case probable:
        return event_.tense != Tense::past || !event_.modality.empty();
      default:
        return event_.future;
    }
  }

  const EventContext& context_;
  const EventMention& event_;
  Interval published_;
};

}  // namespace

EventTime told_time(const EventContext& context, const EventMention& event) {
  return TimeTeller(context, event).tell();
}

}  // namespace dateline
