#pragma once

#include <string>
#include <vector>

#include "importers/nlp/coreference.h"
#include "importers/nlp/training/coreference_corpus.h"

namespace dateline {

/// What a ranker of English is asked in texts of corpora, read as the program reads them, and the
/// right answers. `ranker`: what partly annotated texts are read with. Error: the language's data
/// are broken.
Result<std::vector<RankedPhrase>> phrases_of(const std::vector<GoldCoreference>& texts,
                                             const PhraseRanker& ranker);

}  // namespace dateline
