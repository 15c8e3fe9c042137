#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/document.h"

namespace dateline {

struct ParserTrainingOptions {
  int epochs = 7;
  std::uint32_t seed = 1;
};

/// A parser's model file, learnt from the trees of documents whose tags are such as a tagger gives
/// them. Greedy, with a dynamic oracle and exploration (Goldberg and Nivre 2013).
std::string train_parser(const std::vector<Document>& documents,
                         const ParserTrainingOptions& options);

}  // namespace dateline
