#include "importers/events/timeml_finder.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>

#include "importers/events/tense.h"

namespace dateline {
namespace {

using Class = std::optional<EventClass>;

class TimemlFinder {
 public:
  TimemlFinder(const EventContext& context, const TimemlWords& words)
      : context_(context), words_(words), classes_(context.document.tokens.size()) {}

  /// By token; empty where there is no event. Nouns come first: verbs ask whether they govern one.
  const std::vector<Class>& classes() {
    for (std::uint32_t i = 0; i < classes_.size(); ++i) classes_[i] = class_of_nominal({i});
    for (std::uint32_t i = 0; i < classes_.size(); ++i)
      if (const TokenId token{i}; is_verb(token)) classes_[i] = class_of_verb(token);
    return classes_;
  }

 private:
  bool is_verb(TokenId token) const { return context_.at(token).pos == Pos::verb; }

  bool is_any(TokenId token, std::initializer_list<Relation> relations) const {
    return std::ranges::find(relations, context_.at(token).relation) != relations.end();
  }

  template <typename Holds>
  bool any_child(TokenId token, Holds holds) const {
    return std::ranges::any_of(context_.tree.children(token), holds);
  }

  Class class_of_nominal(TokenId token) const {
    const Pos pos = context_.at(token).pos;
    if (inside_timex(context_, token)) return {};
    if (pos == Pos::adj)
      return context_.tree.has(token, Relation::cop)
                 ? first_holding(words_.adjective(context_.lemma(token)), token, {})
                 : Class();
    if (pos != Pos::noun && pos != Pos::propn) return {};
    if (is_any(token, {Relation::compound, Relation::flat}) || inside_name(context_, token))
      return {};
    const std::string lemma = context_.lemma(token);
    for (const TokenId child : context_.tree.children(token))
      if (is_any(child, {Relation::amod, Relation::compound}))
        if (const auto* rows = words_.noun(context_.lemma(child) + "_" + lemma))
          return first_holding(rows, token, {});
    return first_holding(words_.noun(lemma), token, {});
  }

  /// Of a verb without a row: nothing where it serves as another part of speech.
  Class class_of_other_verb(TokenId verb) const {
    const bool preposition = is_any(verb, {Relation::case_, Relation::mark});
    return preposition ? Class() : EventClass::occurrence;
  }

  Class class_of_verb(TokenId verb) const {
    if (inside_timex(context_, verb) ||
        is_any(verb, {Relation::amod, Relation::aux, Relation::aux_pass, Relation::cop,
                      Relation::compound, Relation::fixed, Relation::discourse, Relation::flat,
                      Relation::cc, Relation::det}))
      return {};
    const Class otherwise = class_of_other_verb(verb);
    const std::string lemma = context_.lemma(verb);
    for (const TokenId child : context_.tree.children(verb)) {
      const std::string beside = word_with_verb(child);
      const TimemlRows* const rows = beside.empty() ? nullptr : words_.verb(lemma + "_" + beside);
      if (rows) return first_holding(rows, verb, otherwise);
    }
    return first_holding(words_.verb(lemma), verb, otherwise);
  }

  /// What may be one word with the verb over it: "out" in "find out", "for" in "call for peace",
  /// "part" in "take part"; else empty.
  std::string word_with_verb(TokenId child) const {
    if (is_any(child, {Relation::compound_prt, Relation::obj, Relation::advmod}))
      return context_.lemma(child);
    const TokenId preposition = preposition_of(context_, child);
    return preposition ? context_.lower(preposition) : std::string();
  }

  Class first_holding(const TimemlRows* rows, TokenId token, Class otherwise) const {
    if (!rows) return otherwise;
    for (const TimemlRow& row : *rows)
      if (std::ranges::all_of(row.conditions,
                              [&](TimemlCondition condition) { return holds(condition, token); }))
        return row.event_class;
    return otherwise;
  }

