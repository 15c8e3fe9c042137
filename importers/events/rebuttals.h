#pragma once

#include <vector>

#include "importers/events/clauses.h"

namespace dateline {

/// "A post claimed that a child had died. 'That is simply not true,' said the hospital." Makes what
/// the sentence before a rebuttal reports a denied matter: it was told as its sources' word and
/// stays so. What the article says itself is left as it is.
void apply_rebuttals(const EventContext& context, std::vector<EventMention>& events);

}  // namespace dateline
