#include "importers/events/conditions.h"

#include <algorithm>

namespace dateline {
namespace {

bool is_question(const EventContext& context, TokenId token) {
  const Sentence& sentence = context.document.sentence_of(token);
  for (std::uint32_t i = sentence.tokens.last; i > sentence.tokens.first; --i)
    if (context.document.text_of({i - 1}) == "?") return true;
  return false;
}

/// The auxiliary that opens a sentence before its subject, where no question mark ends it. Parsers
/// seldom see it for what it is, so the sentence's first word decides.
TokenId opening_auxiliary(const EventContext& context, TokenId token) {
  const Sentence& sentence = context.document.sentence_of(token);
  std::uint32_t first = sentence.tokens.first;
  while (first < sentence.tokens.last && context.document.tokens[first].pos == Pos::punct) ++first;
  if (first + 2 >= sentence.tokens.last) return {};
  if (!context.lexicon.is_inverting(context.lower({first}))) return {};
  const Pos next = context.document.tokens[first + 1].pos;
  const bool subject = next == Pos::det || next == Pos::propn || next == Pos::pron ||
                       next == Pos::noun || next == Pos::adj;
  return subject && !is_question(context, token) ? TokenId{first} : TokenId{};
}

/// Whether a verb is the first one after an opening auxiliary: the verb of the condition.
bool opens_with(const EventContext& context, TokenId auxiliary, TokenId verb) {
  if (verb <= auxiliary) return false;
  for (std::uint32_t i = auxiliary.index + 1; i < verb.index; ++i)
    if (context.document.tokens[i].pos == Pos::verb) return false;
  return context.at(verb).pos == Pos::verb;
}

/// "Has once again put off": an adverb within the verb group opens no clause.
bool follows_auxiliary(const EventContext& context, TokenId verb, TokenId adverb) {
  return std::ranges::any_of(context.tree.children(verb), [&](TokenId child) {
    return child < adverb && adverb < verb && is_auxiliary(context.at(child));
  });
}

}  // namespace

bool is_auxiliary(const Token& token) {
  return token.relation == Relation::aux || token.relation == Relation::aux_pass ||
         token.relation == Relation::cop;
}

TokenId subordinator_of(const EventContext& context, TokenId clause) {
  for (const TokenId child : context.tree.children(clause)) {
    const Relation relation = context.at(child).relation;
    if (relation != Relation::mark && relation != Relation::advmod) continue;
    if (relation == Relation::advmod && follows_auxiliary(context, clause, child)) continue;
    if (!context.lexicon.mark(context.lower(child)).empty()) return child;
  }
  return {};
}

bool is_complement(const EventContext& context, TokenId clause) {
  const Token& token = context.at(clause);
  if (token.relation != Relation::acl_relcl && token.relation != Relation::advcl) return false;
  if (!token.head) return false;
  const Predicate* row = predicate_row(context, token.head);
  if (!row || row->content == Commitment::none) return false;
  if (token.relation == Relation::advcl && row->object_control && is_infinitive(context, clause))
    return true;  // "urged them to go"
  return std::ranges::any_of(context.tree.children(clause), [&](TokenId child) {
    const Relation relation = universal(context.at(child).relation);
    return context.lexicon.is_complementizer(context.lower(child)) &&
           (relation == Relation::mark || relation == Relation::obj);
  });
}

bool is_past_perfect(const EventContext& context, TokenId clause) {
  if (context.at(clause).features.tense != Tense::past) return false;
  if (const TokenId opening = opening_auxiliary(context, clause);
      opening && opens_with(context, opening, clause))
    return context.at(opening).features.tense == Tense::past &&
           context.lexicon.modal(context.lemma(opening)) == Commitment::none;
  if (context.at(clause).features.form != VerbForm::participle) return false;
  return std::ranges::any_of(context.tree.children(clause), [&](TokenId child) {
    return is_auxiliary(context.at(child)) && context.at(child).features.tense == Tense::past &&
           context.at(child).relation == Relation::aux &&
           context.lexicon.modal(context.lemma(child)) == Commitment::none;
  });
}

TokenId condition_mark(const EventContext& context, TokenId clause) {
  if (const TokenId mark = subordinator_of(context, clause))
    if (context.lexicon.mark(context.lower(mark)) == "conditional") return mark;
  const TokenId opening = opening_auxiliary(context, clause);
  if (opening && opens_with(context, opening, clause)) return opening;
  const TokenId subject = context.tree.child(clause, Relation::nsubj);
  if (!subject || is_question(context, clause)) return {};
  for (const TokenId child : context.tree.children(clause))
    if (is_auxiliary(context.at(child)) && child.index < subject.index &&
        context.lexicon.is_inverting(context.lower(child)))
      return child;
  return {};
}

Condition condition_below(const EventContext& context, TokenId predicate) {
  for (const TokenId child : context.tree.children(predicate)) {
    if (universal(context.at(child).relation) != Relation::advcl) continue;
    if (const TokenId mark = condition_mark(context, child))
      return {mark, is_past_perfect(context, child)};
  }
  return {};
}

Condition condition_over(const EventContext& context, TokenId predicate) {
  if (const Condition below = condition_below(context, predicate); below.mark) return below;
  const TokenId opening = opening_auxiliary(context, predicate);
  if (!opening || opens_with(context, opening, predicate) || predicate <= opening) return {};
  return {opening, context.at(opening).features.tense == Tense::past &&
                       context.lexicon.modal(context.lemma(opening)) == Commitment::none};
}

TokenId conditional_clause(const EventContext& context, TokenId predicate) {
  for (const TokenId child : context.tree.children(predicate))
    if (universal(context.at(child).relation) == Relation::advcl && condition_mark(context, child))
      return child;
  return {};
}

}  // namespace dateline
