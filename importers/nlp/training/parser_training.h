#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/document.h"
#include "importers/nlp/word_lexicon.h"

namespace dateline {

struct ParserTrainingOptions {
  int epochs = 20;
  std::uint32_t seed = 1;
  WordLexicon lexicon{};
};

/// A parser's model file, learnt from the trees of documents whose tags are such as a tagger gives
/// them: each word's head among all words of its sentence, and the relation to it.
std::string train_parser(const std::vector<Document>& documents,
                         const ParserTrainingOptions& options);

/// The documents with the trees that two parsers give which have not seen them.
std::vector<Document> cross_parsed(const std::vector<Document>& documents,
                                   const ParserTrainingOptions& options);

}  // namespace dateline
