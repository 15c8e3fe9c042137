#include "importers/events/deadline_nouns.h"

#include <algorithm>
#include <span>

#include "importers/events/arguments.h"
#include "importers/events/deadline_people.h"
#include "importers/events/time_links.h"

namespace dateline {
namespace {

constexpr std::string_view kDeadline = "deadline";  // type of events.txt

/// Reads what the words around one noun for a deadline tell of it.
class NamedDeadline {
 public:
  NamedDeadline(const EventContext& context, const EventIndex& index, TokenId noun)
      : context_(context),
        index_(index),
        words_(context.lexicon.deadlines()),
        noun_(noun),
        over_(context.at(noun).head) {}

  std::optional<DeadlineMention> read() const {
    const TimexId when = time();
    const EventMentionId due = due_then();
    if (!when || !due) return std::nullopt;
    if (due == index_.at(noun_) && words_.is(DeadlineWord::due_only, context_.lemma(noun_)))
      return std::nullopt;
    DeadlineMention deadline;
    deadline.action = due;
    deadline.timex = when;
    deadline.span = span_of(when);
    deadline.bound = bound();
    if (deadline.bound.empty() && due != index_.at(noun_))
      deadline.bound = with_roles(event(due), {Role::agent, Role::speaker});
    deadline.set_by = setters();
    deadline.outcome = outcome();
    if (deadline.bound == deadline.set_by) deadline.set_by.clear();
    return deadline;
  }

 private:
  const EventMention& event(EventMentionId id) const { return context_.document.events[id.index]; }
  const Timex& timex(std::uint32_t i) const { return context_.document.timexes[i]; }
  bool over_is(DeadlineWord section) const {
    return over_ && context_.at(over_).pos == Pos::verb &&
           words_.is(section, context_.lemma(over_));
  }
  Relation relation() const { return universal(context_.at(noun_).relation); }

  // --- when

  /// A day beats an hour ("a midnight deadline on Thursday"), else the first that is told.
  TimexId time() const {
    TimexId found;
    const TokenRange sentence = context_.document.sentence_of(noun_).tokens;
    const Span words = context_.document.span_of(sentence);
    const auto& timexes = context_.document.timexes;
    const auto first = std::ranges::lower_bound(
        timexes, words.begin, {}, [](const Timex& timex) { return timex.span.begin; });
    for (auto i = static_cast<std::uint32_t>(first - timexes.begin());
         i < timexes.size() && timexes[i].span.begin < words.end; ++i) {
      if (timexes[i].type == TimexType::set ||
          !is_time(tokens_of(context_.document, timexes[i].span)))
        continue;
      if (!found ||
          (timex(found.index).type == TimexType::time && timexes[i].type == TimexType::date))
        found = {i};
    }
    return found;
  }

  bool is_time(TokenRange words) const {
    if (words.empty()) return false;
    const TokenId head = context_.tree.head_of(words);
    const TokenId above = context_.at(head).head;
    const bool is_noun = context_.at(head).relation == Relation::nsubj;  // "May 3 is the deadline"
    if (words.last <= noun_.index && context_.tree.dominates(noun_, head) && !is_noun)
      return words.last + 2 >= noun_.index;  // "the March 1 deadline"
    if (above == noun_)                      // "a deadline of May 3", "May 3 is the deadline"
      return head > noun_ ? !follows_clause(words) : context_.tree.has(noun_, Relation::cop);
    if (over_ && words.contains(over_)) return relation() == Relation::nsubj;  // "is May 3"
    if (above != over_ || !over_) return false;
    if (relation() == Relation::nsubj) return over_is(DeadlineWord::passing);
    return over_is(DeadlineWord::setting) && is_named(words, head);
  }

  /// "A deadline to pay set on Monday".
  bool follows_clause(TokenRange words) const {
    const EventMentionId between = index_.first_in({noun_.index + 1, words.first});
    return between && context_.at(event(between).head).pos == Pos::verb;
  }

  /// "Set for May 3", "set May 3 as the deadline"; "set a deadline on Monday" tells when it was
  /// set.
  bool is_named(TokenRange words, TokenId head) const {
    const TokenId before = preposition_of(context_, head);
    if (before) return words_.is(DeadlineWord::naming, context_.lower(before)) && head > noun_;
    const TokenId as = preposition_of(context_, noun_);
    return as && words_.is(DeadlineWord::naming, context_.lower(as)) && words.last <= as.index;
  }

  Span span_of(TimexId when) const {
    const Timex& found = timex(when.index);
    if (!found.signal_span.empty()) return {found.signal_span.begin, found.span.end};
    return found.span;
  }

  // --- what

