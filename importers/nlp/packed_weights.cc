#include "importers/nlp/packed_weights.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace dateline {
namespace {

constexpr std::size_t kSideBySide = 8;             // outputs of a block
constexpr std::size_t kPairRow = 2 * kSideBySide;  // their weights of two inputs

std::size_t pairs_of(std::size_t inputs) { return (inputs + 1) / 2; }

// What is to be summed. Two inputs count as one of 32 bits; an odd one is added in the end.
struct Tiles {
  NumberRows rows;
  const std::int16_t* weights;
  std::size_t inputs, outputs;
  std::int32_t* out;

  std::size_t blocks() const { return (outputs + kSideBySide - 1) / kSideBySide; }
  std::size_t block_size() const { return pairs_of(inputs) * kPairRow; }
  const std::int16_t* row(std::size_t index) const { return rows.data + index * rows.stride; }
  std::int32_t* sum(std::size_t row, std::size_t block) const {
    return out + row * outputs + block * kSideBySide;
  }
  /// Outputs of the block and those after it, of which the last may be broader than its outputs.
  std::size_t outputs_from(std::size_t block) const { return outputs - block * kSideBySide; }
};

[[gnu::always_inline]] inline std::int32_t int_at(const std::int16_t* two_inputs) {
  std::int32_t both;
  std::memcpy(&both, two_inputs, sizeof both);
  return both;
}

#if defined(__x86_64__)

// Each machine of this kind has vectors of four sums.
struct Sums {
  __m128i low, high;
};

inline void add_products(const std::int16_t* two_inputs, const std::int16_t* weights, Sums& sums) {
  const __m128i two = _mm_set1_epi32(int_at(two_inputs));
  const auto* const rows = reinterpret_cast<const __m128i*>(weights);
  sums.low = _mm_add_epi32(sums.low, _mm_madd_epi16(two, _mm_load_si128(rows)));
  sums.high = _mm_add_epi32(sums.high, _mm_madd_epi16(two, _mm_load_si128(rows + 1)));
}

#else

using Sums = std::array<std::int32_t, kSideBySide>;

inline void add_products(const std::int16_t* two_inputs, const std::int16_t* weights, Sums& sums) {
  for (std::size_t i = 0; i < kSideBySide; ++i)
    sums[i] += two_inputs[0] * weights[2 * i] + two_inputs[1] * weights[2 * i + 1];
}

#endif

void sum_narrow(const Tiles& tiles, std::size_t row, std::size_t block) {
  Sums sums{};
  const std::int16_t* input = tiles.row(row);
  const std::int16_t* weight = tiles.weights + block * tiles.block_size();
  for (std::size_t pair = 0; pair < tiles.inputs / 2; ++pair, input += 2, weight += kPairRow)
    add_products(input, weight, sums);
  std::memcpy(tiles.sum(row, block), &sums,
              sizeof(std::int32_t) * std::min(kSideBySide, tiles.outputs_from(block)));
}

void add_last_input(const Tiles& tiles) {
  for (std::size_t o = 0; o < tiles.outputs; ++o) {
    const std::size_t block = o / kSideBySide, side = o % kSideBySide;
    const std::int16_t weight =
        tiles.weights[(block + 1) * tiles.block_size() - kPairRow + 2 * side];
    for (std::size_t row = 0; row < tiles.rows.count; ++row)
      tiles.sum(row, 0)[o] += tiles.row(row)[tiles.inputs - 1] * weight;
  }
}

void sum_all_narrow(const Tiles& tiles) {
  for (std::size_t block = 0; block < tiles.blocks(); ++block)
    for (std::size_t row = 0; row < tiles.rows.count; ++row) sum_narrow(tiles, row, block);
  if (tiles.inputs % 2 != 0) add_last_input(tiles);
}

#if defined(__x86_64__)

// Twelve sums fill the registers, and six rows by two blocks load least for each product.
constexpr std::size_t kTileRows = 6, kTileBlocks = 2;

/// A tile: some rows by one block of outputs or two, and where their sums are written to.
struct Tile {
  const std::int16_t* inputs;
  std::size_t stride;
  const std::int16_t *weights, *next_weights;  // of the first block and the second
  std::size_t pairs;
  std::int32_t* sums;
  std::size_t row_size;
};

[[gnu::target("avx2"), gnu::always_inline]] inline __m256i pair_row(const std::int16_t* weights) {
  return _mm256_load_si256(reinterpret_cast<const __m256i*>(weights));
}

template <std::size_t kBlocks>
[[gnu::target("avx2"), gnu::always_inline]] inline void add_row(const std::int16_t* inputs,
                                                                __m256i weights, __m256i next,
                                                                __m256i& sum, __m256i& next_sum) {
  const __m256i two = _mm256_set1_epi32(int_at(inputs));
  sum = _mm256_add_epi32(sum, _mm256_madd_epi16(two, weights));
  if (kBlocks == 2) next_sum = _mm256_add_epi32(next_sum, _mm256_madd_epi16(two, next));
}

template <std::size_t kBlocks>
[[gnu::target("avx2"), gnu::always_inline]] inline void store_row(std::int32_t* to, __m256i sum,
                                                                  __m256i next_sum) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), sum);
  if (kBlocks == 2) _mm256_storeu_si256(reinterpret_cast<__m256i*>(to + kSideBySide), next_sum);
}

