#include "importers/events/deadlines.h"

#include <algorithm>

#include "importers/events/conditions.h"
#include "importers/events/deadline_nouns.h"
#include "importers/events/deadline_people.h"
#include "importers/events/deadline_standing.h"
#include "importers/events/event_index.h"
#include "importers/events/moved_deadlines.h"
#include "importers/events/owed_deadlines.h"
#include "importers/events/time_links.h"

namespace dateline {
namespace {

using Force = DeadlineMention::Force;
using enum FactualityValue;

/// The type of events.txt of nouns for a deadline itself.
constexpr std::string_view kDeadlineNoun = "deadline";

class DeadlineFinder {
 public:
  explicit DeadlineFinder(const EventContext& context)
      : context_(context),
        index_(context.document, context.document.events),
        standing_(context, index_) {}

  std::vector<DeadlineMention> find() {
    const auto& events = context_.document.events;
    for (std::uint32_t i = 0; i < events.size(); ++i) {
      for (const TimeBound& bound : events[i].bounds) add_bound({i}, bound);
      add_end({i});
      add_owed({i});
      add_counted_end({i});
    }
    for (std::uint32_t i = 0; i < context_.document.timexes.size(); ++i) add_prolonged({i});
    add_named();
    for (const MovedDeadline& moved : find_moved_deadlines(context_)) add_moved(moved);
    return std::move(found_);
  }

 private:
  const EventMention& event(EventMentionId id) const { return context_.document.events[id.index]; }
  const Timex& timex(TimexId id) const { return context_.document.timexes[id.index]; }

  Force force_of(const EventMention& action, const TimeBound& bound) const {
    if (bound.granted || standing_.is_awaited(action, timex(bound.timex))) return Force::obligation;
    if (action.factuality.value == denied || is_obliging(context_, action.predicate))
      return Force::obligation;  // "has to be out of the house"
    const bool asked = action.container && is_advice(event(action.container));
    switch (action.factuality.value) {
      case requested:
        if (context_.lexicon.modal(action.modality) == Commitment::advised || asked)
          return Force::advice;
        return Force::obligation;
      case possible:
        if (is_wanted_of_another(action)) return Force::obligation;
        if (context_.lexicon.is_permitting(action.modality) && !action.is_state &&
            context_.lexicon.is_lasting(timex(bound.timex).signal))
          return Force::scheduled_end;  // "may send comments until Friday"
        return Force::horizon;
      case probable:
        return Force::horizon;
      case conditional:  // what comes of a condition is no condition
        return condition_below(context_, action.predicate).mark ? Force::scheduled_end
                                                                : Force::obligation;
      default:
        break;
    }
    const bool owed = is_owed(action) || needs_something(action) || is_due(context_, action.head) ||
                      (action.factuality.value == scheduled && instrument_of(context_, action));
    return owed ? Force::obligation : Force::scheduled_end;
  }

  /// "Wants the schools to close by May".
  bool is_wanted_of_another(const EventMention& action) const {
    if (!action.container || !event(action.container).is_state) return false;
    const TokenId wanting = event(action.container).predicate;
    return is_infinitive(context_, action.predicate) &&
           context_.lexicon.deadlines().is(DeadlineWord::asking, context_.lemma(wanting)) &&
           (object_of(context_, wanting) || context_.tree.has(wanting, Relation::iobj));
  }

  /// "Needs 20,000 euros by Friday".
  bool needs_something(const EventMention& action) const {
    const DeadlineWords& words = context_.lexicon.deadlines();
    const std::string lemma = context_.lemma(action.head);
    return words.is(DeadlineWord::obliging, lemma) && words.is(DeadlineWord::asking, lemma) &&
           object_of(context_, action.predicate);
  }

  /// "Agreed to pay by May": what somebody only plans for himself binds nobody.
  bool is_owed(const EventMention& action) const {
    return action.container && context_.lexicon.binds(event(action.container).type);
  }

  bool is_advice(const EventMention& container) const {
    return context_.lexicon.is_advising(context_.lemma(container.head));
  }

