#include "importers/events/clause_mending.h"

#include <algorithm>

#include "importers/events/clauses.h"
#include "importers/events/deadline_mending.h"
#include "importers/events/time_links.h"
#include "importers/events/tree_changes.h"

namespace dateline {
namespace {

/// A participle of the past counts: taggers take the one form for the other.
bool is_finite(const EventContext& context, TokenId verb) {
  const Token& token = context.at(verb);
  return token.pos == Pos::verb &&
         (token.features.form == VerbForm::finite || token.features.tense == Tense::past ||
          context.tree.has(verb, Relation::aux));
}

bool is_past_participle(const Token& token) {
  return token.pos == Pos::verb && token.features.form == VerbForm::participle &&
         token.features.tense == Tense::past;
}

bool is_subject(const Token& token) { return universal(token.relation) == Relation::nsubj; }

Relation subject_relation(const EventContext& context, TokenId verb) {
  return is_passive(context, verb) ? Relation::nsubj_pass : Relation::nsubj;
}

bool has_other_subject(const EventContext& context, TokenId verb, TokenId subject) {
  return std::ranges::any_of(context.tree.children(verb), [&](TokenId child) {
    return child != subject && is_subject(context.at(child));
  });
}

/// "With 71 percent of the votes counted, Osei leads": what has a preposition is not the subject
/// beside another, and the participle after it tells of it.
void mend_marked_subject(const EventContext& context, TokenId nominal, TreeChanges& changes) {
  const Token& token = context.at(nominal);
  if (!is_subject(token) || !token.head || nominal > token.head ||
      !preposition_of(context, nominal))
    return;
  if (!has_other_subject(context, token.head, nominal)) return;
  changes.push_back({nominal, token.head, Relation::obl});
  const TokenId next{context.tree.subtree(nominal).last};
  if (next >= token.head || !is_past_participle(context.at(next))) return;
  if (context.tree.has(next, Relation::aux) || context.tree.has(next, Relation::nsubj)) return;
  changes.push_back({next, nominal, Relation::acl});
}

/// "Said the buyer had informed Osprey that a date would be named", "The call came a day after the
/// adviser warned": no subject reaches over a verb that wants one to a verb that has one, nor back
/// to one from the verb after it.
void mend_crossing_subject(const EventContext& context, TokenId nominal, TreeChanges& changes) {
  const Token& token = context.at(nominal);
  if (!is_subject(token) || !token.head) return;
  const bool back = token.head < nominal;
  const auto end = back ? context.document.sentence_of(nominal).tokens.last : token.head.index;
  TokenId verb{context.tree.subtree(nominal).last};
  const auto skipped = [&](Pos pos) { return pos == Pos::aux || pos == Pos::adv; };
  while (verb.index < end && skipped(context.at(verb).pos)) ++verb.index;
  if (verb.index >= end || !is_finite(context, verb)) return;
  const TokenId over = back ? token.head : verb, below = back ? verb : token.head;
  if (!context.tree.dominates(over, below) || context.tree.has(verb, Relation::nsubj)) return;
  if (context.at(verb).relation == Relation::conj) return;
  if (has_other_subject(context, token.head, nominal))
    changes.push_back({nominal, verb, subject_relation(context, verb)});
}

/// "The call was short, an official said": of two subjects the one further off is that of the
/// clause before the other.
void mend_subject_of_content(const EventContext& context, TokenId nominal, TreeChanges& changes) {
  const Token& token = context.at(nominal);
  if (!is_subject(token) || !token.head || nominal > token.head) return;
  TokenId content;
  for (const TokenId child : context.tree.children(token.head)) {
    if (child <= nominal || child > token.head) continue;
    const Token& found = context.at(child);
    if (!content && found.relation == Relation::ccomp && !context.tree.has(child, Relation::nsubj))
      content = child;
    else if (content && is_subject(found))
      return changes.push_back({nominal, content, subject_relation(context, content)});
  }
}

/// Whether a clause below a nominal is rather its sentence: a finite one without a subject of its
/// own or a relative pronoun, or one of a participle that has an object, is joined to a finite
/// verb, or follows a name.
bool is_main_clause(const EventContext& context, TokenId verb, TokenId nominal) {
  const Token& token = context.at(verb);
  if (token.features.tense != Tense::past || nominal > verb) return false;
  if (context.tree.has(verb, Relation::mark) || context.tree.has(verb, Relation::nsubj))
    return false;
  bool joined = false;
  for (const TokenId child : context.tree.children(verb)) {
    if (child < verb && context.at(child).pos == Pos::pron) return false;
    joined |= context.at(child).relation == Relation::conj &&
              context.at(child).features.form == VerbForm::finite;
  }
  if (token.relation == Relation::acl_relcl) return token.features.form == VerbForm::finite;
  const TokenId object = object_of(context, verb);
  const bool named =
      context.at(nominal).pos == Pos::propn && context.tree.has(verb, Relation::xcomp);
  return token.relation == Relation::acl && ((object && object > verb) || joined || named);
}

/// "President Alan Whitcomb signed a law", "A magnitude 6 quake struck the town, officials said": a
/// nominal at the root, or one that is a second subject, is the subject of its clause.
void mend_rootless_clause(const EventContext& context, TokenId verb, TreeChanges& changes) {
  const TokenId subject = context.at(verb).head;
  if (!subject || context.document.sentence_of(verb).kind != SentenceKind::prose) return;
  if (!is_main_clause(context, verb, subject)) return;
  TokenId top = subject;
  if (context.at(top).relation == Relation::appos && context.at(top).head)
    top = context.at(top).head;
  const Token& over = context.at(top);
  const bool second = is_subject(over) && over.head && over.head > verb &&
                      has_other_subject(context, over.head, top);
  if (over.head && !second) return;
  changes.push_back({verb, over.head, second ? Relation::ccomp : Relation::root});
  changes.push_back({subject, verb, subject_relation(context, verb)});
  if (top != subject) changes.push_back({top, subject, Relation::compound});
  for (const TokenId child : context.tree.children(top))
    if (child > verb) changes.push_back({child, verb, context.at(child).relation});
}

/// "The county orders coast cleared": a finite verb is no part of the noun after it, and
/// what is told of that noun is what the verb brings in.
void mend_verb_before_noun(const EventContext& context, TokenId verb, TreeChanges& changes) {
  const Token& token = context.at(verb);
  if (token.relation != Relation::compound || !is_finite(context, verb)) return;
  const TokenId noun = token.head;
  TokenId subject = context.tree.child(verb, Relation::nsubj);
  if (!subject) subject = context.tree.child(verb, Relation::compound);
  if (!noun || noun < verb || !subject || subject > verb) return;
  const TokenId clause = context.at(noun).head;
  if (!is_subject(context.at(noun)) || !clause || context.at(clause).pos != Pos::verb) return;
  changes.push_back({verb, context.at(clause).head, context.at(clause).relation});
  changes.push_back({subject, verb, Relation::nsubj});
  changes.push_back({clause, verb, Relation::ccomp});
  if (is_past_participle(context.at(clause)) || !context.tree.has(clause, Relation::obj))
    changes.push_back({noun, clause, Relation::nsubj_pass});
  for (const TokenId child : context.tree.children(clause))
    if (context.at(child).relation == Relation::advcl)
      changes.push_back({child, verb, Relation::advcl});
}

/// "A permit, which the court voided": a finite clause of a noun that nothing introduces but its
/// pronoun is a relative clause.
void mend_relative_clause(const EventContext& context, TokenId verb, TreeChanges& changes) {
  const Token& token = context.at(verb);
  if (token.relation != Relation::acl || !is_finite(context, verb)) return;
  if (context.tree.has(verb, Relation::mark) || !context.tree.has(verb, Relation::nsubj)) return;
  const TokenId first{context.tree.subtree(verb).first};
  for (const TokenId child : context.tree.children(verb))
    if (child < verb && context.at(child).pos == Pos::pron && child.index <= first.index + 1)
      return changes.push_back({verb, token.head, Relation::acl_relcl});
}

/// "No evidence that anyone was freed", "told him the day before that she would go": "that" before
/// a subject opens the clause; a preposition on it belongs to the word before.
void mend_complementizer(const EventContext& context, TokenId word, TreeChanges& changes) {
  const Token& token = context.at(word);
  if (token.pos != Pos::pron || universal(token.relation) != Relation::obl) return;
  if (!token.head || token.head < word || !context.lexicon.is_complementizer(context.lower(word)))
    return;
  const TokenId subject = context.tree.child(token.head, Relation::nsubj);
  if (!subject || subject < word || subject > token.head) return;
  changes.push_back({word, token.head, Relation::mark});
  for (const TokenId child : context.tree.children(word))
    if (child < word && child.index > 0)
      changes.push_back({child, {child.index - 1}, Relation::advmod});
  const Token& clause = context.at(token.head);
  if (clause.relation == Relation::acl_relcl)
    changes.push_back({token.head, clause.head, Relation::acl});
}

/// "Killing at least 14 people": a nominal without a preposition, no time, after a verb without an
/// object is its object.
void mend_bare_object(const EventContext& context, TokenId nominal, TreeChanges& changes) {
  const Token& token = context.at(nominal);
  if (token.relation != Relation::obl || token.head > nominal || inside_timex(context, nominal))
    return;
  if (token.pos != Pos::noun && token.pos != Pos::propn) return;
  if (context.at(token.head).pos != Pos::verb || is_passive(context, token.head)) return;
  for (const TokenId child : context.tree.children(nominal)) {
    const Relation relation = context.at(child).relation;
    if (relation == Relation::mark || (relation == Relation::case_ && child < nominal)) return;
  }
  if (!object_of(context, token.head)) changes.push_back({nominal, token.head, Relation::obj});
}

/// The verb or event over a word, past nominals.
TokenId verb_over(const EventContext& context, TokenId word) {
  TokenId above = context.at(word).head;
  for (int step = 0; above && step < kMaxHeads; ++step, above = context.at(above).head)
    if (context.at(above).pos == Pos::verb) return above;
  return {};
}

/// "Table a motion unless he stepped down", "gave them until the end of June to apply": what a
/// conjunction opens, or follows a time, belongs to the verb.
void mend_adverbial(const EventContext& context, TokenId clause, TreeChanges& changes) {
  const Token& token = context.at(clause);
  if (token.relation != Relation::acl || token.pos != Pos::verb || !token.head) return;
  const TokenId mark = context.tree.child(clause, Relation::mark);
  if (!mark || mark > clause) return;
  const std::string word = context.lower(mark);
  const bool opened =
      context.tree.has(clause, Relation::nsubj) &&
      (!context.lexicon.mark(word).empty() || context.lexicon.is_clause_opener(word));
  const bool after_time = universal(context.at(token.head).relation) == Relation::obl &&
                          inside_timex(context, token.head) && is_infinitive(context, clause);
  const TokenId verb = opened || after_time ? verb_over(context, clause) : TokenId{};
  if (verb) changes.push_back({clause, verb, Relation::advcl});
}

/// "No evidence that anyone had been let go": a conjunction opens no relative clause.
void mend_content_clause(const EventContext& context, TokenId clause, TreeChanges& changes) {
  const Token& token = context.at(clause);
  if (token.relation != Relation::acl_relcl) return;
  const TokenId mark = context.tree.child(clause, Relation::mark);
  if (!mark || context.at(mark).pos != Pos::sconj || !context.tree.has(clause, Relation::nsubj))
    return;
  if (!context.lexicon.is_complementizer(context.lower(mark))) return;
  // "Demanded on Monday that they leave"
  const TokenId verb = inside_timex(context, token.head) ? verb_over(context, clause) : TokenId{};
  changes.push_back({clause, verb ? verb : token.head, verb ? Relation::ccomp : Relation::acl});
}

/// "Walked out": an adverb that makes another verb of its verb is a particle.
void mend_particle(const EventContext& context, TokenId word, TreeChanges& changes) {
  const Token& token = context.at(word);
  if (token.relation != Relation::advmod || !token.head || token.head.index + 1 != word.index)
    return;
  if (context.at(token.head).pos != Pos::verb) return;
  if (context.lexicon.verb(context.lemma(token.head) + "_" + context.lemma(word)))
    changes.push_back({word, token.head, Relation::compound_prt});
}

/// "Had been due to start": a verb is no part of a fixed phrase.
void mend_fixed_verb(const EventContext& context, TokenId verb, TreeChanges& changes) {
  const Token& token = context.at(verb);
  if (token.relation != Relation::fixed || token.pos != Pos::verb || token.head > verb) return;
  changes.push_back({verb, token.head, Relation::xcomp});
  const TokenId before{verb.index - 1};
  if (context.lexicon.is_infinitive_mark(context.lower(before)))
    changes.push_back({before, verb, Relation::mark});
}

/// "Gave Osprey Minerals 90 days": a number between a name and a noun counts the noun, and to whom
/// it is given is named before.
void mend_counted_object(const EventContext& context, TokenId number, TreeChanges& changes) {
  const Token& token = context.at(number);
  const TokenId name = token.head, counted{number.index + 1};
  if (token.pos != Pos::num || token.relation != Relation::flat || name > number) return;
  if (counted.index >= context.document.tokens.size()) return;
  const Token& object = context.at(counted);
  if (object.pos != Pos::noun || object.relation != Relation::obj || object.head > name) return;
  if (context.at(name).pos != Pos::propn || context.at(name).head != counted) return;
  changes.push_back({number, counted, Relation::nummod});
  changes.push_back({name, object.head, Relation::iobj});
}

/// "Pay Osprey $90 million": whom one pays is no part of the sum.
void mend_paid(const EventContext& context, TokenId sum, TreeChanges& changes) {
  const Token& token = context.at(sum);
  if (token.pos != Pos::sym || token.relation != Relation::obj || token.head > sum) return;
  for (const NameSpan& name : context.document.names) {
    if (name.tokens.last != sum.index || name.label == NameLabel::location) continue;
    const TokenId head = context.tree.head_of(name.tokens);
    if (context.at(head).head == sum) changes.push_back({head, token.head, Relation::iobj});
  }
}

/// "Extended the deadline for removing the wrecks": what follows the noun tells what is due.
void mend_content_of_object(const EventContext& context, TokenId clause, TreeChanges& changes) {
  const Token& token = context.at(clause);
  if (token.relation != Relation::advcl || token.pos != Pos::verb || token.head > clause) return;
  if (is_finite(context, clause) || context.tree.has(clause, Relation::nsubj)) return;
  const TokenId object = object_of(context, token.head);
  const TokenId mark = context.tree.child(clause, Relation::mark);
  if (!object || !mark || context.lexicon.is_infinitive_mark(context.lower(mark))) return;
  if (context.tree.subtree(object).last != mark.index || context.at(object).pos != Pos::noun)
    return;
  const Predicate* row = predicate_row(context, object);
  const Pos pos = context.at(mark).pos;
  if ((pos == Pos::adp || pos == Pos::sconj) && row && row->content == Commitment::requested)
    changes.push_back({clause, object, Relation::acl});
}

/// "Striker Ann Lee has joined": a calling that opens a name is not its head.
void mend_calling(const EventContext& context, const NameSpan& name, TreeChanges& changes) {
  if (name.label != NameLabel::person || name.tokens.first == 0) return;
  const TokenId head = context.tree.head_of(name.tokens), calling{name.tokens.first - 1};
  const Token &own = context.at(head), &before = context.at(calling);
  if (own.relation != Relation::flat || own.head != calling || inside_name(context, calling))
    return;
  if (before.pos != Pos::propn && before.pos != Pos::noun) return;
  changes.push_back({head, before.head, before.relation});
  changes.push_back({calling, head, Relation::compound});
  for (const TokenId child : context.tree.children(calling))
    if (child != head) changes.push_back({child, head, context.at(child).relation});
}

/// The verb between a conjunction and a nominal, without an object of its own.
TokenId joined_verb(const EventContext& context, std::uint32_t conjunction, TokenId nominal) {
  for (std::uint32_t i = conjunction + 1; i < nominal.index; ++i)
    if (context.at({i}).pos == Pos::verb && !context.tree.has({i}, Relation::obj)) return {i};
  return {};
}

/// "Remove them by June 30 or face fines": a day before "or" is not part of what stands after it.
void mend_time_before_conjunction(const EventContext& context, const Timex& timex,
                                  TreeChanges& changes) {
  const TokenRange range = tokens_of(context.document, timex.span);
  if (range.empty() || range.first == 0) return;
  const TokenId day = context.tree.head_of(range), beyond = context.at(day).head;
  if (!beyond || beyond.index <= range.last) return;
  if (context.at({range.last}).pos != Pos::cconj) return;
  const TokenId joined = joined_verb(context, range.last, beyond);
  TokenId verb{range.first};
  while (verb.index > 0 && context.at(verb).pos != Pos::verb) --verb.index;
  if (!joined || context.at(verb).pos != Pos::verb) return;
  changes.push_back({day, verb, Relation::obl});
  const TokenId preposition{range.first - 1};
  if (context.at(preposition).pos == Pos::adp)
    changes.push_back({preposition, day, Relation::case_});
  changes.push_back({beyond, joined, Relation::obj});
}

/// "Sanctions on Zarkova, ten days after it fired": the days count from the clause after them.
void mend_counted_clause(const EventContext& context, const Timex& timex, TreeChanges& changes) {
  const TokenRange range = tokens_of(context.document, timex.span);
  if (range.empty() || timex.type != TimexType::duration) return;
  const TokenId mark{range.last}, days = context.tree.head_of(range);
  if (mark.index >= context.document.tokens.size()) return;
  const Token& opening = context.at(mark);
  if (opening.relation != Relation::mark || !opening.head || opening.head < mark) return;
  if (context.lexicon.mark(context.lower(mark)).empty() || opening.head == context.at(days).head)
    return;
  if (universal(context.at(days).relation) == Relation::nmod)
    changes.push_back({days, opening.head, Relation::obl_unmarked});
}

}  // namespace

void mend_clauses(Document& document, const EventLexicon& lexicon) {
  TreeChanges changes;
  const Tree tree(document);
  const EventContext context{document, tree, lexicon};
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i)
    for (const auto mend : {mend_marked_subject,
                            mend_crossing_subject,
                            mend_subject_of_content,
                            mend_rootless_clause,
                            mend_verb_before_noun,
                            mend_relative_clause,
                            mend_complementizer,
                            mend_fixed_verb,
                            mend_counted_object,
                            mend_content_of_object,
                            mend_bare_object,
                            mend_particle,
                            mend_paid,
                            mend_adverbial,
                            mend_due,
                            mend_content_clause,
                            mend_granted_length,
                            mend_granted_owner,
                            mend_asked_object,
                            mend_told_subject})
      mend(context, {i}, changes);
  for (const NameSpan& name : document.names)
    for (const auto mend : {mend_calling, mend_ruler}) mend(context, name, changes);
  for (const Timex& timex : document.timexes)
    for (const auto mend :
         {mend_time_before_conjunction, mend_time_before_preposition, mend_counted_clause})
      mend(context, timex, changes);
  change_heads(document, changes);
  for (const TreeChange& change : changes)
    if (change.relation == Relation::mark && document.at(change.token).pos == Pos::pron)
      document.tokens[change.token.index].pos = Pos::sconj;
}

}  // namespace dateline
