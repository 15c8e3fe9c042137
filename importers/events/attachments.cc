#include "importers/events/attachments.h"

#include <algorithm>

#include "importers/events/clauses.h"
#include "importers/events/tree_changes.h"

namespace dateline {
namespace {

constexpr std::uint32_t kMaxAside = 12;  // tokens between a speaker and what he does
constexpr int kMaxClauses = 8;           // clauses over a verb, in one sentence

/// "A plan", "charges": a noun whose clause tells its content.
bool has_content(const EventContext& context, TokenId noun) {
  const Pos pos = context.at(noun).pos;
  if (pos != Pos::noun || inside_name(context, noun)) return false;
  const Predicate* row = predicate_row(context, noun);
  return row && row->content != Commitment::none;
}

bool makes_nothing_of_clauses(const EventContext& context, TokenId verb) {
  const Predicate* row = predicate_row(context, verb);
  return !row || row->content == Commitment::none;
}

/// "Rejected a request by prosecutors": who did what the object tells, not what the verb does.
void attach_maker(const EventContext& context, TokenId verb, TreeChanges& found) {
  const TokenId object = object_of(context, verb);
  if (context.at(verb).pos != Pos::verb || !object || is_passive(context, verb)) return;
  if (!predicate_row(context, object) || inside_name(context, object)) return;
  for (const TokenId child : context.tree.children(verb)) {
    if (child < object || universal(context.at(child).relation) != Relation::obl) continue;
    const TokenId word = preposition_of(context, child);
    if (!word || context.lexicon.role(context.lower(word), false) != Role::agent) continue;
    const bool beside = context.tree.subtree(object).last == context.tree.subtree(child).first;
    if (beside && !has_timex_within(context, context.tree.subtree(child)))
      found.push_back({child, object, Relation::nmod});
  }
}

/// Whether nothing but the noun's own phrases stand between it and a clause.
bool leads_to(const EventContext& context, TokenId noun, TokenId clause) {
  const std::uint32_t begin = context.tree.subtree(clause).first;
  for (std::uint32_t i = noun.index + 1; i < begin; ++i) {
    const Pos pos = context.document.tokens[i].pos;
    if (pos == Pos::verb || pos == Pos::punct || pos == Pos::adv) return false;
  }
  return noun < clause;
}

/// "Had no plans to hire", "rejected a request by the defense to free him": what is planned or
/// asked for is told of the noun, whatever the verb over it.
void attach_infinitive(const EventContext& context, TokenId clause, TreeChanges& found) {
  const Token& token = context.at(clause);
  if (token.pos != Pos::verb || !token.head || !is_infinitive(context, clause)) return;
  if (token.relation != Relation::advcl && token.relation != Relation::xcomp) return;
  const Predicate* row = predicate_row(context, token.head);
  const TokenId object = object_of(context, token.head);
  const bool told = row && row->object_control;
  if (told && object && object < clause && token.relation == Relation::advcl)
    found.push_back({clause, token.head, Relation::xcomp});  // "persuaded them to go"
  if (told) return;
  if (object && has_content(context, object) && leads_to(context, object, clause))
    found.push_back({clause, object, Relation::acl});
  const bool acts = row && row->event_class == EventClass::i_action &&
                    row->content != Commitment::done && row->content != Commitment::none;
  if (!object && acts && token.head < clause && !is_passive(context, token.head))
    found.push_back({clause, token.head, Relation::xcomp});  // "refused on Wednesday to pay"
}

/// "A report that she had offered to resign": what is offered is not the report.
void attach_report(const EventContext& context, TokenId clause, TreeChanges& found) {
  const TokenId subject = context.tree.child(clause, Relation::nsubj);
  if (!subject || !has_content(context, context.at(clause).head)) return;
  TokenId mark, object;
  for (const TokenId child : context.tree.children(clause)) {
    const Relation relation = universal(context.at(child).relation);
    const bool opens = child < subject && context.lexicon.is_complementizer(context.lower(child));
    if (opens && relation == Relation::obj)
      mark = child;
    else if (relation == Relation::obj || relation == Relation::xcomp ||
             relation == Relation::ccomp)
      object = child;
  }
  if (!mark || !object) return;
  found.push_back({clause, context.at(clause).head, Relation::acl});
  found.push_back({mark, clause, Relation::mark});
}

/// "Pleaded guilty to charges that he misled savers": the clause after such a noun, under a verb
/// that says nothing itself.
void attach_content(const EventContext& context, TokenId clause, TreeChanges& found) {
  const Token& token = context.at(clause);
  if (token.relation == Relation::acl_relcl) return attach_report(context, clause, found);
  if (token.relation != Relation::ccomp || !token.head) return;
  if (!makes_nothing_of_clauses(context, token.head)) return;
  const std::uint32_t begin = context.tree.subtree(clause).first;
  if (begin == 0 || !context.lexicon.is_complementizer(context.lower({begin}))) return;
  const TokenId noun{begin - 1};
  if (has_content(context, noun) && context.tree.dominates(token.head, noun))
    found.push_back({clause, noun, Relation::acl});
}

/// "It told users that ...": who tells is somebody; "it was told that ..." has nobody.
void attach_pronoun(const EventContext& context, TokenId pronoun, TreeChanges& found) {
  const Token& token = context.at(pronoun);
  if (token.relation != Relation::expl || !token.head) return;
  const Predicate* row = predicate_row(context, token.head);
  const bool speaks =
      row && row->subject == Role::speaker && context.at(token.head).pos == Pos::verb;
  if (speaks && pronoun < token.head && !is_passive(context, token.head) &&
      !context.tree.has(token.head, Relation::nsubj))
    found.push_back({pronoun, token.head, Relation::nsubj});
}

/// Whom somebody tells something: "promised supporters that he would go".
bool is_told(const EventContext& context, TokenId nominal) {
  const Relation relation = universal(context.at(nominal).relation);
  if (relation != Relation::obj && relation != Relation::iobj) return false;
  const Predicate* row = predicate_row(context, context.at(nominal).head);
  return row && row->subject == Role::speaker && !predicate_row(context, nominal);
}

/// "A witness who claimed in January that he lied": the verb of the noun's relative clause.
TokenId relative_between(const EventContext& context, TokenId noun, TokenId clause) {
  for (const TokenId child : context.tree.children(noun))
    if (child < clause && context.at(child).relation == Relation::acl_relcl &&
        context.at(child).pos == Pos::verb && !context.tree.has(child, Relation::ccomp))
      return child;
  return {};
}

/// "Said on Wednesday that it sank", "promised supporters that he would go": the clause is what was
/// said, and tells nothing of the day or of those who heard it.
void attach_said(const EventContext& context, TokenId clause, TreeChanges& found) {
  const Token& token = context.at(clause);
  const bool adnominal = universal(token.relation) == Relation::acl;
  if (!adnominal || !token.head) return;
  const TokenId mark = context.tree.child(clause, Relation::mark);
  if (!mark || !context.lexicon.is_complementizer(context.lower(mark))) return;
  TokenId verb = relative_between(context, token.head, clause);
  if (!verb && (inside_timex(context, token.head) || is_told(context, token.head)))
    verb = context.at(token.head).head;
  if (!verb || context.at(verb).pos != Pos::verb || makes_nothing_of_clauses(context, verb)) return;
  found.push_back({clause, verb, Relation::ccomp});
}

/// "Asked not to be named": nobody failed to ask.
void attach_negation(const EventContext& context, TokenId verb, TreeChanges& found) {
  for (const TokenId child : context.tree.children(verb)) {
    if (child < verb || !context.lexicon.is_negation(context.lower(child))) continue;
    if (context.at(child).relation != Relation::advmod) continue;
    for (const TokenId clause : context.tree.children(verb)) {
      const bool next = context.tree.subtree(clause).first == child.index + 1;
      if (next && is_infinitive(context, clause))
        found.push_back({child, clause, Relation::advmod});
    }
  }
}

bool has_aux(const EventContext& context, TokenId verb) {
  return context.tree.has(verb, Relation::aux) || context.tree.has(verb, Relation::aux_pass);
}

bool is_speech(const EventContext& context, TokenId verb) {
  const Predicate* row = predicate_row(context, verb);
  return context.at(verb).pos == Pos::verb && row &&
         (row->subject == Role::speaker || row->content == Commitment::denied);
}

/// Whether a verb cannot share the subject of the clause that it is joined to: a trap threatens
/// nobody, and who had been hurt did not so accuse others.
bool breaks_off(const EventContext& context, TokenId clause, TokenId verb) {
  if (context.at(clause).pos != Pos::verb) return true;
  const bool active = context.tree.has(verb, Relation::obj) ||
                      context.tree.has(verb, Relation::xcomp) ||
                      context.tree.has(verb, Relation::ccomp);
  if (is_passive(context, clause)) return active;
  const TokenId subject = context.tree.child(clause, Relation::nsubj);
  return subject && !inside_name(context, subject) && predicate_row(context, subject);
}

/// "Said the offer was a trap and threatened to march": who said it threatens.
void attach_speech(const EventContext& context, TokenId verb, TreeChanges& found) {
  const Token& token = context.at(verb);
  if (token.relation != Relation::conj || token.features.tense != Tense::past) return;
  if (!is_speech(context, verb) || context.tree.has(verb, Relation::nsubj)) return;
  if (context.tree.has(verb, Relation::aux) || context.tree.has(verb, Relation::mark)) return;
  TokenId clause = token.head;
  for (int step = 0; clause && step < kMaxClauses; ++step, clause = context.at(clause).head) {
    const TokenId said = context.at(clause).head;
    if (!said || said > clause || !breaks_off(context, token.head, verb)) return;
    const bool past = context.at(said).features.tense == Tense::past;
    if (!is_speech(context, said) || !past || !context.tree.has(said, Relation::nsubj)) continue;
    return found.push_back({verb, said, Relation::conj});
  }
}

/// "Once it is completed and will be succeeded by": what will be so is joined to what will be so.
void attach_conjunct(const EventContext& context, TokenId verb, TreeChanges& found) {
  const auto modal = [&](TokenId clause) {
    return std::ranges::any_of(context.tree.children(clause), [&](TokenId child) {
      return context.at(child).relation == Relation::aux &&
             context.lexicon.modal(context.lemma(child)) != Commitment::none;
    });
  };
  const Token& token = context.at(verb);
  if (token.relation != Relation::conj || context.tree.has(verb, Relation::nsubj)) return;
  if (modal(verb) && is_infinitive(context, token.head)) {  // "wants to dig and must file"
    TokenId over = context.at(token.head).head;
    while (over && is_infinitive(context, over)) over = context.at(over).head;
    if (over && context.at(over).pos == Pos::verb) found.push_back({verb, over, Relation::conj});
    return;
  }
  const Token& clause = context.at(token.head);
  if (clause.relation != Relation::advcl || !clause.head || token.head < clause.head) return;
  if (modal(verb) && !modal(token.head) && modal(clause.head))
    found.push_back({verb, clause.head, Relation::conj});
}

/// "Cleared the owner of a ship on which nine died, saying ...": who says so is whom the sentence
/// is about.
void attach_saying(const EventContext& context, TokenId saying, TreeChanges& found) {
  const Token& token = context.at(saying);
  const bool gerund =
      token.features.form == VerbForm::gerund ||
      (token.features.form == VerbForm::participle && token.features.tense == Tense::present);
  if (token.relation != Relation::advcl || !gerund || !is_speech(context, saying)) return;
  const TokenId clause = token.head;
  const std::uint32_t begin = context.tree.subtree(saying).first;
  if (context.at(clause).relation != Relation::acl_relcl || begin == 0) return;
  if (context.document.text_of({begin}) != "," && context.document.text_of({begin - 1}) != ",")
    return;
  TokenId main = context.at(clause).head;
  for (int step = 0; main && step < kMaxClauses; ++step, main = context.at(main).head)
    if (context.at(main).features.form == VerbForm::finite) break;
  if (!main || context.at(main).pos != Pos::verb) return;
  found.push_back({saying, main, Relation::advcl});
  const TokenId said = context.tree.child(saying, Relation::ccomp);
  if (!said || context.tree.has(said, Relation::nsubj)) return;
  for (const TokenId child : context.tree.children(clause))
    if (child > saying && child < said && context.at(child).relation == Relation::nsubj)
      found.push_back({child, said, Relation::nsubj});
}

bool may_open_clause(const EventContext& context, TokenId word) {
  const std::string text = context.lower(word);
  return !context.lexicon.mark(text).empty() || context.lexicon.is_clause_opener(text);
}

/// "After a leaked memo suggested": the preposition opens a clause, and the memo suggests.
void attach_subject(const EventContext& context, TokenId verb, TreeChanges& found) {
  const Token& token = context.at(verb);
  if (token.pos != Pos::verb || token.relation != Relation::advcl) return;
  const bool finite =
      token.features.tense == Tense::past || token.features.form == VerbForm::finite;
  if (!finite || context.tree.has(verb, Relation::nsubj)) return;
  for (const TokenId over : {verb, token.head})
    for (const TokenId child : context.tree.children(over)) {
      if (child > verb || universal(context.at(child).relation) != Relation::obl) continue;
      const TokenId word = preposition_of(context, child);
      if (!word || !may_open_clause(context, word)) continue;
      if (context.tree.subtree(child).last != verb.index || has_aux(context, verb)) continue;
      if (has_timex_within(context, context.tree.subtree(child))) continue;
      found.push_back({word, verb, Relation::mark});
      return found.push_back({child, verb, Relation::nsubj});
    }
}

/// "A lawmaker called for an inquiry", of which the parser made a lawmaker who was called.
void attach_root(const EventContext& context, TokenId verb, TreeChanges& found) {
  const Token& token = context.at(verb);
  if (token.relation != Relation::acl || !token.head || !is_speech(context, verb)) return;
  if (token.features.tense != Tense::past || token.head.index + 1 != verb.index) return;
  if (context.at(token.head).head || context.at(token.head).pos != Pos::noun) return;
  if (context.document.sentence_of(verb).kind != SentenceKind::prose) return;
  if (!prepositional_object(context, verb) && !context.tree.has(verb, Relation::ccomp)) return;
  found.push_back({verb, {}, Relation::root});
  found.push_back({token.head, verb, Relation::nsubj});
}

/// "Told analysts on a call": what the talk took place at is no part of whom it was told.
void attach_occasion(const EventContext& context, TokenId nominal, TreeChanges& found) {
  const Token& token = context.at(nominal);
  if (token.relation != Relation::nmod || !token.head || token.head > nominal) return;
  const Token& heard = context.at(token.head);
  if ((heard.relation != Relation::iobj && heard.relation != Relation::obj) || !heard.head) return;
  const TokenId preposition = preposition_of(context, nominal);
  if (!preposition || !context.lexicon.is_occasion(context.lower(preposition))) return;
  if (is_speech(context, heard.head) && predicate_row(context, nominal))
    found.push_back({nominal, heard.head, Relation::obl});
}

/// "State Health Commissioner Alan Whitfield told", "the freighter Amalia left": the title is no
/// second subject.
void attach_title(const EventContext& context, TokenId verb, TreeChanges& found) {
  if (context.at(verb).pos != Pos::verb) return;
  TokenId title;
  for (const TokenId child : context.tree.children(verb)) {
    if (context.at(child).relation != Relation::nsubj || child > verb) continue;
    const bool adjacent =
        title && context.tree.subtree(title).last >= context.tree.subtree(child).first - 1 &&
        context.at(child).pos == Pos::propn &&
        (context.at(title).pos == Pos::propn || context.at(title).pos == Pos::noun);
    if (adjacent) found.push_back({title, child, Relation::compound});
    title = child;
  }
}

/// "..., a person briefed on the talks said": who says it, with a clause about him in between.
void attach_speaker(const EventContext& context, TokenId said, TreeChanges& found) {
  if (!is_speech(context, said) || context.tree.has(said, Relation::nsubj) || said.index < 2)
    return;
  for (std::uint32_t i = said.index - 1; i > 0 && i + kMaxAside > said.index; --i) {
    const TokenId clause{i};
    const Token& token = context.at(clause);
    if (token.pos != Pos::verb || token.features.tense != Tense::past) continue;
    const TokenId speaker = context.tree.child(clause, Relation::nsubj);
    if (!speaker || speaker.index + 1 != i || has_aux(context, clause)) return;
    const std::uint32_t begin = context.tree.subtree(speaker).first;
    if (begin == 0 || context.document.text_of({begin - 1}) != ",") return;
    if (context.tree.subtree(clause).last != said.index) return;
    found.push_back({speaker, said, Relation::nsubj});
    return found.push_back({clause, speaker, Relation::acl});
  }
}

}  // namespace

void mend_attachments(Document& document, const EventLexicon& lexicon) {
  TreeChanges found;
  const Tree tree(document);
  const EventContext context{document, tree, lexicon};
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i)
    for (const auto attach :
         {attach_maker, attach_infinitive, attach_content, attach_said, attach_pronoun,
          attach_negation, attach_speech, attach_conjunct, attach_saying, attach_title,
          attach_speaker, attach_subject, attach_root, attach_occasion})
      attach(context, {i}, found);
  change_heads(document, found);
}

}  // namespace dateline
