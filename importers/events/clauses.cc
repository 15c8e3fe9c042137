#include "importers/events/clauses.h"

#include <algorithm>
#include <optional>

namespace dateline {
namespace {

constexpr int kMaxSubjectSteps = 12;  // clauses deeper than any sentence that a person would write

std::string lower_ascii(std::string_view word) {
  std::string lower(word);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool is_relative_subject(const EventContext& context, TokenId clause, TokenId subject) {
  return context.at(clause).relation == Relation::acl_relcl && subject &&
         (context.at(subject).pos == Pos::pron ||
          context.lexicon.is_complementizer(context.lower(subject))) &&
         context.at(subject).features.person == 0 && context.tree.children(subject).empty();
}

/// "Called on the president": the row of a verb that asks with that preposition; null if none.
const Predicate* prepositional_row(const EventContext& context, const std::string& lemma,
                                   TokenId nominal) {
  const TokenId word = preposition_of(context, nominal);
  if (!word) return nullptr;
  const Predicate* row = context.lexicon.verb(lemma + "_" + context.lower(word));
  return row && row->content == Commitment::requested ? row : nullptr;
}

TokenId own_subject(const EventContext& context, TokenId predicate) {
  for (const TokenId child : context.tree.children(predicate)) {
    const Relation relation = universal(context.at(child).relation);
    if (relation == Relation::nsubj) return child;
  }
  return {};
}

/// "Gives them 30 days to pay": who has the time, where the clause hangs on the verb.
TokenId given_length(const EventContext& context, TokenId verb) {
  if (!context.lexicon.is_granting(context.lemma(verb))) return {};
  TokenId owner;
  bool length = false;
  for (const TokenId child : context.tree.children(verb)) {
    const Relation relation = context.at(child).relation;
    const bool object = relation == Relation::iobj || relation == Relation::obj;
    if (inside_timex(context, child))
      length |= object || relation == Relation::obl_unmarked;
    else if (object && !owner)
      owner = child;
  }
  return length ? owner : TokenId{};
}

/// "Gives them until Friday to pay", whether "until" stands before the time or before the clause.
bool gives_leave(const EventContext& context, TokenId verb) {
  if (!context.lexicon.is_granting(context.lemma(verb))) return false;
  return std::ranges::any_of(context.tree.children(verb), [&](TokenId child) {
    return std::ranges::any_of(context.tree.children(child), [&](TokenId word) {
      const Relation relation = context.at(word).relation;
      return (relation == Relation::case_ || relation == Relation::mark) &&
             context.lexicon.is_lasting(context.lower(word));
    });
  });
}

/// "Gives the owners 30 days to appeal", "owners have 30 days to appeal": who has the time.
Subject given_time(const EventContext& context, TokenId time) {
  const TokenId verb = context.at(time).head;
  if (!verb || !context.lexicon.is_granting(context.lemma(verb))) return {};
  for (const TokenId child : context.tree.children(verb)) {
    const Relation relation = context.at(child).relation;
    if (child != time && (relation == Relation::iobj || relation == Relation::obj))
      return {child, false};
  }
  return {own_subject(context, verb), false};
}

/// The subject that an infinitive or participle borrows from the predicate over it.
TokenId controller(const EventContext& context, TokenId above) {
  if (const TokenId owner = given_length(context, above)) return owner;
  const Predicate* row = predicate_row(context, above);
  if ((row && row->object_control) || gives_leave(context, above)) {
    if (const TokenId object = object_of(context, above)) return object;
    if (const TokenId object = context.tree.child(above, Relation::iobj)) return object;
    if (is_passive(context, above)) return own_subject(context, above);
    if (const TokenId object = prepositional_object(context, above)) return object;
  }
  return {};
}

/// "a plan to close", "people living there", "children carried off": the noun over the clause.
Subject subject_in_noun_phrase(const EventContext& context, TokenId clause) {
  const Token& token = context.at(clause);
  if (inside_timex(context, token.head)) return given_time(context, token.head);
  const bool marked = context.tree.has(clause, Relation::mark);  // "a deadline for paying"
  // A past tense here is a participle that the tagger took for one: "the bridge damaged on Friday".
  if (!marked && (token.features.form == VerbForm::participle ||
                  token.features.form == VerbForm::gerund || token.features.tense == Tense::past))
    return {token.head, token.features.tense == Tense::past};
  if (const TokenId owner = context.tree.child_exactly(token.head, Relation::nmod_poss))
    return {owner, false};
  const TokenId word = preposition_of(context, token.head);  // "called for the army to leave"
  if (word && context.lexicon.is_placing_time(context.lower(word)) &&
      is_infinitive(context, clause))
    return {token.head, false};
  return {};
}

/// "Had no plans to hire", "announced plans to close": the verb over a plan whose subject has it;
/// empty for any other noun and verb.
TokenId verb_of_planner(const EventContext& context, TokenId clause) {
  const TokenId noun = context.at(clause).head;
  const Predicate* plan = predicate_row(context, noun);
  if (!is_infinitive(context, clause) || !plan || plan->content != Commitment::planned) return {};
  const TokenId verb = context.at(noun).head;
  if (context.at(noun).relation != Relation::obj || !verb) return {};
  const Predicate* row = predicate_row(context, verb);
  const bool tells =
      row && (row->content == Commitment::says || row->content == Commitment::not_done);
  return tells || context.lexicon.is_light(context.lemma(verb)) ? verb : TokenId{};
}

}  // namespace

std::string EventContext::lower(TokenId token) const {
  static constexpr std::string_view kApostrophe = "’";
  std::string word = lower_ascii(document.text_of(token));
  if (const auto at = word.find(kApostrophe); at != word.npos)
    word.replace(at, kApostrophe.size(), "'");  // "n’t"
  return word;
}

std::string EventContext::lemma(TokenId token) const {
  const std::string& known = at(token).lemma;
  return lower_ascii(known.empty() ? document.text_of(token) : std::string_view(known));
}

TokenId preposition_of(const EventContext& context, TokenId nominal) {
  return context.tree.child(nominal, Relation::case_);
}

TokenId prepositional_object(const EventContext& context, TokenId verb) {
  for (const TokenId child : context.tree.children(verb))
    if (universal(context.at(child).relation) == Relation::obl &&
        prepositional_row(context, context.lemma(verb), child))
      return child;
  return {};
}

const Predicate* predicate_row(const EventContext& context, TokenId token) {
  const Pos pos = context.at(token).pos;
  const std::string lemma = context.lemma(token);
  if (pos == Pos::verb || pos == Pos::aux) {
    for (const TokenId child : context.tree.children(token)) {
      const Relation relation = context.at(child).relation;
      if (relation != Relation::compound_prt && relation != Relation::advmod &&
          relation != Relation::obj && relation != Relation::obl && relation != Relation::xcomp)
        continue;
      if (const auto* row = context.lexicon.verb(lemma + "_" + context.lemma(child))) return row;
      if (const auto* row = prepositional_row(context, lemma, child)) return row;
    }
    return context.lexicon.verb(lemma);
  }
  if (pos != Pos::noun && pos != Pos::propn) return nullptr;
  for (const TokenId child : context.tree.children(token)) {
    const Relation relation = context.at(child).relation;
    if (relation != Relation::amod && relation != Relation::compound) continue;
    if (const auto* row = context.lexicon.noun(context.lemma(child) + "_" + lemma)) return row;
  }
  if (const auto* row = context.lexicon.noun(lemma)) return row;
  return context.lexicon.noun(context.lower(token));
}

bool is_passive(const EventContext& context, TokenId verb) {
  return bool(context.tree.child_exactly(verb, Relation::aux_pass)) ||
         bool(context.tree.child_exactly(verb, Relation::nsubj_pass));
}

bool has_content(const EventContext& context, const EventMention& event) {
  const Predicate* row = predicate_row(context, event.head);
  if (!row || row->content == Commitment::none) return false;
  if (row->content != Commitment::done) return true;
  return std::ranges::any_of(context.tree.children(event.predicate), [&](TokenId child) {
    const Relation relation = universal(context.at(child).relation);
    return relation == Relation::obj || relation == Relation::xcomp || relation == Relation::ccomp;
  });
}

bool is_awaited(const EventContext& context, const EventMention& event) {
  const Predicate* row = predicate_row(context, event.head);
  const bool planned =
      row && (row->content == Commitment::planned || row->content == Commitment::probable);
  if (!planned || !event.passive || event.tense != Tense::present) return false;
  return !context.tree.has(event.predicate, Relation::xcomp) &&
         !context.tree.has(event.predicate, Relation::ccomp);
}

TokenId object_of(const EventContext& context, TokenId verb) {
  return context.tree.child(verb, Relation::obj);
}

Subject subject_of(const EventContext& context, TokenId predicate) {
  std::optional<bool> passive;  // as the lowest clause tells it
  for (int step = 0; predicate && step < kMaxSubjectSteps; ++step) {
    const Token& token = context.at(predicate);
    const Relation relation = universal(token.relation);
    if (const TokenId subject = own_subject(context, predicate)) {
      const bool undergoes = passive.value_or(is_passive(context, predicate));
      return {is_relative_subject(context, predicate, subject) ? token.head : subject, undergoes};
    }
    if (relation == Relation::acl) {
      const Subject beside = subject_in_noun_phrase(context, predicate);
      const TokenId verb = beside.token ? TokenId{} : verb_of_planner(context, predicate);
      if (!verb) return beside;
      if (!passive) passive = is_passive(context, predicate);
      predicate = verb;
      continue;
    }
    if (relation == Relation::xcomp ||
        (relation == Relation::advcl && is_infinitive(context, predicate)))
      if (const TokenId subject = controller(context, token.head))
        return {subject, passive.value_or(is_passive(context, predicate))};
    if (relation != Relation::conj && relation != Relation::xcomp && relation != Relation::advcl)
      return {};
    if (!passive && (relation != Relation::conj || is_passive(context, predicate)))
      passive = is_passive(context, predicate);
    predicate = token.head;
  }
  return {};
}

std::vector<TokenId> conjuncts(const EventContext& context, TokenId nominal) {
  std::vector<TokenId> all{nominal};
  for (const TokenId child : context.tree.children(nominal))
    if (context.at(child).relation == Relation::conj) all.push_back(child);
  return all;
}

bool inside_name(const EventContext& context, TokenId token) {
  const auto& names = context.document.names;
  const auto after = std::ranges::upper_bound(
      names, token.index, {}, [](const NameSpan& name) { return name.tokens.first; });
  return after != names.begin() && std::prev(after)->tokens.contains(token);
}

const Timex* timex_around(const EventContext& context, TokenId token) {
  if (!token) return nullptr;
  const auto& timexes = context.document.timexes;
  const Span word = context.at(token).span;
  const auto after = std::ranges::upper_bound(timexes, word.begin, {},
                                              [](const Timex& timex) { return timex.span.begin; });
  if (after == timexes.begin() || !std::prev(after)->span.contains(word)) return nullptr;
  return &*std::prev(after);
}

bool inside_timex(const EventContext& context, TokenId token) {
  return timex_around(context, token) != nullptr;
}

bool is_prospective(const EventContext& context, TokenId verb) {
  const Token& token = context.at(verb);
  const bool goes_on =
      token.features.form == VerbForm::gerund ||
      (token.features.form == VerbForm::participle && token.features.tense == Tense::present);
  return goes_on && context.lexicon.is_prospective(context.lemma(verb)) &&
         std::ranges::any_of(context.tree.children(verb), [&](TokenId child) {
           return context.at(child).relation == Relation::xcomp && is_infinitive(context, child);
         });
}

bool is_infinitive(const EventContext& context, TokenId verb) {
  return std::ranges::any_of(context.tree.children(verb), [&](TokenId child) {
    return context.at(child).relation == Relation::mark &&
           context.lexicon.is_infinitive_mark(context.lower(child));
  });
}

bool is_obliging(const EventContext& context, TokenId verb) {
  if (!context.lexicon.deadlines().is(DeadlineWord::obliging, context.lemma(verb))) return false;
  const TokenId below = context.tree.child(verb, Relation::xcomp);
  const TokenId object = object_of(context, verb);  // "has cash to last until May"
  return below && below > verb && is_infinitive(context, below) &&
         !(object && verb < object && object < below);
}

bool closes_window(const EventContext& context, TokenId verb) {
  const DeadlineWords& words = context.lexicon.deadlines();
  if (context.at(verb).pos != Pos::verb) return false;
  std::string lemma = context.lemma(verb);
  if (const TokenId particle = context.tree.child(verb, Relation::compound_prt))
    lemma += "_" + context.lower(particle);
  if (!words.is(DeadlineWord::closing, lemma) || is_passive(context, verb)) return false;
  const TokenId subject = own_subject(context, verb);
  return subject && words.is(DeadlineWord::window, context.lemma(subject)) &&
         !object_of(context, verb);
}

namespace {

bool has_placing_time(const EventContext& context, TokenId verb) {
  return std::ranges::any_of(context.tree.children(verb), [&](TokenId child) {
    const TokenId word = preposition_of(context, child);
    return word && context.lexicon.is_placing_time(context.lower(word)) &&
           has_timex_within(context, context.tree.subtree(child));
  });
}

}  // namespace

TokenId placed_noun(const EventContext& context, TokenId verb) {
  const Token& token = context.at(verb);
  if (token.pos != Pos::verb || !context.lexicon.is_placing(context.lemma(verb))) return {};
  if (context.tree.has(verb, Relation::xcomp) || !has_placing_time(context, verb)) return {};
  const bool relative = token.relation == Relation::acl_relcl && is_passive(context, verb);
  const bool reduced = token.relation == Relation::acl && token.features.tense == Tense::past;
  TokenId noun = object_of(context, verb);
  if (relative || reduced)
    noun = token.head;
  else if (is_passive(context, verb))
    noun = own_subject(context, verb);
  return noun && !inside_name(context, noun) && predicate_row(context, noun) ? noun : TokenId{};
}

bool is_onset(const EventContext& context, TokenId verb) {
  const Token& token = context.at(verb);
  const bool gerund =
      token.features.form == VerbForm::gerund ||
      (token.features.form == VerbForm::participle && token.features.tense == Tense::present);
  if (!gerund || !context.lexicon.is_onset(context.lemma(verb))) return false;
  if (own_subject(context, verb) || verb.index + 1 >= context.document.tokens.size()) return false;
  const TokenId next{verb.index + 1};
  const bool preposition = context.at(next).pos == Pos::adp;
  return inside_timex(context, next) ||
         (preposition && next.index + 1 < context.document.tokens.size() &&
          inside_timex(context, {next.index + 1}));
}

bool has_timex_within(const EventContext& context, TokenRange range) {
  const Span words = context.document.span_of(range);
  const auto& timexes = context.document.timexes;
  const auto first = std::ranges::lower_bound(timexes, words.begin, {},
                                              [](const Timex& timex) { return timex.span.begin; });
  return first != timexes.end() && words.contains(first->span);
}

TokenId governor_of(const EventContext& context, TokenId token) {
  for (TokenId up = context.at(token).head; up; up = context.at(up).head) {
    const Pos pos = context.at(up).pos;
    if (pos == Pos::verb || pos == Pos::adj) return up;
    if (pos == Pos::noun && predicate_row(context, up)) return up;
  }
  return {};
}

}  // namespace dateline
