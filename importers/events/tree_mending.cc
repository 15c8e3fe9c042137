#include "importers/events/tree_mending.h"

#include <vector>

#include "importers/events/clauses.h"
#include "importers/events/time_links.h"

namespace dateline {
namespace {

/// One head to be changed; collected first, so that the tree stays as it was while it is read.
struct Change {
  TokenId token, head;
  Relation relation;
};

bool is_finite_past(const Token& token) {
  return token.pos == Pos::verb && token.features.form == VerbForm::finite &&
         token.features.tense == Tense::past;
}

void mend_coordination(const EventContext& context, TokenId verb, std::vector<Change>& changes) {
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

void mend_time(const EventContext& context, const Timex& timex, std::vector<Change>& changes) {
  const TokenRange range = tokens_of(context.document, timex.span);
  if (range.empty() || context.lexicon.bound(timex.signal)) return;
  const TokenId head = context.tree.head_of(range);
  const TokenId verb = context.at(head).head;
  if (!verb || context.at(verb).pos != Pos::verb) return;
  const TokenId nominal = bounded_nominal(context, verb, context.tree.subtree(head).first);
  if (nominal) changes.push_back({head, nominal, Relation::nmod});
}

/// "Asked whether ..., the minister said": the participle at the root gives way to the clause.
void mend_opening_participle(const EventContext& context, const Sentence& sentence,
                             std::vector<Change>& changes) {
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
  std::vector<Change> changes;
  const Tree tree(document);
  const EventContext context{document, tree, lexicon};
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i)
    mend_coordination(context, {i}, changes);
  for (const Timex& timex : document.timexes) mend_time(context, timex, changes);
  for (const Sentence& sentence : document.sentences)
    if (!sentence.tokens.empty()) mend_opening_participle(context, sentence, changes);
  for (const Change& change : changes) {
    document.tokens[change.token.index].head = change.head;
    document.tokens[change.token.index].relation = change.relation;
  }
}

}  // namespace dateline
