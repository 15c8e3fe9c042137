#include "importers/nlp/recurrent_layer.h"

#include <array>

#include "importers/nlp/model_file.h"
#include "importers/nlp/wide_vectors.h"

namespace dateline {
namespace {

constexpr std::size_t kGates = 3, kDirections = 2, kMaxWidth = 512;

// One direction over the words of a sentence, which reads the sums of so many words' products.
template <std::size_t kWords>
struct Walk {
  std::size_t gates;               // where this direction's sums begin in a row
  std::size_t part_size;           // from the sums for one word of the window to those for the next
  const std::int32_t* const* row;  // of the sums: that of the first word
  std::ptrdiff_t step, state_step;
  std::size_t words, width;
  const float *scales, *bias;   // of this direction
  const float *forget, *reset;  // peepholes
  std::int16_t* state;

  [[gnu::always_inline]] inline void operator()() const {
    std::array<float, kMaxWidth> carried{};
    const std::int32_t* const* at = row;
    std::int16_t* to = state;
    for (std::size_t word = 0; word < words; ++word) {
      if constexpr (kWords == 3)
        read(sums_of(at[-1], 0), sums_of(at[0], 1), sums_of(at[1], 2), carried.data(), to);
      else
        read(sums_of(at[0], 0), nullptr, nullptr, carried.data(), to);
      at += step;
      to += state_step;
    }
  }

  [[gnu::always_inline]] inline const std::int32_t* sums_of(const std::int32_t* word,
                                                            std::size_t part) const {
    return word + gates + part * part_size;
  }

  [[gnu::always_inline]] inline float gate(const std::int32_t* a, const std::int32_t* b,
                                           const std::int32_t* c, std::size_t i) const {
    const std::int32_t sum = kWords == 3 ? a[i] + b[i] + c[i] : a[i];
    return static_cast<float>(sum) * scales[i] + bias[i];
  }

  [[gnu::always_inline]] inline void read(const std::int32_t* __restrict a,
                                          const std::int32_t* __restrict b,
                                          const std::int32_t* __restrict c,
                                          float* __restrict carried,
                                          std::int16_t* __restrict to) const {
    for (std::size_t i = 0; i < width; ++i) {
      const float z = hyperbolic_tangent(gate(a, b, c, i));
      const float f = logistic(gate(a, b, c, width + i) + forget[i] * carried[i]);
      const float r = logistic(gate(a, b, c, 2 * width + i) + reset[i] * carried[i]);
      carried[i] = z + f * (carried[i] - z);
      const float scaled = r * carried[i] * RecurrentLayer::kOne;
      to[i] = static_cast<std::int16_t>(
          static_cast<std::int32_t>(scaled + (scaled < 0 ? -0.5f : 0.5f)));
    }
  }
};

// Weights of the outputs for the first word of the window, then of those for the next.
std::vector<signed char> parted(const DenseSection& gates, std::size_t words) {
  const std::size_t outputs = gates.scales.size(), width = gates.inputs / words;
  std::vector<signed char> weights;
  for (std::size_t word = 0; word < words; ++word)
    for (std::size_t o = 0; o < outputs; ++o) {
      const auto row = gates.weights.subspan(o * gates.inputs + word * width, width);
      weights.insert(weights.end(), row.begin(), row.end());
    }
  return weights;
}

}  // namespace

Result<RecurrentLayer> RecurrentLayer::from_bytes(std::string_view gates,
                                                  std::string_view peepholes, Window window) {
  auto dense = DenseSection::from_bytes(gates);
  if (!dense) return dense.error();
  const auto words = static_cast<std::size_t>(window);
  RecurrentLayer layer;
  layer.window_ = window;
  layer.width_ = dense->scales.size() / (kGates * kDirections);
  if (layer.width_ == 0 || layer.width_ > kMaxWidth || dense->inputs % words != 0 ||
      dense->scales.size() != kGates * kDirections * layer.width_ ||
      peepholes.size() != 4 * 2 * kDirections * layer.width_)
    return Error{"expected three gates in both directions", {}};
  layer.gates_ = PackedWeights(parted(*dense, words), dense->inputs / words);
  layer.scales_ = std::move(dense->scales);
  layer.bias_ = std::move(dense->bias);
  for (std::size_t i = 0; i < peepholes.size() / 4; ++i)
    layer.peepholes_.push_back(read_at<float>(peepholes, 4 * i));
  return layer;
}

template <RecurrentLayer::Window kWindow>
void RecurrentLayer::walk(const WordLine& line, float one, std::int16_t* states) const {
  std::vector<float> scales(scales_);
  for (float& scale : scales) scale *= 1 / one;
  Walk<static_cast<std::size_t>(kWindow)> walk{};
  walk.part_size = scales_.size();
  walk.width = width_;
  for (std::size_t direction = 0; direction < kDirections; ++direction) {
    const bool back = direction == 1;
    const std::size_t gates = direction * kGates * width_;
    walk.gates = gates;
    walk.scales = scales.data() + gates;
    walk.bias = bias_.data() + gates;
    walk.forget = peepholes_.data() + 2 * direction * width_;
    walk.reset = walk.forget + width_;
    walk.step = back ? -1 : 1;
    walk.state_step = walk.step * static_cast<std::ptrdiff_t>(outputs());
    std::int16_t* state = states + direction * width_;
    for (const TokenRange sentence : line.sentences) {
      if (sentence.empty()) continue;
      walk.words = sentence.size();
      walk.row = line.rows.data() + (back ? sentence.last - 1 : sentence.first);
      walk.state = state + (back ? walk.words - 1 : 0) * outputs();
      run_wide(walk);
      state += walk.words * outputs();
    }
  }
}

void RecurrentLayer::multiply(NumberRows rows, std::int32_t* products) const {
  gates_.multiply(rows, products);
}

void RecurrentLayer::read(const WordLine& line, float one,
                          std::vector<std::int16_t>& states) const {
  std::size_t words = 0;
  for (const TokenRange sentence : line.sentences) words += sentence.size();
  make_room(states, words * outputs());
  if (window_ == Window::neighbours)
    walk<Window::neighbours>(line, one, states.data());
  else
    walk<Window::word>(line, one, states.data());
}

}  // namespace dateline
