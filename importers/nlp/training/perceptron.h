#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "importers/nlp/linear_model.h"

namespace dateline {

/// Learns a linear model by the averaged perceptron (Collins 2002), with lazily averaged sparse
/// weights. Features come to life when they first take part in a mistake.
class Perceptron {
 public:
  /// Once any feature is counted, only those that were counted `min_count` times are learnt: what
  /// is seen a few times costs room, and tells less than it seems to.
  explicit Perceptron(int classes, std::uint8_t min_count = 2)
      : classes_(classes), min_count_(min_count) {}

  int classes() const { return classes_; }
  /// Counts features of the training data.
  void count(std::span<const std::uint64_t> features);
  /// Sets one score for each class.
  void score(std::span<const std::uint64_t> features, std::vector<float>& scores);
  /// Moves the features' weights towards `right` and away from `wrong`.
  void update(std::span<const std::uint64_t> features, int right, int wrong, float amount = 1);
  /// To be called once an example, or once a decision: time for the average.
  void tick() { ++now_; }

  /// Puts the averages in the place of the weights: to be called once, when all is learnt.
  void use_average();
  std::vector<FeatureWeights> weights() const;

 private:
  struct Cell {
    float weight = 0;
    float total = 0;  // of weight over time, up to `since`
    std::uint32_t since = 0;
    std::uint8_t label = 0;
  };
  struct Row {
    std::uint64_t feature = 0;
    std::uint32_t first = 0;
    std::uint8_t count = 0, capacity = 0;
  };

  static constexpr std::size_t kCounters = std::size_t{1} << 24;  // shared on collision

  bool is_admitted(std::uint64_t feature) const;
  const Row* find(std::uint64_t feature) const;
  Row& get(std::uint64_t feature);
  Cell& cell(Row& row, int label);
  void add(Row& row, int label, float amount);
  void grow_table();

  int classes_;
  std::uint8_t min_count_;
  std::uint32_t now_ = 0;
  std::vector<std::uint8_t> counts_;
  std::vector<std::uint32_t> table_ = std::vector<std::uint32_t>(1 << 16);  // row + 1, or 0
  std::vector<Row> rows_;
  std::vector<Cell> cells_;
};

}  // namespace dateline
