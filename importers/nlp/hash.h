#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// Bijective mixing of 64 bits: the finaliser of SplitMix64 (Steele, Lea and Flood 2014).
constexpr std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
  return x ^ (x >> 31);
}

/// Extends a hash by one more value; the order of values matters.
constexpr std::uint64_t hash_with(std::uint64_t hash, std::uint64_t value) {
  return (hash ^ mixed(value + 0x9E3779B97F4A7C15ull)) * 0xD6E8FEB86659FD93ull + (hash >> 29);
}

/// Eight bytes at a time: quick enough to check megabytes at start-up, and the same on every
/// machine of the same byte order. Not for secrets.
std::uint64_t hash_bytes(std::string_view bytes);

}  // namespace dateline
