#pragma once

#include "core/timeline.h"

namespace dateline {

/// Of an event whose importance is not known, too: the middle of 0 to 1.
inline double importance_of(const Event& event) { return event.importance.value_or(0.5); }

/// By which the events of a full picture are chosen: deadlines are the last to go.
inline double claim_to_room(const Event& event) {
  return importance_of(event) + (event.kind == Event::Kind::deadline ? 1 : 0);
}

}  // namespace dateline
