#include "importers/nlp/training/perceptron.h"

#include <algorithm>

namespace dateline {

void Perceptron::count(std::span<const std::uint64_t> features) {
  if (counts_.empty()) counts_.resize(kCounters);
  for (const std::uint64_t feature : features) {
    std::uint8_t& counter = counts_[feature >> 40];
    if (counter < min_count_) ++counter;
  }
}

bool Perceptron::is_admitted(std::uint64_t feature) const {
  return counts_.empty() || counts_[feature >> 40] >= min_count_;
}

const Perceptron::Row* Perceptron::find(std::uint64_t feature) const {
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = feature & mask; table_[at] != 0; at = (at + 1) & mask)
    if (rows_[table_[at] - 1].feature == feature) return &rows_[table_[at] - 1];
  return nullptr;
}

void Perceptron::grow_table() {
  table_.assign(table_.size() * 2, 0);
  const std::size_t mask = table_.size() - 1;
  for (std::uint32_t i = 0; i < rows_.size(); ++i) {
    std::size_t at = rows_[i].feature & mask;
    while (table_[at] != 0) at = (at + 1) & mask;
    table_[at] = i + 1;
  }
}

Perceptron::Row& Perceptron::get(std::uint64_t feature) {
  if (rows_.size() * 2 >= table_.size()) grow_table();
  const std::size_t mask = table_.size() - 1;
  std::size_t at = feature & mask;
  for (; table_[at] != 0; at = (at + 1) & mask)
    if (rows_[table_[at] - 1].feature == feature) return rows_[table_[at] - 1];
  rows_.push_back({.feature = feature});
  table_[at] = static_cast<std::uint32_t>(rows_.size());
  return rows_.back();
}

Perceptron::Cell& Perceptron::cell(Row& row, int label) {
  for (std::uint32_t i = row.first; i < row.first + row.count; ++i)
    if (cells_[i].label == label) return cells_[i];
  if (row.count == row.capacity) {
    const int capacity = std::min(std::max(2, row.capacity * 2), 255);
    const auto first = static_cast<std::uint32_t>(cells_.size());
    cells_.resize(cells_.size() + static_cast<std::size_t>(capacity));
    std::copy_n(cells_.begin() + row.first, row.count, cells_.begin() + first);
    row.first = first;
    row.capacity = static_cast<std::uint8_t>(capacity);
  }
  Cell& fresh = cells_[row.first + row.count++];
  fresh = {.since = now_, .label = static_cast<std::uint8_t>(label)};
  return fresh;
}

void Perceptron::add(Row& row, int label, float amount) {
  Cell& changed = cell(row, label);
  changed.total += changed.weight * static_cast<float>(now_ - changed.since);
  changed.since = now_;
  changed.weight += amount;
}

void Perceptron::score(std::span<const std::uint64_t> features, std::vector<float>& scores) {
  scores.assign(static_cast<std::size_t>(classes_), 0);
  const std::size_t mask = table_.size() - 1;
  for (const std::uint64_t feature : features) __builtin_prefetch(&table_[feature & mask]);
  for (const std::uint64_t feature : features)
    if (const Row* row = find(feature))
      for (std::uint32_t i = row->first; i < row->first + row->count; ++i)
        scores[cells_[i].label] += cells_[i].weight;
}

void Perceptron::update(std::span<const std::uint64_t> features, int right, int wrong,
                        float amount) {
  for (const std::uint64_t feature : features) {
    if (!is_admitted(feature)) continue;
    Row& row = get(feature);
    add(row, right, amount);
    add(row, wrong, -amount);
  }
}

void Perceptron::use_average() {
  for (const Row& row : rows_)
    for (std::uint32_t i = row.first; i < row.first + row.count; ++i) {
      Cell& cell = cells_[i];
      const float total = cell.total + cell.weight * static_cast<float>(now_ - cell.since);
      cell.weight = total / static_cast<float>(std::max(now_, 1u));
    }
}

std::vector<FeatureWeights> Perceptron::weights() const {
  std::vector<FeatureWeights> all;
  for (const Row& row : rows_) {
    FeatureWeights& feature = all.emplace_back();
    feature.feature = row.feature;
    for (std::uint32_t i = row.first; i < row.first + row.count; ++i)
      if (cells_[i].weight != 0) feature.weights.emplace_back(cells_[i].label, cells_[i].weight);
    std::sort(feature.weights.begin(), feature.weights.end());
  }
  return all;
}

}  // namespace dateline
