#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "importers/nlp/role_candidates.h"
#include "importers/nlp/tree.h"

namespace dateline {

/// The words of the arguments of a predicate: from each one's head outwards, as far as what hangs
/// on it goes without a gap, and without punctuation at the ends. What hangs on the predicate, on
/// another argument, or on the way from the predicate up to an argument, is left out.
class ArgumentSpans {
 public:
  /// For documents of so many words; to be used again for each predicate.
  explicit ArgumentSpans(std::size_t words) : marks_(words) {}

  /// Appends a range for each of `arguments`, which begin in `sentence`.
  void find(const Document& document, const Tree& tree, TokenRange sentence, TokenId predicate,
            std::span<const RoleCandidate> arguments, std::vector<TokenRange>& ranges);

 private:
  using Mark = std::uint32_t;

  void mark(TokenId word, Mark mark);
  void mark_all(const Document& document, const Tree& tree, TokenId predicate,
                std::span<const RoleCandidate> arguments);
  Mark owner(const Document& document, TokenId word, std::uint32_t steps) const;

  std::vector<Mark> marks_;  // of the words where an argument begins or ends, 0 for the others
  std::vector<std::uint32_t> marked_;
};

}  // namespace dateline
