#include "importers/events/tense.h"

namespace dateline {

void read_tense(const EventContext& context, TokenId verb, EventMention& event) {
  const Features own = context.at(verb).features;
  event.tense = own.form == VerbForm::finite ? own.tense : Tense::none;
  event.progressive = own.form == VerbForm::gerund ||
                      (own.form == VerbForm::participle && own.tense == Tense::present);
  event.passive = is_passive(context, verb);
  bool auxiliaries = false;
  for (const TokenId child : context.tree.children(verb)) {
    const Token& token = context.at(child);
    if (token.relation != Relation::aux && token.relation != Relation::aux_pass &&
        token.relation != Relation::cop)
      continue;
    const Commitment modal = context.lexicon.modal(context.lemma(child));
    if (modal == Commitment::scheduled) event.future = true;
    if (modal != Commitment::none && modal != Commitment::scheduled)
      event.modality = context.lemma(child);
    if (token.features.form == VerbForm::finite && !auxiliaries) event.tense = token.features.tense;
    if (token.relation == Relation::aux && own.tense == Tense::past &&
        own.form == VerbForm::participle && modal == Commitment::none && !event.passive)
      event.perfect = true;
    auxiliaries = true;
  }
  if (!auxiliaries && own.form == VerbForm::participle && own.tense == Tense::past)
    event.tense = Tense::past;
}

}  // namespace dateline
