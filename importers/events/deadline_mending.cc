#include "importers/events/deadline_mending.h"

#include <string>

#include "importers/events/time_links.h"
#include "importers/events/verb_forms.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

/// The verb that such a word may be; empty if it is none that closes anything.
std::string closing_verb(const Document& document, std::uint32_t word,
                         const EventLexicon& lexicon) {
  const std::string text = ascii_lower(document.text_of({word}));
  const std::string third = verb_of_third_person(document.text_of({word}), lexicon);
  for (const std::string& verb : {third, text})
    if (lexicon.deadlines().is(DeadlineWord::closing, verb)) return verb;
  return {};
}

/// Whether a time may begin there: "at 8 p.m.", "on Friday", "Friday".
bool may_open_time(const Document& document, std::uint32_t word) {
  const Pos pos = document.tokens[word].pos;
  return pos == Pos::adp || pos == Pos::propn || pos == Pos::num;
}

/// "The moratorium on evictions lapses": the window before the word, past one phrase that tells
/// more of it.
bool follows_window(const Document& document, std::uint32_t word, const EventLexicon& lexicon) {
  constexpr std::uint32_t kReach = 4;
  for (std::uint32_t i = word; i-- > 0 && word - i <= kReach;) {
    const Pos pos = document.tokens[i].pos;
    if (pos != Pos::noun && pos != Pos::propn && pos != Pos::adp && pos != Pos::det &&
        pos != Pos::adj)
      return false;
    const bool head = i + 1 == word || document.tokens[i + 1].pos == Pos::adp;
    if (head && pos == Pos::noun &&
        lexicon.deadlines().is(DeadlineWord::window, ascii_lower(document.text_of({i}))))
      return true;
  }
  return false;
}

/// "The report is due from the panel": two words that the parser took for one preposition.
void mend_due_from(const EventContext& context, TokenId due, TreeChanges& changes) {
  const TokenId owner = context.at(due).head, from = context.tree.child(due, Relation::fixed);
  if (!from || !context.lexicon.is_old_time(context.lower(from))) return;
  const TokenId copula = context.tree.child(owner, Relation::cop);
  if (!copula || copula > due) return;
  changes.push_back({due, context.at(owner).head, context.at(owner).relation});
  changes.push_back({owner, due, Relation::obl});
  changes.push_back({from, owner, Relation::case_});
  for (const TokenId child : context.tree.children(owner)) {
    const bool own = child > from && child < owner;
    if (child != due && !own) changes.push_back({child, due, context.at(child).relation});
  }
}

}  // namespace

void mend_closing_tags(Document& document, const EventLexicon& lexicon) {
  for (std::uint32_t i = 1; i + 1 < document.tokens.size(); ++i) {
    Token& token = document.tokens[i];
    const Token& noun = document.tokens[i - 1];
    if (token.pos == Pos::verb || token.pos == Pos::aux || noun.pos != Pos::noun) continue;
    if (!follows_window(document, i, lexicon) || !may_open_time(document, i + 1)) continue;
    std::string verb = closing_verb(document, i, lexicon);
    if (verb.empty()) continue;
    token.pos = Pos::verb;
    token.lemma = std::move(verb);
    token.features = {VerbForm::finite, Tense::present, noun.features.number, 3};
  }
}

void mend_due(const EventContext& context, TokenId word, TreeChanges& changes) {
  const Token& token = context.at(word);
  const TokenId time = token.head;
  if (!context.lexicon.deadlines().is(DeadlineWord::due, context.lower(word))) return;
  if (!time || time < word) return;
  if (!inside_timex(context, time)) return mend_due_from(context, word, changes);
  const bool own = context.tree.has(word, Relation::cop) && context.tree.has(word, Relation::nsubj);
  const TokenId copula = context.tree.child(time, Relation::cop);
  if (!own && (!copula || copula > word || !context.tree.has(time, Relation::nsubj))) return;
  const TokenId over = context.at(time).head;
  changes.push_back({word, over, own && over ? Relation::parataxis : context.at(time).relation});
  for (const TokenId child : context.tree.children(time)) {
    const bool between = child > word && child < time;
    if (child != word && !between && !inside_timex(context, child))
      changes.push_back({child, word, context.at(child).relation});
  }
  changes.push_back({time, word, Relation::obl});
  for (const TokenId child : context.tree.children(word))
    if (context.at(child).relation == Relation::fixed)
      changes.push_back({child, time, Relation::case_});
}

