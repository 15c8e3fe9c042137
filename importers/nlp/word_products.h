#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "importers/nlp/word_keys.h"

namespace dateline {

/// A layer's products of single words, kept as long as they are likely to be asked for again: the
/// words of a text are mostly those of the texts before it. It holds kWords of them at most and
/// forgets those that were not asked for longest, among words of the same set. Not for two threads.
class WordProducts {
 public:
  static constexpr std::size_t kWays = 4, kSets = 512, kWords = kWays * kSets;

  /// Gets ready for rows of so many numbers; forgets all if they were another `owner`'s. Owners
  /// count from 1.
  void prepare(std::uint64_t owner, std::size_t row_size);
  /// The numbers of the word; null if they are not known. Valid until the next keep().
  const std::int32_t* find(const WordKeys& word);
  /// Copies a row of numbers, of a word that is not known.
  void keep(const WordKeys& word, const std::int32_t* row);

 private:
  struct Set {
    std::array<WordKeys, kWays> words{};
    std::array<std::uint64_t, kWays> asked{};  // when it was last; 0 for an empty place
  };
  Set& set_of(const WordKeys& word);
  std::int32_t* row(const Set& set, std::size_t way) const;

  std::uint64_t owner_ = 0, clock_ = 0;
  std::size_t row_size_ = 0;
  std::vector<Set> sets_;
  std::unique_ptr<std::int32_t[]> rows_;  // not touched, thus without memory, until they are kept
};

}  // namespace dateline
