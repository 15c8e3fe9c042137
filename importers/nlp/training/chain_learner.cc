#include "importers/nlp/training/chain_learner.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

constexpr float kStepSize = 0.03f, kShrink = 1e-5f;
constexpr std::uint32_t kHiddenPercent = 30;  // words whose identity is left out
constexpr float kStill = 1e-4f;               // gradients below are not worth a step
constexpr float kForgotten = 0.3f;            // of the squared gradients, when features are dropped
constexpr float kFixedPoint = 1000;

bool is_allowed(const ChainWord& word, std::size_t tag) { return word.allowed >> tag & 1; }

void normalize(std::array<float, kNameTags>& row) {
  float sum = 1e-30f;
  for (const float value : row) sum += value;
  for (float& value : row) value /= sum;
}

}  // namespace

std::uint32_t FeatureNumbers::number(std::uint64_t hash) {
  const auto [at, fresh] = numbers_.emplace(hash, static_cast<std::uint32_t>(hashes_.size()));
  if (fresh) {
    hashes_.push_back(hash);
    counts_.push_back(0);
  }
  ++counts_[at->second];
  return at->second;
}

std::vector<ChainLearner::Row> ChainLearner::scores(const ChainSentence& sentence, bool with_memory,
                                                    const std::vector<bool>& hidden) const {
  std::vector<Row> all(sentence.words.size());
  for (std::size_t at = 0; at < all.size(); ++at) {
    const ChainWord& word = sentence.words[at];
    const auto add = [&](std::uint32_t feature) {
      for (int tag = 0; tag < kNameTags; ++tag) all[at][tag] += weights_[feature][tag];
    };
    for (std::size_t i = hidden[at] ? word.lexical : 0; i < word.features.size(); ++i)
      add(word.features[i]);
    if (with_memory) std::for_each(word.memory.begin(), word.memory.end(), add);
  }
  return all;
}

// Forwards and backwards over the sentence, each place scaled to a sum of one.
ChainLearner::Beliefs ChainLearner::beliefs(const ChainSentence& sentence,
                                            const std::vector<Row>& scores,
                                            bool allowed_only) const {
  const std::size_t size = sentence.words.size();
  std::vector<Row> own(size), forward(size + 1), backward(size);
  std::vector<Table> steps(size);
  forward[0][0] = 1;  // as if a word outside of names stood before the sentence
  for (std::size_t at = 0; at < size; ++at) {
    const ChainWord& word = sentence.words[at];
    const float most = *std::max_element(scores[at].begin(), scores[at].end());
    for (NameTag tag = 0; tag < kNameTags; ++tag) {
      const bool open = !allowed_only || is_allowed(word, tag);
      own[at][tag] = open ? std::exp(scores[at][tag] - most) + 1e-20f : 0;
      for (NameTag before = 0; before < kNameTags; ++before) {
        if (!may_follow(before, tag)) continue;
        steps[at][before][tag] = std::exp(steps_[word.letters][before][tag]) * own[at][tag];
        forward[at + 1][tag] += forward[at][before] * steps[at][before][tag];
      }
    }
    normalize(forward[at + 1]);
  }
  if (size > 0) backward[size - 1].fill(1);
  for (std::size_t at = size; at-- > 1;) {
    for (int before = 0; before < kNameTags; ++before)
      for (int tag = 0; tag < kNameTags; ++tag)
        backward[at - 1][before] += steps[at][before][tag] * backward[at][tag];
    normalize(backward[at - 1]);
  }
  Beliefs result{std::vector<Row>(size), std::move(steps)};
  for (std::size_t at = 0; at < size; ++at) {
    float sum = 1e-30f;
    for (int before = 0; before < kNameTags; ++before)
      for (int tag = 0; tag < kNameTags; ++tag)
        sum += result.steps[at][before][tag] *= forward[at][before] * backward[at][tag];
    for (Row& row : result.steps[at])
      for (int tag = 0; tag < kNameTags; ++tag) result.tags[at][tag] += row[tag] /= sum;
  }
  return result;
}

