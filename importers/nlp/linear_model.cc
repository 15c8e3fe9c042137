#include "importers/nlp/linear_model.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "importers/nlp/model_file.h"

namespace dateline {
namespace {

constexpr std::size_t kHeader = 8;  // classes and shift, 4 bytes each

std::uint16_t check_of(std::uint64_t feature) { return static_cast<std::uint16_t>(feature); }

// Adds the weights of the feature that `check` stands for, if it is among a bucket's.
void add_weights(std::uint16_t check, std::string_view bucket, std::span<std::int32_t> scores) {
  const auto* at = reinterpret_cast<const unsigned char*>(bucket.data());
  const auto* const end = at + bucket.size();
  while (at < end) {
    std::uint16_t other;
    std::memcpy(&other, at, 2);
    const unsigned count = at[2];
    at += 3;
    if (other == check) {
      for (unsigned i = 0; i < count; ++i)
        scores[at[2 * i]] += static_cast<signed char>(at[2 * i + 1]);
      return;
    }
    at += 2 * count;
  }
}

}  // namespace

Result<LinearModel> LinearModel::from_bytes(std::string_view section) {
  LinearModel model;
  model.classes_ = read_at<std::int32_t>(section, 0);
  model.shift_ = read_at<std::int32_t>(section, 4);
  const bool sane = section.size() > kHeader && model.classes_ > 0 && model.classes_ <= 256 &&
                    model.shift_ >= 36 && model.shift_ < 64;
  const std::size_t buckets = sane ? std::size_t{1} << (64 - model.shift_) : 0;
  if (!sane || section.size() < kHeader + 4 * (buckets + 1))
    return Error{"expected the weights of a linear model", {}};
  model.offsets_ = section.substr(kHeader, 4 * (buckets + 1));
  model.entries_ = section.substr(kHeader + model.offsets_.size());
  std::uint32_t last = 0;
  for (std::size_t i = 0; i <= buckets; ++i) {
    const auto offset = read_at<std::uint32_t>(model.offsets_, 4 * i);
    if (offset < last || offset > model.entries_.size())
      return Error{"expected the buckets of a linear model in order", {}};
    last = offset;
  }
  return model;
}

void LinearModel::add_scores(std::span<const std::uint64_t> features,
                             std::span<std::int32_t> scores) const {
  // In rounds, so that what is fetched for one feature arrives while others are fetched.
  constexpr std::size_t kRound = 64;
  std::uint32_t ranges[kRound][2];
  for (; !features.empty(); features = features.subspan(std::min(kRound, features.size()))) {
    const auto round = features.first(std::min(kRound, features.size()));
    for (const std::uint64_t feature : round)
      __builtin_prefetch(offsets_.data() + 4 * (feature >> shift_));
    for (std::size_t i = 0; i < round.size(); ++i) {
      std::memcpy(ranges[i], offsets_.data() + 4 * (round[i] >> shift_), sizeof ranges[i]);
      __builtin_prefetch(entries_.data() + ranges[i][0]);
    }
    for (std::size_t i = 0; i < round.size(); ++i)
      add_weights(check_of(round[i]), entries_.substr(ranges[i][0], ranges[i][1] - ranges[i][0]),
                  scores);
  }
}

int best_class(std::span<const std::int32_t> scores) {
  return static_cast<int>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

namespace {

// The weight that becomes 127. Clipping even a thousandth of the weights for the sake of the small
// ones costs half a point of accuracy: the large ones belong to the most frequent words.
float full_scale(const std::vector<FeatureWeights>& features) {
  float largest = 1e-9f;
  for (const FeatureWeights& feature : features)
    for (const auto& [label, weight] : feature.weights)
      largest = std::max(largest, std::fabs(weight));
  return largest;
}

std::string entry_bytes(const FeatureWeights& feature, float scale, int least) {
  std::string cells;
  for (const auto& [label, weight] : feature.weights) {
    const auto small = std::clamp(std::lround(weight / scale * 127), -127l, 127l);
    if (std::labs(small) < least) continue;
    cells += static_cast<char>(label);
    cells += static_cast<char>(small);
  }
  if (cells.empty()) return cells;
  std::string entry;
  append_value(entry, check_of(feature.feature));
  entry += static_cast<char>(cells.size() / 2);
  return entry + cells;
}

}  // namespace

std::string to_linear_bytes(int classes, std::vector<FeatureWeights> features, int least) {
  std::sort(features.begin(), features.end(),
            [](const auto& a, const auto& b) { return a.feature < b.feature; });
  const float scale = full_scale(features);
  std::vector<std::pair<std::uint64_t, std::string>> entries;
  for (const FeatureWeights& feature : features)
    if (auto bytes = entry_bytes(feature, scale, least); !bytes.empty())
      entries.emplace_back(feature.feature, std::move(bytes));

  const int bits = std::max(4, static_cast<int>(std::bit_width(entries.size())) - 1);
  std::string header, offsets, body;
  append_value(header, static_cast<std::int32_t>(classes));
  append_value(header, static_cast<std::int32_t>(64 - bits));
  std::size_t next = 0;
  for (std::size_t bucket = 0; bucket < std::size_t{1} << bits; ++bucket) {
    append_value(offsets, static_cast<std::uint32_t>(body.size()));
    while (next < entries.size() && entries[next].first >> (64 - bits) == bucket)
      body += entries[next++].second;
  }
  append_value(offsets, static_cast<std::uint32_t>(body.size()));
  return header + offsets + body;
}

}  // namespace dateline
