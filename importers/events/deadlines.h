#pragma once

#include <vector>

#include "importers/events/clauses.h"

namespace dateline {

/// Finds what must, should, may or will happen by a time: bounded events that are not yet facts
/// ("leave by noon", "could attack before Feb. 20"), what expires, leave to do something until a
/// time, and the word "deadline" with its date. Whose events they are and who set them is read off
/// arguments and sources, so those layers come first.
std::vector<DeadlineMention> find_deadlines(const EventContext& context);

}  // namespace dateline
