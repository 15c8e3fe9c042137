#include "core/word_sketch.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "core/characters.h"
#include "core/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kShingleWords = 4;
/// From here on, code points are of scripts that write without spaces, or of signs.
constexpr char32_t kUnspacedScripts = 0x2E80, kHangul = 0xAC00, kAfterHangul = 0xD7B0;
/// Apostrophes within words, and soft hyphens, are not part of how they are compared.
constexpr char32_t kApostrophe = '\'', kSoftHyphen = 0xAD;

constexpr double kCopied = 0.5;          // resemblance
constexpr double kContained = 0.8;       // part of the shorter one that stands in the longer
constexpr double kLeastLikeness = 0.25;  // below, a sketch tells too little of the part

/// splitmix64 (Steele, Lea, Flood 2014).
constexpr std::uint64_t mixed(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15u;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

/// The ways to mix: each turns over some bits of every hash.
constexpr auto kWaysToMix = [] {
  std::array<std::uint64_t, WordSketch::kWays> ways{};
  for (std::size_t i = 0; i < ways.size(); ++i) ways[i] = mixed(i);
  return ways;
}();

bool is_word_of_its_own(char32_t letter) {
  return letter >= kUnspacedScripts && !(letter >= kHangul && letter < kAfterHangul);
}

/// Hashes of the words of a text, in their order.
std::vector<std::uint64_t> word_hashes(std::string_view text) {
  std::vector<std::uint64_t> words;
  std::uint64_t word = 0;
  const auto end_word = [&] {
    if (word != 0) words.push_back(word);
    word = 0;
  };
  for (std::size_t at = 0; at < text.size() && words.size() < kMostSketchedWords;) {
    const CodePoint next = decode_utf8(text, at);
    at += next.size;
    const char32_t letter = plain(next.value);
    const CharacterKind kind = kind_of(letter);
    if (kind == CharacterKind::letter || kind == CharacterKind::digit) {
      word = mixed(word ^ to_lower(letter));
      if (is_word_of_its_own(letter)) end_word();
    } else if (kind != CharacterKind::mark && letter != kApostrophe && letter != kSoftHyphen) {
      end_word();
    }
  }
  end_word();
  return words;
}

/// Sorted, each once.
std::vector<std::uint64_t> shingle_hashes(const std::vector<std::uint64_t>& words) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(words.size());
  for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    std::uint64_t shingle = 0;
    for (std::size_t j = i; j < i + kShingleWords; ++j) shingle = mixed(shingle ^ words[j]);
    hashes.push_back(shingle);
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

/// The least of hash XOR way, found bit by bit: in sorted hashes, those that share a beginning
/// are neighbours.
std::uint64_t least_mixed(const std::vector<std::uint64_t>& hashes, std::uint64_t way) {
  auto first = hashes.begin(), last = hashes.end();
  for (std::uint64_t bit = std::uint64_t{1} << 63; bit != 0 && last - first > 1; bit >>= 1) {
    const auto middle =
        std::partition_point(first, last, [&](std::uint64_t hash) { return (hash & bit) == 0; });
    const bool upper = (way & bit) != 0 ? middle != last : middle == first;
    (upper ? first : last) = middle;
  }
  return *first ^ way;
}

std::size_t agreeing(const WordSketch& a, const WordSketch& b) {
  std::size_t equal = 0;
  for (std::size_t i = 0; i < WordSketch::kWays; ++i) equal += a.least[i] == b.least[i] ? 1 : 0;
  return equal;
}

}  // namespace

std::optional<WordSketch> word_sketch(std::string_view text) {
  const std::vector<std::uint64_t> words = word_hashes(text);
  if (words.size() < kLeastSketchedWords) return std::nullopt;
  const std::vector<std::uint64_t> hashes = shingle_hashes(words);
  WordSketch sketch;
  sketch.shingles = static_cast<std::uint32_t>(hashes.size());
  for (std::size_t way = 0; way < WordSketch::kWays; ++way)
    sketch.least[way] = static_cast<std::uint8_t>(mixed(least_mixed(hashes, kWaysToMix[way])));
  return sketch;
}

std::string to_hex(const WordSketch& sketch) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (int shift = 28; shift >= 0; shift -= 4) hex += kDigits[(sketch.shingles >> shift) & 15];
  for (const std::uint8_t byte : sketch.least) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

std::optional<WordSketch> word_sketch_of_hex(std::string_view hex) {
  constexpr std::size_t kCount = 8;
  if (hex.size() != kCount + 2 * WordSketch::kWays) return std::nullopt;
  WordSketch sketch;
  bool whole = true;
  const auto read = [&](std::size_t at, std::size_t digits, auto& value) {
    const char* const end = hex.data() + at + digits;
    const auto [stop, error] = std::from_chars(hex.data() + at, end, value, 16);
    whole = whole && error == std::errc() && stop == end;
  };
  read(0, kCount, sketch.shingles);
  for (std::size_t way = 0; way < WordSketch::kWays; ++way)
    read(kCount + 2 * way, 2, sketch.least[way]);
  return whole ? std::optional(sketch) : std::nullopt;
}

double resemblance(const WordSketch& a, const WordSketch& b) {
  constexpr double kByChance = 1.0 / 256;  // two bytes are equal
  const double equal = static_cast<double>(agreeing(a, b)) / WordSketch::kWays;
  return std::max(0.0, (equal - kByChance) / (1 - kByChance));
}

bool is_copy(const WordSketch& a, const WordSketch& b) {
  const double alike = resemblance(a, b);
  if (alike >= kCopied) return true;
  if (alike < kLeastLikeness) return false;
  const double sum = static_cast<double>(a.shingles) + b.shingles;
  const double common = alike / (1 + alike) * sum;
  return common >= kContained * std::min(a.shingles, b.shingles);
}

}  // namespace dateline
