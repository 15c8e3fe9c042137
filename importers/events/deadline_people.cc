#include "importers/events/deadline_people.h"

#include <algorithm>
#include <set>

#include "importers/events/arguments.h"
#include "importers/events/time_grants.h"

namespace dateline {
namespace {

constexpr std::string_view kAgreement = "agreement";  // type of events.txt
constexpr int kMaxClausesUp = 6;                      // between an action and who set its time

bool binds(const DeadlineMention& deadline) {
  return deadline.force == DeadlineMention::Force::obligation ||
         deadline.force == DeadlineMention::Force::advice;
}

/// Reads the people of one deadline.
class PeopleReader {
 public:
  PeopleReader(const EventContext& context, const EventIndex& index,
               const DeadlineMention& deadline)
      : context_(context), index_(index), deadline_(deadline), action_(event(deadline.action)) {}

  DeadlinePeople read(bool granted) {
    if (granted) read_grant();
    if (people_.bound.empty() && binds(deadline_)) people_.bound = bound_by_action();
    if (people_.set_by.empty()) people_.set_by = authors_of_container();
    if (people_.set_by.empty()) people_.set_by = authors_of_instrument();
    if (people_.set_by.empty() && !action_.sources.empty() && action_.sources.front().source)
      people_.set_by = {action_.sources.front().source};
    if (people_.set_by.empty() && binds(deadline_)) people_.set_by = authors_beside();
    const bool condition = action_.factuality.value == FactualityValue::conditional;
    if (people_.set_by.empty() && (condition || !people_.bound.empty()))
      people_.set_by = authors_above();
    settle_same();
    return std::move(people_);
  }

 private:
  const EventMention& event(EventMentionId id) const { return context_.document.events[id.index]; }

  /// Nobody sets himself a time, and nobody advises himself.
  void settle_same() {
    const auto entities = [&](const std::vector<MentionId>& mentions) {
      std::set<ChainId> chains;
      for (const MentionId mention : mentions)
        chains.insert(context_.document.mentions[mention.index].chain);
      return chains;
    };
    if (people_.bound.empty() || entities(people_.bound) != entities(people_.set_by)) return;
    (deadline_.force == DeadlineMention::Force::advice ? people_.bound : people_.set_by).clear();
  }

  void read_grant() {
    const TimeGrant grant = grant_of(context_, deadline_.timex);
    if (binds(deadline_)) people_.bound = mentions_at(context_, grant.owner);
    people_.set_by = mentions_at(context_, grant.giver);
  }

  /// Who is to act, or else whom the order, demand or advice is for.
  std::vector<MentionId> bound_by_action() const {
    auto bound = with_roles(action_, {Role::agent, Role::speaker});
    if (!bound.empty() || !action_.container) return bound;
    return with_roles(event(action_.container), {Role::addressee, Role::recipient});
  }

  /// Who prepares to attack sets nobody a time.
  std::vector<MentionId> authors_of_container() const {
    if (is_aside(action_.predicate)) return {};
    if (!action_.container || is_obliging(context_, event(action_.container).predicate)) return {};
    auto authors = with_roles(event(action_.container), {Role::speaker, Role::agent});
    if (authors.empty())  // "a High Court injunction ordered them to leave"
      authors = makers_of(subject_of(context_, event(action_.container).predicate).token);
    if (authors == with_roles(action_, {Role::agent}) || authors == people_.bound) return {};
    return authors;
  }

  /// "A ruling by the court", "the court's ruling", "an order issued by the governor"; what is
  /// agreed is nobody's alone.
  std::vector<MentionId> authors_of_instrument() const {
    const TokenId instrument = instrument_of(context_, action_);
    const EventMentionId told = instrument ? index_.at(instrument) : EventMentionId{};
    if (told && event(told).type == kAgreement) return {};
    auto authors =
        told ? with_roles(event(told), {Role::agent, Role::speaker}) : std::vector<MentionId>{};
    if (authors.empty()) authors = makers_of(instrument);
    return authors == people_.bound ? std::vector<MentionId>{} : authors;
  }

