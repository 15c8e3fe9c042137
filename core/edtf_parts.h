#pragma once

#include <array>
#include <cstdint>

namespace dateline {

inline constexpr std::array<std::int32_t, 5> kPowersOfTen = {1, 10, 100, 1'000, 10'000};
inline constexpr std::int32_t kLastFourDigitYear = 9'999;

/// The parts of a year by their number in EDTF. Seasons and thirds keep it in PartialDate::part.
inline constexpr int kFirstSeason = 21;
inline constexpr int kFirstQuarter = 33;
inline constexpr int kFirstThird = 37;
inline constexpr int kFirstHalf = 40;
inline constexpr int kLastHalf = 41;

constexpr std::uint8_t small(int value) { return static_cast<std::uint8_t>(value); }

}  // namespace dateline
