#include "importers/events/clause_verdict.h"

#include <algorithm>

#include "importers/events/conditions.h"

namespace dateline {

TokenId modal_of(const EventContext& context, TokenId predicate) {
  for (const TokenId child : context.tree.children(predicate))
    if (is_auxiliary(context.at(child)) &&
        context.lexicon.modal(context.lemma(child)) != Commitment::none)
      return child;
  return {};
}

bool has_auxiliary(const EventContext& context, TokenId predicate) {
  return std::ranges::any_of(context.tree.children(predicate),
                             [&](TokenId child) { return is_auxiliary(context.at(child)); });
}

namespace {

using enum FactualityValue;

constexpr int kMaxCoordinated = 16;  // verbs that share an auxiliary, in one sentence

/// "Has yet to reply": the word before the infinitive that says it was not done; else empty.
TokenId unfulfilled_by(const EventContext& context, TokenId infinitive) {
  if (!is_infinitive(context, infinitive)) return {};
  const std::uint32_t begin = context.tree.subtree(infinitive).first;
  if (begin == 0 || !context.lexicon.is_unfulfilled(context.lower({begin - 1}))) return {};
  return {begin - 1};
}

/// Whether a clause begins with its verb, but for words like "please", "now" and "do not".
bool opens_clause(const EventContext& context, TokenId verb) {
  for (auto i = context.tree.subtree(verb).first; i < verb.index; ++i) {
    const Pos pos = context.document.tokens[i].pos;
    if (pos != Pos::punct && pos != Pos::intj && pos != Pos::adv && pos != Pos::aux &&
        pos != Pos::part)
      return false;
  }
  return true;
}

/// "Please stay off the roads".
bool is_imperative(const EventContext& context, TokenId verb) {
  const Token& token = context.at(verb);
  if (token.pos != Pos::verb || token.features.form != VerbForm::finite) return false;
  if (token.features.tense != Tense::none || context.lower(verb) != context.lemma(verb))
    return false;
  const bool main =
      !token.head || token.relation == Relation::ccomp || token.relation == Relation::parataxis;
  return main && !context.tree.has(verb, Relation::nsubj) && opens_clause(context, verb);
}

TokenId negation_of(const EventContext& context, TokenId predicate) {
  if (const TokenId word = unfulfilled_by(context, predicate)) return word;
  for (const TokenId child : context.tree.children(predicate)) {
    const Relation relation = universal(context.at(child).relation);
    const bool here = relation == Relation::advmod || relation == Relation::det ||
                      relation == Relation::cc || relation == Relation::mark ||
                      relation == Relation::case_;
    if (here && context.lexicon.is_negation(context.lower(child))) return child;
    if (relation != Relation::nsubj && relation != Relation::obj) continue;
    if (context.lexicon.is_negation(context.lower(child))) return child;
    const bool each = context.at(child).pos == Pos::pron;  // "not everybody"
    for (const TokenId below : context.tree.children(child))
      if ((context.at(below).relation == Relation::det ||
           (each && context.at(below).relation == Relation::advmod)) &&
          context.lexicon.is_negation(context.lower(below)))
        return below;
  }
  return {};
}

/// Where the auxiliaries of a clause are: coordinated verbs share those of the first.
TokenId auxiliary_home(const EventContext& context, TokenId predicate) {
  for (int step = 0; step < kMaxCoordinated; ++step) {
    const Token& token = context.at(predicate);
    if (token.relation != Relation::conj || has_auxiliary(context, predicate)) return predicate;
    if (context.tree.has(predicate, Relation::nsubj)) return predicate;
    const Features above = context.at(token.head).features;
    if (above.form != token.features.form && token.features.form != VerbForm::infinitive &&
        token.features.form != VerbForm::none)
      return predicate;
    predicate = token.head;
  }
  return predicate;
}

bool has_perfect(const EventContext& context, TokenId predicate) {
  return context.at(predicate).features.form == VerbForm::participle &&
         context.at(predicate).features.tense == Tense::past;
}

Verdict by_modal(const EventContext& context, TokenId home, TokenId predicate, TokenId modal) {
  switch (context.lexicon.modal(context.lemma(modal))) {
    case Commitment::scheduled:
      return {condition_over(context, home).mark ? conditional : scheduled, false, modal};
    case Commitment::conditional: {
      const bool unreal = has_perfect(context, predicate) && !is_passive(context, predicate);
      const Condition condition = condition_over(context, home);
      if (condition.unreal || (condition.mark && unreal)) return {counterfactual, false, modal};
      if (condition.mark) return {conditional, false, modal};
      return {unreal ? counterfactual : scheduled, false, modal};
    }
    case Commitment::requested:
    case Commitment::advised:
      return {requested, false, modal};
    default:
      return {possible, false, modal};
  }
}

Verdict by_adverb(const EventContext& context, TokenId predicate, Verdict verdict) {
  for (const TokenId child : context.tree.children(predicate)) {
    if (context.at(child).relation != Relation::advmod) continue;
    switch (context.lexicon.adverb(context.lower(child))) {
      case Commitment::possible:
        return {possible, verdict.negative, child};
      case Commitment::probable:
        return {probable, verdict.negative, child};
      case Commitment::improbable:
        return {probable, true, child};
      case Commitment::not_done:
        return {asserted, true, child};
      default:
        break;
    }
  }
  return verdict;
}

/// An event noun's own adjectives: "alleged", "planned", "no".
Verdict by_adjective(const EventContext& context, TokenId noun, Verdict verdict) {
  for (const TokenId child : context.tree.children(noun)) {
    if (universal(context.at(child).relation) != Relation::amod) continue;
    switch (context.lexicon.adjective(context.lower(child))) {
      case Commitment::possible:
        return {possible, verdict.negative, child};
      case Commitment::probable:
        return {probable, verdict.negative, child};
      case Commitment::planned:
        return {scheduled, verdict.negative, child};
      case Commitment::not_done:
        return {asserted, true, child};
      default:
        break;
    }
  }
  return verdict;
}

/// "Once the date has passed", "until it opens": told in the present, meant of a day to come.
bool is_yet_to_be(const EventContext& context, const EventMention& event) {
  const TokenId mark = subordinator_of(context, event.predicate);
  return mark && event.tense == Tense::present &&
         context.lexicon.mark(context.lower(mark)) == "future";
}

/// "Was due to open", where the parser took "due to" for one word that opens the clause.
TokenId planning_mark(const EventContext& context, TokenId predicate) {
  for (const TokenId child : context.tree.children(predicate)) {
    const Relation relation = context.at(child).relation;
    const bool opens = relation == Relation::mark || relation == Relation::case_;
    if (opens && context.at(predicate).pos == Pos::verb &&
        context.lexicon.adjective(context.lemma(child)) == Commitment::planned)
      return child;
  }
  return {};
}

/// "They would not let us pass", told as it was, without a time to come or anybody who says so.
bool is_refusal(const EventContext& context, TokenId predicate, const Verdict& verdict) {
  return verdict.value == scheduled && verdict.cue &&
         context.lexicon.modal(context.lemma(verdict.cue)) == Commitment::conditional &&
         context.at(predicate).relation == Relation::root && !is_passive(context, predicate) &&
         !has_timex_within(context, context.tree.subtree(predicate));
}

/// "Did the ship sink?": an auxiliary before its subject, in a sentence that ends in a question
/// mark. "Why did it sink?" takes for granted that it did.
bool is_polar_question(const EventContext& context, TokenId predicate) {
  const TokenRange clause = context.tree.subtree(predicate);
  auto first = clause.first;
  while (first < predicate.index && context.document.tokens[first].pos == Pos::punct) ++first;
  const Token& opener = context.document.tokens[first];
  if (!is_auxiliary(opener) || opener.head != predicate) return false;
  for (auto i = predicate.index; i < clause.last; ++i)
    if (context.document.text_of({i}) == "?") return true;
  return false;
}

}  // namespace

Verdict own_verdict(const EventContext& context, const EventMention& event) {
  const TokenId home = auxiliary_home(context, event.predicate);
  Verdict verdict;
  if (const TokenId modal = modal_of(context, home)) {
    verdict = by_modal(context, home, event.predicate, modal);
  } else if (const TokenId mark = condition_below(context, home).mark;
             mark && context.at(event.predicate).features.tense != Tense::past) {
    verdict = {conditional, false, mark};
  } else if (is_infinitive(context, home) && (context.tree.has(home, Relation::cop) ||
                                              context.at(home).relation == Relation::root)) {
    verdict = {scheduled, false, {}};  // "is to land and work there"
  } else if (const TokenId plan = planning_mark(context, home)) {
    verdict = {scheduled, false, plan};
  } else if (is_imperative(context, event.predicate)) {
    verdict = {requested, false, event.predicate};
  }
  if (is_polar_question(context, home)) verdict = {unknown, false, {}};
  if (const TokenId mark = condition_mark(context, event.predicate))
    verdict = {is_past_perfect(context, event.predicate) ? counterfactual : conditional, false,
               mark};
  else if (is_yet_to_be(context, event))
    verdict = {scheduled, false, {}};
  if (context.at(event.head).pos == Pos::noun) verdict = by_adjective(context, event.head, verdict);
  if (context.at(event.head).pos == Pos::adj) {
    const Commitment commitment = context.lexicon.adjective(context.lemma(event.head));
    if (commitment != Commitment::none)
      verdict = {commitment == Commitment::probable ? probable : scheduled, false, event.head};
  }
  verdict = by_adverb(context, event.predicate, verdict);
  TokenId negation = negation_of(context, event.predicate);
  if (!negation && event.head != event.predicate) negation = negation_of(context, event.head);
  if (!negation && home != event.predicate && !context.tree.has(home, Relation::obj))
    negation = negation_of(context, home);
  if (negation) {
    if (is_refusal(context, event.predicate, verdict)) verdict = {asserted, false, verdict.cue};
    verdict.negative = !verdict.negative;
    if (!verdict.cue) verdict.cue = negation;
  }
  return verdict;
}

}  // namespace dateline