  void add_bound(EventMentionId action, const TimeBound& bound) {
    if (bound.kind == TimeBound::Kind::after) return add_last_chance(action, bound);
    if (!standing_.is_deadline(bound.kind)) return;
    if (!standing_.is_over(timex(bound.timex)))
      if (auto asked = asked_deadline(context_, index_, action, bound))
        return found_.push_back(std::move(*asked));
    if (!standing_.holds(event(action), bound)) return;
    DeadlineMention deadline;
    deadline.action = action;
    deadline.timex = bound.timex;
    deadline.span = bound.span;
    deadline.force = force_of(event(action), bound);
    deadline.inclusive = bound.kind != TimeBound::Kind::before;
    if (standing_.was_missed(event(action), bound)) {
      deadline.force = Force::obligation;
      deadline.outcome = DeadlineMention::Outcome::missed;
    }
    add(std::move(deadline), bound.granted);
    if (is_due(context_, event(action).head)) found_.back().bound.clear();
  }

  /// "May not withdraw after Wednesday", "bids will not be accepted after May 3": until then one
  /// may.
  void add_last_chance(EventMentionId action, const TimeBound& bound) {
    if (!standing_.closes_after(event(action), bound)) return;
    DeadlineMention deadline;
    deadline.action = action;
    deadline.timex = bound.timex;
    deadline.span = bound.span;
    deadline.force = event(action).passive ? Force::scheduled_end : Force::obligation;
    add(std::move(deadline));
  }

  /// The words of a time with the preposition before it.
  Span with_preposition(TimexId id) const {
    const Timex& when = timex(id);
    if (!when.signal_span.empty()) return {when.signal_span.begin, when.span.end};
    const TokenRange words = tokens_of(context_.document, when.span);
    const bool after =
        !words.empty() && words.first > 0 && context_.at({words.first - 1}).pos == Pos::adp;
    return {after ? context_.at({words.first - 1}).span.begin : when.span.begin, when.span.end};
  }

  /// "Extended the deadline for paying from May 3 to May 9": the new day binds, the old one no
  /// more.
  void add_moved(const MovedDeadline& told) {
    const EventMentionId shift = index_.at(told.verb), noun = index_.at(told.noun);
    if (!shift || !noun) return;
    const Factuality& done = event(shift).factuality;
    const bool moves = done.value == asserted && !done.negative;
    DeadlineMention deadline;
    deadline.action = due_at(told.noun, noun);
    deadline.force = Force::obligation;
    deadline.bound = with_roles(event(deadline.action), {Role::agent, Role::speaker});
    deadline.set_by = with_roles(event(shift), {Role::agent, Role::speaker});
    for (const TimexId when : {told.to, told.from}) {
      if (!when || (when == told.to && !moves)) continue;
      deadline.timex = when;
      deadline.span = with_preposition(when);
      if (moves && when == told.from) deadline.outcome = DeadlineMention::Outcome::moved;
      found_.push_back(deadline);
    }
  }

  /// What is due by a deadline: "the deadline for paying"; the deadline itself if nothing is told.
  EventMentionId due_at(TokenId noun, EventMentionId itself) const {
    for (const TokenId child : context_.tree.children(noun)) {
      const Relation relation = universal(context_.at(child).relation);
      if (relation != Relation::acl && relation != Relation::nmod) continue;
      if (const EventMentionId due = index_.at(child)) return due;
    }
    return itself;
  }

  /// An expiry, or what is over then: "the truce ends". Nouns for a deadline are read apart.
  bool ends_then(const EventMention& ending) const {
    if (ending.head != ending.predicate && closes_window(context_, ending.predicate)) return true;
    const TokenId subject = subject_of(context_, ending.predicate).token;
    if (subject && context_.lexicon.deadlines().is(DeadlineWord::stock, context_.lemma(subject)))
      return false;  // "the money runs out in May"
    return context_.lexicon.ends_by_itself(ending.type) && ending.type != kDeadlineNoun;
  }

  /// "The order expires in 60 days", "funding runs out at midnight on Thursday", "the Feb. 20
  /// deadline": what ends at its own time.
  void add_end(EventMentionId action) {
    const EventMention& ending = event(action);
    if (!ending.timex || !ends_then(ending)) return;
    const Timex& when = timex(ending.timex);
    if (when.anchor == Timex::Anchor::event) return;  // "a day after the deadline expires"
    if (standing_.is_past(when) || ending.factuality.value == denied || ending.factuality.negative)
      return;
    DeadlineMention deadline;
    deadline.action = action;
    deadline.timex = ending.timex;
    deadline.span = with_preposition(ending.timex);
    deadline.force = Force::scheduled_end;
    add(std::move(deadline));
    // Who tells that something ends did not end it; who ordered it may have.
    if (!ending.container || event(ending.container).is_statement) found_.back().set_by.clear();
  }

