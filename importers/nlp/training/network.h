#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "importers/nlp/sentence_encoder.h"
#include "importers/nlp/training/matrix.h"

namespace dateline {

/// Sentences that are learnt together, one below the other: where each begins, and where the last
/// ends.
using RowStarts = std::vector<std::size_t>;

/// A DenseLayer that learns.
struct TrainableLayer {
  Parameter weights, bias;  ///< a row for each input; one row

  void reset(std::size_t inputs, std::size_t outputs, RandomNumbers& random);
  void forward(const Matrix& inputs, Matrix& outputs) const;
  /// Adds to the gradients; sets those of the inputs, if they are asked for.
  void backward(const Matrix& inputs, const Matrix& output_gradients, Matrix* input_gradients);
  std::string bytes(std::size_t outputs) const;  ///< of the first outputs
};

/// A RecurrentLayer that learns.
class TrainableRecurrence {
 public:
  void reset(std::size_t inputs, std::size_t width, RandomNumbers& random);
  void forward(const Matrix& inputs, const RowStarts& starts, Matrix& states);
  void backward(const Matrix& inputs, const RowStarts& starts, const Matrix& state_gradients,
                Matrix& input_gradients);
  std::size_t outputs() const { return 2 * width_; }

  TrainableLayer gates;
  Parameter peepholes;

 private:
  std::size_t width_ = 0;
  Matrix products_, carried_, fresh_, forget_, reset_, gate_gradients_;
};

/// Sets numbers to 0 with a probability, and makes up for it in the others (Srivastava et al.
/// 2014).
class Dropout {
 public:
  void apply(Matrix& matrix, float probability, RandomNumbers& random);
  void backward(Matrix& gradients) const;

 private:
  std::vector<float> factors_;
};

struct EncoderSize {
  std::size_t embedding = 128, width = 96;
};

/// A SentenceEncoder that learns.
class TrainableEncoder {
 public:
  /// Learns a row for each key that the words have `min_count` times.
  void reset(std::span<const std::vector<WordKeys>> sentences, EncoderSize size,
             std::uint32_t min_count, RandomNumbers& random);
  std::size_t outputs() const { return layers_.back().outputs(); }
  /// The states of the sentences' words. `random`: for dropout; none if not learning.
  const Matrix& forward(std::span<const std::vector<WordKeys>* const> sentences,
                        RandomNumbers* random);
  /// After forward, with its dropout.
  void backward(Matrix& state_gradients);

  const RowStarts& starts() const { return starts_; }
  void add_parameters(std::vector<Parameter*>& to);
  void add_sections(std::vector<std::string>& to) const;

 private:
  void embed(std::span<const std::vector<WordKeys>* const> sentences, RandomNumbers* random);
  void widen();
  void narrow(const Matrix& window_gradients, Matrix& gradients) const;
  std::uint32_t row_of(std::uint64_t key, std::size_t slot) const;

  std::size_t slots_ = 0;            // keys of a word
  std::vector<std::uint64_t> keys_;  // ascending: row i + slots_ is the embedding of key i
  Parameter embeddings_;
  std::vector<TrainableRecurrence> layers_;
  RowStarts starts_;
  std::vector<std::uint32_t> rows_;  // of embeddings, slots_ for each word
  Matrix sums_, windows_;
  std::vector<Matrix> states_;
  Dropout sum_dropout_;
  std::vector<Dropout> dropouts_;
};

/// The gradient of the loss -log softmax(scores)[right], in the place of the scores.
void softmax_gradient(std::span<float> scores, std::size_t right);

}  // namespace dateline
