#include "importers/events/owed_deadlines.h"

#include <algorithm>

#include "importers/events/conditions.h"
#include "importers/events/deadline_people.h"

namespace dateline {
namespace {

bool has_clause(const EventContext& context, TokenId verb) {
  return std::ranges::any_of(context.tree.children(verb), [&](TokenId child) {
    const Relation relation = universal(context.at(child).relation);
    return relation == Relation::xcomp || relation == Relation::ccomp ||
           (relation == Relation::advcl && is_infinitive(context, child));
  });
}

/// The noun after "for": "asked for bids".
TokenId asked_with_preposition(const EventContext& context, TokenId verb) {
  for (const TokenId child : context.tree.children(verb)) {
    const TokenId word = preposition_of(context, child);
    if (child > verb && word && context.lexicon.is_placing_time(context.lower(word))) return child;
  }
  return {};
}

bool asks_for_something(const EventContext& context, const EventMention& asks) {
  if (context.at(asks.head).pos != Pos::verb || asks.factuality.negative) return false;
  const bool wishes = asks.is_state && asks.factuality.value == FactualityValue::possible;
  if (asks.factuality.value != FactualityValue::asserted && !wishes) return false;
  return context.lexicon.deadlines().is(DeadlineWord::asking, context.lemma(asks.head)) &&
         !has_clause(context, asks.predicate);
}

}  // namespace

std::optional<DeadlineMention> asked_deadline(const EventContext& context, const EventIndex& index,
                                              EventMentionId asking, const TimeBound& bound) {
  const EventMention& asks = context.document.events[asking.index];
  if (!asks_for_something(context, asks)) return std::nullopt;
  const TokenId named = asked_with_preposition(context, asks.predicate);
  const TokenId object = named ? named : object_of(context, asks.predicate);
  if (!object) return std::nullopt;
  DeadlineMention deadline;
  deadline.action = index.at(object) ? index.at(object) : asking;
  deadline.timex = bound.timex;
  deadline.span = bound.span;
  deadline.inclusive = bound.kind != TimeBound::Kind::before;
  if (!named && context.lexicon.is_advising(context.lemma(asks.head)))
    deadline.force = DeadlineMention::Force::advice;
  deadline.bound = with_roles(asks, {Role::addressee, Role::recipient});
  deadline.set_by = with_roles(asks, {Role::agent, Role::speaker});
  if (deadline.set_by.empty() && !asks.sources.empty() && asks.sources.front().source)
    deadline.set_by = {asks.sources.front().source};
  return deadline;
}

bool is_due(const EventContext& context, TokenId head) {
  const DeadlineWords& words = context.lexicon.deadlines();
  if (words.is(DeadlineWord::due, context.lower(head))) return true;
  const TokenId next{head.index + 1};  // "falls due", whatever the parser made of it
  return next.index < context.document.tokens.size() && context.at(head).pos == Pos::verb &&
         !is_auxiliary(context.at(head)) && words.is(DeadlineWord::due, context.lower(next));
}

std::vector<MentionId> owing(const EventContext& context, const EventMention& owed) {
  for (const TokenId child : context.tree.children(owed.predicate)) {
    const TokenId word = preposition_of(context, child);
    if (word && context.lexicon.is_old_time(context.lower(word)) && !inside_timex(context, child))
      return mentions_at(context, child);
  }
  return {};
}

bool falls_due(const EventContext& context, const EventMention& owed) {
  if (!is_due(context, owed.head) || owed.factuality.negative) return false;
  const TokenId subject = subject_of(context, owed.predicate).token;
  return subject && context.lexicon.deadlines().is(DeadlineWord::owed, context.lemma(subject));
}

}  // namespace dateline
