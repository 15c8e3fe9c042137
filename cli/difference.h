#pragma once

#include <string_view>
#include <vector>

#include "core/timeline.h"

namespace dateline {

/// What became of one event between two timelines.
struct EventChange {
  enum class Kind : std::uint8_t {
    added,
    withdrawn,
    moved,         ///< another time
    contradicted,  ///< asserted in one, denied or undone in the other
    changed        ///< another factuality or, of a deadline, force
  };
  Kind kind = Kind::added;
  const Event* before = nullptr;  ///< null when added
  const Event* after = nullptr;   ///< null when withdrawn
};
std::string_view name_of(EventChange::Kind kind);

/// The changes from one timeline to a later one, in the order of the later one's events, then what
/// was withdrawn. Two events are one if they have the same id; or the same trigger in the same
/// document; or the same kind, type and participants by name, and nothing else does. An event that
/// changed in several ways is listed once for each.
std::vector<EventChange> changes_between(const Timeline& before, const Timeline& after);

}  // namespace dateline
