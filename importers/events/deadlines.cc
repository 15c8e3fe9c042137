#include "importers/events/deadlines.h"

#include <algorithm>

#include "importers/events/event_index.h"

namespace dateline {
namespace {

using Force = DeadlineMention::Force;
using enum FactualityValue;

bool is_bound(TimeBound::Kind kind) {
  return kind == TimeBound::Kind::by || kind == TimeBound::Kind::before ||
         kind == TimeBound::Kind::within;
}

std::vector<MentionId> with_roles(const EventMention& event, std::initializer_list<Role> roles) {
  std::vector<MentionId> found;
  for (const Argument& argument : event.arguments)
    if (std::ranges::find(roles, argument.role) != roles.end()) found.push_back(argument.mention);
  return found;
}

class DeadlineFinder {
 public:
  explicit DeadlineFinder(const EventContext& context)
      : context_(context), index_(context.document, context.document.events) {}

  std::vector<DeadlineMention> find() {
    const auto& events = context_.document.events;
    for (std::uint32_t i = 0; i < events.size(); ++i) {
      for (const TimeBound& bound : events[i].bounds) add_bound({i}, bound);
      add_end({i});
    }
    return std::move(found_);
  }

 private:
  const EventMention& event(EventMentionId id) const { return context_.document.events[id.index]; }
  const Timex& timex(TimexId id) const { return context_.document.timexes[id.index]; }

  /// Whether a time is over when the article appears. What is not known is not over.
  bool is_past(const Timex& when) const {
    if (!when.interval || !when.interval->latest || !context_.document.published) return false;
    const Interval published = interval_of(*context_.document.published);
    return published.earliest && when.interval->latest->seconds <= published.earliest->seconds;
  }

  bool still_open(const EventMention& action, const Timex& when) const {
    if (action.factuality.value == asserted && context_.lexicon.is_lasting(when.signal))
      return !action.factuality.negative && !is_past(when);
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
    return (condition || !action.factuality.negative) && !is_past(when);
  }

  bool is_going_on(const EventMention& action) const {
    return action.is_state || action.future || action.tense == Tense::present ||
           context_.lexicon.ends_by_itself(action.type);
  }

  Force force_of(const EventMention& action, const TimeBound& bound) const {
    if (bound.granted) return Force::obligation;
    const bool asked = action.container && is_advice(event(action.container));
    switch (action.factuality.value) {
      case requested:
        if (context_.lexicon.modal(action.modality) == Commitment::advised || asked)
          return Force::advice;
        return Force::obligation;
      case possible:
      case probable:
        return Force::horizon;
      case conditional:
        return Force::obligation;
      default:
        break;
    }
    const std::string_view signal = timex(bound.timex).signal;
    const bool lasts = action.is_state || context_.lexicon.is_lasting(signal) ||
                       context_.lexicon.ends_by_itself(action.type);
    return lasts || with_roles(action, {Role::agent}).empty() ? Force::scheduled_end
                                                              : Force::obligation;
  }

  bool is_advice(const EventMention& container) const {
    return context_.lexicon.is_advising(context_.lemma(container.head));
  }

  void add_bound(EventMentionId action, const TimeBound& bound) {
    const bool open = bound.granted ? !is_past(timex(bound.timex))
                                    : still_open(event(action), timex(bound.timex));
    if (!is_bound(bound.kind) || !open) return;
    if (timex(bound.timex).type == TimexType::duration && bound.kind != TimeBound::Kind::within)
      return;
    DeadlineMention deadline;
    deadline.action = action;
    deadline.timex = bound.timex;
    deadline.span = bound.span;
    deadline.force = force_of(event(action), bound);
    deadline.inclusive = bound.kind != TimeBound::Kind::before;
    add(std::move(deadline));
  }

  /// "The order expires in 60 days", "funding runs out at midnight on Thursday", "the Feb. 20
  /// deadline": what ends at its own time.
  void add_end(EventMentionId action) {
    const EventMention& ending = event(action);
    if (!ending.timex || !context_.lexicon.ends_by_itself(ending.type)) return;
    const Timex& when = timex(ending.timex);
    if (is_past(when) || ending.factuality.value == denied || ending.factuality.negative) return;
    DeadlineMention deadline;
    deadline.action = action;
    deadline.timex = ending.timex;
    deadline.span = {when.signal_span.empty() ? when.span.begin : when.signal_span.begin,
                     when.span.end};
    deadline.force = Force::scheduled_end;
    add(std::move(deadline));
  }

  void add(DeadlineMention deadline) {
    const EventMention& action = event(deadline.action);
    deadline.set_in = action.container;
    if (deadline.force == Force::obligation || deadline.force == Force::advice)
      deadline.bound = with_roles(action, {Role::agent, Role::speaker});
    if (action.container) {
      const auto authors = with_roles(event(action.container), {Role::speaker, Role::agent});
      // Who prepares to attack sets nobody a time.
      if (authors != with_roles(action, {Role::agent})) deadline.set_by = authors;
    }
    if (deadline.set_by.empty() && !action.sources.empty())
      deadline.set_by = {action.sources.front().source};
    if (deadline.set_by.empty() && !deadline.bound.empty()) deadline.set_by = authors_over(action);
    found_.push_back(std::move(deadline));
  }

  /// Who gives, orders or allows what an action is part of: the actors of the next event above it
  /// that asks or grants something of others.
  std::vector<MentionId> authors_over(const EventMention& action) const {
    TokenId up = context_.at(action.predicate).head;
    for (int step = 0; up && step < kMaxSteps; ++step, up = context_.at(up).head) {
      const EventMentionId above = index_.at(up);
      if (!above) continue;
      const auto authors = with_roles(event(above), {Role::agent, Role::speaker});
      const auto own = with_roles(action, {Role::agent, Role::speaker});
      if (!authors.empty() && authors != own) return authors;
    }
    return {};
  }
  static constexpr int kMaxSteps = 6;  // clauses between an action and who set its time

  const EventContext& context_;
  EventIndex index_;
  std::vector<DeadlineMention> found_;
};

}  // namespace

std::vector<DeadlineMention> find_deadlines(const EventContext& context) {
  return DeadlineFinder(context).find();
}

}  // namespace dateline
