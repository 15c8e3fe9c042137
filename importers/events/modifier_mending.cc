#include "importers/events/modifier_mending.h"

#include <algorithm>

#include "importers/events/clauses.h"
#include "importers/events/tree_changes.h"

namespace dateline {
namespace {

/// Whether a verb in the past stands between a nominal at the root, which has no copula, and a noun
/// beside that one which no word of its own opens before the verb: "the mayor of the damaged town".
bool is_taken_for_modifier(const EventContext& context, TokenId verb) {
  const Token& token = context.at(verb);
  if (token.pos != Pos::verb || token.relation != Relation::amod ||
      token.features.tense != Tense::past)
    return false;
  const TokenId object = token.head;
  const TokenId subject = object ? context.at(object).head : TokenId{};
  if (!subject || object < verb || verb < subject || context.at(subject).head) return false;
  if (context.document.sentence_of(verb).kind != SentenceKind::prose ||
      context.tree.has(subject, Relation::cop) || context.at({verb.index - 1}).pos == Pos::punct)
    return false;
  const Relation beside = universal(context.at(object).relation);
  if (beside != Relation::appos && beside != Relation::nmod) return false;
  return std::ranges::none_of(context.tree.children(object),
                              [&](TokenId child) { return child < verb; });
}

/// "A quake struck Arn", "Leaders of the league dismissed reports": a verb in the past between a
/// nominal at the root and a noun without a word of its own before the verb is no modifier of that
/// noun, but its sentence's verb.
void mend_verb_as_modifier(const EventContext& context, TokenId verb, TreeChanges& changes) {
  if (!is_taken_for_modifier(context, verb)) return;
  const TokenId object = context.at(verb).head;
  const TokenId subject = context.at(object).head;
  changes.push_back({verb, {}, Relation::root});
  changes.push_back({subject, verb, Relation::nsubj});
  changes.push_back({object, verb, Relation::obj});
  for (const TokenId child : context.tree.children(subject)) {
    const bool phrase = universal(context.at(child).relation) == Relation::nmod;
    if (child < subject && phrase && preposition_of(context, child))
      changes.push_back({child, verb, Relation::obl});  // "On Monday, a quake struck"
    else if (child > verb && child != object)
      changes.push_back({child, verb, context.at(child).relation});
  }
}

/// "Have begun questioning residents": after a verb of phase a gerund is what begins.
void mend_begun_gerund(const EventContext& context, TokenId gerund, TreeChanges& changes) {
  const Token& token = context.at(gerund);
  if (token.pos != Pos::verb || token.relation != Relation::amod || gerund.index == 0) return;
  const TokenId before{gerund.index - 1};
  const Predicate* phase = predicate_row(context, before);
  const bool begins =
      phase && phase->event_class == EventClass::aspectual && context.at(before).pos == Pos::verb;
  const TokenId object = token.head;
  if (!begins || token.features.tense == Tense::past || object < gerund ||
      context.at(object).head != before || context.at(object).relation != Relation::obj)
    return;
  changes.push_back({gerund, before, Relation::xcomp});
  changes.push_back({object, gerund, Relation::obj});
}

}  // namespace

void mend_modifiers(Document& document, const EventLexicon& lexicon) {
  TreeChanges changes;
  const Tree tree(document);
  const EventContext context{document, tree, lexicon};
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
    mend_verb_as_modifier(context, {i}, changes);
    mend_begun_gerund(context, {i}, changes);
  }
  change_heads(document, changes);
}

}  // namespace dateline
