#pragma once

#include <vector>

#include "core/document.h"
#include "importers/nlp/chain_builder.h"
#include "importers/nlp/entity_words.h"

namespace dateline {

/// What rules make of a noun for somebody.
struct NounAntecedent {
  ChainId chain;                 ///< empty: somebody new
  std::vector<ChainId> members;  ///< of a new group: "the two presidents"
  bool certain = false;          ///< nothing else comes into question
};

/// The chain that a noun goes back to, by apposition, title, name or kind: "the minister", "the
/// storm", "the company".
NounAntecedent noun_antecedent_of(MentionId noun, const Document& document,
                                  const EntityWords& words, const ChainBuilder& chains);

}  // namespace dateline
