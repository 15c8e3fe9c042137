#include "importers/events/deadline_standing.h"

#include <algorithm>

#include "core/duration.h"
#include "importers/events/conditions.h"
#include "importers/events/deadline_people.h"
#include "importers/events/time_links.h"

namespace dateline {
namespace {

using enum FactualityValue;

constexpr int kMaxHeldClauses = 4;  // "is not thought to be able to pay"
constexpr int kRecentDays = 31;     // what was due in them is told of as kept or broken

/// Less than an hour: over when the article is read.
bool is_short(const Duration& length) {
  constexpr std::int64_t kHour = 3600;
  const Instant now{};
  return add(now, length).seconds - now.seconds < kHour;
}

/// "June 30, 2025", "2025".
bool names_year(const EventContext& context, const Timex& when) {
  constexpr std::size_t kYearDigits = 4;
  const std::string_view words = when.span.of(context.document.text());
  std::size_t digits = 0;
  for (const char c : words) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits == kYearDigits) return true;
  }
  return false;
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
  if (context_.lexicon.is_lasting(when.signal) && !bound.granted &&
      (is_held_back(action) || is_waiting(action)))
    return false;
  if (is_alleged(action) || is_guessed(action) || is_drifting(action) ||
      is_stretch(action, bound) || is_of_past_year(action, when))
    return false;
  if (when.type == TimexType::time && is_habit(action)) return false;
  if (when.type != TimexType::duration) return true;
  return !recurs(action) && bound.kind == TimeBound::Kind::within && !is_told_by_day(action);
}

bool DeadlineStanding::closes_after(const EventMention& action, const TimeBound& bound) const {
  const Timex& when = timex(bound.timex);
  if (bound.kind != TimeBound::Kind::after || !when.date || !is_ahead(when)) return false;
  if (!is_held_back(action) && !action.factuality.negative) return false;
  if (action.tense == Tense::past && action.modality.empty()) return false;
  const bool takes =
      context_.lexicon.deadlines().is(DeadlineWord::accepting, context_.lemma(action.head));
  return takes ? action.future || !action.modality.empty() || action.tense == Tense::present
               : context_.lexicon.is_permitting(action.modality);
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

// "Accused them of looking for a quarrel before the election".
bool DeadlineStanding::is_alleged(const EventMention& action) const {
  return action.container && event(action.container).type == "accusation";
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

// "Will not be able to pay until Thursday": it begins then.
bool DeadlineStanding::is_held_back(const EventMention& action) const {
  TokenId clause = action.predicate;
  for (int step = 0; clause && step < kMaxHeldClauses; ++step) {
    for (const TokenId child : context_.tree.children(clause))
      if (context_.lexicon.is_negation(context_.lower(child))) return true;
    if (context_.at(clause).relation != Relation::xcomp) return false;
    clause = context_.at(clause).head;
  }
  return false;
}

// "Will have to wait until Tuesday": what is waited for begins then.
bool DeadlineStanding::is_waiting(const EventMention& action) const {
  return context_.lexicon.deadlines().is(DeadlineWord::waiting, context_.lemma(action.head));
}

// "Seas will rise by 2050": a forecast of what nobody does.
bool DeadlineStanding::is_drifting(const EventMention& action) const {
  const FactualityValue told = action.factuality.value;
  return (told == scheduled || told == possible || told == probable) &&
         context_.lexicon.deadlines().is(DeadlineWord::drifting, context_.lemma(action.head)) &&
         (!object_of(context_, action.predicate) || !has_actor(action));
}

bool DeadlineStanding::has_actor(const EventMention& action) const {
  const auto agents = with_roles(action, {Role::agent, Role::speaker});
  return std::ranges::any_of(agents, [&](MentionId agent) {
    const EntityKind kind = context_.document.mentions[agent.index].kind;
    return kind != EntityKind::place && kind != EntityKind::work && kind != EntityKind::other;
  });
}

// "Was probably sunk before the year 900": it was, whether or not by then.
bool DeadlineStanding::is_guessed(const EventMention& action) const {
  const FactualityValue told = action.factuality.value;
  return (told == possible || told == probable) && action.tense == Tense::past &&
         action.modality.empty() && !action.container;
}

// "Takes place from Friday until Sunday", "treats patients within four hours", "counted the votes
// until late on Sunday": how long something takes, of which nothing is due at the end.
bool DeadlineStanding::is_stretch(const EventMention& action, const TimeBound& bound) const {
  const FactualityValue told = action.factuality.value;
  if ((told != asserted && told != scheduled) || bound.granted) return false;
  const Timex& when = timex(bound.timex);
  const bool closes =
      context_.lexicon.ends_by_itself(action.type) || closes_window(context_, action.predicate);
  const bool ends = action.is_state || closes;
  const bool from = std::ranges::any_of(
      action.bounds, [](const TimeBound& other) { return other.kind == TimeBound::Kind::since; });
  if (from && !ends) return true;
  if (told != asserted) return false;
  if (bound.kind == TimeBound::Kind::within)
    return context_.at(action.predicate).relation != Relation::acl_relcl &&
           action.tense == Tense::present && !action.future && !closes;
  return context_.lexicon.is_lasting(when.signal) && action.tense == Tense::past && !ends &&
         !action.passive && !action.perfect && context_.at(action.head).pos == Pos::verb &&
         !context_.lexicon.deadlines().is(DeadlineWord::halting, context_.lemma(action.head));
}

// "Last year it gave the owners until December": a day without a year is one of that year.
bool DeadlineStanding::is_of_past_year(const EventMention& action, const Timex& when) const {
  if (!when.date || !context_.document.published || names_year(context_, when)) return false;
  const Span sentence = context_.document.sentence_of(action.head).span;
  const auto& timexes = context_.document.timexes;
  auto other = std::ranges::lower_bound(timexes, sentence.begin, {},
                                        [](const Timex& timex) { return timex.span.begin; });
  for (; other != timexes.end() && other->span.begin < sentence.end; ++other)
    if (other->date && other->date->grain == Grain::year && other->type == TimexType::date &&
        other->date->year < context_.document.published->year && clause_tells(action, *other))
      return true;
  return false;
}

// Whether a time belongs to the clause of an action or to the one that it is part of.
bool DeadlineStanding::clause_tells(const EventMention& action, const Timex& when) const {
  const TokenRange words = tokens_of(context_.document, when.span);
  if (words.empty()) return false;
  const TokenId over = context_.at(context_.tree.head_of(words)).head;
  return over && (over == action.predicate || over == context_.at(action.predicate).head ||
                  inside_timex(context_, over) ||
                  inside_timex(context_, context_.at(action.predicate).head));
}

}  // namespace dateline
