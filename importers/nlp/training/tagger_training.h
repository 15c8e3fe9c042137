#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/document.h"

namespace dateline {

struct TaggerTrainingOptions {
  int epochs = 5;
  std::uint32_t seed = 1;
  bool tag_documents = true;  ///< also return the documents tagged; takes as long again
};

struct TrainedTagger {
  std::string model;  ///< the bytes of a model file
  /// The documents with tags by models that had not seen them: what the next model should learn
  /// from, since gold tags would make it trust tags more than it can at run time.
  std::vector<Document> tagged;
};

/// Learns from documents with gold tags.
TrainedTagger train_tagger(const std::vector<Document>& documents,
                           const TaggerTrainingOptions& options);

}  // namespace dateline
