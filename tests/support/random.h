#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::test {

/// A generator of our own, so that a property test meets the same values with every compiler:
/// Steele, Lea and Flood's SplitMix64 (OOPSLA 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }
  /// From `first` to `last`, both included.
  std::int64_t between(std::int64_t first, std::int64_t last) {
    return first + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(last - first + 1));
  }
  bool one_in(std::int64_t n) { return between(1, n) == 1; }
  template <typename Container>
  const auto& pick(const Container& from) {
    return from[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(from.size()) - 1))];
  }
  /// Bytes of any value.
  std::string bytes(std::size_t count) {
    std::string text(count, '\0');
    for (char& c : text) c = static_cast<char>(next());
    return text;
  }

 private:
  std::uint64_t state_;
};

}  // namespace dateline::test
