#include "importers/nlp/training/network.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <unordered_map>

#include "importers/nlp/wide_vectors.h"

namespace dateline {
namespace {

constexpr float kSumDropout = 0.2f, kStateDropout = 0.25f;
// How often a word, and another key of it, is hidden: so the network learns to do without.
constexpr float kWordHidden = 0.15f, kKeyHidden = 0.05f;
constexpr std::size_t kWordSlots = 2;

}  // namespace

// --- Layers ---

void TrainableLayer::reset(std::size_t inputs, std::size_t outputs, RandomNumbers& random) {
  weights.reset(inputs, block_multiple(outputs), 1 / std::sqrt(static_cast<float>(inputs)), random);
  bias.reset(1, block_multiple(outputs), 0, random);
}

void TrainableLayer::forward(const Matrix& inputs, Matrix& outputs) const {
  const std::size_t columns = weights.value.columns;
  outputs.rows = inputs.rows;
  outputs.columns = columns;
  outputs.cells.resize(inputs.rows * columns);
  for (std::size_t i = 0; i < inputs.rows; ++i)
    std::copy_n(bias.value.row(0), columns, outputs.row(i));
  add_product(inputs.rows, columns, inputs.columns,
              {inputs.row(0), static_cast<std::ptrdiff_t>(inputs.columns), 1}, weights.value.row(0),
              columns, outputs.row(0), columns);
}

void TrainableLayer::backward(const Matrix& inputs, const Matrix& output_gradients,
                              Matrix* input_gradients) {
  const std::size_t columns = weights.value.columns;
  add_product(inputs.columns, columns, inputs.rows,
              {inputs.row(0), 1, static_cast<std::ptrdiff_t>(inputs.columns)},
              output_gradients.row(0), columns, weights.gradient.row(0), columns);
  for (std::size_t i = 0; i < output_gradients.rows; ++i)
    for (std::size_t k = 0; k < columns; ++k) bias.gradient.cells[k] += output_gradients.row(i)[k];
  if (!input_gradients) return;
  Matrix turned;
  turned.reset(columns, inputs.columns);
  for (std::size_t i = 0; i < inputs.columns; ++i)
    for (std::size_t k = 0; k < columns; ++k) turned.row(k)[i] = weights.value.row(i)[k];
  input_gradients->reset(inputs.rows, inputs.columns);
  add_product(inputs.rows, inputs.columns, columns,
              {output_gradients.row(0), static_cast<std::ptrdiff_t>(columns), 1}, turned.row(0),
              inputs.columns, input_gradients->row(0), inputs.columns);
}

std::string TrainableLayer::bytes(std::size_t outputs) const {
  std::vector<float> cells;
  for (std::size_t i = 0; i < weights.value.rows; ++i)
    cells.insert(cells.end(), weights.value.row(i), weights.value.row(i) + outputs);
  return to_dense_bytes(cells, {bias.value.row(0), outputs});
}

// --- Recurrence ---

namespace {

// One word's step of one direction, and the way back. `carried`: of the word before.
struct Step {
  std::size_t width;
  const float *gate, *forget_peephole, *reset_peephole, *before;
  float *fresh, *forget, *reset, *carried, *state;

  [[gnu::always_inline]] inline void operator()() const {
    for (std::size_t i = 0; i < width; ++i) {
      fresh[i] = hyperbolic_tangent(gate[i]);
      forget[i] = logistic(gate[width + i] + forget_peephole[i] * before[i]);
      reset[i] = logistic(gate[2 * width + i] + reset_peephole[i] * before[i]);
      carried[i] = fresh[i] + forget[i] * (before[i] - fresh[i]);
      state[i] = reset[i] * carried[i];
    }
  }
};

struct StepBack {
  std::size_t width;
  const float *forget_peephole, *reset_peephole, *before, *fresh, *forget, *reset, *carried,
      *state_gradient;
  float *gate_gradient, *forget_gradient, *reset_gradient, *carried_gradient;

