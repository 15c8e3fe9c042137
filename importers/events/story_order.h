#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/interval.h"
#include "importers/events/story_rules.h"

namespace dateline {

/// What is known of a mention's place in the story.
struct StoryMoment {
  double lateness = 0;     ///< StoryRules::lateness
  Interval when;           ///< its date, if both bounds are known
  bool published = false;  ///< that is no more than the day of publication
};

/// The place of each moment in the order of the story, counted from 0. Where the text tells the
/// dates of two, they stand by those; else it is presumed, by how stories are told. Moments beyond
/// the first 300 are ordered among themselves, in stretches, and follow those before them.
std::vector<std::uint32_t> presumed_order(std::span<const StoryMoment> moments,
                                          const StoryRules& rules);

}  // namespace dateline
