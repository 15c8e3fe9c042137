#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/token.h"
#include "importers/nlp/dense_layer.h"

namespace dateline {

/// One of the two functions that squash a sum; within 0.0002 of the true ones, and the same on
/// every machine, which the library's are not.
[[gnu::always_inline]] inline float quick_exp(float x) {
  constexpr float kLimit = 40, kRound = 12582912;  // 1.5 * 2^23: adding it rounds to a whole number
  const float low = x > -kLimit ? x : -kLimit;
  const float y = (low < kLimit ? low : kLimit) * 1.44269504f;  // 2^y
  const float whole = (y + kRound) - kRound;
  const float rest = y - whole;
  const float power =
      1 + rest * (0.693147182f + rest * (0.240226462f + rest * (0.0555052f + rest * 0.00961812f)));
  const std::int32_t bits = (static_cast<std::int32_t>(whole) + 127) << 23;
  return power * __builtin_bit_cast(float, bits);
}
[[gnu::always_inline]] inline float logistic(float x) { return 1 / (1 + quick_exp(-x)); }
[[gnu::always_inline]] inline float hyperbolic_tangent(float x) {
  return 2 / (1 + quick_exp(-2 * x)) - 1;
}

/// Sentences side by side, for a layer that reads them.
struct WordLine {
  std::span<const std::int32_t* const>
      rows;                               ///< for each place, what RecurrentLayer::multiply made
  std::span<const TokenRange> sentences;  ///< of places; in order, and without overlaps
};

/// A simple recurrent unit in both directions (Lei et al. 2018): its gates are one product for all
/// words, and only numbers are carried from word to word, so that it is quick without a GPU.
///
///     z, f, r = tanh, logistic, logistic of the input's products (and of f' c, r' c of the last)
///     c = f * c of the last word + (1 - f) * z;    state = r * c
class RecurrentLayer {
 public:
  /// What stands for 1 in states.
  static constexpr float kOne = 16384;
  /// What a layer may read of: a word, or a word and its two neighbours, of equal widths.
  enum class Window : std::size_t { word = 1, neighbours = 3 };

  /// `peepholes`: f' and r' of the first direction, and of the second, 4 bytes a number.
  static Result<RecurrentLayer> from_bytes(std::string_view gates, std::string_view peepholes,
                                           Window window);

  std::size_t inputs() const { return gates_.inputs(); }  ///< for each word of the window
  std::size_t outputs() const { return 2 * width_; }
  std::size_t products() const { return gates_.outputs(); }  ///< numbers of each row

  /// Writes a row of products() to `products` for each of the rows: all that the layer need know of
  /// what stands there, however often it does.
  void multiply(NumberRows rows, std::int32_t* products) const;
  /// Writes a row of outputs() to `states` for each word of the sentences, in order. With
  /// neighbours, a place of the line must lie on each side of a sentence. `one` stands for 1 in the
  /// rows that were multiplied.
  void read(const WordLine& line, float one, std::vector<std::int16_t>& states) const;

 private:
  template <Window kWindow>
  void walk(const WordLine& line, float one, std::int16_t* states) const;

  Window window_ = Window::word;
  PackedWeights gates_;  // for each word of the window, as many outputs as there are scales
  std::vector<float> scales_, bias_, peepholes_;
  std::size_t width_ = 0;
};

}  // namespace dateline
