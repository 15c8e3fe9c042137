#pragma once

#include <vector>

#include "core/document.h"

namespace dateline {

constexpr int kMaxHeads = 8;  ///< between a clause and what it belongs to, in one sentence

/// One head to be changed. Collected first, so that a tree stays as it was while it is read.
struct TreeChange {
  TokenId token, head;  ///< head: empty for the root
  Relation relation;
};
using TreeChanges = std::vector<TreeChange>;

/// In their order: of two changes of one token the later holds.
inline void change_heads(Document& document, const TreeChanges& changes) {
  for (const TreeChange& change : changes) {
    document.tokens[change.token.index].head = change.head;
    document.tokens[change.token.index].relation = change.relation;
  }
}

}  // namespace dateline
