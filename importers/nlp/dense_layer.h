#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace dateline {

/// Rows of 16-bit numbers; `stride` from one row's beginning to the next's, so that rows may
/// overlap.
struct NumberRows {
  const std::int16_t* data = nullptr;
  std::size_t count = 0, stride = 0;
};

/// out[r * weights.count + w]: the product of row r and weight row w over their first `inputs`
/// numbers, summed without rounding: the same on every machine. The caller keeps to numbers whose
/// sum fits.
void multiply(NumberRows rows, NumberRows weights, std::size_t inputs, std::int32_t* out);

/// value * scale, rounded, and cut off at +-limit, which 16 bits must hold.
void quantize(std::span<const float> values, float scale, std::int16_t* out, float limit = 32767);

/// A layer of a network: outputs = weights * inputs + bias. Weights are bytes in the file, with a
/// scale for each output, and 16 bits wide in memory.
class DenseLayer {
 public:
  /// Error: the section is not a layer. The bytes need not outlive it.
  static Result<DenseLayer> from_bytes(std::string_view section);

  std::size_t inputs() const { return inputs_; }
  std::size_t outputs() const { return scales_.size(); }
  /// `one`: what stands for 1 in the rows. `sums` and `out` get outputs() numbers for each row.
  void apply(NumberRows rows, float one, std::vector<std::int32_t>& sums,
             std::vector<float>& out) const;

 private:
  std::size_t inputs_ = 0;
  std::vector<float> scales_, bias_;
  std::vector<std::int16_t> weights_;  // a row for each output
};

/// `weights`: a row for each input, as they are trained; `bias`: one for each output.
std::string to_dense_bytes(std::span<const float> weights, std::span<const float> bias);

}  // namespace dateline
