#include "importers/events/tense.h"

#include <algorithm>

namespace dateline {
namespace {

bool is_present_participle(const Features& features) {
  return features.form == VerbForm::gerund ||
         (features.form == VerbForm::participle && features.tense == Tense::present);
}

/// "been": over it stands a form of "have".
bool is_past_participle(const Features& features) {
  return features.form == VerbForm::participle && features.tense == Tense::past;
}

bool is_auxiliary(Relation relation) {
  return relation == Relation::aux || relation == Relation::aux_pass || relation == Relation::cop;
}

bool has_negation(const EventContext& context, TokenId verb) {
  return std::ranges::any_of(context.tree.children(verb), [&](TokenId child) {
    const Relation relation = context.at(child).relation;
    return (relation == Relation::advmod || relation == Relation::det) &&
           context.lexicon.is_negation(context.lower(child));
  });
}

}  // namespace

void read_tense(const EventContext& context, TokenId verb, EventMention& event) {
  const Features own = context.at(verb).features;
  event.tense = own.form == VerbForm::finite ? own.tense : Tense::none;
  event.form = own.form;
  event.progressive = is_present_participle(own);
  event.passive = is_passive(context, verb);
  event.negated = has_negation(context, verb);
  bool auxiliaries = false;
  for (const TokenId child : context.tree.children(verb)) {
    const Token& token = context.at(child);
    if (!is_auxiliary(token.relation)) continue;
    const Commitment modal = context.lexicon.modal(context.lemma(child));
    if (modal == Commitment::scheduled) event.future = true;
    if (modal != Commitment::none && modal != Commitment::scheduled)
      event.modality = context.lemma(child);
    if (token.features.form == VerbForm::finite && !auxiliaries) event.tense = token.features.tense;
    if (token.relation == Relation::aux && is_past_participle(own) && modal == Commitment::none &&
        !event.passive)
      event.perfect = true;
    if (token.relation == Relation::aux_pass && is_present_participle(token.features))
      event.progressive = true;
    if (!auxiliaries)
      event.form = modal == Commitment::none ? token.features.form : VerbForm::finite;
    auxiliaries = true;
  }
  if (!auxiliaries && is_past_participle(own)) event.tense = Tense::past;
}

bool has_perfect_auxiliary(const EventContext& context, TokenId verb) {
  return std::ranges::any_of(context.tree.children(verb), [&](TokenId child) {
    const Token& token = context.at(child);
    return is_auxiliary(token.relation) && is_past_participle(token.features);
  });
}

}  // namespace dateline
