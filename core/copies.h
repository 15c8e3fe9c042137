#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "core/disjoint_sets.h"
#include "core/word_sketch.h"

namespace dateline {

/// Sets of articles that are copies of each other (is_copy), or of copies. Which articles are in a
/// set does not depend on the sequence in which they were added.
///
/// Two sketches are compared if they agree in one of 42 bands of three hashes each (locality
/// sensitive hashing; Indyk and Motwani 1998; Leskovec, Rajaraman, Ullman, "Mining of Massive
/// Datasets", 3.4): of two articles that resemble each other by .5, 99.6 % are, by .3, 68 %. It
/// takes some 340 bytes an article, and 11 MB if there are many.
class Copies {
 public:
  /// `expected`: how many articles will be added, if that is known; it only saves memory and time.
  explicit Copies(std::size_t expected = 1u << kMostSlotBits);

  /// Answers with the number of the article, from 0.
  std::uint32_t add(const WordSketch& sketch);
  /// The one of its set that was added first.
  std::uint32_t first(std::uint32_t article) { return sets_.find(article); }

 private:
  static constexpr std::size_t kBands = 42, kRows = 3, kMostSlotBits = 16;
  static_assert(kBands * kRows <= WordSketch::kWays);

  std::uint32_t& slot(const WordSketch& sketch, std::size_t band);
  bool agree(std::uint32_t kept, std::uint32_t other, std::size_t band) const;
  void join_like(std::uint32_t kept, std::uint32_t article);

  std::size_t slot_bits_;
  DisjointSets sets_{0};
  // Of articles with one sketch the first alone is kept and compared.
  std::vector<WordSketch> kept_;
  std::vector<std::uint32_t> article_of_;  // by place in kept_
  std::vector<std::uint32_t> compared_;    // by place in kept_: with which it was last compared
  std::vector<std::array<std::uint32_t, kBands>> next_;  // by place in kept_: next in its slot
  std::vector<std::uint32_t> slots_;                     // by band: last of a chain in kept_
  std::multimap<std::uint64_t, std::uint32_t> exact_;    // place in kept_ by hash of the sketch
};

}  // namespace dateline
