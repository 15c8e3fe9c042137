#include "importers/nlp/sentence_encoder.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <utility>

#include "importers/nlp/wide_vectors.h"

namespace dateline {
namespace {

enum EncoderSection : std::size_t { kKeys, kEmbeddings, kGates, kPeepholes };
constexpr std::size_t kLayers = 2;
constexpr int kMaxShift = 7;
constexpr std::size_t kExactKey = 1, kTagKey = 10;  // what most words differ in

}  // namespace

// --- Keys ---

Result<KeyTable> KeyTable::from_bytes(std::string_view section) {
  KeyTable table;
  table.shift_ = read_at<std::int32_t>(section, 0);
  table.rows_ = read_at<std::uint32_t>(section, 4);
  const bool sane = table.shift_ >= 40 && table.shift_ < 64 && table.rows_ < 1u << 24;
  const std::size_t buckets = sane ? std::size_t{1} << (64 - table.shift_) : 0;
  if (!sane || section.size() != 4 * (3 + buckets + table.rows_))
    return Error{"expected a table of keys", {}};
  table.buckets_.resize(buckets + 1);
  table.checks_.resize(table.rows_);
  const char* const numbers = section.data() + 8;
  std::copy_n(numbers, 4 * table.buckets_.size(), reinterpret_cast<char*>(table.buckets_.data()));
  std::copy_n(numbers + 4 * table.buckets_.size(), 4 * table.checks_.size(),
              reinterpret_cast<char*>(table.checks_.data()));
  if (!std::is_sorted(table.buckets_.begin(), table.buckets_.end()) ||
      table.buckets_.back() != table.rows_)
    return Error{"expected the buckets of a table of keys in order", {}};
  return table;
}

std::uint32_t KeyTable::find(std::uint64_t key) const {
  const auto check = static_cast<std::uint32_t>(key);
  const std::uint32_t* const bucket = &buckets_[key >> shift_];
  for (std::uint32_t row = bucket[0]; row < bucket[1]; ++row)
    if (checks_[row] == check) return row;
  return kNone;
}

std::string key_table_bytes(std::span<const std::uint64_t> keys) {
  const int bits = std::max(1, static_cast<int>(std::bit_width(keys.size())));
  const int shift = 64 - bits;
  std::string header, buckets, checks;
  append_value(header, static_cast<std::int32_t>(shift));
  append_value(header, static_cast<std::uint32_t>(keys.size()));
  std::uint32_t next = 0;
  for (std::uint64_t bucket = 0; bucket < std::uint64_t{1} << bits; ++bucket) {
    append_value(buckets, next);
    while (next < keys.size() && keys[next] >> shift == bucket)
      append_value(checks, static_cast<std::uint32_t>(keys[next++]));
  }
  append_value(buckets, next);
  return header + buckets + checks;
}

// --- Embeddings ---

std::string embedding_bytes(std::span<const float> embeddings, std::size_t width) {
  std::string bytes;
  for (std::size_t at = 0; at < embeddings.size(); at += width) {
    const auto row = embeddings.subspan(at, width);
    float largest = 0;
    for (const float value : row) largest = std::max(largest, std::fabs(value) * kEmbeddingOne);
    int shift = 0;
    while (shift < kMaxShift && largest > 127.f * static_cast<float>(1 << shift)) ++shift;
    bytes += static_cast<char>(shift);
    for (const float value : row) {
      const float scaled = value * kEmbeddingOne / static_cast<float>(1 << shift);
      bytes += static_cast<char>(std::clamp(std::lround(scaled), -127l, 127l));
    }
  }
  return bytes;
}

namespace {

// Numbers of 16 bits throughout, so that sixteen fit a vector.
struct EmbeddingSum {
  std::string_view embeddings;
  std::size_t width;
  std::span<const std::uint32_t> rows;
  std::int16_t* to;

  [[gnu::always_inline]] void operator()() const {
    for (const std::uint32_t row : rows) {
      const char* const bytes = embeddings.data() + row * (width + 1);
      const auto factor = static_cast<std::int16_t>(1 << (bytes[0] & kMaxShift));
      for (std::size_t i = 0; i < width; ++i) {
        const std::int16_t value = static_cast<signed char>(bytes[1 + i]);
        to[i] = static_cast<std::int16_t>(to[i] + static_cast<std::int16_t>(value * factor));
      }
    }
  }
};

}  // namespace

void add_embeddings(std::string_view embeddings, std::size_t width,
                    std::span<const std::uint32_t> rows, std::int16_t* to) {
  run_wide(EmbeddingSum{embeddings, width, rows, to});
}

Result<SentenceEncoder> SentenceEncoder::from_model(const ModelFile& model, std::size_t first) {
  auto keys = KeyTable::from_bytes(model.section(first + kKeys));
  if (!keys) return keys.error();
  static std::atomic<std::uint64_t> made = 0;
  SentenceEncoder encoder;
  encoder.id_ = ++made;
  encoder.keys_ = std::move(keys).value();
  encoder.embeddings_ = model.section(first + kEmbeddings);
  for (std::size_t i = 0; i < kLayers; ++i) {
    auto layer = RecurrentLayer::from_bytes(
        model.section(first + kGates + 2 * i), model.section(first + kPeepholes + 2 * i),
        i == 0 ? RecurrentLayer::Window::neighbours : RecurrentLayer::Window::word);
    if (!layer) return layer.error();
    if (i > 0 && layer->inputs() != encoder.outputs())
      return Error{"expected layers that fit each other", {}};
    encoder.layers_.push_back(std::move(layer).value());
  }
  encoder.width_ = encoder.layers_.front().inputs();
  const std::size_t rows = encoder.embeddings_.size() / (encoder.width_ + 1);
  encoder.slots_ = rows - std::min<std::size_t>(rows, encoder.keys_.rows());
  if (encoder.embeddings_.size() != rows * (encoder.width_ + 1) || encoder.slots_ == 0 ||
      encoder.slots_ > kWordKeys)
    return Error{"expected an embedding for each key", {}};
  return encoder;
}

namespace {

// Numbers the words that differ, from 1 on, in a hash table that is at most half full.
void number_words(std::span<const WordKeys> words, std::vector<std::uint32_t>& numbers,
                  EncoderScratch& scratch) {
  const std::size_t size = std::bit_ceil(2 * words.size() + 1);
  scratch.places.assign(size, 0);
  scratch.first_words.clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const WordKeys& word = words[i];
    std::size_t place = (word[kExactKey] ^ word[kTagKey]) & (size - 1);
    while (scratch.places[place] != 0 &&
           words[scratch.first_words[scratch.places[place] - 1]] != word)
      place = (place + 1) & (size - 1);
    if (scratch.places[place] == 0) {
      scratch.first_words.push_back(i);
      scratch.places[place] = static_cast<std::uint32_t>(scratch.first_words.size());
    }
    numbers.push_back(scratch.places[place]);
  }
}

}  // namespace

