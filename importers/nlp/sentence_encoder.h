#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/document.h"
#include "importers/nlp/model_file.h"
#include "importers/nlp/recurrent_layer.h"
#include "importers/nlp/word_keys.h"
#include "importers/nlp/word_products.h"

namespace dateline {

/// Rows of 64-bit keys, found by their hash bits: row i is that of the i-th key in ascending order.
class KeyTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static Result<KeyTable> from_bytes(std::string_view section);

  std::uint32_t rows() const { return rows_; }
  std::uint32_t find(std::uint64_t key) const;
  void prefetch(std::uint64_t key) const { __builtin_prefetch(&buckets_[key >> shift_]); }

 private:
  std::uint32_t rows_ = 0;
  int shift_ = 63;
  std::vector<std::uint32_t> buckets_;  // their first rows, and the number of rows
  std::vector<std::uint32_t> checks_;   // the low half of each row's key
};
/// `keys` ascend. Keys that agree in the bits that are kept are told apart by nothing: the first
/// speaks for all.
std::string key_table_bytes(std::span<const std::uint64_t> keys);

/// What a network works with while it reads one block of sentences after another.
struct EncoderScratch {
  std::vector<std::uint32_t> places;      // of a hash table of the words: their rows, or 0
  std::vector<std::uint32_t> in_order;    // the words' numbers, from 1 on
  std::vector<const std::int32_t*> line;  // what is known of the words and between sentences
  std::vector<TokenRange> apart;          // the sentences in the line
  std::vector<std::size_t> first_words;   // of those that differ
  std::vector<const std::int32_t*> rows;  // of nothing, then of the words that differ
  std::vector<std::size_t> unknown;       // words whose products are not known
  WordProducts products;                  // of the first layer
  bool keeps_products = true;             // if words are likely to come again with the same keys
  std::vector<std::int16_t> inputs, below, states;
  std::vector<std::int32_t> sums, sums_above;
};

/// Makes a row of numbers of each word of a sentence that tells the word in its context: the sum of
/// learnt rows for each of its keys, next to its neighbours', read by recurrent layers.
class SentenceEncoder {
 public:
  /// Reads the sections from `first` on.
  static Result<SentenceEncoder> from_model(const ModelFile& model, std::size_t first);
  static constexpr std::size_t kSections = 6;

  std::size_t outputs() const { return layers_.back().outputs(); }
  /// The words' states, outputs() numbers each, of which RecurrentLayer::kOne stands for 1. They
  /// lie in the scratch, until its next use. `sentences`: ranges of `words`, one after another,
  /// that are all of them. Sentences do not see each other; many at once are quicker, because a
  /// word that stands in several places is looked up and multiplied once.
  NumberRows encode(std::span<const WordKeys> words, std::span<const TokenRange> sentences,
                    EncoderScratch& scratch) const;
  /// Of one sentence.
  NumberRows encode(std::span<const WordKeys> words, EncoderScratch& scratch) const {
    const TokenRange all{0, static_cast<std::uint32_t>(words.size())};
    return encode(words, {&all, 1}, scratch);
  }

 private:
  void embed(std::span<const WordKeys> words, EncoderScratch& scratch) const;
  void multiply_words(std::span<const WordKeys> words, EncoderScratch& scratch) const;

  std::uint64_t id_ = 0;  // no other has it
  KeyTable keys_;
  std::size_t width_ = 0;        // of an embedding
  std::size_t slots_ = 0;        // keys of a word
  std::string_view embeddings_;  // rows: a shift, then as many bytes as the width
  std::vector<RecurrentLayer> layers_;
};

/// The sentences of a document as networks read them: longer ones in pieces of `longest` words, as
/// many at a time as make a block worth its memory.
std::vector<std::vector<TokenRange>> blocks_of(std::span<const Sentence> sentences,
                                               std::uint32_t longest);
/// Words of a block, unless one sentence is longer. An article is one block or two.
constexpr std::uint32_t kBlockWords = 1024;

/// What stands for 1 in the sums of embeddings.
constexpr float kEmbeddingOne = 1024;
/// Rows of `width` numbers.
std::string embedding_bytes(std::span<const float> embeddings, std::size_t width);
/// Adds rows of what embedding_bytes made to `width` numbers.
void add_embeddings(std::string_view embeddings, std::size_t width,
                    std::span<const std::uint32_t> rows, std::int16_t* to);

}  // namespace dateline
