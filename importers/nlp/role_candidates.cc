#include "importers/nlp/role_candidates.h"

#include "importers/nlp/hash.h"

namespace dateline {
namespace {

constexpr std::uint8_t kMaxSteps = 4;        // up: arguments above these are one in a thousand
constexpr std::size_t kMaxCandidates = 512;  // of a predicate: more are in lists and damage only

/// A way through the tree, as it is walked.
struct TreePath {
  std::uint64_t path = 0, universal_path = 0;

  TreePath step(std::uint64_t direction, Relation relation) const {
    const auto number = [&](Relation of) {
      return direction * 64 + static_cast<std::uint64_t>(of);
    };
    return {hash_with(path, number(relation)),
            hash_with(universal_path, number(universal(relation)))};
  }
  TreePath up(Relation relation) const { return step(1, relation); }
  TreePath down(Relation relation) const { return step(2, relation); }
};

// A word whose relation makes it a part of its head, never an argument of what its head hangs on.
bool is_part(Relation relation) {
  switch (universal(relation)) {
    case Relation::punct:
    case Relation::det:
    case Relation::case_:
    case Relation::cc:
    case Relation::mark:
    case Relation::aux:
    case Relation::cop:
    case Relation::amod:
    case Relation::compound:
    case Relation::flat:
    case Relation::nummod:
    case Relation::fixed:
    case Relation::goeswith:
      return true;
    default:
      return false;
  }
}

class RoleCandidateFinder {
 public:
  RoleCandidateFinder(const Document& document, const Tree& tree, std::vector<RoleCandidate>& found)
      : document_(document), tree_(tree), found_(found) {}

  void find(TokenId predicate) {
    for (const TokenId child : tree_.children(predicate)) {
      const TreePath way = TreePath{}.down(relation(child));
      add(child, child, 0, 1, way);
      for (const TokenId below : tree_.children(child))
        if (relation(child) != Relation::punct && !is_part(relation(below)))
          add(below, child, 0, 2, way.down(relation(below)));
    }
    TreePath way;
    TokenId at = predicate;
    for (std::uint8_t up = 1; up <= kMaxSteps && document_.at(at).head; ++up) {
      const TokenId head = document_.at(at).head;
      way = way.up(relation(at));
      add(head, at, up, 0, way);
      for (const TokenId child : tree_.children(head))
        if (child != at) add(child, at, up, 1, way.down(relation(child)));
      at = head;
    }
  }

 private:
  Relation relation(TokenId word) const { return document_.at(word).relation; }

  void add(TokenId word, TokenId branch, std::uint8_t up, std::uint8_t down, TreePath way) {
    if (relation(word) == Relation::punct || found_.size() >= kMaxCandidates) return;
    found_.push_back({word, branch, up, down, way.path, way.universal_path});
  }

  const Document& document_;
  const Tree& tree_;
  std::vector<RoleCandidate>& found_;
};

}  // namespace

void find_role_candidates(const Document& document, const Tree& tree, TokenId predicate,
                          std::vector<RoleCandidate>& candidates) {
  candidates.clear();
  RoleCandidateFinder(document, tree, candidates).find(predicate);
}

}  // namespace dateline
