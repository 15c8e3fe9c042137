#pragma once

#include <string>
#include <vector>

#include "importers/nlp/coreference.h"

namespace dateline {

struct PhraseTrainingOptions {
  int epochs = 12;
  std::uint32_t min_count = 3;  ///< of a feature
  double rate = 0.1;
  double penalty = 0.00001;      ///< on the squares of weights
  double cost_of_opening = 2.0;  ///< softmax margins: a phrase told as new that is not
  double cost_of_joining = 0.3;
  double cost_of_wrong_chain = 0.6;
  std::uint32_t seed = 1;
};

/// The model of a PhraseRanker: a softmax over the choices of each phrase, learnt by AdaGrad, with
/// costs for each kind of mistake (Durrett and Klein, "Easy victories and uphill battles in
/// coreference resolution", EMNLP 2013).
std::string train_phrases(const std::vector<RankedPhrase>& phrases,
                          const PhraseTrainingOptions& options = {});

}  // namespace dateline
