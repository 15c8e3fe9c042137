#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace dateline {

/// Weights of a linear classifier over hashed features, as a section of a model file.
///
/// A feature's 64-bit hash picks a bucket by its high bits; the bucket's bytes hold, one after
/// another, each feature that falls there: 2 bytes to check it by, a count, and as many pairs of
/// class and weight. Most features speak for few classes, so this takes a third of a dense row of
/// bytes, and unlike a dense table hashed without check it lets no feature speak for another.
class LinearModel {
 public:
  /// The bytes must outlive the model. Error: the section is not one.
  static Result<LinearModel> from_bytes(std::string_view section);

  int classes() const { return classes_; }
  /// Adds the features' weights to `scores`, which has one for each class.
  void add_scores(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const;

 private:
  int classes_ = 0;
  int shift_ = 63;            // bucket = hash >> shift
  std::string_view offsets_;  // of the buckets, and of the end, 4 bytes each
  std::string_view entries_;
};

/// The class of the highest score; the first of equals. `scores` is not empty.
int best_class(std::span<const std::int32_t> scores);

/// A feature and its weights, for writing.
struct FeatureWeights {
  std::uint64_t feature = 0;
  std::vector<std::pair<std::uint8_t, float>> weights;  ///< class and weight, ascending by class
};
/// Quantises to 8 bits; weights that become smaller than `least`, and features without any, are
/// left out.
std::string to_linear_bytes(int classes, std::vector<FeatureWeights> features, int least = 1);

}  // namespace dateline