  [[gnu::always_inline]] inline void operator()() const {
    for (std::size_t i = 0; i < width; ++i) {
      const float d_reset = state_gradient[i] * carried[i] * reset[i] * (1 - reset[i]);
      const float d_carried = carried_gradient[i] + state_gradient[i] * reset[i];
      const float d_forget = d_carried * (before[i] - fresh[i]) * forget[i] * (1 - forget[i]);
      gate_gradient[i] = d_carried * (1 - forget[i]) * (1 - fresh[i] * fresh[i]);
      gate_gradient[width + i] = d_forget;
      gate_gradient[2 * width + i] = d_reset;
      forget_gradient[i] += d_forget * before[i];
      reset_gradient[i] += d_reset * before[i];
      carried_gradient[i] =
          d_carried * forget[i] + d_forget * forget_peephole[i] + d_reset * reset_peephole[i];
    }
  }
};

}  // namespace

void TrainableRecurrence::reset(std::size_t inputs, std::size_t width, RandomNumbers& random) {
  constexpr float kPeephole = 0.3f;
  width_ = width;
  gates.reset(inputs, 6 * width, random);
  peepholes.reset(4, width, kPeephole, random);
  // Some forget at once, some keep for long.
  for (std::size_t direction = 0; direction < 2; ++direction)
    for (std::size_t i = 0; i < width; ++i)
      gates.bias.value.cells[(3 * direction + 1) * width + i] = 2 * random.unit() - 0.5f;
}

void TrainableRecurrence::forward(const Matrix& inputs, const RowStarts& starts, Matrix& states) {
  gates.forward(inputs, products_);
  for (Matrix* matrix : {&states, &carried_, &fresh_, &forget_, &reset_})
    matrix->reset(inputs.rows, 2 * width_);
  const std::vector<float> nothing(width_, 0);
  for (std::size_t s = 0; s + 1 < starts.size(); ++s)
    for (std::size_t direction = 0; direction < 2; ++direction) {
      const float* before = nothing.data();
      const std::size_t at = direction * width_;
      for (std::size_t i = starts[s]; i < starts[s + 1]; ++i) {
        const std::size_t word = direction == 0 ? i : starts[s] + starts[s + 1] - 1 - i;
        run_wide(Step{width_, products_.row(word) + 3 * at, peepholes.value.row(2 * direction),
                      peepholes.value.row(2 * direction + 1), before, fresh_.row(word) + at,
                      forget_.row(word) + at, reset_.row(word) + at, carried_.row(word) + at,
                      states.row(word) + at});
        before = carried_.row(word) + at;
      }
    }
}

void TrainableRecurrence::backward(const Matrix& inputs, const RowStarts& starts,
                                   const Matrix& state_gradients, Matrix& input_gradients) {
  gate_gradients_.reset(inputs.rows, 6 * width_);
  const std::vector<float> nothing(width_, 0);
  std::vector<float> carried_gradient(width_);
  for (std::size_t s = 0; s + 1 < starts.size(); ++s)
    for (std::size_t direction = 0; direction < 2; ++direction) {
      std::fill(carried_gradient.begin(), carried_gradient.end(), 0.f);
      const std::size_t at = direction * width_;
      for (std::size_t i = starts[s + 1]; i-- > starts[s];) {
        const std::size_t word = direction == 0 ? i : starts[s] + starts[s + 1] - 1 - i;
        const std::size_t last = direction == 0 ? word - 1 : word + 1;
        const float* before = i > starts[s] ? carried_.row(last) + at : nothing.data();
        run_wide(StepBack{width_, peepholes.value.row(2 * direction),
                          peepholes.value.row(2 * direction + 1), before, fresh_.row(word) + at,
                          forget_.row(word) + at, reset_.row(word) + at, carried_.row(word) + at,
                          state_gradients.row(word) + at, gate_gradients_.row(word) + 3 * at,
                          peepholes.gradient.row(2 * direction),
                          peepholes.gradient.row(2 * direction + 1), carried_gradient.data()});
      }
    }
  gates.backward(inputs, gate_gradients_, &input_gradients);
}

// --- Dropout ---

void Dropout::apply(Matrix& matrix, float probability, RandomNumbers& random) {
  const float factor = 1 / (1 - probability);
  factors_.resize(matrix.cells.size());
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    factors_[i] = random.unit() < probability ? 0 : factor;
    matrix.cells[i] *= factors_[i];
  }
}

void Dropout::backward(Matrix& gradients) const {
  for (std::size_t i = 0; i < factors_.size(); ++i) gradients.cells[i] *= factors_[i];
}

// --- Encoder ---

void TrainableEncoder::reset(std::span<const std::vector<WordKeys>> sentences, EncoderSize size,
                             std::uint32_t min_count, RandomNumbers& random) {
  constexpr float kDeviation = 0.1f;
  std::unordered_map<std::uint64_t, std::uint32_t> counts;
  for (const auto& sentence : sentences)
    for (const WordKeys& word : sentence) {
      while (slots_ < kWordKeys && word[slots_] != 0) ++slots_;
      for (const std::uint64_t key : word)
        if (key != 0 && ++counts[key] == min_count) keys_.push_back(key);
    }
  std::sort(keys_.begin(), keys_.end());
  embeddings_.by_rows = true;
  embeddings_.reset(keys_.size() + slots_, size.embedding, kDeviation, random);
  std::fill_n(embeddings_.value.cells.begin(), slots_ * size.embedding, 0.f);
  layers_.resize(2);
  layers_[0].reset(3 * size.embedding, size.width, random);
  layers_[1].reset(2 * size.width, size.width, random);
  states_.resize(layers_.size());
  dropouts_.resize(layers_.size());
}

std::uint32_t TrainableEncoder::row_of(std::uint64_t key, std::size_t slot) const {
  const auto at = std::lower_bound(keys_.begin(), keys_.end(), key);
  if (at == keys_.end() || *at != key) return static_cast<std::uint32_t>(slot);
  return static_cast<std::uint32_t>(at - keys_.begin()) + static_cast<std::uint32_t>(slots_);
}

