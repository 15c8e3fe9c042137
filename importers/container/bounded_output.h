#pragma once

#include <cstdint>
#include <string>

namespace dateline {

/// Most that one compressed file that is no archive may hold. Articles come in far smaller files;
/// the rest is bombs.
constexpr std::size_t kMaxUnpackedBytes = 256u << 20;
/// A file that unpacks to no more than this is harmless, however well it was packed.
constexpr std::size_t kHarmlessBytes = 16u << 20;
/// Text packs to a fifth, repetitive logs to a hundredth; deflate reaches 1,032 on zeros alone.
constexpr std::size_t kMaxRatio = 200;

/// Why `unpacked` bytes out of the first `packed` ones are too many; empty if they are not.
std::string over_ratio(std::uint64_t packed, std::uint64_t unpacked);

}  // namespace dateline