// A row of zeros, which stands around each sentence, and one for each word that is not known.
void SentenceEncoder::embed(std::span<const WordKeys> words, EncoderScratch& scratch) const {
  scratch.inputs.assign((scratch.unknown.size() + 1) * width_, 0);
  for (const std::size_t word : scratch.unknown)
    for (const std::uint64_t key : words[word]) keys_.prefetch(key);
  std::int16_t* sum = scratch.inputs.data();
  std::array<std::uint32_t, kWordKeys> rows{};
  for (const std::size_t word : scratch.unknown) {
    sum += width_;
    for (std::size_t slot = 0; slot < slots_; ++slot) {
      const std::uint32_t row = keys_.find(words[word][slot]);
      const std::size_t unknown = slot;  // the first rows speak for keys that were not learnt
      rows[slot] = static_cast<std::uint32_t>(row == KeyTable::kNone ? unknown : row + slots_);
    }
    add_embeddings(embeddings_, width_, std::span(rows).first(slots_), sum);
  }
}

// Finds the rows that the first layer reads: those that are known from before, and new ones.
void SentenceEncoder::multiply_words(std::span<const WordKeys> words,
                                     EncoderScratch& scratch) const {
  const std::size_t size = layers_[0].products();
  if (scratch.keeps_products) scratch.products.prepare(id_, size);
  scratch.rows.assign(1, nullptr);
  scratch.unknown.clear();
  for (const std::size_t word : scratch.first_words) {
    scratch.rows.push_back(scratch.keeps_products ? scratch.products.find(words[word]) : nullptr);
    if (scratch.rows.back() == nullptr) scratch.unknown.push_back(word);
  }
  embed(words, scratch);
  make_room(scratch.sums, (scratch.unknown.size() + 1) * size);
  layers_[0].multiply({scratch.inputs.data(), scratch.unknown.size() + 1, width_},
                      scratch.sums.data());
  const std::int32_t* next = scratch.sums.data();
  for (const std::int32_t*& row : scratch.rows)
    if (row == nullptr) row = std::exchange(next, next + size);
}

NumberRows SentenceEncoder::encode(std::span<const WordKeys> words,
                                   std::span<const TokenRange> sentences,
                                   EncoderScratch& scratch) const {
  scratch.in_order.clear();
  number_words(words, scratch.in_order, scratch);
  multiply_words(words, scratch);
  scratch.line.assign(1, scratch.rows[0]);
  scratch.apart.clear();
  for (const TokenRange sentence : sentences) {
    const auto first = static_cast<std::uint32_t>(scratch.line.size());
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
      scratch.line.push_back(scratch.rows[scratch.in_order[i]]);
    scratch.line.push_back(scratch.rows[0]);
    scratch.apart.push_back({first, first + sentence.size()});
  }
  layers_[0].read({scratch.line, scratch.apart}, kEmbeddingOne, scratch.below);
  // Only now: what is kept takes the place of rows that may have been read.
  for (std::size_t i = 0; scratch.keeps_products && i < scratch.unknown.size(); ++i)
    scratch.products.keep(words[scratch.unknown[i]],
                          scratch.sums.data() + (i + 1) * layers_[0].products());
  const std::size_t above = layers_[1].products();
  make_room(scratch.sums_above, words.size() * above);
  layers_[1].multiply({scratch.below.data(), words.size(), layers_[0].outputs()},
                      scratch.sums_above.data());
  scratch.line.clear();
  for (std::size_t i = 0; i < words.size(); ++i)
    scratch.line.push_back(scratch.sums_above.data() + i * above);
  layers_[1].read({scratch.line, sentences}, RecurrentLayer::kOne, scratch.states);
  return {scratch.states.data(), words.size(), outputs()};
}

std::vector<std::vector<TokenRange>> blocks_of(std::span<const Sentence> sentences,
                                               std::uint32_t longest) {
  std::vector<std::vector<TokenRange>> blocks;
  std::uint32_t words = kBlockWords;
  for (const Sentence& sentence : sentences)
    for (std::uint32_t first = sentence.tokens.first; first < sentence.tokens.last;) {
      const std::uint32_t last = std::min(first + longest, sentence.tokens.last);
      words += last - first;
      if (words > kBlockWords) {
        blocks.emplace_back();
        words = last - first;
      }
      blocks.back().push_back({first, last});
      first = last;
    }
  return blocks;
}

}  // namespace dateline