  void add(DeadlineMention deadline, bool granted = false) {
    deadline.set_in = event(deadline.action).container;
    DeadlinePeople people = people_of(context_, index_, deadline, granted);
    deadline.bound = std::move(people.bound);
    deadline.set_by = std::move(people.set_by);
    found_.push_back(std::move(deadline));
  }

  void add_owed(EventMentionId action) {
    const EventMention& owed = event(action);
    if (owed.timex && falls_due(context_, owed) && !standing_.is_past(timex(owed.timex))) {
      DeadlineMention deadline;
      deadline.action = action;
      deadline.timex = owed.timex;
      deadline.span = with_preposition(owed.timex);
      add(std::move(deadline));
      found_.back().bound = owing(context_, owed);  // what is owed does not act
    }
  }

  void add_named() {
    const auto moved = find_moved_deadlines(context_);
    for (DeadlineMention& deadline : find_named_deadlines(context_, index_)) {
      const bool is_moved = std::ranges::any_of(moved, [&](const MovedDeadline& told) {
        return told.from == deadline.timex || told.to == deadline.timex;
      });
      const bool told = deadline.outcome != DeadlineMention::Outcome::none;
      if (is_moved || (told ? standing_.is_over(timex(deadline.timex))
                            : standing_.is_past(timex(deadline.timex))))
        continue;
      if (event(deadline.action).factuality.value == denied) continue;
      found_.push_back(std::move(deadline));
    }
  }

  /// "Two days before a deadline set by mediators for agreeing": the length counts from what was
  /// done then.
  void add_counted_end(EventMentionId action) {
    const EventMention& ending = event(action);
    const TokenId word = preposition_of(context_, ending.head);
    if (!context_.lexicon.ends_by_itself(ending.type) || ending.timex || !word) return;
    if (context_.lexicon.bound(context_.lower(word)) != TimeBound::Kind::before) return;
    const auto& timexes = context_.document.timexes;
    const auto length = std::ranges::find_if(timexes, [&](const Timex& timex) {
      return timex.type == TimexType::duration && timex.mod.empty() &&  // not "less than a day"
             tokens_of(context_.document, timex.span).last == word.index;
    });
    if (length == timexes.end()) return;
    DeadlineMention deadline;
    deadline.action = action;
    deadline.timex = {static_cast<std::uint32_t>(length - timexes.begin())};
    deadline.span = {length->span.begin, context_.at(ending.head).span.end};
    deadline.force = Force::obligation;
    for (const TokenId child : context_.tree.children(ending.head))
      if (const EventMentionId set = index_.at(child); set && deadline.set_by.empty())
        deadline.set_by = with_roles(event(set), {Role::agent, Role::speaker});
    found_.push_back(std::move(deadline));
  }

  /// "The order was extended to Sept. 9".
  void add_prolonged(TimexId id) {
    const TokenRange words = tokens_of(context_.document, timex(id).span);
    if (words.empty() || words.first == 0 || !timex(id).interval || standing_.is_past(timex(id)))
      return;
    const TokenId verb = context_.at(context_.tree.head_of(words)).head;
    if (!verb || !is_prolonging(context_, verb) || !shifted_noun(context_, verb)) return;
    const EventMentionId shift = index_.at(verb);
    const Factuality& done = shift ? event(shift).factuality : Factuality{};
    const std::string before = context_.lower({words.first - 1});
    if (!shift || done.value != asserted || done.negative || !context_.lexicon.is_new_time(before))
      return;
    DeadlineMention deadline;
    deadline.action = shift;
    deadline.timex = id;
    deadline.span = with_preposition(id);
    deadline.force = Force::scheduled_end;
    deadline.set_by = with_roles(event(shift), {Role::agent, Role::speaker});
    found_.push_back(std::move(deadline));
  }

  const EventContext& context_;
  EventIndex index_;
  DeadlineStanding standing_;
  std::vector<DeadlineMention> found_;
};

}  // namespace

std::vector<DeadlineMention> find_deadlines(const EventContext& context) {
  return DeadlineFinder(context).find();
}

}  // namespace dateline
