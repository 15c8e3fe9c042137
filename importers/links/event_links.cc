#include <map>

#include "importers/links/sieves.h"

namespace dateline {
namespace {

constexpr TemporalRelation relation_of(TimeBound::Kind kind) {
  switch (kind) {
    case TimeBound::Kind::by:
    case TimeBound::Kind::before:
      return TemporalRelation::before;
    case TimeBound::Kind::since:
    case TimeBound::Kind::after:
      return TemporalRelation::after;
    case TimeBound::Kind::within:
      return TemporalRelation::is_included;
  }
  return TemporalRelation::vague;
}

enum class TenseGroup : std::uint8_t { untensed, past, present, future };

// A perfect tells of what was before, whatever its auxiliary's tense.
TenseGroup tense_group(const EventMention& event) {
  if (event.future || !event.modality.empty()) return TenseGroup::future;
  if (event.perfect || event.tense == Tense::past) return TenseGroup::past;
  return event.tense == Tense::present ? TenseGroup::present : TenseGroup::untensed;
}

struct Drawer {
  const LinkContext& context;
  std::vector<TLink>& links;

  const EventMention& event(EventMentionId id) const { return context.events()[id.index]; }
  void draw(EventMentionId from, TLink::End to, TemporalRelation relation) const {
    if (relation != TemporalRelation::vague) links.push_back({from, to, relation, {}, {}});
  }
};

template <typename Each>
void for_each_event(const LinkContext& context, const Each& each) {
  for (std::uint32_t i = 0; i < context.events().size(); ++i)
    each(EventMentionId{i}, context.events()[i]);
}

/// The event over a token, its own excepted, that is nearest; empty if none is.
EventMentionId governor(const LinkContext& context, TokenId token, EventMentionId own) {
  const TokenId above = context.clauses.at(token).head;
  const EventMentionId found = above ? context.index.at(above) : EventMentionId{};
  return found && found != own ? found : EventMentionId{};
}

/// The nearest event over a token whose predicate is a verb with a tense or modal, or the root's.
EventMentionId verb_over(const LinkContext& context, TokenId token, EventMentionId own) {
  constexpr int kMaxSteps = 6;  // beyond them the sentence tells of something else
  EventMentionId found;
  for (int step = 0; token && step < kMaxSteps; ++step) {
    token = context.clauses.at(token).head;
    const EventMentionId here = token ? context.index.at(token) : EventMentionId{};
    if (!here || here == own) continue;
    found = here;
    if (tense_group(context.events()[here.index]) != TenseGroup::untensed) return here;
  }
  return found;
}

}  // namespace

void draw_time_links(const LinkContext& context, std::vector<TLink>& links) {
  const Drawer drawer{context, links};
  for_each_event(context, [&](EventMentionId id, const EventMention& event) {
    if (event.timex) drawer.draw(id, event.timex, TemporalRelation::is_included);
    for (const TimeBound& bound : event.bounds)
      drawer.draw(id, bound.timex, relation_of(bound.kind));
  });
}

void draw_conjunction_links(const LinkContext& context, std::vector<TLink>& links) {
  const Drawer drawer{context, links};
  for_each_event(context, [&](EventMentionId id, const EventMention& event) {
    const EventMentionId main = governor(context, event.predicate, id);
    if (!main) return;
    for (const TokenId child : context.clauses.tree.children(event.predicate)) {
      const Relation relation = universal(context.clauses.at(child).relation);
      if (relation != Relation::mark && relation != Relation::case_ && relation != Relation::advmod)
        continue;
      drawer.draw(main, id, context.clauses.lexicon.order(context.clauses.lower(child)));
    }
  });
}

void draw_content_links(const LinkContext& context, std::vector<TLink>& links) {
  const Drawer drawer{context, links};
  for_each_event(context, [&](EventMentionId id, const EventMention& content) {
    EventMentionId over = content.container;
    const bool said = over && (drawer.event(over).event_class == EventClass::reporting ||
                               drawer.event(over).is_statement);
    const Relation relation = universal(context.clauses.at(content.predicate).relation);
    if (!said && relation == Relation::ccomp) over = governor(context, content.predicate, id);
    if (!over || (!said && relation != Relation::ccomp)) return;
    switch (tense_group(content)) {
      case TenseGroup::past:
        return drawer.draw(over, id, TemporalRelation::after);
      case TenseGroup::future:
        return drawer.draw(over, id, TemporalRelation::before);
      case TenseGroup::present:
        return drawer.draw(over, id, TemporalRelation::is_included);
      case TenseGroup::untensed:
        return;
    }
  });
}

void draw_control_links(const LinkContext& context, std::vector<TLink>& links) {
  const Drawer drawer{context, links};
  for_each_event(context, [&](EventMentionId id, const EventMention& event) {
    const Relation relation = universal(context.clauses.at(event.predicate).relation);
    const bool below =
        relation == Relation::xcomp || relation == Relation::advcl || relation == Relation::ccomp;
    if (!below || !is_infinitive(context.clauses, event.predicate)) return;
    const EventMentionId over = governor(context, event.predicate, id);
    if (!over) return;
    if (drawer.event(over).event_class == EventClass::aspectual)
      drawer.draw(over, id, TemporalRelation::is_included);
    else
      drawer.draw(over, id, TemporalRelation::before);
  });
}

/// How an event without tense lies to the publication, by the tense of what it hangs on. Nouns tell
/// nothing: "the attack" is behind us or ahead.
TemporalRelation untensed_relation(const LinkContext& context, EventMentionId id,
                                   const EventMention& event) {
  const Token& token = context.clauses.at(event.predicate);
  if (token.pos != Pos::verb) return TemporalRelation::vague;
  if (!is_infinitive(context.clauses, event.predicate))
    return token.features.tense == Tense::past ? TemporalRelation::before : TemporalRelation::vague;
  const EventMentionId over = verb_over(context, event.predicate, id);
  if (!over) return TemporalRelation::vague;
  const EventMention& governing = context.events()[over.index];
  const TenseGroup around = tense_group(governing);
  const bool ahead =
      around == TenseGroup::present || around == TenseGroup::future || governing.perfect;
  return ahead ? TemporalRelation::after : TemporalRelation::vague;
}

/// How an event with tense lies to the publication.
TemporalRelation tensed_relation(const EventMention& event) {
  if (!event.modality.empty()) return TemporalRelation::vague;
  if (event.future) return TemporalRelation::after;
  if (event.tense == Tense::none) return TemporalRelation::vague;
  if (event.perfect) return TemporalRelation::before;
  const bool told = event.event_class == EventClass::reporting;
  if (event.tense == Tense::past)
    return told ? TemporalRelation::is_included : TemporalRelation::before;
  const bool lasts = event.progressive || event.event_class == EventClass::state;
  return lasts ? TemporalRelation::includes : TemporalRelation::vague;
}

void draw_tense_links(const LinkContext& context, std::vector<TLink>& links) {
  const Drawer drawer{context, links};
  for_each_event(context, [&](EventMentionId id, const EventMention& event) {
    drawer.draw(id, DocumentTime{}, tensed_relation(event));
  });
}

void draw_weak_tense_links(const LinkContext& context, std::vector<TLink>& links) {
  const Drawer drawer{context, links};
  for_each_event(context, [&](EventMentionId id, const EventMention& event) {
    if (!event.modality.empty()) return;
    const bool holds =
        event.event_class == EventClass::i_state || event.event_class == EventClass::reporting;
    if (event.tense == Tense::present && holds)
      drawer.draw(id, DocumentTime{}, TemporalRelation::is_included);
    if (event.tense == Tense::none && !event.future)
      drawer.draw(id, DocumentTime{}, untensed_relation(context, id, event));
  });
}

void draw_sequence_links(const LinkContext& context, std::vector<TLink>& links) {
  const Drawer drawer{context, links};
  for_each_event(context, [&](EventMentionId id, const EventMention& event) {
    const Relation relation = universal(context.clauses.at(event.predicate).relation);
    const EventMentionId over = governor(context, event.predicate, id);
    if (!over || tense_group(event) != TenseGroup::past ||
        tense_group(drawer.event(over)) != TenseGroup::past)
      return;
    if (relation == Relation::conj) drawer.draw(over, id, TemporalRelation::before);
    if (relation == Relation::advcl) drawer.draw(over, id, TemporalRelation::after);
  });
}

void draw_recurrence_links(const LinkContext& context, std::vector<TLink>& links) {
  const Drawer drawer{context, links};
  std::map<std::string, EventMentionId> last;  // by lemma
  for_each_event(context, [&](EventMentionId id, const EventMention& event) {
    if (context.clauses.at(event.head).pos != Pos::noun) return;
    const auto [told, is_new] = last.try_emplace(context.clauses.lemma(event.head), id);
    if (is_new) return;
    drawer.draw(told->second, id, TemporalRelation::simultaneous);
    told->second = id;
  });
}

}  // namespace dateline
