#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "exporters/time_columns.h"
#include "exporters/timeline_index.h"

namespace dateline {

/// The events of a timeline as cards in columns, as many as a reader can take in.
struct CardLayout {
  struct Slot {
    std::size_t column = 0, row = 0;
  };
  TimeColumns time;
  std::vector<std::vector<std::uint32_t>>
      cards;                            ///< of each column from the top: positions of events
  std::map<std::uint32_t, Slot> slots;  ///< of the events that have a card
};

/// A column with too many events shows the most important ones, deadlines before all. Cards stand
/// in order of time, but linked ones directly below each other.
CardLayout lay_out_cards(const Timeline& timeline, const TimelineIndex& index);

}  // namespace dateline
