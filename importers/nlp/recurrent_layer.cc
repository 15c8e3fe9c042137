#include "importers/nlp/recurrent_layer.h"

#include <array>

#include "importers/nlp/model_file.h"
#include "importers/nlp/wide_vectors.h"

namespace dateline {
namespace {

constexpr std::size_t kGates = 3, kDirections = 2, kMaxWidth = 512;

// One direction over all words of a sentence.
struct Walk {
  const float* gates;           // z, f, r of the first word
  const float *forget, *reset;  // peepholes
  std::ptrdiff_t gates_step, state_step;
  std::size_t words, width;
  std::int16_t* state;

  [[gnu::always_inline]] inline void operator()() const {
    std::array<float, kMaxWidth> carried{};
    const float* gate = gates;
    std::int16_t* to = state;
    for (std::size_t word = 0; word < words; ++word) {
      step(gate, carried.data(), to);
      gate += gates_step;
      to += state_step;
    }
  }

  [[gnu::always_inline]] inline void step(const float* __restrict gate, float* __restrict carried,
                                          std::int16_t* __restrict to) const {
    for (std::size_t i = 0; i < width; ++i) {
      const float z = hyperbolic_tangent(gate[i]);
      const float f = logistic(gate[width + i] + forget[i] * carried[i]);
      const float r = logistic(gate[2 * width + i] + reset[i] * carried[i]);
      carried[i] = z + f * (carried[i] - z);
      const float scaled = r * carried[i] * RecurrentLayer::kOne;
      to[i] = static_cast<std::int16_t>(
          static_cast<std::int32_t>(scaled + (scaled < 0 ? -0.5f : 0.5f)));
    }
  }
};

}  // namespace

Result<RecurrentLayer> RecurrentLayer::from_bytes(std::string_view gates,
                                                  std::string_view peepholes) {
  auto dense = DenseLayer::from_bytes(gates);
  if (!dense) return dense.error();
  RecurrentLayer layer;
  layer.gates_ = std::move(dense).value();
  layer.width_ = layer.gates_.outputs() / (kGates * kDirections);
  if (layer.width_ == 0 || layer.width_ > kMaxWidth ||
      layer.gates_.outputs() != kGates * kDirections * layer.width_ ||
      peepholes.size() != 4 * 2 * kDirections * layer.width_)
    return Error{"expected three gates in both directions", {}};
  for (std::size_t i = 0; i < peepholes.size() / 4; ++i)
    layer.peepholes_.push_back(read_at<float>(peepholes, 4 * i));
  return layer;
}

void RecurrentLayer::apply(NumberRows rows, float one, EncoderScratch& scratch,
                           std::vector<std::int16_t>& states) const {
  gates_.apply(rows, one, scratch.sums, scratch.gates);
  states.resize(rows.count * outputs());
  if (rows.count == 0) return;
  const auto gates_step = static_cast<std::ptrdiff_t>(gates_.outputs());
  const auto state_step = static_cast<std::ptrdiff_t>(outputs());
  const float* const peepholes = peepholes_.data();
  const float* const gates = scratch.gates.data();
  run_wide(Walk{gates, peepholes, peepholes + width_, gates_step, state_step, rows.count, width_,
                states.data()});
  const auto last = static_cast<std::ptrdiff_t>(rows.count) - 1;
  run_wide(Walk{gates + last * gates_step + kGates * width_, peepholes + 2 * width_,
                peepholes + 3 * width_, -gates_step, -state_step, rows.count, width_,
                states.data() + last * state_step + width_});
}

}  // namespace dateline