void TrainableEncoder::embed(std::span<const std::vector<WordKeys>* const> sentences,
                             RandomNumbers* random) {
  starts_ = {0};
  for (const auto* sentence : sentences) starts_.push_back(starts_.back() + sentence->size());
  sums_.reset(starts_.back(), embeddings_.value.columns);
  rows_.clear();
  for (const auto* sentence : sentences)
    for (const WordKeys& word : *sentence) {
      float* const sum = sums_.row(rows_.size() / slots_);
      for (std::size_t slot = 0; slot < slots_; ++slot) {
        const bool hidden =
            random && random->unit() < (slot < kWordSlots ? kWordHidden : kKeyHidden);
        rows_.push_back(hidden ? static_cast<std::uint32_t>(slot) : row_of(word[slot], slot));
        const float* const row = embeddings_.value.row(rows_.back());
        for (std::size_t i = 0; i < sums_.columns; ++i) sum[i] += row[i];
      }
    }
}

// Each word's sum with the one before and the one after it in its sentence.
void TrainableEncoder::widen() {
  const std::size_t width = sums_.columns;
  windows_.reset(sums_.rows, 3 * width);
  for (std::size_t s = 0; s + 1 < starts_.size(); ++s)
    for (std::size_t i = starts_[s]; i < starts_[s + 1]; ++i) {
      float* const window = windows_.row(i);
      if (i > starts_[s]) std::copy_n(sums_.row(i - 1), width, window);
      std::copy_n(sums_.row(i), width, window + width);
      if (i + 1 < starts_[s + 1]) std::copy_n(sums_.row(i + 1), width, window + 2 * width);
    }
}

void TrainableEncoder::narrow(const Matrix& window_gradients, Matrix& gradients) const {
  const std::size_t width = sums_.columns;
  gradients.reset(sums_.rows, width);
  const auto add = [&](std::size_t row, const float* part) {
    for (std::size_t k = 0; k < width; ++k) gradients.row(row)[k] += part[k];
  };
  for (std::size_t s = 0; s + 1 < starts_.size(); ++s)
    for (std::size_t i = starts_[s]; i < starts_[s + 1]; ++i) {
      const float* const window = window_gradients.row(i);
      if (i > starts_[s]) add(i - 1, window);
      add(i, window + width);
      if (i + 1 < starts_[s + 1]) add(i + 1, window + 2 * width);
    }
}

const Matrix& TrainableEncoder::forward(std::span<const std::vector<WordKeys>* const> sentences,
                                        RandomNumbers* random) {
  embed(sentences, random);
  if (random) sum_dropout_.apply(sums_, kSumDropout, *random);
  widen();
  const Matrix* below = &windows_;
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    layers_[i].forward(*below, starts_, states_[i]);
    if (random) dropouts_[i].apply(states_[i], kStateDropout, *random);
    below = &states_[i];
  }
  return *below;
}

void TrainableEncoder::backward(Matrix& state_gradients) {
  Matrix inputs;
  for (std::size_t i = layers_.size(); i-- > 0;) {
    dropouts_[i].backward(state_gradients);
    layers_[i].backward(i > 0 ? states_[i - 1] : windows_, starts_, state_gradients, inputs);
    std::swap(inputs, state_gradients);
  }
  narrow(state_gradients, inputs);
  sum_dropout_.backward(inputs);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    embeddings_.touch(rows_[i]);
    float* const gradient = embeddings_.gradient.row(rows_[i]);
    const float* const part = inputs.row(i / slots_);
    for (std::size_t k = 0; k < inputs.columns; ++k) gradient[k] += part[k];
  }
}

void TrainableEncoder::add_parameters(std::vector<Parameter*>& to) {
  to.push_back(&embeddings_);
  for (TrainableRecurrence& layer : layers_)
    to.insert(to.end(), {&layer.gates.weights, &layer.gates.bias, &layer.peepholes});
}

void TrainableEncoder::add_sections(std::vector<std::string>& to) const {
  to.push_back(key_table_bytes(keys_));
  to.push_back(embedding_bytes(embeddings_.value.cells, embeddings_.value.columns));
  for (const TrainableRecurrence& layer : layers_) {
    to.push_back(layer.gates.bytes(layer.gates.bias.value.columns));
    std::string& peepholes = to.emplace_back();
    for (const float number : layer.peepholes.value.cells) append_value(peepholes, number);
  }
}

void softmax_gradient(std::span<float> scores, std::size_t right) {
  const float highest = *std::max_element(scores.begin(), scores.end());
  float sum = 0;
  for (float& score : scores) {
    score = quick_exp(score - highest);
    sum += score;
  }
  for (float& score : scores) score /= sum;
  scores[right] -= 1;
}

}  // namespace dateline
