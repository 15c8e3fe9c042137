#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "importers/nlp/packed_weights.h"

namespace dateline {

/// out[r * weights.count + w]: the product of row r and weight row w over their first `inputs`
/// numbers, summed without rounding: the same on every machine. The caller keeps to numbers whose
/// sum fits.
void multiply(NumberRows rows, NumberRows weights, std::size_t inputs, std::int32_t* out);

/// value * scale, rounded, and cut off at +-limit, which 16 bits must hold.
void quantize(std::span<const float> values, float scale, std::int16_t* out, float limit = 32767);

/// What the section of a layer holds: outputs = weights * inputs + bias.
struct DenseSection {
  /// Error: the section is not a layer.
  static Result<DenseSection> from_bytes(std::string_view section);

  std::size_t inputs = 0;
  std::vector<float> scales, bias;       ///< one for each output; a weight is its byte times scale
  std::span<const signed char> weights;  ///< a row for each output, where the bytes lie
};

/// A layer of a network.
class DenseLayer {
 public:
  /// Error: the section is not a layer. The bytes need not outlive it.
  static Result<DenseLayer> from_bytes(std::string_view section);

  std::size_t inputs() const { return weights_.inputs(); }
  std::size_t outputs() const { return scales_.size(); }
  /// `one`: what stands for 1 in the rows. `sums` and `out` get outputs() numbers for each row.
  void apply(NumberRows rows, float one, std::vector<std::int32_t>& sums,
             std::vector<float>& out) const;

 private:
  std::vector<float> scales_, bias_;
  PackedWeights weights_;
};

/// `weights`: a row for each input, as they are trained; `bias`: one for each output.
std::string to_dense_bytes(std::span<const float> weights, std::span<const float> bias);

}  // namespace dateline
