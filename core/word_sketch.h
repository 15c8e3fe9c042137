#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// What of an article's words tells whether another has the same: for each of 128 ways to mix
/// them the least of the hashes of its shingles, the runs of four words. Two articles agree in as
/// large a part of the 128 as their shingles have in common (MinHash; Broder, "On the resemblance
/// and containment of documents", 1997; eight bits of each: Li and König, "b-Bit Minwise Hashing",
/// 2010). Case, apostrophes and all that is neither letter nor digit do not count.
struct WordSketch {
  static constexpr std::size_t kWays = 128;
  std::uint32_t shingles = 0;  ///< how many different ones it was made of
  std::array<std::uint8_t, kWays> least{};

  friend bool operator==(const WordSketch&, const WordSketch&) = default;
};

/// Fewer words are no article: "Read more" stands on many pages.
constexpr std::size_t kLeastSketchedWords = 20;
/// Longer texts are known by their beginning.
constexpr std::size_t kMostSketchedWords = 50'000;

/// Nothing if the text has fewer words than that. Letters of scripts without spaces are words.
std::optional<WordSketch> word_sketch(std::string_view text);

/// 264 hexadecimal digits, and back; nothing if it is none.
std::string to_hex(const WordSketch& sketch);
std::optional<WordSketch> word_sketch_of_hex(std::string_view hex);

/// The part of the shingles of both that both have, in [0, 1]; off by .04 now and then.
double resemblance(const WordSketch& a, const WordSketch& b);

/// Whether one is a copy of the other, or a later or shorter version: half of all they say is the
/// same, or the shorter one is almost whole in the other.
bool is_copy(const WordSketch& a, const WordSketch& b);

}  // namespace dateline