void mend_granted_length(const EventContext& context, TokenId owner, TreeChanges& changes) {
  const Token& token = context.at(owner);
  const TokenId length = token.head;
  if (token.relation != Relation::compound || !length || length < owner) return;
  if (!inside_timex(context, length) || inside_timex(context, owner)) return;
  const Token& object = context.at(length);
  const bool given = object.relation == Relation::obj && object.head < owner &&
                     context.lexicon.is_granting(context.lemma(object.head));
  if (!given) return;
  changes.push_back({owner, object.head, Relation::iobj});
  for (const TokenId child : context.tree.children(length))
    if (child < owner) changes.push_back({child, owner, context.at(child).relation});
}

void mend_granted_owner(const EventContext& context, TokenId noun, TreeChanges& changes) {
  const Token& token = context.at(noun);
  const TokenId verb = token.head;
  if (token.relation != Relation::obj || !verb || inside_timex(context, noun)) return;
  if (!context.lexicon.is_granting(context.lemma(verb))) return;
  const TokenId owner = context.tree.child(verb, Relation::iobj);
  const std::uint32_t begin = context.tree.subtree(noun).first;
  if (!owner || owner > noun || begin == 0) return;
  const bool comma =
      context.document.text_of({begin}) == "," || context.document.text_of({begin - 1}) == ",";
  if (comma && context.tree.subtree(owner).last <= begin)
    changes.push_back({noun, owner, Relation::appos});
}

void mend_asked_object(const EventContext& context, TokenId noun, TreeChanges& changes) {
  const Token& token = context.at(noun);
  if (token.relation != Relation::obj || token.pos != Pos::noun || noun.index == 0) return;
  const TokenId before{noun.index - 1};
  const Token& other = context.at(before);
  if (other.relation != Relation::obj || other.head != token.head || other.pos != Pos::noun) return;
  const Predicate* row = predicate_row(context, token.head);
  if (!row || !row->object_control) return;
  changes.push_back({before, noun, Relation::compound});
  for (const TokenId child : context.tree.children(before))
    changes.push_back({child, noun, context.at(child).relation});
}

void mend_told_subject(const EventContext& context, TokenId subject, TreeChanges& changes) {
  const Token& token = context.at(subject);
  if (token.relation != Relation::nsubj || !token.head || token.head < subject) return;
  if (context.document.sentence_of(subject).kind != SentenceKind::headline) return;
  const Token& verb = context.at(token.head);
  const Predicate* row = predicate_row(context, token.head);
  const TokenId told = context.tree.child(token.head, Relation::xcomp);
  if (!row || !row->object_control || row->content == Commitment::possible) return;
  if (verb.features.tense != Tense::past || object_of(context, token.head) || !told) return;
  if (is_infinitive(context, told) && !context.tree.has(token.head, Relation::aux))
    changes.push_back({subject, token.head, Relation::nsubj_pass});
}

void mend_ruler(const EventContext& context, const NameSpan& name, TreeChanges& changes) {
  const TokenId head = context.tree.head_of(name.tokens), verb{name.tokens.last};
  if (name.label != NameLabel::person || verb.index >= context.document.tokens.size()) return;
  const Token& own = context.at(head);
  if (own.relation != Relation::appos || !inside_timex(context, own.head)) return;
  const Token& told = context.at(verb);
  const Predicate* row = told.pos == Pos::verb ? predicate_row(context, verb) : nullptr;
  if (!row || row->content != Commitment::says || told.features.tense != Tense::past) return;
  if (context.tree.has(verb, Relation::nsubj)) return;
  changes.push_back({head, verb, Relation::nsubj});
  if (told.relation == Relation::advcl) changes.push_back({verb, told.head, Relation::parataxis});
}

void mend_time_before_preposition(const EventContext& context, const Timex& timex,
                                  TreeChanges& changes) {
  const TokenRange range = tokens_of(context.document, timex.span);
  if (range.empty() || range.first == 0) return;
  const TokenId time = context.tree.head_of(range), noun = context.at(time).head;
  if (context.at(time).relation != Relation::compound || !noun || noun.index <= range.last) return;
  const TokenId before{range.first - 1}, after{range.last};
  if (context.at(before).pos != Pos::adp || context.at(after).pos != Pos::adp) return;
  const TokenId verb = context.at(noun).head;
  if (context.at(before).head != noun || !verb || context.at(verb).pos != Pos::verb) return;
  changes.push_back({time, verb, Relation::obl});
  changes.push_back({before, time, Relation::case_});
  if (context.at(noun).relation == Relation::obl_agent)
    changes.push_back({noun, verb, Relation::obl});
}

}  // namespace dateline