  /// "The deadline for paying", "faces a deadline to pay"; the deadline itself if nothing is told.
  EventMentionId due_then() const {
    for (const TokenId child : context_.tree.children(noun_)) {
      const Relation below = universal(context_.at(child).relation);
      if (child < noun_ || (below != Relation::acl && below != Relation::nmod)) continue;
      if (below == Relation::acl && !context_.tree.has(child, Relation::mark)) continue;
      if (const EventMentionId due = index_.at(child)) return due;
    }
    const bool holds = over_is(DeadlineWord::holding) || over_is(DeadlineWord::setting);
    if (holds)
      for (const TokenId child : context_.tree.children(over_))
        if (child > noun_ && is_infinitive(context_, child) && index_.at(child))
          return index_.at(child);
    return index_.at(noun_);
  }

  /// "Missed a deadline", "failed to pay by the deadline", "met the deadline".
  DeadlineMention::Outcome outcome() const {
    if (over_ && context_.at(over_).pos == Pos::verb && relation() == Relation::obj) {
      const EventMentionId over = index_.at(over_);
      if (!over || event(over).factuality.value != FactualityValue::asserted)
        return DeadlineMention::Outcome::none;
      if (over_is(DeadlineWord::missing)) return DeadlineMention::Outcome::missed;
      if (over_is(DeadlineWord::meeting))
        return event(over).factuality.negative ? DeadlineMention::Outcome::missed
                                               : DeadlineMention::Outcome::met;
    }
    return DeadlineMention::Outcome::none;
  }

  // --- who

  bool acts(MentionId mention) const {
    const EntityKind kind = context_.document.mentions[mention.index].kind;
    return kind == EntityKind::person || kind == EntityKind::organization ||
           kind == EntityKind::group || kind == EntityKind::state;
  }

  std::vector<MentionId> actors_at(TokenId nominal) const {
    auto found = mentions_at(context_, nominal);
    std::erase_if(found, [&](MentionId mention) { return !acts(mention); });
    return found;
  }

  /// "Faces a deadline", "set Osprey a deadline", "a deadline for Osprey".
  std::vector<MentionId> bound() const {
    if (over_is(DeadlineWord::holding) && relation() == Relation::obj)
      if (auto holder = actors_at(subject_of(context_, over_).token); !holder.empty())
        return holder;
    for (const TokenId over : {noun_, over_is(DeadlineWord::setting) ? over_ : TokenId{}})
      for (const TokenId child : over ? context_.tree.children(over) : std::span<const TokenId>())
        if (is_for(child))
          if (auto owner = actors_at(child); !owner.empty()) return owner;
    return {};
  }

  bool is_for(TokenId nominal) const {
    const Token& token = context_.at(nominal);
    const bool before =
        token.relation == Relation::obj && nominal < noun_;  // "set Osprey a deadline"
    if (token.relation == Relation::iobj || before) return true;
    const Relation relation = universal(token.relation);
    if (relation != Relation::obl && relation != Relation::nmod) return false;
    const TokenId word = preposition_of(context_, nominal);
    const auto role = word ? context_.lexicon.role(context_.lower(word), true) : std::nullopt;
    return nominal > noun_ && role && (*role == Role::recipient || *role == Role::beneficiary);
  }

  /// "The court set a deadline", "a deadline set by the court", "the court's deadline".
  std::vector<MentionId> setters() const {
    if (over_is(DeadlineWord::setting)) {
      const bool passive = is_passive(context_, over_);
      const TokenId setter = passive ? context_.tree.child_exactly(over_, Relation::obl_agent)
                                     : subject_of(context_, over_).token;
      if (auto found = actors_at(setter); !found.empty()) return found;
    }
    for (const TokenId child : context_.tree.children(noun_)) {
      const Relation relation = context_.at(child).relation;
      TokenId setter;
      if (universal(relation) == Relation::acl)
        setter = context_.tree.child_exactly(child, Relation::obl_agent);
      else if (relation == Relation::nmod_poss || relation == Relation::compound)
        setter = child;
      if (!setter || context_.at(setter).pos == Pos::pron) continue;
      if (auto found = actors_at(setter); !found.empty()) return found;
    }
    return {};
  }

  const EventContext& context_;
  const EventIndex& index_;
  const DeadlineWords& words_;
  TokenId noun_, over_;
};

/// "A deadline", "a 30-day ultimatum".
bool is_named_deadline(const EventContext& context, const EventMention& event) {
  if (context.at(event.head).pos != Pos::noun) return false;
  if (event.type == kDeadline) return true;
  if (!context.lexicon.deadlines().is(DeadlineWord::timed, context.lemma(event.head))) return false;
  for (const TokenId child : context.tree.children(event.head))
    if (child < event.head)
      if (const Timex* length = timex_around(context, child);
          length && length->type == TimexType::duration)
        return true;
  return false;
}

}  // namespace

std::vector<DeadlineMention> find_named_deadlines(const EventContext& context,
                                                  const EventIndex& index) {
  std::vector<DeadlineMention> found;
  for (const EventMention& event : context.document.events)
    if (is_named_deadline(context, event))
      if (auto told = NamedDeadline(context, index, event.head).read())
        found.push_back(std::move(*told));
  return found;
}

}  // namespace dateline
