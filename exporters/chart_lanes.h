#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "exporters/chart_time.h"

namespace dateline {

/// From times to pixels.
struct ChartScale {
  double left = 0, right = 0;  ///< edges of the part of the picture that has an axis
  ChartWindow window;

  double x(std::int64_t time) const {
    return left + static_cast<double>(time - window.from) * (right - left) /
                      static_cast<double>(window.to - window.from);
  }
};

/// One event in its lane: its mark or bar, and its label, in pixels.
struct ChartBox {
  ChartEvent event;
  double x0 = 0, x1 = 0, at = 0;  ///< the bar or band, and the mark
  double from = 0, to = 0;        ///< all of it, label included
  double label_x = 0;
  std::string label;
  std::size_t row = 0;
};

struct ChartLane {
  std::string name;
  std::vector<ChartBox> boxes;
  std::vector<ChartEvent> touches;  ///< events of other lanes that its actor has a part in
  std::size_t rows = 0;             ///< of boxes
  std::size_t hidden = 0;           ///< events that have no room
};

/// A lane an actor, busiest first; an event stands in the lane of its first actor. No two boxes of
/// a row overlap and none leaves the picture. What is too much goes by importance, and is counted.
struct ChartLanes {
  std::vector<ChartLane> lanes;
  std::size_t hidden_lanes = 0, hidden_events = 0;  ///< beyond the lanes that are drawn
};
ChartLanes chart_lanes(const Timeline& timeline, const ChartTime& time, const ChartScale& scale);

inline constexpr double kLabelSize = 12.5;  ///< pixels

}  // namespace dateline
