#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <unordered_map>
#include <vector>

#include "importers/nlp/linear_model.h"
#include "importers/nlp/ner.h"

namespace dateline {

/// The feature of each hash that was seen, numbered in order of appearance.
class FeatureNumbers {
 public:
  std::uint32_t number(std::uint64_t hash);
  bool is_rare(std::uint32_t feature) const { return counts_[feature] < kMinCount; }
  std::uint64_t hash_of(std::uint32_t feature) const { return hashes_[feature]; }
  std::size_t size() const { return hashes_.size(); }

 private:
  static constexpr std::uint32_t kMinCount = 3;  // what is seen less costs room and tells little

  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> counts_;
};

/// A word of a sentence to learn from.
struct ChainWord {
  std::vector<std::uint32_t> features;  ///< the first `lexical` depend on which word it is
  std::vector<std::uint32_t> memory;    ///< features that the rest of the document gives
  std::uint32_t lexical = 0;
  std::uint16_t allowed = 1;  ///< the tags that may be right, a bit for each
  std::uint8_t letters = 0;   ///< WordForm::Case
};
struct ChainSentence {
  std::vector<ChainWord> words;
  float weight = 1;
};

/// Learns a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) by
/// stochastic gradients with steps of their own for each weight (AdaGrad: Duchi, Hazan and Singer
/// 2011). Where several tags may be right, it learns that one of them is. The features that tell
/// which word it is are left out at random, so that it learns to tell names by their surroundings.
class ChainLearner {
 public:
  explicit ChainLearner(std::size_t features) : weights_(features), squares_(features) {}

  /// How large steps are, of 1.
  void set_rate(float rate) { rate_ = rate; }
  /// One step; `with_memory` says whether the features of memory are seen.
  void learn(const ChainSentence& sentence, bool with_memory);
  std::vector<NameTag> decode(const ChainSentence& sentence, bool with_memory) const;

  /// Forgets all but the `count` features with the largest weights, to be followed by more
  /// learning, which makes up for them.
  void keep_largest(std::size_t count);
  bool is_kept(std::uint32_t feature) const { return kept_.empty() || kept_[feature]; }

  std::vector<FeatureWeights> weights(const FeatureNumbers& numbers) const;

 private:
  using Row = std::array<float, kNameTags>;
  using Table = std::array<Row, kNameTags>;
  struct Beliefs {
    std::vector<Row> tags;     // of each word
    std::vector<Table> steps;  // of each word after the tag before it
  };

  std::vector<Row> scores(const ChainSentence& sentence, bool with_memory,
                          const std::vector<bool>& hidden) const;
  Beliefs beliefs(const ChainSentence& sentence, const std::vector<Row>& scores,
                  bool allowed_only) const;
  void move(Row& weights, Row& squares, const Row& gradient) const;

  std::vector<Row> weights_, squares_;
  std::array<Table, 5> steps_{}, step_squares_{};  // by the letters of the later word
  std::vector<bool> kept_;
  float rate_ = 1;
  std::mt19937 random_{1};
};

}  // namespace dateline
