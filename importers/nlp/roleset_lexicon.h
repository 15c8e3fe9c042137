#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "importers/nlp/role_features.h"
#include "importers/nlp/word_form.h"

namespace dateline {

/// What a word may be as a predicate: rows of the lexicon, of which the first says that it is none.
struct RolesetEntry {
  std::uint32_t first = 0;
  std::uint32_t count = 0;  ///< 0: it is no predicate
};

/// One row: a roleset's name, how frequent it is for its word, and a vector that the network's
/// question about the word is multiplied with.
struct RolesetRow {
  std::string name;  ///< "warn.01"; empty: no predicate, or a predicate of no known roleset
  float prior = 0;   ///< logarithm of its share
};

/// The rolesets of the training data by lemma and kind of word (PropBank: Palmer et al. 2005), and
/// how to choose among them. Words that it does not know have an entry for their kind.
class RolesetLexicon {
 public:
  /// `width`: of the vectors. The bytes must outlive it. Error: a section is damaged.
  static Result<RolesetLexicon> from_bytes(std::string_view entries, std::string_view rows,
                                           std::string_view vectors, std::size_t width);

  RolesetEntry find(std::uint64_t key, Pos pos) const;
  std::string_view name(std::uint32_t row) const { return names_[row]; }
  /// How well a row answers the question, of which kQuestionOne stands for 1.
  float score(std::uint32_t row, std::span<const std::int16_t> question) const;

  static constexpr float kQuestionOne = 256;

 private:
  std::string_view entries_, vectors_;
  std::vector<std::string_view> names_;
  std::vector<float> priors_;
};

/// Whether a word can be a predicate. Of adverbs and proper nouns, those that the lexicon knows.
bool may_be_predicate(Pos pos);
/// What a word is asked that the lexicon does not know: two of the first rows, by its kind.
constexpr RolesetEntry unknown_predicate(PredicateKind kind) {
  return {2 * static_cast<std::uint32_t>(kind), 2};
}
constexpr std::uint32_t kUnknownRows = 6;
RolesetEntry entry_of_unknown(Pos pos);
/// For each row its prior, 4 bytes, and its name with its length before it.
std::string roleset_row_bytes(std::span<const RolesetRow> rows);

}  // namespace dateline
