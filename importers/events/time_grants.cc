#include "importers/events/time_grants.h"

#include <algorithm>

#include "importers/events/conditions.h"
#include "importers/events/time_links.h"

namespace dateline {
namespace {

constexpr std::uint32_t kGrantReachBack = 24;  // tokens between the verb and the time

/// Taggers know "has until Friday" for an auxiliary; parsers know better, or what stands after it.
bool is_full_verb(const EventContext& context, TokenId token) {
  const Pos pos = context.at(token).pos;
  const bool before_until = token.index + 1 < context.document.tokens.size() &&
                            context.lexicon.is_lasting(context.lower({token.index + 1}));
  return pos == Pos::verb ||
         (pos == Pos::aux && (before_until || !is_auxiliary(context.at(token))));
}

/// "Who run the mine": a clause within the phrase for who has the time.
bool is_modifying(const EventContext& context, TokenId verb) {
  const Relation relation = universal(context.at(verb).relation);
  return relation == Relation::acl || relation == Relation::amod;
}

/// "Until Friday", "another 30 days", "30 days from Thursday".
bool may_be_given(const EventContext& context, const Timex& when, TokenRange words) {
  const TokenId head = context.tree.head_of(words);
  if (!when.signal.empty()) return context.lexicon.is_lasting(when.signal);
  if (words.first > 0 && context.lexicon.is_lasting(context.lower({words.first - 1}))) return true;
  if (preposition_of(context, head)) return false;
  const TokenId verb = context.at(head).head;
  return when.type == TimexType::duration || when.type == TimexType::set ||
         (verb && context.lexicon.is_granting(context.lemma(verb)));
}

TokenId verb_of_grant(const EventContext& context, TokenRange words) {
  const TokenRange sentence = context.document.sentence_of({words.first}).tokens;
  const auto reach = std::min(kGrantReachBack, words.first - sentence.first);
  for (std::uint32_t i = words.first; i-- > words.first - reach;) {
    if (!is_full_verb(context, {i})) continue;
    if (context.lexicon.is_granting(context.lemma({i}))) return {i};
    if (!is_modifying(context, {i})) return {};
  }
  return {};
}

/// "Has had two years": it was so up to now.
bool is_perfect_have(const EventContext& context, TokenId verb) {
  return !is_passive(context, verb) && context.at(verb).features.form == VerbForm::participle &&
         context.lexicon.deadlines().is(DeadlineWord::obliging, context.lemma(verb));
}

/// "Have cash until Friday": what is had is another thing than time.
bool has_another_object(const EventContext& context, TokenId verb) {
  const TokenId object = object_of(context, verb);
  return object && !inside_timex(context, object);
}

/// The first actor that is named between the verb and the time, whatever the parser hung it on.
TokenId named_between(const EventContext& context, TokenId verb, std::uint32_t end) {
  const auto& mentions = context.document.mentions;
  const auto next = std::ranges::upper_bound(mentions, verb.index, {},
                                             [](const Mention& m) { return m.tokens.first; });
  return next != mentions.end() && next->tokens.last <= end ? next->head : TokenId{};
}

}  // namespace

TimeGrant grant_of(const EventContext& context, TimexId time) {
  const Timex& when = context.document.timexes[time.index];
  const TokenRange words = tokens_of(context.document, when.span);
  if (words.empty() || words.first == 0 || !may_be_given(context, when, words)) return {};
  const TokenId verb = verb_of_grant(context, words);
  if (!verb || is_perfect_have(context, verb)) return {};
  const TokenId subject = subject_of(context, verb).token;
  const bool has = context.lexicon.deadlines().is(DeadlineWord::obliging, context.lemma(verb));
  if (has) return has_another_object(context, verb) ? TimeGrant{} : TimeGrant{verb, subject, {}};
  const bool headline_passive = context.at(verb).features.form == VerbForm::participle &&
                                !context.tree.has(verb, Relation::aux);
  const TokenId between = named_between(context, verb, words.first);
  if (is_passive(context, verb) || (headline_passive && !between))
    return {verb, subject, context.tree.child_exactly(verb, Relation::obl_agent)};
  return {verb, between, subject};
}

}  // namespace dateline
