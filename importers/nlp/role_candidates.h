#pragma once

#include <cstdint>
#include <vector>

#include "importers/nlp/tree.h"

namespace dateline {

/// A word that may head an argument of a predicate, and the way to it through the tree.
struct RoleCandidate {
  TokenId word;
  /// The first word on the way, or the last one before it turns down: what hangs below it belongs
  /// to the way, not to an argument above.
  TokenId branch;
  std::uint8_t up = 0, down = 0;     ///< steps
  std::uint64_t path = 0;            ///< hash of the relations on the way
  std::uint64_t universal_path = 0;  ///< the same without subtypes
};

/// The words that may head arguments of `predicate`, after Xue and Palmer (2004): its children and
/// theirs, since parsers hang what belongs to the verb on its object; the heads above it; and the
/// children of these, among which are the subjects of verbs that are controlled or conjoined.
void find_role_candidates(const Document& document, const Tree& tree, TokenId predicate,
                          std::vector<RoleCandidate>& candidates);

}  // namespace dateline
