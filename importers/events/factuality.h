#pragma once

#include <vector>

#include "importers/events/clauses.h"

namespace dateline {

/// Decides for every event what its source commits to, after FactBank (Saurí and Pustejovsky 2009,
/// 2012): the event's own negation, modals, tense and condition first, then what each predicate
/// over it makes of it, from the inside out. What somebody merely says keeps the factuality that he
/// gives it; who says it is for sources.h.
void decide_factuality(const EventContext& context, std::vector<EventMention>& events);

}  // namespace dateline