  bool holds(TimemlCondition condition, TokenId token) const {
    switch (condition) {
      case TimemlCondition::clause:
        return has_clause(token);
      case TimemlCondition::quotation:
        return tells_quotation(token);
      case TimemlCondition::infinitive:
        return has_infinitive(token);
      case TimemlCondition::event:
        return has_event(token);
      case TimemlCondition::content:
        return has_clause(token) || has_infinitive(token) || has_event(token);
      case TimemlCondition::object:
        return any_child(token, [&](TokenId child) {
          return is_any(child,
                        {Relation::obj, Relation::nsubj_pass, Relation::ccomp, Relation::xcomp});
        });
      case TimemlCondition::known:
        return is_known(token);
      case TimemlCondition::of:
        return any_child(token, [&](TokenId child) {
          const TokenId word = preposition_of(context_, child);
          return is_any(child, {Relation::nmod}) && word &&
                 context_.lexicon.is_time_of(context_.lower(word));
        });
    }
    return false;
  }

  bool has_clause(TokenId verb) const {
    return context_.tree.has(verb, Relation::ccomp) || is_any(verb, {Relation::parataxis});
  }

  /// "..., she added": what was said stands before the verb.
  bool tells_quotation(TokenId verb) const {
    return is_any(verb, {Relation::parataxis}) || any_child(verb, [&](TokenId child) {
             return child < verb && is_any(child, {Relation::ccomp, Relation::parataxis});
           });
  }

  bool has_infinitive(TokenId token) const {
    return any_child(token, [&](TokenId child) {
      const Pos pos = context_.at(child).pos;
      if (is_any(child, {Relation::xcomp}) && (pos == Pos::verb || pos == Pos::aux)) return true;
      return is_any(child, {Relation::xcomp, Relation::advcl, Relation::ccomp, Relation::acl}) &&
             is_infinitive(context_, child);
    });
  }

  /// "Sought a meeting", "the raid ordered by him".
  bool has_event(TokenId verb) const {
    const Token& token = context_.at(verb);
    if (token.relation == Relation::acl && token.head && token.features.tense == Tense::past &&
        tells_event(token.head))
      return true;
    return any_child(verb, [&](TokenId child) {
      return is_any(child, {Relation::obj, Relation::nsubj_pass, Relation::obl, Relation::xcomp}) &&
             tells_event(child);
    });
  }

  bool tells_event(TokenId token) const {
    const Token& word = context_.at(token);
    if (word.pos == Pos::noun || word.pos == Pos::propn) return bool(classes_[token.index]);
    return word.pos == Pos::verb && word.features.form == VerbForm::gerund &&
           is_any(token, {Relation::obl, Relation::obj});
  }

  bool is_known(TokenId noun) const {
    return any_child(noun, [&](TokenId child) {
      if (is_any(child, {Relation::acl, Relation::nmod})) return true;
      return is_any(child, {Relation::det, Relation::nmod_poss, Relation::nummod}) &&
             !context_.lexicon.is_negation(context_.lower(child));
    });
  }

  const EventContext& context_;
  const TimemlWords& words_;
  std::vector<Class> classes_;
};

}  // namespace

EventMention timeml_event_at(const EventContext& context, TokenId head, EventClass event_class) {
  EventMention event;
  event.head = head;
  event.predicate = head;
  event.trigger = {head.index, head.index + 1};
  event.event_class = event_class;
  event.type = "other";
  if (const Predicate* row = predicate_row(context, head)) {
    event.type = row->type;
    event.is_statement = row->statement;
    event.is_state = row->state;
  }
  read_tense(context, head, event);
  event.perfect = event.perfect || has_perfect_auxiliary(context, head);
  return event;
}

std::vector<EventMention> find_timeml_events(const EventContext& context,
                                             const TimemlWords& words) {
  std::vector<EventMention> events;
  const std::vector<Class> classes = TimemlFinder(context, words).classes();
  for (std::uint32_t i = 0; i < classes.size(); ++i)
    if (classes[i]) events.push_back(timeml_event_at(context, {i}, *classes[i]));
  return events;
}

}  // namespace dateline