// The rows are written out by folds, not by loops: GCC 12 does not keep sums in registers that a
// loop counts.
template <std::size_t kBlocks, std::size_t... kRow>
[[gnu::target("avx2"), gnu::noinline]] void sum_wide(const Tile& tile,
                                                     std::index_sequence<kRow...>) {
  const std::int16_t *inputs = tile.inputs, *weights = tile.weights, *next = tile.next_weights;
  const std::size_t stride = tile.stride;
  __m256i sums[] = {(static_cast<void>(kRow), _mm256_setzero_si256())...};
  __m256i next_sums[] = {(static_cast<void>(kRow), _mm256_setzero_si256())...};
  for (std::size_t pair = 0; pair < tile.pairs; ++pair) {
    const __m256i weight = pair_row(weights), next_weight = pair_row(next);
    (add_row<kBlocks>(inputs + kRow * stride, weight, next_weight, sums[kRow], next_sums[kRow]),
     ...);
    inputs += 2, weights += kPairRow, next += kPairRow;
  }
  (store_row<kBlocks>(tile.sums + kRow * tile.row_size, sums[kRow], next_sums[kRow]), ...);
}

template <std::size_t kRows, std::size_t kBlocks>
void sum_tile(const Tiles& tiles, std::size_t row, std::size_t block) {
  constexpr std::size_t kBreadth = kBlocks * kSideBySide;
  const std::int16_t* const weights = tiles.weights + block * tiles.block_size();
  Tile tile{tiles.row(row),   tiles.rows.stride,
            weights,          weights + (kBlocks - 1) * tiles.block_size(),
            tiles.inputs / 2, tiles.sum(row, block),
            tiles.outputs};
  const std::size_t left = tiles.outputs_from(block);
  if (left >= kBreadth) return sum_wide<kBlocks>(tile, std::make_index_sequence<kRows>());
  std::array<std::int32_t, kRows * kBreadth> sums;
  tile.sums = sums.data();
  tile.row_size = kBreadth;
  sum_wide<kBlocks>(tile, std::make_index_sequence<kRows>());
  for (std::size_t r = 0; r < kRows; ++r)
    std::copy_n(sums.data() + r * kBreadth, left, tiles.sum(row + r, block));
}

template <std::size_t kBlocks>
void sum_rows(const Tiles& tiles, std::size_t block) {
  std::size_t row = 0;
  for (; row + kTileRows <= tiles.rows.count; row += kTileRows)
    sum_tile<kTileRows, kBlocks>(tiles, row, block);
  for (; row + 2 <= tiles.rows.count; row += 2) sum_tile<2, kBlocks>(tiles, row, block);
  if (row < tiles.rows.count) sum_tile<1, kBlocks>(tiles, row, block);
}

// The weights of two blocks stay near while all rows pass by.
void sum_all_wide(const Tiles& tiles) {
  std::size_t block = 0;
  for (; block + kTileBlocks <= tiles.blocks(); block += kTileBlocks)
    sum_rows<kTileBlocks>(tiles, block);
  if (block < tiles.blocks()) sum_rows<1>(tiles, block);
  if (tiles.inputs % 2 != 0) add_last_input(tiles);
}

void sum_all(const Tiles& tiles) {
  if (__builtin_cpu_supports("avx2"))
    sum_all_wide(tiles);
  else
    sum_all_narrow(tiles);
}

#else

void sum_all(const Tiles& tiles) { sum_all_narrow(tiles); }

#endif

}  // namespace

PackedWeights::PackedWeights(std::span<const signed char> weights, std::size_t inputs)
    : inputs_(inputs), outputs_(inputs == 0 ? 0 : weights.size() / inputs) {
  const std::size_t blocks = (outputs_ + kSideBySide - 1) / kSideBySide;
  const std::size_t pairs = pairs_of(inputs);
  pair_rows_.resize(blocks * pairs);
  for (std::size_t o = 0; o < outputs_; ++o) {
    const signed char* const from = weights.data() + o * inputs;
    PairRow* const to = pair_rows_.data() + o / kSideBySide * pairs;
    for (std::size_t i = 0; i < inputs; ++i) to[i / 2].cells[o % kSideBySide * 2 + i % 2] = from[i];
  }
}

void PackedWeights::multiply(NumberRows rows, std::int32_t* out) const {
  if (!pair_rows_.empty()) sum_all({rows, pair_rows_.data()->cells.data(), inputs_, outputs_, out});
}

void PackedWeights::multiply_narrow(NumberRows rows, std::int32_t* out) const {
  if (!pair_rows_.empty())
    sum_all_narrow({rows, pair_rows_.data()->cells.data(), inputs_, outputs_, out});
}

}  // namespace dateline
