#include "importers/events/finder.h"

#include <algorithm>

#include "importers/events/tense.h"

namespace dateline {
namespace {

constexpr std::string_view kExpiry = "expiry";  // of events.txt

bool tells_a_story(const Sentence& sentence) {
  return sentence.kind == SentenceKind::prose || sentence.kind == SentenceKind::headline ||
         sentence.kind == SentenceKind::heading;
}

bool has_child(const EventContext& context, TokenId token, std::initializer_list<Relation> any) {
  return std::ranges::any_of(context.tree.children(token), [&](TokenId child) {
    return std::ranges::find(any, universal(context.at(child).relation)) != any.end();
  });
}

bool has_timex(const EventContext& context, TokenId token) {
  return has_timex_within(context, context.tree.subtree(token));
}

/// A verb under a light use: the noun that says what was done ("made a decision"); else empty.
TokenId light_object(const EventContext& context, TokenId verb) {
  if (!context.lexicon.is_light(context.lemma(verb))) return {};
  TokenId object = object_of(context, verb);
  if (!object && is_passive(context, verb)) object = context.tree.child(verb, Relation::nsubj);
  if (!object || inside_name(context, object)) return {};
  return predicate_row(context, object) ? object : TokenId{};
}

/// "came", "went ahead".
bool only_happens(const EventContext& context, TokenId verb) {
  const std::string lemma = context.lemma(verb);
  if (context.lexicon.is_happening(lemma)) return true;
  return std::ranges::any_of(context.tree.children(verb), [&](TokenId child) {
    const Relation relation = context.at(child).relation;
    const bool part = relation == Relation::advmod || relation == Relation::compound_prt ||
                      relation == Relation::obj;
    return part && context.lexicon.is_happening(lemma + "_" + context.lower(child));
  });
}

/// "the call came": the event noun that the verb is about; else empty.
TokenId happening_subject(const EventContext& context, TokenId verb) {
  if (const TokenId placed = placed_noun(context, verb); placed && context.at(placed).head == verb)
    return is_passive(context, verb) ? placed : TokenId{};
  if (!only_happens(context, verb)) return {};
  const TokenId subject = context.tree.child(verb, Relation::nsubj);
  if (!subject || inside_name(context, subject) || context.at(subject).pos == Pos::verb) return {};
  return predicate_row(context, subject) ? subject : TokenId{};
}

/// "continued to reduce", "began talks": the verb says only how far the other event has come.
bool only_phases(const EventContext& context, TokenId verb, const Predicate& row) {
  if (row.event_class != EventClass::aspectual) return false;
  const TokenId below = context.tree.child(verb, Relation::xcomp);
  if (below && row.purpose && is_infinitive(context, below)) return false;
  if (below) return context.at(below).pos == Pos::verb;
  const TokenId object = object_of(context, verb);
  const Predicate* phased = object ? predicate_row(context, object) : nullptr;
  const bool counted =
      phased && phased->single && context.at(object).features.number == Number::plural;
  return phased && !phased->weak && !counted;
}

/// "Three days of mourning starting Wednesday".
bool only_dates_noun(const EventContext& context, TokenId verb, const Predicate& row) {
  const Relation relation = context.at(verb).relation;
  return row.event_class == EventClass::aspectual &&
         context.at(verb).features.form != VerbForm::finite &&
         (relation == Relation::acl || relation == Relation::amod) && !object_of(context, verb);
}

/// "Had the order gone out", where the auxiliary was taken for a verb.
bool opens_condition(const EventContext& context, TokenId verb) {
  return context.lexicon.is_inverting(context.lower(verb)) &&
         verb.index == context.document.sentence_of(verb).tokens.first;
}

/// "30 days to do so": the infinitive right after a time, of a clause that says what it is for.
bool follows_time(const EventContext& context, TokenId verb) {
  const Token& token = context.at(verb);
  if (token.relation == Relation::acl && inside_timex(context, token.head)) return true;
  const bool purpose = token.relation == Relation::advcl || token.relation == Relation::xcomp ||
                       token.relation == Relation::acl;
  const TokenId mark = context.tree.child(verb, Relation::mark);
  return purpose && mark && mark.index > 0 && mark < verb &&
         inside_timex(context, {mark.index - 1});
}

/// "Must name a successor by Friday": what is due by a time happens, whatever the verb.
bool must_be_done(const EventContext& context, TokenId verb) {
  return has_timex(context, verb) && object_of(context, verb) &&
         std::ranges::any_of(context.tree.children(verb), [&](TokenId child) {
           return context.lexicon.modal(context.lemma(child)) == Commitment::requested;
         });
}

/// "The last day to apply": what a deadline is for, however weak the verb.
bool is_due_by_noun(const EventContext& context, TokenId verb) {
  const Token& token = context.at(verb);
  const Predicate* over =
      token.relation == Relation::acl ? predicate_row(context, token.head) : nullptr;
  return over && context.lexicon.ends_by_itself(over->type);
}

/// "Has to file": the verb only binds its subject to the infinitive.
bool only_obliges(const EventContext& context, TokenId verb, const Predicate* row) {
  return row && row->content == Commitment::none && is_obliging(context, verb) &&
         context.at(context.tree.child(verb, Relation::xcomp)).pos == Pos::verb;
}

bool is_event_verb(const EventContext& context, TokenId verb) {
  const Token& token = context.at(verb);
  if (token.pos != Pos::verb) return false;
  switch (token.relation) {
    case Relation::amod:
    case Relation::case_:
    case Relation::mark:
    case Relation::aux:
    case Relation::aux_pass:
    case Relation::cop:
    case Relation::compound:
    case Relation::fixed:
    case Relation::discourse:
      return false;
    default:
      break;
  }
  if ((context.lexicon.is_ignored(context.lemma(verb)) && !must_be_done(context, verb)) ||
      opens_condition(context, verb) || is_prospective(context, verb))
    return false;
  const Predicate* row = predicate_row(context, verb);
  if (light_object(context, verb) || happening_subject(context, verb)) return false;
  if (is_onset(context, verb)) return false;
  if (const TokenId placed = placed_noun(context, verb); placed && placed == token.head)
    return false;  // "a debate planned for May"
  const bool clause =
      has_child(context, verb,
                {Relation::nsubj, Relation::obj, Relation::ccomp, Relation::xcomp, Relation::obl});
  const bool infinitive = is_infinitive(context, verb);
  if (token.relation == Relation::advcl && !clause && !infinitive &&
      context.tree.has(verb, Relation::mark))
    return false;  // "as planned"
  if (infinitive && (follows_time(context, verb) || is_due_by_noun(context, verb)))
    return true;  // "until June to apply"
  if (!row) return clause || token.relation == Relation::root;
  if (only_obliges(context, verb, row)) return false;
  if (only_phases(context, verb, *row) || only_dates_noun(context, verb, *row)) return false;
  if (row->state && row->weak)
    return token.relation != Relation::acl &&
           (has_timex(context, verb) || row->content != Commitment::none);
  if (token.relation == Relation::acl) return !row->weak || has_timex(context, verb);
  return !row->weak || clause;
}

/// "Two days before a deadline": the length before the preposition tells when it is.
bool is_counted_end(const EventContext& context, TokenId noun, const Predicate& row) {
  const TokenId word = preposition_of(context, noun);
  return context.lexicon.ends_by_itself(row.type) && word && word.index > 0 &&
         inside_timex(context, {word.index - 1});
}

bool is_event_noun(const EventContext& context, TokenId noun) {
  const Token& token = context.at(noun);
  if (token.pos != Pos::noun && token.pos != Pos::propn) return false;
  if (token.relation == Relation::compound || token.relation == Relation::flat) return false;
  const Predicate* row = predicate_row(context, noun);
  if (!row || inside_name(context, noun)) return false;
  if (token.pos == Pos::propn && row->weak) return false;
  if (row->single && token.features.number == Number::plural) return false;
  if (!row->weak || has_timex(context, noun)) return true;
  if (token.head && placed_noun(context, token.head) == noun) return true;
  if (is_counted_end(context, noun, *row)) return true;
  if (token.head && light_object(context, token.head) == noun) return true;
  if (token.head && happening_subject(context, token.head) == noun)
    return has_timex(context, token.head);
  return row->content != Commitment::none && has_child(context, noun, {Relation::acl});
}

/// "The offer is open until Friday": a state that is told up to a time.
bool is_lasting_state(const EventContext& context, TokenId word) {
  const Token& token = context.at(word);
  if (token.pos != Pos::adj && token.pos != Pos::noun) return false;
  if (!context.lexicon.deadlines().is(DeadlineWord::lasting, context.lemma(word))) return false;
  const bool held = has_child(context, word, {Relation::nsubj, Relation::cop}) ||
                    token.relation == Relation::xcomp || token.relation == Relation::obl;
  if (token.relation == Relation::amod || !held) return false;
  return std::ranges::any_of(context.tree.children(word), [&](TokenId child) {
    const TokenId signal = preposition_of(context, child);
    return signal && context.lexicon.is_lasting(context.lower(signal)) && has_timex(context, child);
  });
}

/// "results are due on Aug. 22": an adjective that plans, with its subject and a time, and no
/// infinitive that would be the event.
bool is_event_adjective(const EventContext& context, TokenId adjective) {
  const Token& token = context.at(adjective);
  if (token.pos != Pos::adj || token.relation == Relation::amod) return false;
  const Commitment commitment = context.lexicon.adjective(context.lemma(adjective));
  if (commitment != Commitment::planned && commitment != Commitment::probable) return false;
  return has_child(context, adjective, {Relation::nsubj}) && has_timex(context, adjective) &&
         !has_child(context, adjective, {Relation::xcomp, Relation::ccomp, Relation::csubj});
}

/// "The forms must be in by Friday", "have to be out by May 3".
bool is_due_state(const EventContext& context, TokenId word) {
  const Token& token = context.at(word);
  if (token.pos != Pos::adj && token.pos != Pos::adv && token.pos != Pos::adp) return false;
  if (!context.tree.has(word, Relation::cop) || !has_timex(context, word)) return false;
  const bool obliged = token.relation == Relation::xcomp && token.head &&
                       is_obliging(context, token.head) && context.at(token.head).pos == Pos::verb;
  return obliged || std::ranges::any_of(context.tree.children(word), [&](TokenId child) {
           return context.at(child).relation == Relation::aux &&
                  context.lexicon.modal(context.lemma(child)) == Commitment::requested;
         });
}

TokenRange trigger_of(const EventContext& context, TokenId head) {
  TokenRange range{head.index, head.index + 1};
  for (const TokenId child : context.tree.children(head)) {
    if (context.at(child).relation != Relation::compound_prt) continue;
    if (child.index == range.last) range.last = child.index + 1;
  }
  const Predicate* row = predicate_row(context, head);
  if (row && head.index > 0 && context.at(head).pos == Pos::noun) {
    const TokenId before{head.index - 1};
    if (context.at(before).head == head &&
        context.lexicon.noun(context.lemma(before) + "_" + context.lemma(head)) == row)
      range.first = before.index;
  }
  return range;
}

/// The verb that carries tense for a head: itself, or the light or phasing verb over it.
TokenId predicate_of(const EventContext& context, TokenId head) {
  const TokenId above = context.at(head).head;
  if (!above || context.at(above).pos != Pos::verb) return head;
  if (light_object(context, above) == head || happening_subject(context, above) == head)
    return above;
  const Predicate* row = predicate_row(context, above);
  const bool below_phase =
      context.at(head).relation == Relation::xcomp || context.at(head).relation == Relation::obj;
  return row && below_phase && only_phases(context, above, *row) ? above : head;
}

EventMention mention_of(const EventContext& context, TokenId head) {
  EventMention event;
  event.head = head;
  event.trigger = trigger_of(context, head);
  event.predicate = predicate_of(context, head);
  if (const Predicate* row = predicate_row(context, head)) {
    event.event_class = row->event_class;
    event.type = row->type;
    event.is_statement = row->statement;
    event.is_state = row->state;
  } else {
    event.type = "other";
  }
  const TokenId subject = context.tree.child(head, Relation::nsubj);
  if (const Predicate* of_subject = subject ? predicate_row(context, subject) : nullptr)
    if (const auto type = context.lexicon.type_by_subject(event.type, of_subject->type);
        !type.empty())
      event.type = type;
  if (closes_window(context, head)) event.type = kExpiry;
  read_tense(context, event.predicate, event);
  return event;
}

}  // namespace

std::vector<EventMention> find_events(const EventContext& context) {
  std::vector<EventMention> events;
  for (const Sentence& sentence : context.document.sentences) {
    if (!tells_a_story(sentence)) continue;
    for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      const TokenId token{i};
      if (inside_timex(context, token)) continue;
      if (is_event_verb(context, token) || is_event_noun(context, token) ||
          is_event_adjective(context, token) || is_lasting_state(context, token) ||
          is_due_state(context, token))
        events.push_back(mention_of(context, token));
    }
  }
  return events;
}

}  // namespace dateline
