#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/timeline.h"

namespace dateline {

/// Where an event stands in a chart. Local seconds, as in Instant.
struct ChartEvent {
  std::uint32_t event = 0;          ///< position in Timeline::events
  std::int64_t start = 0, end = 0;  ///< an end that the text leaves open is given some length
  std::int64_t at = 0;              ///< the moment that its mark stands at
  bool bar = false;                 ///< it lasts, or only a bound of it is known
  bool opens_left = false, opens_right = false;  ///< that end is not told
};

/// The stretch that a chart covers; `to` > `from`.
struct ChartWindow {
  std::int64_t from = 0, to = 86'400;
  bool clock = true;  ///< some event tells a time of day, so an axis may show hours
};

struct ChartTime {
  std::vector<ChartEvent> events;      ///< dated ones, by `at`, then importance, then id
  std::vector<std::uint32_t> apart;    ///< few dated ones, too far from the others, by time
  std::vector<std::uint32_t> undated;  ///< positions in Timeline::events, most important first
  ChartWindow window;  ///< all that some text gives firmly, and a margin; any if none is dated
};
ChartTime chart_time(const Timeline& timeline);

struct ChartTick {
  std::int64_t time = 0;
  std::string label;
  bool weekend = false;  ///< the day that begins here is a Saturday or Sunday
};
/// Ticks no closer than a label needs, and the coarser dates above them: months above days.
struct ChartAxis {
  std::vector<ChartTick> ticks, eras;
  bool days = false;  ///< a tick a day
};
ChartAxis chart_axis(const ChartWindow& window, double width);

}  // namespace dateline
