#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "importers/data_files.h"
#include "importers/nlp/growing_chain.h"
#include "importers/nlp/linear_model.h"
#include "importers/nlp/model_file.h"
#include "importers/nlp/phrase_facts.h"

namespace dateline {

/// How well one choice for a phrase fits: to join a chain, or to open one of its own.
struct PhraseChoice {
  ChainId chain;       ///< empty: one of its own
  MentionId last;      ///< by which the chain was last spoken of, or will be
  bool alike = false;  ///< the phrase shares a word with the chain, or stands beside it
  std::vector<std::uint64_t> features;
};

/// What choices for a phrase are made from. Refers to its parts.
struct PhraseContext {
  const Document& document;
  const Tree& tree;
  const std::vector<PhraseFacts>& facts;  ///< by mention
  const std::vector<GrowingChain>& growing;
  const std::vector<ChainId>& recent;  ///< as they were last spoken of
};

/// To open a chain first, then the chains spoken of before, the latest first. `rule`: the chain
/// that rules would join the phrase to; empty if none.
std::vector<PhraseChoice> phrase_choices(const PhraseContext& context, MentionId phrase,
                                         ChainId rule);
std::uint64_t phrase_features_hash();

/// Weighs choices by a log-linear model (mention ranking; Denis and Baldridge 2008). Without a
/// model it follows the rules.
class PhraseRanker {
 public:
  /// Error.message names the file and what is wrong with it. A file that is empty is no model.
  static Result<PhraseRanker> load(const DataFiles& files, std::string_view language);
  static Result<PhraseRanker> from_model(const ModelFile& model);

  bool knows() const { return scale_ > 0; }
  /// Log-odds of a choice over another are the difference of their scores.
  double score(std::span<const std::uint64_t> features) const;

 private:
  LinearModel weights_;
  float scale_ = 0;  // of one unit of a weight
};

constexpr std::string_view kPhrasesKind = "phrases";

}  // namespace dateline
