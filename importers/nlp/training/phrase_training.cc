#include "importers/nlp/training/phrase_training.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "importers/nlp/training/matrix.h"

namespace dateline {
namespace {

using ChoiceRows = std::vector<std::vector<std::uint32_t>>;

struct PhraseExample {
  ChoiceRows choices;  // features by number
  std::size_t right = 0;
};

// Features that are frequent enough, numbered as they are first met.
class PhraseFeatureNumbers {
 public:
  PhraseFeatureNumbers(const std::vector<RankedPhrase>& phrases, std::uint32_t least) {
    std::unordered_map<std::uint64_t, std::uint32_t> counts;
    for (const RankedPhrase& phrase : phrases)
      for (const PhraseChoice& choice : phrase.choices)
        for (const std::uint64_t feature : choice.features) ++counts[feature];
    for (const RankedPhrase& phrase : phrases)
      for (const PhraseChoice& choice : phrase.choices)
        for (const std::uint64_t feature : choice.features)
          if (counts[feature] >= least &&
              numbers_.emplace(feature, static_cast<std::uint32_t>(features_.size())).second)
            features_.push_back(feature);
  }

  std::vector<std::uint32_t> of(const std::vector<std::uint64_t>& features) const {
    std::vector<std::uint32_t> found;
    for (const std::uint64_t feature : features)
      if (const auto known = numbers_.find(feature); known != numbers_.end())
        found.push_back(known->second);
    return found;
  }
  const std::vector<std::uint64_t>& all() const { return features_; }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
  std::vector<std::uint64_t> features_;
};

class PhraseLearner {
 public:
  PhraseLearner(std::size_t features, const PhraseTrainingOptions& options)
      : options_(options), weights_(features), squares_(features) {}

  void learn(const PhraseExample& example) {
    std::vector<double> chances;
    for (std::size_t i = 0; i < example.choices.size(); ++i) {
      double score = cost(i, example.right);
      for (const std::uint32_t feature : example.choices[i]) score += weights_[feature];
      chances.push_back(score);
    }
    const double top = *std::ranges::max_element(chances);
    double sum = 0;
    for (double& chance : chances) sum += chance = std::exp(chance - top);
    for (std::size_t i = 0; i < chances.size(); ++i) {
      const double error = (i == example.right) - chances[i] / sum;
      if (std::abs(error) < kLeastError) continue;
      for (const std::uint32_t feature : example.choices[i]) move(feature, error);
    }
  }

  const std::vector<double>& weights() const { return weights_; }

 private:
  static constexpr double kLeastError = 0.0005;

  double cost(std::size_t choice, std::size_t right) const {
    if (choice == right) return 0;
    if (choice == 0) return options_.cost_of_opening;
    return right == 0 ? options_.cost_of_joining : options_.cost_of_wrong_chain;
  }

  void move(std::uint32_t feature, double error) {
    const double gradient = error - options_.penalty * weights_[feature];
    squares_[feature] += gradient * gradient;
    weights_[feature] += options_.rate * gradient / (std::sqrt(squares_[feature]) + 1e-6);
  }

  const PhraseTrainingOptions& options_;
  std::vector<double> weights_, squares_;
};

std::string phrase_model_of(const std::vector<std::uint64_t>& features,
                            const std::vector<double>& weights) {
  constexpr double kLeast = 0.02;
  std::vector<FeatureWeights> kept;
  float largest = 1e-9f;
  for (std::size_t i = 0; i < features.size(); ++i) {
    const auto weight = static_cast<float>(weights[i]);
    if (std::abs(weights[i]) < kLeast) continue;
    kept.push_back({features[i], {{std::uint8_t{0}, weight}}});
    largest = std::max(largest, std::fabs(weight));
  }
  std::string scale;
  append_value(scale, largest / 127);
  return to_model_bytes(kPhrasesKind, phrase_features_hash(),
                        {to_linear_bytes(1, std::move(kept)), scale});
}

}  // namespace

std::string train_phrases(const std::vector<RankedPhrase>& phrases,
                          const PhraseTrainingOptions& options) {
  const PhraseFeatureNumbers numbers(phrases, options.min_count);
  std::vector<PhraseExample> examples;
  for (const RankedPhrase& phrase : phrases) {
    PhraseExample& example = examples.emplace_back();
    example.right = phrase.right;
    for (const PhraseChoice& choice : phrase.choices)
      example.choices.push_back(numbers.of(choice.features));
  }
  PhraseLearner learner(numbers.all().size(), options);
  RandomNumbers random(options.seed);
  std::vector<std::size_t> order(examples.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i)
      std::swap(order[i - 1], order[random.next() % i]);
    for (const std::size_t i : order) learner.learn(examples[i]);
  }
  return phrase_model_of(numbers.all(), learner.weights());
}

}  // namespace dateline
