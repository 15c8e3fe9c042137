#include "importers/events/deadline_standing.h"

#include <algorithm>

#include "core/duration.h"
#include "importers/events/conditions.h"
#include "importers/events/deadline_people.h"
#include "importers/events/time_links.h"

namespace dateline {
namespace {

using enum FactualityValue;

constexpr int kRecentDays = 31;  // what was due in them is told of as kept or broken

/// Less than an hour: over when the article is read.
bool is_short(const Duration& length) {
  constexpr std::int64_t kHour = 3600;
  const Instant now{};
  return add(now, length).seconds - now.seconds < kHour;
}

}  // namespace

bool DeadlineStanding::is_deadline(TimeBound::Kind kind) {
  return kind == TimeBound::Kind::by || kind == TimeBound::Kind::before ||
         kind == TimeBound::Kind::within;
}

bool DeadlineStanding::holds(const EventMention& action, const TimeBound& bound) const {
  const Timex& when = timex(bound.timex);
  const auto length = duration_from(when.value);
  if (bound.granted && length && is_short(*length)) return false;  // "gave them ten minutes"
  const bool open = bound.granted ? !is_over(when)
                                  : was_missed(action, bound) || was_ordered(action, bound) ||
                                        still_open(action, when);
  if (!open || was_overtaken(action) || begins_anew(action, when) || is_own_wish(action))
    return false;
  if (when.type == TimexType::time && is_habit(action)) return false;
  if (when.type != TimexType::duration) return true;
  return !recurs(action) && bound.kind == TimeBound::Kind::within && !is_told_by_day(action);
}

bool DeadlineStanding::is_past(const Timex& when) const {
  if (when.type == TimexType::duration) return false;
  if (!when.interval || !when.interval->latest || !context_.document.published) return false;
  const Interval published = interval_of(*context_.document.published);
  // A clock time is a moment, so that of midnight the day before is over.
  const auto end = when.type == TimexType::time && when.interval->earliest ? when.interval->earliest
                                                                           : when.interval->latest;
  return published.earliest && end->seconds <= published.earliest->seconds;
}

bool DeadlineStanding::is_over(const Timex& when) const {
  if (!is_past(when)) return false;
  const auto published = interval_of(*context_.document.published).earliest;
  return add_days(day_of(*when.interval->latest), kRecentDays) < day_of(*published);
}

// "Ordered them to leave by 6 p.m. yesterday", "gave them until Monday to pay".
bool DeadlineStanding::was_ordered(const EventMention& action, const TimeBound& bound) const {
  if (is_over(timex(bound.timex)) || action.factuality.value != requested) return false;
  const Predicate* row =
      action.container ? predicate_row(context_, event(action.container).head) : nullptr;
  return row && row->content == Commitment::requested && !action.factuality.negative;
}

bool DeadlineStanding::was_missed(const EventMention& action, const TimeBound& bound) const {
  if (!is_past(timex(bound.timex)) || is_over(timex(bound.timex))) return false;
  const TokenId over = context_.at(action.predicate).head;
  const Predicate* row = over ? predicate_row(context_, over) : nullptr;
  return action.factuality.value == asserted && action.factuality.negative && row &&
         row->content == Commitment::not_done && is_infinitive(context_, action.predicate);
}

bool DeadlineStanding::is_awaited(const EventMention& action, const Timex& when) const {
  if (action.factuality.value != asserted || !is_ahead(when)) return false;
  if (context_.lexicon.is_lasting(when.signal)) return false;
  const TokenId over = context_.at(action.predicate).head;
  const EventMentionId fails = over ? index_.at(over) : EventMentionId{};
  if (fails && is_infinitive(context_, action.predicate) && action.factuality.negative)
    return event(fails).tense == Tense::present;
  return context_.at(action.predicate).relation == Relation::acl_relcl &&
         action.tense == Tense::present && (action.perfect || action.factuality.negative);
}

bool DeadlineStanding::is_ahead(const Timex& when) const {
  if (!when.interval || !when.interval->latest || !context_.document.published) return false;
  const auto published = interval_of(*context_.document.published).latest;
  return published && published->seconds < when.interval->latest->seconds;
}

bool DeadlineStanding::still_open(const EventMention& action, const Timex& when) const {
  if (is_awaited(action, when)) return true;
  if (action.factuality.value == denied && is_ahead(when) && under_condition(action)) return true;
  if (action.factuality.value == asserted && context_.lexicon.is_lasting(when.signal))
    return !action.factuality.negative && !is_past(when) &&
           (action.tense != Tense::past || is_ahead(when));
  switch (action.factuality.value) {
    case denied:
    case counterfactual:
    case unknown:
      return false;
    case asserted:
      return !action.factuality.negative && !is_past(when) && is_going_on(action);
    default:
      break;
  }
  const bool condition = action.factuality.value == conditional;
  if (condition && action.tense == Tense::past) return true;  // "if they were posted by Friday"
  return (condition || !action.factuality.negative) && !is_past(when);
}

// "If there is no offer by Friday".
bool DeadlineStanding::under_condition(const EventMention& action) const {
  const TokenId clause = context_.at(action.predicate).head;
  return clause && condition_mark(context_, clause);
}

// "Had been expected to take until Friday": it turned out otherwise.
bool DeadlineStanding::was_overtaken(const EventMention& action) const {
  return action.container && is_past_perfect(context_, event(action.container).predicate) &&
         event(action.container).passive;
}

// "Adjourned until May 3": it goes on then.
bool DeadlineStanding::begins_anew(const EventMention& action, const Timex& when) const {
  return context_.lexicon.is_lasting(when.signal) &&
         context_.lexicon.deadlines().is(DeadlineWord::restarting, context_.lemma(action.head));
}

// "Wants to land before 2030": nobody is held to what he only wants himself.
bool DeadlineStanding::is_own_wish(const EventMention& action) const {
  if (!action.container || !event(action.container).is_state) return false;
  const auto wishing = with_roles(event(action.container), {Role::agent, Role::speaker});
  return is_infinitive(context_, action.predicate) && !wishing.empty() &&
         action.factuality.value == possible &&
         wishing == with_roles(action, {Role::agent, Role::speaker});
}

// "Must report any case within 24 hours": the length begins again each time.
bool DeadlineStanding::recurs(const EventMention& action) const {
  const TokenRange clause = context_.tree.subtree(action.predicate);
  for (std::uint32_t i = clause.first; i < clause.last; ++i)
    if (context_.at({i}).relation == Relation::det && context_.lexicon.is_each(context_.lower({i})))
      return true;
  return false;
}

// "Is open until 8 p.m. on Fridays".
bool DeadlineStanding::is_habit(const EventMention& action) const {
  const Span sentence = context_.document.sentence_of(action.head).span;
  const auto& timexes = context_.document.timexes;
  auto when = std::ranges::lower_bound(timexes, sentence.begin, {},
                                       [](const Timex& timex) { return timex.span.begin; });
  while (when != timexes.end() && when->span.begin < sentence.end && when->type != TimexType::set)
    ++when;
  return when != timexes.end() && when->span.begin < sentence.end;
}

bool DeadlineStanding::is_going_on(const EventMention& action) const {
  return action.is_state || action.future || action.tense == Tense::present ||
         context_.lexicon.ends_by_itself(action.type);
}

// "Within two days, which means no later than Tuesday".
bool DeadlineStanding::is_told_by_day(const EventMention& action) const {
  return std::ranges::any_of(action.bounds, [&](const TimeBound& bound) {
    return is_deadline(bound.kind) && timex(bound.timex).date;
  });
}

}  // namespace dateline
