#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline {

/// Rows of 16-bit numbers; `stride` from one row's beginning to the next's, so that rows may
/// overlap.
struct NumberRows {
  const std::int16_t* data = nullptr;
  std::size_t count = 0, stride = 0;
};

/// The weights of a layer, laid out for the sums of eight outputs side by side: for each block of
/// eight outputs and each two inputs, the two weights of each output. A pair of inputs times such a
/// row is one instruction on a machine with wide vectors, and no sum must be gathered from its
/// parts. Their products are summed without rounding: the same on every machine.
class PackedWeights {
 public:
  PackedWeights() = default;
  /// `weights`: a row of `inputs` for each output.
  PackedWeights(std::span<const signed char> weights, std::size_t inputs);

  std::size_t inputs() const { return inputs_; }
  std::size_t outputs() const { return outputs_; }

  /// out[r * outputs() + o]: the sum of row r's first inputs() numbers times the weights of output
  /// o. The caller keeps to numbers whose sum fits.
  void multiply(NumberRows rows, std::int32_t* out) const;
  /// The same as it is done where vectors are not wide.
  void multiply_narrow(NumberRows rows, std::int32_t* out) const;

 private:
  struct alignas(32) PairRow {
    std::array<std::int16_t, 16> cells{};
  };

  std::size_t inputs_ = 0, outputs_ = 0;
  std::vector<PairRow> pair_rows_;
};

}  // namespace dateline
