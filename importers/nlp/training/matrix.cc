#include "importers/nlp/training/matrix.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "importers/nlp/hash.h"
#include "importers/nlp/wide_vectors.h"

namespace dateline {
namespace {

typedef float Eight __attribute__((vector_size(32)));  // no other way to spell it

struct Product {
  std::size_t rows, columns, inner;
  MatrixView a;
  const float* b;
  std::size_t b_down;
  float* to;
  std::size_t to_down;

  [[gnu::always_inline]] inline void operator()() const {
    for (std::size_t column = 0; column < columns; column += kColumnBlock) {
      std::size_t row = 0;
      for (; row + 6 <= rows; row += 6) block<6>(row, column);
      for (; row + 2 <= rows; row += 2) block<2>(row, column);
      if (row < rows) block<1>(row, column);
    }
  }

  // A block of so many rows and 16 columns, whose sums stay in registers.
  template <std::size_t kRows>
  [[gnu::always_inline]] inline void block(std::size_t row, std::size_t column) const {
    Eight left[kRows], right[kRows];
    for (std::size_t r = 0; r < kRows; ++r) {
      std::memcpy(&left[r], to + (row + r) * to_down + column, sizeof(Eight));
      std::memcpy(&right[r], to + (row + r) * to_down + column + 8, sizeof(Eight));
    }
    const float* const from = a.cells + static_cast<std::ptrdiff_t>(row) * a.down;
    for (std::size_t i = 0; i < inner; ++i) {
      Eight b_left, b_right;
      std::memcpy(&b_left, b + i * b_down + column, sizeof(Eight));
      std::memcpy(&b_right, b + i * b_down + column + 8, sizeof(Eight));
      for (std::size_t r = 0; r < kRows; ++r) {
        const float factor = from[static_cast<std::ptrdiff_t>(r) * a.down +
                                  static_cast<std::ptrdiff_t>(i) * a.right];
        left[r] += factor * b_left;
        right[r] += factor * b_right;
      }
    }
    for (std::size_t r = 0; r < kRows; ++r) {
      std::memcpy(to + (row + r) * to_down + column, &left[r], sizeof(Eight));
      std::memcpy(to + (row + r) * to_down + column + 8, &right[r], sizeof(Eight));
    }
  }
};

struct AdamStep {
  float *value, *gradient, *mean, *square;
  std::size_t size;
  float rate, scale;

  [[gnu::always_inline]] inline void operator()() const {
    constexpr float kMeanDecay = 0.9f, kSquareDecay = 0.95f, kLeast = 1e-8f;
    for (std::size_t i = 0; i < size; ++i) {
      const float slope = gradient[i] * scale;
      mean[i] = kMeanDecay * mean[i] + (1 - kMeanDecay) * slope;
      square[i] = kSquareDecay * square[i] + (1 - kSquareDecay) * slope * slope;
      value[i] -= rate * mean[i] / (__builtin_sqrtf(square[i]) + kLeast);
      gradient[i] = 0;
    }
  }
};

}  // namespace

void add_product(std::size_t rows, std::size_t columns, std::size_t inner, MatrixView a,
                 const float* b, std::size_t b_down, float* to, std::size_t to_down) {
  run_wide(Product{rows, columns, inner, a, b, b_down, to, to_down});
}

std::uint64_t RandomNumbers::next() {
  state_ += 0x9E3779B97F4A7C15ull;
  return mixed(state_);
}

// Twelve even numbers have variance 1.
float RandomNumbers::normal() {
  float sum = -6;
  for (int i = 0; i < 12; ++i) sum += unit();
  return sum;
}

void Parameter::reset(std::size_t rows, std::size_t columns, float deviation,
                      RandomNumbers& random) {
  for (Matrix* matrix : {&value, &gradient, &mean, &square}) matrix->reset(rows, columns);
  if (deviation > 0)
    for (float& cell : value.cells) cell = deviation * random.normal();
  is_touched.assign(rows, false);
}

void Parameter::touch(std::uint32_t row) {
  if (is_touched[row]) return;
  is_touched[row] = true;
  touched.push_back(row);
}

void Adam::step(std::span<Parameter* const> parameters, float rate, float scale) {
  first_ *= 0.9f;
  second_ *= 0.95f;
  rate *= std::sqrt(1 - second_) / (1 - first_);
  const auto change = [&](Parameter& parameter, std::size_t from, std::size_t size) {
    run_wide(AdamStep{parameter.value.cells.data() + from, parameter.gradient.cells.data() + from,
                      parameter.mean.cells.data() + from, parameter.square.cells.data() + from,
                      size, rate, scale});
  };
  for (Parameter* parameter : parameters) {
    const std::size_t width = parameter->value.columns;
    if (!parameter->by_rows) change(*parameter, 0, parameter->value.cells.size());
    for (const std::uint32_t row : parameter->touched) {
      change(*parameter, row * width, width);
      parameter->is_touched[row] = false;
    }
    parameter->touched.clear();
  }
}

}  // namespace dateline
