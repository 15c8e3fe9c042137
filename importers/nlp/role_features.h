#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "importers/nlp/role_candidates.h"
#include "importers/nlp/sentence_encoder.h"
#include "importers/nlp/tree.h"

namespace dateline {

/// What a network is told of a predicate, and of a predicate with a word that may head an argument
/// of it. Of the words themselves it is told by their own keys.
using PredicateKeys = std::array<std::uint64_t, 4>;
using PairKeys = std::array<std::uint64_t, 22>;

/// A predicate as the keys need it.
struct PredicateContext {
  TokenId word;
  std::uint64_t lemma = 0;  ///< with its particle and the kind of word
  std::uint64_t voice = 0;  ///< passive, gerund ..., and the kind of word
  std::uint64_t frame = 0;  ///< subjects, objects and clauses around it
};

/// Verbs, nouns and the rest have rolesets of their own.
enum class PredicateKind : std::uint8_t { verb, noun, other };
PredicateKind predicate_kind(Pos pos);

/// The words of a document, by what the roles of a sentence depend on. Valid as long as the
/// document's tokens and the tree do not change.
class RoleFeatures {
 public:
  /// `forms`: one for each token, with what a lexicon knows of them.
  RoleFeatures(const Document& document, const Tree& tree, std::span<const WordForm> forms);

  /// Of the lexicon: the lemma and the kind of word.
  std::uint64_t lexicon_key(TokenId word) const;
  WordKeys word_keys(TokenId word, const WordForm& form) const;
  PredicateContext context(TokenId predicate) const;
  /// `roleset`: its name.
  PredicateKeys predicate_keys(const PredicateContext& predicate, std::string_view roleset) const;
  PairKeys pair_keys(const PredicateContext& predicate, const RoleCandidate& candidate) const;

 private:
  std::uint64_t voice(TokenId predicate) const;

  const Document& document_;
  const Tree& tree_;
  std::vector<std::uint64_t> lemmas_;           // hashes
  std::vector<std::uint64_t> classes_;          // of what it means, told by part of speech
  std::vector<std::uint64_t> markers_;          // prepositions and conjunctions below a word
  std::vector<std::uint64_t> child_relations_;  // a bit for each
};

/// Changes whenever the keys do.
std::uint64_t role_features_hash();

}  // namespace dateline
