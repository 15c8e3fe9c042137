#include "importers/events/tree_mending.h"

#include <algorithm>

#include "importers/events/clauses.h"
#include "importers/events/moved_deadlines.h"
#include "importers/events/time_links.h"
#include "importers/events/tree_changes.h"

namespace dateline {
namespace {

/// Whether a word makes something of a clause below it: "plan", "said".
bool governs_clauses(const EventContext& context, TokenId token) {
  const Predicate* row = predicate_row(context, token);
  return row && row->content != Commitment::none;
}

bool has_mark(const EventContext& context, TokenId clause,
              bool (EventLexicon::*is_mark)(std::string_view) const) {
  return std::ranges::any_of(context.tree.children(clause), [&](TokenId child) {
    return context.at(child).relation == Relation::mark &&
           (context.lexicon.*is_mark)(context.lower(child));
  });
}

TokenId complementizer_of(const EventContext& context, TokenId clause) {
  for (const TokenId child : context.tree.children(clause))
    if (child < clause && context.lexicon.is_complementizer(context.lower(child))) return child;
  return {};
}

bool is_finite_past(const Token& token) {
  return token.pos == Pos::verb && token.features.form == VerbForm::finite &&
         token.features.tense == Tense::past;
}

/// "Voted to close the school and move its pupils": the bare verb goes on from the infinitive.
void mend_infinitives(const EventContext& context, TokenId verb, TreeChanges& changes) {
  const Token& token = context.at(verb);
  if (token.relation != Relation::conj || token.pos != Pos::verb) return;
  if (is_finite_past(token) || !is_finite_past(context.at(token.head))) return;
  const VerbForm form = token.features.form;
  const bool bare = form == VerbForm::infinitive ||
                    (form == VerbForm::finite && token.features.number != Number::singular);
  if (!bare || context.tree.has(verb, Relation::nsubj) || context.tree.has(verb, Relation::aux))
    return;
  TokenId infinitive;
  for (const TokenId child : context.tree.children(token.head))
    if (child > token.head && child < verb && is_infinitive(context, child)) infinitive = child;
  if (infinitive) changes.push_back({verb, infinitive, Relation::conj});
}

void mend_coordination(const EventContext& context, TokenId verb, TreeChanges& changes) {
  const Token& token = context.at(verb);
  if (token.relation != Relation::conj || !is_finite_past(token)) return;
  if (context.tree.has(verb, Relation::nsubj)) return;
  if (context.at(token.head).features.form == VerbForm::finite) return;
  for (TokenId up = context.at(token.head).head; up; up = context.at(up).head) {
    if (!is_finite_past(context.at(up)) || !context.tree.has(up, Relation::nsubj)) continue;
    changes.push_back({verb, up, Relation::conj});
    return;
  }
}

/// The nominal before a time phrase, under the same verb, that a bound brings in.
TokenId bounded_nominal(const EventContext& context, TokenId verb, std::uint32_t phrase) {
  for (const TokenId child : context.tree.children(verb)) {
    if (context.tree.subtree(child).last != phrase) continue;
    const TokenId word = preposition_of(context, child);
    if (!word || !context.lexicon.bound(context.lower(word))) continue;
    if (predicate_row(context, child) && !inside_timex(context, child)) return child;
  }
  return {};
}

void mend_time(const EventContext& context, const Timex& timex, TreeChanges& changes) {
  const TokenRange range = tokens_of(context.document, timex.span);
  if (range.empty() || context.lexicon.bound(timex.signal)) return;
  const TokenId head = context.tree.head_of(range);
  const TokenId verb = context.at(head).head;
  if (!verb || context.at(verb).pos != Pos::verb) return;
  const TokenId nominal = bounded_nominal(context, verb, context.tree.subtree(head).first);
  if (nominal) changes.push_back({head, nominal, Relation::nmod});
}

/// "The call on Saturday was short": before the copula a day is that of the subject's event.
void mend_time_before_copula(const EventContext& context, const Timex& timex,
                             TreeChanges& changes) {
  const TokenRange range = tokens_of(context.document, timex.span);
  if (range.empty()) return;
  const TokenId head = context.tree.head_of(range), predicate = context.at(head).head;
  if (!predicate || context.at(head).relation != Relation::obl) return;
  const TokenId copula = context.tree.child(predicate, Relation::cop);
  const TokenId subject = context.tree.child(predicate, Relation::nsubj);
  if (!copula || !subject || subject > head || head > copula) return;
  if (context.tree.subtree(subject).last != context.tree.subtree(head).first) return;
  if (predicate_row(context, subject)) changes.push_back({head, subject, Relation::nmod});
}

/// "moved the deadline for removing ships from May 3 to May 9": both days belong to the moving.
void mend_moved_deadlines(const EventContext& context, TreeChanges& changes) {
  for (const MovedDeadline& moved : find_moved_deadlines(context))
    for (const TimexId when : {moved.from, moved.to}) {
      if (!when) continue;
      const TokenRange words =
          tokens_of(context.document, context.document.timexes[when.index].span);
      const TokenId head = context.tree.head_of(words);
      if (head > moved.noun) changes.push_back({head, moved.verb, Relation::obl});
    }
}

/// "The judge on Wednesday ruled": the day is the verb's, unless the subject is itself an event.
void mend_time_of_subject(const EventContext& context, const Timex& timex, TreeChanges& changes) {
  const TokenRange range = tokens_of(context.document, timex.span);
  if (range.empty()) return;
  const TokenId head = context.tree.head_of(range);
  const Token& token = context.at(head);
  if (token.relation == Relation::obl_agent)  // "will be towed away by the middle of July"
    return changes.push_back({head, token.head, Relation::obl});
  const TokenId noun = token.head;
  if (universal(token.relation) != Relation::nmod || !noun || predicate_row(context, noun)) return;
  const TokenId verb = context.at(noun).head;
  if (universal(context.at(noun).relation) != Relation::nsubj || !verb) return;
  if (context.tree.subtree(noun).last != context.tree.subtree(head).last) return;
  changes.push_back({head, verb, Relation::obl});
}

/// "Were told in a letter to leave": a noun that says nothing itself, under the verb.
bool is_told_in(const EventContext& context, TokenId noun, TokenId verb) {
  const Predicate* row = predicate_row(context, noun);
  return context.at(noun).head == verb && universal(context.at(noun).relation) == Relation::obl &&
         context.at(noun).pos == Pos::noun && (!row || row->content == Commitment::none);
}

/// "ordered everyone living there to leave", "barred the firm from digging", "urged them to go":
/// the clause belongs to the verb, whatever noun or verb in its object the parser hung it on.
void mend_control(const EventContext& context, TokenId clause, TreeChanges& changes) {
  const Token& token = context.at(clause);
  if (token.pos != Pos::verb || !token.head) return;
  const bool modifies = token.relation == Relation::acl || token.relation == Relation::advcl ||
                        token.relation == Relation::xcomp;
  const bool gerund = has_mark(context, clause, &EventLexicon::is_gerund_mark);
  if (!modifies || !(gerund || is_infinitive(context, clause))) return;
  const bool settled = token.relation == Relation::xcomp || !gerund;
  if (governs_clauses(context, token.head) && settled) return;
  TokenId above = token.head;
  for (int step = 0; above && step < kMaxHeads; ++step, above = context.at(above).head) {
    const Predicate* row = predicate_row(context, above);
    if (!row || !row->object_control || context.at(above).pos != Pos::verb) continue;
    TokenId object = object_of(context, above);
    if (!object) object = context.tree.child(above, Relation::iobj);  // "told the crew to leave"
    const bool inside = above == token.head || is_told_in(context, token.head, above) ||
                        (object && context.tree.dominates(object, clause));
    if (inside && (object ? object < clause : is_passive(context, above)))
      changes.push_back({clause, above, Relation::xcomp});
    return;
  }
}

/// "Remove them by May 3 or face fines": what stands after the second verb is its object, and what
/// stands before it is not part of that object.
void mend_second_object(const EventContext& context, TokenId verb, TreeChanges& changes) {
  const Token& token = context.at(verb);
  if (token.relation != Relation::conj || token.pos != Pos::verb || verb < token.head) return;
  TokenId object = object_of(context, verb);
  for (const TokenId child : context.tree.children(token.head))
    if (!object && child > verb && context.at(child).relation == Relation::obj) object = child;
  if (!object || object < verb) return;
  changes.push_back({object, verb, Relation::obj});
  for (const TokenId child : context.tree.children(object))
    if (child < verb) changes.push_back({child, token.head, Relation::obl});
}

/// "Before the games in Rome end on May 3": the preposition opens a clause, the games end.
void mend_bounded_clause(const EventContext& context, TokenId verb, TreeChanges& changes) {
  const Token& token = context.at(verb);
  const Relation relation = universal(token.relation);
  if (token.pos != Pos::verb || token.features.form != VerbForm::finite || !token.head) return;
  if (relation != Relation::obl && relation != Relation::nmod) return;
  for (const TokenId subject : context.tree.children(token.head)) {
    const TokenId word = preposition_of(context, subject);
    if (subject >= verb || !word || context.lexicon.mark(context.lower(word)).empty()) continue;
    changes.push_back({verb, token.head, Relation::advcl});
    changes.push_back({word, verb, Relation::mark});
    changes.push_back({subject, verb, Relation::nsubj});
    const TokenId place = context.tree.child(verb, Relation::compound);
    if (!place) return;
    changes.push_back({place, subject, Relation::nmod});
    if (const TokenId in = preposition_of(context, verb))
      changes.push_back({in, place, Relation::case_});
    return;
  }
}

/// The nominal before a clause that tells of it what the clause says: "a rumour, spread by some,
/// that the jail was empty".
TokenId told_in(const EventContext& context, TokenId clause) {
  TokenId above = context.at(clause).head;
  for (int step = 0; above && step < kMaxHeads; ++step, above = context.at(above).head) {
    for (const TokenId child : context.tree.children(above)) {
      if (child.index >= clause.index) break;
      const Relation relation = universal(context.at(child).relation);
      const Predicate* row = predicate_row(context, child);
      if (relation == Relation::obj && row && row->content != Commitment::none) return child;
    }
    if (governs_clauses(context, above)) return above;
  }
  return {};
}

void mend_content(const EventContext& context, TokenId clause, TreeChanges& changes) {
  const Token& token = context.at(clause);
  if (token.relation != Relation::acl && token.relation != Relation::acl_relcl &&
      token.relation != Relation::advcl)
    return;
  const TokenId mark = complementizer_of(context, clause);
  const TokenId subject = context.tree.child(clause, Relation::nsubj);
  if (!mark || !subject || subject == mark || governs_clauses(context, token.head)) return;
  const TokenId told = told_in(context, clause);
  if (!told) return;
  const bool noun = context.at(told).pos != Pos::verb;
  changes.push_back({clause, told, noun ? Relation::acl : Relation::ccomp});
  if (context.at(mark).relation != Relation::mark)
    changes.push_back({mark, clause, Relation::mark});
}

/// "a day after adviser Jane Roe warned": the title opens the name, the preposition the clause.
void mend_title_of_subject(const EventContext& context, TokenId verb, TreeChanges& changes) {
  const Token& token = context.at(verb);
  if (token.relation != Relation::parataxis || token.features.form != VerbForm::finite) return;
  const TokenId name = context.tree.child(verb, Relation::nsubj);
  if (!name || context.at(name).pos != Pos::propn) return;
  const std::uint32_t begin = context.tree.subtree(name).first;
  for (const TokenId title : context.tree.children(token.head)) {
    if (context.at(title).pos != Pos::noun || context.tree.subtree(title).last != begin) continue;
    const TokenId preposition = preposition_of(context, title);
    if (!preposition || context.lexicon.mark(context.lower(preposition)).empty()) continue;
    changes.push_back({verb, token.head, Relation::advcl});
    changes.push_back({title, name, Relation::compound});
    changes.push_back({preposition, verb, Relation::mark});
    return;
  }
}

/// "The call came a day after she warned that ... and told them": a call tells nobody anything.
void mend_happening(const EventContext& context, TokenId verb, TreeChanges& changes) {
  const Token& token = context.at(verb);
  if (token.relation != Relation::conj || !is_finite_past(token)) return;
  if (context.tree.has(verb, Relation::nsubj)) return;
  const Predicate* row = predicate_row(context, verb);
  if (!row || row->subject != Role::speaker) return;
  if (!context.lexicon.is_happening(context.lemma(token.head))) return;
  for (std::uint32_t at = verb.index - 1; at > token.head.index; --at) {
    const Predicate* said = predicate_row(context, {at});
    if (!is_finite_past(context.at({at})) || !said || said->subject != Role::speaker) continue;
    if (context.tree.has({at}, Relation::nsubj))
      return changes.push_back({verb, {at}, Relation::conj});
  }
}

/// "It hit Arn, the largest city, the institute said": who says it stands next before the verb, and
/// what the parser took for a second subject belongs to what is said.
void mend_speaker(const EventContext& context, TokenId verb, TreeChanges& changes) {
  const Predicate* row = predicate_row(context, verb);
  if (!row || row->subject != Role::speaker || context.at(verb).pos != Pos::verb) return;
  TokenId first, speaker;
  for (const TokenId child : context.tree.children(verb)) {
    if (child > verb || context.at(child).relation != Relation::nsubj) continue;
    if (!first) first = child;
    speaker = child;
  }
  if (!first || first == speaker) return;
  const std::uint32_t begin = context.tree.subtree(speaker).first;
  if (begin == 0 || context.document.text_of({begin - 1}) != ",") return;
  for (const TokenId clause : context.tree.children(first)) {
    const TokenId subject = context.tree.child(clause, Relation::nsubj);
    if (context.at(clause).relation != Relation::acl || !subject) continue;
    changes.push_back({clause, verb, Relation::ccomp});
    return changes.push_back({first, subject, Relation::compound});
  }
  const std::uint32_t phrase = context.tree.subtree(first).first;
  if (phrase < 2 || context.document.text_of({phrase - 1}) != ",") return;
  const Pos before = context.at({phrase - 2}).pos;
  if (before == Pos::noun || before == Pos::propn)
    changes.push_back({first, {phrase - 2}, Relation::appos});
}

/// "The mayor of Arn, Ann Lee, said": a person is beside the mayor, not beside the town.
void mend_apposition(const EventContext& context, const NameSpan& name, TreeChanges& changes) {
  if (name.label != NameLabel::person) return;
  const TokenId head = context.tree.head_of(name.tokens);
  const Relation relation = context.at(head).relation;
  const bool joined = relation == Relation::appos || relation == Relation::flat ||
                      relation == Relation::compound || universal(relation) == Relation::nmod;
  const std::uint32_t begin = name.tokens.first;
  if (!joined || begin == 0 || context.document.text_of({begin - 1}) != ",") return;
  TokenId beside = context.at(head).head;
  for (int step = 0; step < kMaxHeads; ++step) {
    const Token& token = context.at(beside);
    if (token.pos != Pos::propn || universal(token.relation) != Relation::nmod) break;
    beside = token.head;
  }
  if (beside != context.at(head).head && context.at(beside).pos == Pos::noun)
    changes.push_back({head, beside, Relation::appos});
}

/// "Museum to return bronze horse", "County orders coast cleared": how headlines leave words out.
void mend_headline(const EventContext& context, const Sentence& sentence, TreeChanges& changes) {
  for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    const TokenId clause{i};
    const Token& token = context.at(clause);
    if (token.relation != Relation::acl || token.pos != Pos::verb) continue;
    const Token& noun = context.at(token.head);
    const bool told = token.features.form == VerbForm::participle &&
                      token.features.tense == Tense::past && token.head < clause;
    if (told && !noun.head) {  // "Owners given until June to pay"
      changes.push_back({clause, {}, Relation::root});
      changes.push_back({token.head, clause, Relation::nsubj_pass});
    } else if (is_infinitive(context, clause) && !noun.head &&
               !governs_clauses(context, token.head)) {
      changes.push_back({clause, {}, Relation::root});
      changes.push_back({token.head, clause, Relation::nsubj});
    } else if (noun.relation == Relation::obj && token.features.form == VerbForm::participle) {
      const Predicate* row = predicate_row(context, noun.head);
      if (!row || row->content != Commitment::requested) continue;
      changes.push_back({clause, noun.head, Relation::ccomp});
      changes.push_back({token.head, clause, Relation::nsubj_pass});
    }
  }
}

/// "Asked whether ..., the minister said": the participle at the root gives way to the clause.
void mend_opening_participle(const EventContext& context, const Sentence& sentence,
                             TreeChanges& changes) {
  const TokenId first{sentence.tokens.first};
  const Token& token = context.at(first);
  if (token.head || !is_finite_past(token) || context.tree.has(first, Relation::nsubj)) return;
  for (const TokenId child : context.tree.children(first)) {
    const Relation relation = context.at(child).relation;
    if (relation != Relation::ccomp && relation != Relation::parataxis) continue;
    const TokenId subject = context.tree.child(child, Relation::nsubj);
    if (!subject || context.document.text_of({context.tree.subtree(subject).first - 1}) != ",")
      continue;
    changes.push_back({child, {}, Relation::root});
    changes.push_back({first, child, Relation::advcl});
    // What the parser hung on the clause although it stands before it belongs to the question.
    for (const TokenId below : context.tree.children(child))
      if (below < subject && context.at(below).relation == Relation::advcl)
        changes.push_back({below, first, Relation::ccomp});
    return;
  }
}

}  // namespace

void mend_trees(Document& document, const EventLexicon& lexicon) {
  TreeChanges changes;
  const Tree tree(document);
  const EventContext context{document, tree, lexicon};
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i)
    for (const auto mend :
         {mend_coordination, mend_infinitives, mend_control, mend_content, mend_second_object,
          mend_bounded_clause, mend_title_of_subject, mend_happening, mend_speaker})
      mend(context, {i}, changes);
  for (const NameSpan& name : document.names) mend_apposition(context, name, changes);
  for (const Timex& timex : document.timexes)
    for (const auto mend : {mend_time, mend_time_of_subject, mend_time_before_copula})
      mend(context, timex, changes);
  mend_moved_deadlines(context, changes);
  for (const Sentence& sentence : document.sentences) {
    if (sentence.tokens.empty()) continue;
    mend_opening_participle(context, sentence, changes);
    if (sentence.kind == SentenceKind::headline) mend_headline(context, sentence, changes);
  }
  change_heads(document, changes);
}

}  // namespace dateline