  /// Whose an order, a law or the like is.
  std::vector<MentionId> makers_of(TokenId noun) const {
    if (!noun || !context_.lexicon.deadlines().is(DeadlineWord::instrument, context_.lemma(noun)))
      return {};
    for (const TokenId child : context_.tree.children(noun)) {
      const Relation relation = context_.at(child).relation;
      TokenId maker;
      if (relation == Relation::compound || relation == Relation::nmod_poss)
        maker = child;
      else if (universal(relation) == Relation::acl)
        maker = context_.tree.child_exactly(child, Relation::obl_agent);
      if (auto found = mentions_at(context_, maker); !found.empty()) return found;
    }
    return {};
  }

  /// "Must be replayed by May 3, the league ruled": who decides so in a clause beside it.
  std::vector<MentionId> authors_beside() const {
    for (const TokenId child : context_.tree.children(action_.predicate)) {
      const Relation relation = context_.at(child).relation;
      const bool beside =
          relation == Relation::parataxis || relation == Relation::ccomp ||
          (relation == Relation::advcl && !context_.tree.has(child, Relation::mark));
      if (!beside || context_.at(child).features.tense != Tense::past) continue;
      const Predicate* row = predicate_row(context_, child);
      const EventMentionId ruled =
          row && child > action_.head ? index_.at(child) : EventMentionId{};
      if (!ruled || !context_.lexicon.deadlines().is(DeadlineWord::counted, row->type)) continue;
      if (event(ruled).factuality.value != FactualityValue::asserted) continue;
      auto authors = with_roles(event(ruled), {Role::agent, Role::speaker});
      if (authors != people_.bound) return authors;
    }
    return {};
  }

  /// Who gives, orders or allows what an action is part of: the actors of the next event above it
  /// that asks or grants something of others.
  std::vector<MentionId> authors_above() const {
    TokenId up = context_.at(action_.predicate).head;
    if (is_aside(action_.predicate)) return {};
    for (int step = 0; up && step < kMaxClausesUp; ++step, up = context_.at(up).head) {
      if (auto authors = authors_at(up); !authors.empty()) return authors;
      if (is_aside(up)) return {};
      if (action_.factuality.value != FactualityValue::conditional) continue;
      for (const TokenId child : context_.tree.children(up))  // "called a strike and threatened"
        if (context_.at(child).relation == Relation::conj)
          if (auto authors = authors_at(child); !authors.empty()) return authors;
    }
    return {};
  }

  /// "Will write to owners, who must ...": whoever writes asks nothing.
  bool is_aside(TokenId clause) const {
    return context_.at(clause).relation == Relation::acl_relcl;
  }

  std::vector<MentionId> authors_at(TokenId verb) const {
    const EventMentionId above = index_.at(verb);
    if (!above || !asks(verb)) return {};
    auto authors = with_roles(event(above), {Role::agent, Role::speaker});
    const auto own = with_roles(action_, {Role::agent, Role::speaker});
    if (authors == own || authors == people_.bound) return {};
    return authors;
  }

  bool asks(TokenId verb) const {
    const Predicate* row = predicate_row(context_, verb);
    return (row && row->content != Commitment::none) ||
           context_.lexicon.is_granting(context_.lemma(verb));
  }

  const EventContext& context_;
  const EventIndex& index_;
  const DeadlineMention& deadline_;
  const EventMention& action_;
  DeadlinePeople people_;
};

}  // namespace

std::vector<MentionId> with_roles(const EventMention& event, std::initializer_list<Role> roles) {
  std::vector<MentionId> found;
  for (const Argument& argument : event.arguments)
    if (std::ranges::find(roles, argument.role) != roles.end()) found.push_back(argument.mention);
  return found;
}

std::vector<MentionId> mentions_at(const EventContext& context, TokenId nominal) {
  std::vector<MentionId> found;
  if (!nominal) return found;
  for (const TokenId each : conjuncts(context, nominal))
    if (const MentionId mention = mention_at(context, each);
        mention && std::ranges::find(found, mention) == found.end())
      found.push_back(mention);
  return found;
}

TokenId instrument_of(const EventContext& context, const EventMention& action) {
  const DeadlineWords& words = context.lexicon.deadlines();
  for (const TokenId child : context.tree.children(action.predicate)) {
    const TokenId word = preposition_of(context, child);
    if (word && words.is(DeadlineWord::under, context.lower(word)) &&
        words.is(DeadlineWord::instrument, context.lemma(child)))
      return child;
  }
  return {};
}

DeadlinePeople people_of(const EventContext& context, const EventIndex& index,
                         const DeadlineMention& deadline, bool granted) {
  return PeopleReader(context, index, deadline).read(granted);
}

}  // namespace dateline
