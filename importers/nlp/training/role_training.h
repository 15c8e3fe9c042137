#pragma once

#include <string>
#include <vector>

#include "core/document.h"
#include "importers/nlp/word_lexicon.h"

namespace dateline {

struct RoleTrainingOptions {
  int epochs = 14;
  std::size_t width = 32;        ///< of the encoder; a multiple of 16
  std::size_t hidden = 64;       ///< of what is made of a pair; a multiple of 16
  std::uint32_t min_count = 30;  ///< of a key of a pair
  std::uint32_t seed = 1;
  WordLexicon lexicon{};
};

/// A model of roles, learnt from documents with tags, lemmas and trees such as it will be given,
/// and gold frames with their heads. Sentences without frames are left out.
std::string train_roles(const std::vector<Document>& documents, const RoleTrainingOptions& options);

}  // namespace dateline