void ChainLearner::move(Row& weights, Row& squares, const Row& gradient) const {
  for (int tag = 0; tag < kNameTags; ++tag) {
    if (std::fabs(gradient[tag]) < kStill) continue;
    const float slope = gradient[tag] + kShrink * weights[tag];
    squares[tag] += slope * slope;
    weights[tag] -= kStepSize * rate_ * slope / std::sqrt(squares[tag] + 1e-6f);
  }
}

void ChainLearner::learn(const ChainSentence& sentence, bool with_memory) {
  std::vector<bool> hidden(sentence.words.size());
  for (std::size_t at = 0; at < hidden.size(); ++at) hidden[at] = random_() % 100 < kHiddenPercent;
  const std::vector<Row> all = scores(sentence, with_memory, hidden);
  const Beliefs free = beliefs(sentence, all, false), right = beliefs(sentence, all, true);
  for (std::size_t at = 0; at < sentence.words.size(); ++at) {
    const ChainWord& word = sentence.words[at];
    Row gradient, step;
    float largest = 0;
    for (int before = 0; before < kNameTags; ++before) {
      for (int tag = 0; tag < kNameTags; ++tag)
        step[tag] = free.steps[at][before][tag] - right.steps[at][before][tag];
      move(steps_[word.letters][before], step_squares_[word.letters][before], step);
    }
    for (int tag = 0; tag < kNameTags; ++tag) {
      gradient[tag] = sentence.weight * (free.tags[at][tag] - right.tags[at][tag]);
      largest = std::max(largest, std::fabs(gradient[tag]));
    }
    if (largest < 10 * kStill) continue;
    for (std::size_t i = hidden[at] ? word.lexical : 0; i < word.features.size(); ++i)
      move(weights_[word.features[i]], squares_[word.features[i]], gradient);
    if (!with_memory) continue;
    for (const std::uint32_t feature : word.memory)
      move(weights_[feature], squares_[feature], gradient);
  }
}

std::vector<NameTag> ChainLearner::decode(const ChainSentence& sentence, bool with_memory) const {
  const std::vector<bool> hidden(sentence.words.size());
  const std::vector<Row> all = scores(sentence, with_memory, hidden);
  const auto fixed = [](float score) { return static_cast<std::int32_t>(score * kFixedPoint); };
  std::vector<TagScores> local(all.size());
  std::vector<std::uint8_t> letters(all.size());
  TagSteps steps;
  for (std::size_t at = 0; at < all.size(); ++at) {
    std::transform(all[at].begin(), all[at].end(), local[at].begin(), fixed);
    letters[at] = sentence.words[at].letters;
  }
  for (std::size_t i = 0; i < steps_.size(); ++i)
    for (int before = 0; before < kNameTags; ++before)
      std::transform(steps_[i][before].begin(), steps_[i][before].end(), steps[i][before].begin(),
                     fixed);
  std::vector<NameTag> tags(all.size());
  best_tags(letters, local, steps, tags);
  return tags;
}

void ChainLearner::keep_largest(std::size_t count) {
  std::vector<float> sizes;
  for (const Row& row : weights_) {
    sizes.push_back(0);
    for (const float weight : row) sizes.back() = std::max(sizes.back(), std::fabs(weight));
  }
  if (count >= sizes.size()) return;
  std::vector<float> sorted = sizes;
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(count),
                   sorted.end(), std::greater<>());
  kept_.assign(sizes.size(), true);
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (sizes[i] <= sorted[count]) {
      kept_[i] = false;
      weights_[i] = {};
    }
    for (float& square : squares_[i]) square *= kForgotten;
  }
}

std::vector<FeatureWeights> ChainLearner::weights(const FeatureNumbers& numbers) const {
  std::vector<FeatureWeights> all;
  const auto add = [&](std::uint64_t hash, const Row& row) {
    FeatureWeights& feature = all.emplace_back();
    feature.feature = hash;
    for (std::uint8_t tag = 0; tag < kNameTags; ++tag)
      if (row[tag] != 0) feature.weights.emplace_back(tag, row[tag]);
  };
  for (std::uint32_t i = 0; i < weights_.size(); ++i)
    if (is_kept(i)) add(numbers.hash_of(i), weights_[i]);
  for (std::size_t letters = 0; letters < steps_.size(); ++letters)
    for (std::size_t before = 0; before < kNameTags; ++before)
      add(step_feature(letters, before), steps_[letters][before]);
  return all;
}

}  // namespace dateline
