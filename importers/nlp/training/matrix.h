#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline {

/// Numbers in rows.
struct Matrix {
  std::size_t rows = 0, columns = 0;
  std::vector<float> cells;

  void reset(std::size_t new_rows, std::size_t new_columns) {
    rows = new_rows;
    columns = new_columns;
    cells.assign(rows * columns, 0);
  }
  float* row(std::size_t i) { return cells.data() + i * columns; }
  const float* row(std::size_t i) const { return cells.data() + i * columns; }
};

/// Where the cells of a matrix lie: `down` from one row to the next, `right` from one column to the
/// next, so that a view may be of a part, or turned.
struct MatrixView {
  const float* cells = nullptr;
  std::ptrdiff_t down = 0, right = 1;
};

/// to += a * b, where a has `rows` rows and `inner` columns, b `inner` rows and `columns` columns,
/// which must be a multiple of kColumnBlock; b and to have their columns side by side. Every cell's
/// sum is made in one order, on every machine.
constexpr std::size_t kColumnBlock = 16;
void add_product(std::size_t rows, std::size_t columns, std::size_t inner, MatrixView a,
                 const float* b, std::size_t b_down, float* to, std::size_t to_down);
constexpr std::size_t block_multiple(std::size_t columns) {
  return (columns + kColumnBlock - 1) / kColumnBlock * kColumnBlock;
}

/// Numbers that look random, the same for the same seed on every machine.
class RandomNumbers {
 public:
  explicit RandomNumbers(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next();
  float unit() { return static_cast<float>(next() >> 40) * (1.f / 16777216.f); }  ///< below 1
  float normal();  ///< mean 0, deviation 1, nearly normal

 private:
  std::uint64_t state_;
};

/// Numbers to be learnt, and how they are to change.
struct Parameter {
  Matrix value, gradient, mean, square;
  bool by_rows = false;                ///< only touched rows have gradients
  std::vector<std::uint32_t> touched;  ///< of these
  std::vector<bool> is_touched;

  void reset(std::size_t rows, std::size_t columns, float deviation, RandomNumbers& random);
  void touch(std::uint32_t row);
};

/// Adam (Kingma and Ba 2015).
class Adam {
 public:
  /// Changes the parameters by their gradients times `scale`, and clears these.
  void step(std::span<Parameter* const> parameters, float rate, float scale);

 private:
  float first_ = 1, second_ = 1;  // powers of the decays
};

}  // namespace dateline
