#include "importers/events/dating_clues.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::ptrdiff_t kLiveHeadings = 2;  // headings with a time that make a page live updates
constexpr int kMaxClausesAround = 12;        // between a word and the clause that is sought
constexpr std::string_view kSaying = "statement";  // type of events.txt

}  // namespace

bool is_live(const EventContext& context) {
  const auto stamped = [&](const Sentence& sentence) {
    return sentence.kind == SentenceKind::heading && has_timex_within(context, sentence.tokens);
  };
  return std::ranges::count_if(context.document.sentences, stamped) >= kLiveHeadings;
}

bool dates_verb(const EventContext& context, const EventMention& noun, const EventMention& verb) {
  if (noun.factuality.value != verb.factuality.value || verb.is_statement) return false;
  const Relation relation = universal(context.at(noun.head).relation);
  const TokenId word = preposition_of(context, noun.head);
  if (relation == Relation::obj && !word) {
    const Predicate* row = predicate_row(context, verb.head);
    return !row || row->content == Commitment::none;
  }
  const std::string preposition = word ? context.lower(word) : std::string();
  return relation == Relation::obl && context.lexicon.is_circumstance(preposition) &&
         !context.lexicon.bound(preposition);
}

bool opens_with_when(const EventContext& context, const EventMention& clause) {
  return universal(context.at(clause.predicate).relation) == Relation::advcl &&
         std::ranges::any_of(context.tree.children(clause.predicate), [&](TokenId child) {
           return context.lexicon.is_when(context.lower(child));
         });
}

bool leads_story(const EventContext& context, const EventMention& event) {
  TokenId token = event.predicate;
  if (context.at(token).pos != Pos::verb) {
    const Relation relation = universal(context.at(token).relation);
    if (relation == Relation::obl || relation == Relation::nmod) return false;
  }
  for (int step = 0; token && step < kMaxClausesAround; ++step, token = context.at(token).head) {
    const Relation relation = universal(context.at(token).relation);
    if (relation == Relation::acl || relation == Relation::advcl) return false;
  }
  return true;
}

bool is_told_of_somebody(const EventContext& context, const EventMention& event) {
  return context.at(event.predicate).relation == Relation::acl_relcl;
}

bool says(const EventContext& context, const EventIndex& index, const EventMention& event) {
  if (event.is_statement && event.type == kSaying) return true;
  const TokenId below = context.tree.child(event.predicate, Relation::xcomp);
  const EventMentionId content = below ? index.at(below) : EventMentionId{};
  return content && context.document.events[content.index].type == kSaying;
}

bool says_back_then(const EventContext& context, const EventMention& event) {
  return std::ranges::any_of(context.tree.children(event.predicate), [&](TokenId child) {
    if (!context.lexicon.is_back_then(context.lower(child))) return false;
    const TokenId determiner = context.tree.child(child, Relation::det);
    const bool noun = context.at(child).pos == Pos::noun;
    return !noun || (determiner && context.lexicon.is_definite(context.lower(determiner)));
  });
}

bool was_planned(const EventContext& context, const EventMention& event) {
  const Predicate* row = predicate_row(context, event.head);
  return event.passive && row &&
         (row->content == Commitment::planned || row->content == Commitment::probable);
}

}  // namespace dateline
