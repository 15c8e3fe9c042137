#include "importers/nlp/phrases.h"

#include <algorithm>

namespace dateline {
namespace {

bool stands_outside(Relation relation) {
  switch (universal(relation)) {
    case Relation::case_:
    case Relation::cop:
    case Relation::mark:
    case Relation::cc:
    case Relation::conj:
    case Relation::punct:
    case Relation::appos:
    case Relation::parataxis:
    case Relation::nsubj:
    case Relation::csubj:
    case Relation::expl:
    case Relation::aux:
    case Relation::dep:
    case Relation::list:
    case Relation::discourse:
    case Relation::vocative:
    case Relation::orphan:
    case Relation::dislocated:
    case Relation::reparandum:
    case Relation::advcl:
      return true;
    default:
      return false;
  }
}

/// "Is often a judge", "was in June a judge": what belongs to the clause, not to the noun.
bool is_clausal(Relation relation) {
  const Relation what = universal(relation);
  return what == Relation::advmod || what == Relation::obl;
}

class ThingFinder {
 public:
  ThingFinder(const Document& document, const Tree& tree, std::vector<Mention>& mentions)
      : document_(document), tree_(tree), mentions_(mentions), taken_(document.tokens.size()) {}

  void add() {
    for (const Mention& found : mentions_) {
      taken_[found.head.index] = true;
      if (found.form != MentionForm::name) continue;
      for (auto i = found.tokens.first; i < found.tokens.last; ++i) taken_[i] = true;
    }
    for (const Sentence& sentence : document_.sentences) {
      if (sentence.kind != SentenceKind::prose && sentence.kind != SentenceKind::headline &&
          sentence.kind != SentenceKind::heading)
        continue;
      for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i)
        if (!taken_[i] && is_head({i})) add_thing({i});
    }
    std::ranges::stable_sort(mentions_, [](const Mention& a, const Mention& b) {
      if (a.tokens.first != b.tokens.first) return a.tokens.first < b.tokens.first;
      return a.tokens.last > b.tokens.last;
    });
  }

 private:
  bool is_head(TokenId token) const {
    const Token& word = document_.at(token);
    if (word.pos != Pos::noun && word.pos != Pos::propn) return is_demonstrative(token);
    return word.relation != Relation::flat && word.relation != Relation::fixed &&
           word.relation != Relation::goeswith && word.relation != Relation::nmod_desc;
  }

  /// "This shows": a pronoun with a number that is no personal one.
  bool is_demonstrative(TokenId token) const {
    const Token& word = document_.at(token);
    const bool takes_part = universal(word.relation) == Relation::nsubj ||
                            universal(word.relation) == Relation::obj ||
                            universal(word.relation) == Relation::obl;
    if (word.pos == Pos::pron && word.features.person == 2) return true;
    return word.pos == Pos::pron && word.features.number != Number::none &&
           word.features.person == 0 && takes_part;
  }

  void add_thing(TokenId head) {
    Mention thing;
    thing.form = MentionForm::thing;
    thing.head = head;
    thing.tokens = whole_phrase(document_, tree_, head);
    thing.plural = document_.at(head).features.number == Number::plural;
    mentions_.push_back(thing);
  }

  const Document& document_;
  const Tree& tree_;
  std::vector<Mention>& mentions_;
  std::vector<bool> taken_;  // by token: heads of mentions, names with titles
};

}  // namespace

TokenRange whole_phrase(const Document& document, const Tree& tree, TokenId head) {
  TokenRange range{head.index, head.index + 1};
  const auto children = tree.children(head);
  const bool predicate = tree.has(head, Relation::cop) || tree.has(head, Relation::nsubj);
  const auto belongs = [&](TokenId child) {
    const Relation relation = document.at(child).relation;
    if (relation == Relation::case_) return child.index > head.index;  // "the nation's"
    return !stands_outside(relation) && !(predicate && is_clausal(relation));
  };
  for (const TokenId child : children) {
    const TokenRange below = tree.subtree(child);
    if (child.index > head.index && belongs(child)) range.last = std::max(range.last, below.last);
  }
  for (const TokenId child : children) {
    const TokenRange below = tree.subtree(child);
    if (child.index < head.index && belongs(child))
      range.first = std::min(range.first, below.first);
  }
  // What stands outside may stand between.
  for (const TokenId child : children) {
    if (belongs(child)) continue;
    const TokenRange below = tree.subtree(child);
    if (child.index < head.index && below.last <= head.index && below.first >= range.first &&
        document.at(child).pos != Pos::punct)
      range.first = std::max(range.first, below.last);
    if (child.index > head.index && below.first < range.last &&
        document.at(child).pos != Pos::punct)
      range.last = std::max(head.index + 1, std::min(range.last, below.first));
  }
  while (range.last > head.index + 1 && document.tokens[range.last - 1].pos == Pos::punct)
    --range.last;
  while (range.first < head.index && document.tokens[range.first].pos == Pos::punct) ++range.first;
  return range;
}

void add_things(const Document& document, const Tree& tree, std::vector<Mention>& mentions) {
  ThingFinder(document, tree, mentions).add();
}

}  // namespace dateline
