#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/document.h"
#include "importers/nlp/word_lexicon.h"

namespace dateline {

struct TaggerTrainingOptions {
  int epochs = 16;
  std::size_t width = 80;  ///< of its layers; a multiple of 16
  std::uint32_t seed = 1;
  WordLexicon lexicon{};
};

/// A tagger's model file, learnt from documents with gold tags.
std::string train_tagger(const std::vector<Document>& documents,
                         const TaggerTrainingOptions& options);

/// The documents with the tags that taggers give which have not seen them: what the next model
/// should learn from, since gold tags would make it trust tags more than it can at run time.
std::vector<Document> cross_tagged(const std::vector<Document>& documents,
                                   const TaggerTrainingOptions& options);

}  // namespace dateline
