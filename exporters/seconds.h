#pragma once

#include <cstdint>

#include "core/calendar.h"

namespace dateline {

/// Lengths of time in seconds.
inline constexpr std::int64_t kMinute = 60, kHour = 60 * kMinute, kDay = 24 * kHour;

/// The years that every picture can show, in seconds from 1970; what lies beyond is drawn at the
/// edge.
inline constexpr std::int64_t kFirstSecond = -377705116800;  // -9999-01-01
inline constexpr std::int64_t kLastSecond = 253402300799;    // 9999-12-31T23:59:59

inline Day day_at(std::int64_t seconds) { return day_of(Instant{seconds, {}}); }

}  // namespace dateline
