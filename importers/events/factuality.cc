#include "importers/events/factuality.h"

#include <algorithm>

#include "importers/events/clause_verdict.h"
#include "importers/events/conditions.h"

namespace dateline {
namespace {

using enum FactualityValue;

constexpr int kMaxGovernors =
    16;  // predicates over one event; a sentence that a person wrote has < 8

/// The weaker of two commitments, as a source that only thinks it possible cannot tell it as done.
FactualityValue weaker(FactualityValue a, FactualityValue b) {
  static constexpr FactualityValue kStrongestFirst[] = {asserted,  scheduled, probable,
                                                        requested, possible,  conditional,
                                                        unknown,   denied,    counterfactual};
  return *std::max(std::ranges::find(kStrongestFirst, a), std::ranges::find(kStrongestFirst, b));
}

Verdict weakened(Verdict verdict, FactualityValue to, TokenId cue) {
  const FactualityValue value = weaker(verdict.value, to);
  if (value != verdict.value || !verdict.cue) verdict.cue = cue;
  verdict.value = value;
  return verdict;
}

/// What a predicate makes of what it governs.
Verdict under(Commitment commitment, Verdict verdict, TokenId cue) {
  switch (commitment) {
    case Commitment::possible:
      return weakened(verdict, possible, cue);
    case Commitment::probable:
      return weakened(verdict, probable, cue);
    case Commitment::improbable: {
      verdict = weakened(verdict, probable, cue);
      verdict.negative = !verdict.negative;
      return verdict;
    }
    case Commitment::planned:
      return weakened(verdict, scheduled, cue);
    case Commitment::requested:
    case Commitment::advised:
      return weakened(verdict, requested, cue);
    case Commitment::conditional:
      return weakened(verdict, conditional, cue);
    case Commitment::unknown:
      return weakened(verdict, unknown, cue);
    case Commitment::denied:
      return {denied, false, cue};
    case Commitment::not_done:
      verdict.negative = !verdict.negative;
      verdict.cue = cue;
      return verdict;
    default:
      return verdict;
  }
}

/// What is left of a judgement when the predicate that carries it is itself negated.
Verdict under_negation(Commitment commitment, Verdict verdict, TokenId cue) {
  switch (commitment) {
    case Commitment::knows:
    case Commitment::none:
      return verdict;
    case Commitment::says:
      return {unknown, false, cue};
    case Commitment::denied:
      return {unknown, false, cue};
    case Commitment::not_done:
      return {verdict.value, false, cue};
    case Commitment::possible:
    case Commitment::unknown:
      return weakened(verdict, possible, cue);
    default:
      return verdict.value == unknown ? verdict : Verdict{denied, false, cue};
  }
}

Commitment commitment_of(const EventContext& context, TokenId governor) {
  if (context.at(governor).pos == Pos::adj) {
    const Commitment commitment = context.lexicon.adjective(context.lemma(governor));
    return commitment;
  }
  const Predicate* row = predicate_row(context, governor);
  return row ? row->content : Commitment::none;
}

/// "Told them to leave", "warned owners to leave": who only says things elsewhere asks here.
Commitment commitment_to(const EventContext& context, TokenId governor, TokenId clause) {
  const Predicate* row = predicate_row(context, governor);
  const bool asks = row && row->object_control && row->event_class == EventClass::reporting &&
                    context.at(governor).pos == Pos::verb && is_infinitive(context, clause);
  if (is_prospective(context, governor)) return Commitment::planned;
  if (is_obliging(context, governor) && context.at(clause).relation == Relation::xcomp)
    return Commitment::requested;
  if (asks) return Commitment::requested;
  const Commitment commitment = commitment_of(context, governor);
  const bool rumoured = commitment == Commitment::says && is_passive(context, governor) &&
                        context.at(clause).relation == Relation::xcomp;
  return rumoured ? Commitment::probable : commitment;  // "is said to have visited"
}

/// "A deadline set by mediators", "the agreement signed in May": the clause tells of the noun, and
/// the noun makes nothing of the clause.
bool is_reduced_relative(const EventContext& context, TokenId clause) {
  const Token& token = context.at(clause);
  return token.relation == Relation::acl && token.features.form == VerbForm::participle &&
         token.features.tense == Tense::past && !has_auxiliary(context, clause);
}

/// How a step up the tree hands on what stands below it.
enum class Step { content, argument, beside, modifier };

Step step_of(const EventContext& context, TokenId token) {
  if (is_complement(context, token)) return Step::content;
  switch (context.at(token).relation) {
    case Relation::ccomp:
    case Relation::xcomp:
    case Relation::acl:
    case Relation::csubj:
    case Relation::csubj_pass:
      return Step::content;
    case Relation::obj:
    case Relation::nsubj_pass:
    case Relation::nsubj:
    case Relation::obl:
    case Relation::nmod:
      return Step::argument;
    case Relation::conj:
      return Step::beside;
    default:
      return Step::modifier;
  }
}

/// Whether a predicate decides over a noun that is its object ("denied the attack", "fears of
/// war").
bool governs_argument(Commitment commitment) {
  return commitment == Commitment::denied || commitment == Commitment::not_done ||
         commitment == Commitment::planned || commitment == Commitment::requested ||
         commitment == Commitment::possible || commitment == Commitment::probable;
}

TokenId question_mark_under(const EventContext& context, TokenId clause) {
  const TokenId mark = subordinator_of(context, clause);
  return mark && context.lexicon.mark(context.lower(mark)) == "unknown" ? mark : TokenId{};
}

bool is_purpose(const EventContext& context, TokenId clause) {
  if (is_complement(context, clause)) return false;
  const Token& token = context.at(clause);
  if (token.relation == Relation::acl && inside_timex(context, token.head))
    return is_infinitive(context, clause);  // "have until Friday to pay", "30 days to pay"
  return context.at(clause).relation == Relation::advcl && is_infinitive(context, clause);
}

/// "The attack", "its attack" exist apart from what is said of them; "an attack" does not.
bool is_presupposed(const EventContext& context, TokenId noun) {
  if (context.tree.child_exactly(noun, Relation::nmod_poss)) return true;
  const TokenId determiner = context.tree.child(noun, Relation::det);
  return determiner && context.lexicon.is_definite(context.lower(determiner));
}

/// "Will discuss it at a meeting", "rejected it with ten voting no": no object of the predicate.
bool is_circumstance(const EventContext& context, TokenId noun, Commitment commitment) {
  if (universal(context.at(noun).relation) != Relation::obl) return false;
  const TokenId word = preposition_of(context, noun);
  if (!word) return false;
  const std::string preposition = context.lower(word);
  if (inside_timex(context, noun) || context.lexicon.is_circumstance(preposition)) return true;
  const bool undone = commitment == Commitment::denied || commitment == Commitment::not_done;
  return undone && !context.lexicon.is_gerund_mark(preposition);
}

/// "Would not ask for a recount": what takes part in something that is not real is not real either.
Verdict as_real_as(const EventContext& context, TokenId governor, Verdict verdict) {
  EventMention over;
  over.head = over.predicate = governor;
  const Verdict own = own_verdict(context, over);
  if (own.negative) return {denied, false, own.cue};
  return own.value == asserted ? verdict : weakened(verdict, own.value, own.cue);
}

/// "Will debate the outbreak": what is talked of exists apart from the talk.
bool is_topic(const EventContext& context, TokenId governor, TokenId noun) {
  const Predicate* row = predicate_row(context, governor);
  return row && row->object == Role::topic && row->content == Commitment::possible &&
         context.at(noun).relation == Relation::obj && is_presupposed(context, noun);
}

/// "Denied reports", "rejected an offer": the report and the offer were made.
bool was_made(const Predicate& told, const Predicate* governor) {
  if (told.statement) return true;
  const bool answers = governor && governor->event_class != EventClass::reporting &&
                       governor->content == Commitment::denied;
  return answers && told.content != Commitment::none;
}

/// "Failed to prove that he lied": what was not proved may be so or not.
bool carries_content(const EventContext& context, TokenId predicate) {
  const Commitment content = commitment_of(context, predicate);
  return content == Commitment::says || content == Commitment::knows ||
         content == Commitment::possible || content == Commitment::probable;
}

/// "Will not be allowed to return".
bool permits(const EventContext& context, TokenId governor) {
  const Predicate* row = predicate_row(context, governor);
  return row && row->permits;
}

/// The judgement of the predicate over `below`, applied to what comes from below.
Verdict lifted(const EventContext& context, TokenId governor, TokenId below, bool self,
               Verdict verdict) {
  const Step step = step_of(context, below);
  const Commitment commitment = commitment_to(context, governor, below);
  const bool noun = context.at(below).pos == Pos::noun;
  if (step == Step::argument && noun && is_topic(context, governor, below)) return verdict;
  if (step == Step::argument && noun) {
    const bool subject = context.at(below).relation == Relation::nsubj;  // and no passive's
    const Predicate* told = predicate_row(context, below);
    if (self && told && was_made(*told, predicate_row(context, governor))) return verdict;
    if (subject || !governs_argument(commitment) || is_circumstance(context, below, commitment))
      return is_presupposed(context, below) ? verdict : as_real_as(context, governor, verdict);
  } else if (step != Step::content) {
    return verdict;
  }
  EventMention over;
  over.head = over.predicate = governor;
  const Verdict own = own_verdict(context, over);
  if (commitment == Commitment::not_done && !self && carries_content(context, below))
    return weakened(verdict, unknown, governor);
  verdict = under(commitment, verdict, governor);
  if (own.negative && permits(context, governor))
    return {denied, false, own.cue ? own.cue : governor};
  if (own.negative) return under_negation(commitment, verdict, own.cue ? own.cue : governor);
  return own.value == asserted || commitment == Commitment::knows
             ? verdict
             : weakened(verdict, own.value, own.cue);
}

bool is_governor(const EventContext& context, TokenId token) {
  const Pos pos = context.at(token).pos;
  return pos == Pos::verb || pos == Pos::adj || pos == Pos::noun;
}

/// "Who block it", "that are blocked", "who are blocking it"; not "who have blocked it".
bool tells_of_now(const EventContext& context, TokenId clause) {
  const Features told = context.at(clause).features;
  if (told.form == VerbForm::finite && !has_auxiliary(context, clause))
    return told.tense == Tense::present;
  const bool goes_on = told.form == VerbForm::gerund || told.tense == Tense::present;
  return std::ranges::any_of(context.tree.children(clause), [&](TokenId child) {
    const Token& token = context.at(child);
    return is_auxiliary(token) && token.features.form == VerbForm::finite &&
           token.features.tense == Tense::present && (token.relation != Relation::aux || goes_on);
  });
}

/// ", which meets on Wednesday,": told by the way, and no part of any condition.
bool stands_apart(const EventContext& context, TokenId clause) {
  const std::uint32_t first = context.tree.subtree(clause).first;
  return context.document.text_of({first}) == "," ||
         (first > 0 && context.document.text_of({first - 1}) == ",");
}

/// "Ballots that arrive by Friday will be counted", "may punish leaders who block the talks": what
/// a clause in the present says of the actors of something that is yet to be is part of the
/// condition for it.
Verdict under_noun(const EventContext& context, TokenId clause, Verdict verdict) {
  if (!tells_of_now(context, clause) || stands_apart(context, clause)) return verdict;
  TokenId main = context.at(clause).head;
  for (int step = 0; main && context.at(main).pos != Pos::verb && step < kMaxGovernors; ++step)
    main = context.at(main).head;
  const TokenId modal = main ? modal_of(context, main) : TokenId{};
  return modal ? weakened(verdict, conditional, modal) : verdict;
}

/// "Pay or face fines".
bool is_alternative(const EventContext& context, TokenId conjunct) {
  const TokenId word = context.tree.child(conjunct, Relation::cc);
  return word && context.lexicon.is_alternative(context.lower(word));
}

/// What the predicate over a clause makes of it.
Commitment commitment_over(const EventContext& context, TokenId clause) {
  const TokenId governor = context.at(clause).head;
  return governor ? commitment_of(context, governor) : Commitment::none;
}

/// "According to a report": whoever tells of what is not real is real.
bool is_source(const EventContext& context, TokenId nominal) {
  const TokenId word = preposition_of(context, nominal);
  return word && context.lexicon.is_source_word(context.lower(word));
}

/// "A hearing is scheduled for June": the verb that places an event noun makes a plan of it.
bool is_only_planned(const EventContext& context, const EventMention& event) {
  for (const TokenId child : context.tree.children(event.head))
    if (universal(context.at(child).relation) == Relation::acl &&
        placed_noun(context, child) == event.head)
      return true;  // "a debate planned for Oct. 30"
  return event.head != event.predicate &&
         (placed_noun(context, event.predicate) == event.head ||
          context.lexicon.is_happening(context.lemma(event.predicate))) &&
         commitment_of(context, event.predicate) == Commitment::planned;
}

/// Whether a token is of a day that is counted from an event: "the eve" of it.
bool counts_from(const EventContext& context, TokenId token) {
  const Timex* const timex = timex_around(context, token);
  return timex && timex->anchor == Timex::Anchor::event && timex->type == TimexType::date;
}

bool is_statement(const EventContext& context, TokenId verb) {
  const Predicate* row = predicate_row(context, verb);
  return row && row->statement;
}

/// Whether a clause beside another is a fact or not by itself: one with a tense or a subject of its
/// own, "after" something, or beside what was not done. "Will study it before deciding" is one
/// plan.
bool is_told_apart(const EventContext& context, TokenId clause) {
  const Token& token = context.at(clause);
  const bool goes_along =
      token.features.form == VerbForm::gerund ||
      (token.features.form == VerbForm::participle && token.features.tense == Tense::present);
  if (!goes_along || has_auxiliary(context, clause)) return true;
  if (context.tree.has(clause, Relation::nsubj) || is_statement(context, clause)) return true;
  const TokenId mark = subordinator_of(context, clause);
  if (mark && context.lexicon.mark(context.lower(mark)) == "past") return true;
  EventMention over;
  over.head = over.predicate = token.head;
  return context.at(token.head).pos != Pos::verb || own_verdict(context, over).negative;
}

Verdict verdict_of(const EventContext& context, const EventMention& event) {
  Verdict verdict = own_verdict(context, event);
  if (is_only_planned(context, event)) verdict = weakened(verdict, scheduled, event.predicate);
  TokenId below = event.predicate;
  for (int step = 0; step < kMaxGovernors; ++step) {
    if (const TokenId mark = question_mark_under(context, below))
      verdict = weakened(verdict, unknown, mark);
    if (is_purpose(context, below)) return weakened(verdict, scheduled, below);
    if (step > 0 && condition_mark(context, below))
      verdict = weakened(verdict, is_past_perfect(context, below) ? counterfactual : conditional,
                         condition_mark(context, below));
    const TokenId governor = context.at(below).head;
    if (!governor) break;
    if (counts_from(context, governor) && context.at(below).pos == Pos::noun)
      break;  // "urged voters on the eve of the runoff to go": nobody asked for the runoff
    const Relation relation = context.at(below).relation;
    if (universal(relation) == Relation::obl && is_source(context, below)) return verdict;
    const bool complement = is_complement(context, below);
    if ((relation == Relation::acl_relcl || is_reduced_relative(context, below)) && !complement)
      return under_noun(context, below, verdict);
    if (relation == Relation::parataxis) break;
    if (relation == Relation::advcl && !complement && !condition_mark(context, below)) {
      if (is_told_apart(context, below)) break;
      verdict = as_real_as(context, governor, verdict);
      below = governor;
      continue;
    }
    if (relation == Relation::conj && is_alternative(context, below) && verdict.value == asserted &&
        commitment_over(context, governor) == Commitment::requested)
      return weakened(verdict, conditional, governor);
    if (relation == Relation::conj && context.tree.has(below, Relation::nsubj)) {
      below = governor;
      if (context.at(below).relation != Relation::ccomp) break;
      continue;
    }
    // "Denied a role in the attack": there was an attack.
    if (relation == Relation::nmod && !is_governor(context, governor) &&
        is_presupposed(context, below))
      break;
    if (is_governor(context, governor))
      verdict = lifted(context, governor, below, below == event.predicate, verdict);
    below = governor;
  }
  return verdict;
}

}  // namespace

void decide_factuality(const EventContext& context, std::vector<EventMention>& events) {
  for (EventMention& event : events) {
    const Verdict verdict = verdict_of(context, event);
    event.factuality.value = verdict.value;
    event.factuality.negative = verdict.negative;
    event.factuality.cue = verdict.cue ? std::string(context.document.text_of(verdict.cue)) : "";
  }
}

}  // namespace dateline
