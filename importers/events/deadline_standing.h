#pragma once

#include "importers/events/clauses.h"
#include "importers/events/event_index.h"

namespace dateline {

/// Whether what is told with a time to its end is a deadline when the article appears: something
/// yet to be done, or told of as not done. Refers to its parts; lives for one call.
class DeadlineStanding {
 public:
  DeadlineStanding(const EventContext& context, const EventIndex& index)
      : context_(context), index_(index) {}

  /// "By", "before", "within", "until".
  static bool is_deadline(TimeBound::Kind kind);
  bool holds(const EventMention& action, const TimeBound& bound) const;
  /// "May not withdraw after Wednesday": what is open up to a time that is still to come.
  bool closes_after(const EventMention& action, const TimeBound& bound) const;
  /// "Failed to pay by Monday".
  bool was_missed(const EventMention& action, const TimeBound& bound) const;
  /// "Those who have not changed it by Friday", "do not reply" or "fail to register by then": told
  /// in the present of what is to come.
  bool is_awaited(const EventMention& action, const Timex& when) const;

  /// Whether a time is past when the article appears. What is not known is not past.
  bool is_past(const Timex& when) const;
  /// Whether it is so long past that nobody waits to hear what became of it.
  bool is_over(const Timex& when) const;

 private:
  const EventMention& event(EventMentionId id) const { return context_.document.events[id.index]; }
  const Timex& timex(TimexId id) const { return context_.document.timexes[id.index]; }

  bool is_ahead(const Timex& when) const;
  bool still_open(const EventMention& action, const Timex& when) const;
  bool is_going_on(const EventMention& action) const;
  bool was_ordered(const EventMention& action, const TimeBound& bound) const;
  bool was_overtaken(const EventMention& action) const;
  bool under_condition(const EventMention& action) const;
  bool begins_anew(const EventMention& action, const Timex& when) const;
  bool is_alleged(const EventMention& action) const;
  bool is_own_wish(const EventMention& action) const;
  bool recurs(const EventMention& action) const;
  bool is_habit(const EventMention& action) const;
  bool is_told_by_day(const EventMention& action) const;
  bool is_held_back(const EventMention& action) const;
  bool is_waiting(const EventMention& action) const;
  bool has_actor(const EventMention& action) const;
  bool is_guessed(const EventMention& action) const;
  bool is_drifting(const EventMention& action) const;
  bool is_stretch(const EventMention& action, const TimeBound& bound) const;
  bool is_of_past_year(const EventMention& action, const Timex& when) const;
  bool clause_tells(const EventMention& action, const Timex& when) const;

  const EventContext& context_;
  const EventIndex& index_;
};

}  // namespace dateline
