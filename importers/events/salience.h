#pragma once

#include <vector>

#include "importers/events/clauses.h"

namespace dateline {

/// Rates in [0,1] how much an article is about each event: headline and opening, actors and a date
/// of its own, a kind of event that makes news.
void rate_salience(const EventContext& context, std::vector<EventMention>& events);

}  // namespace dateline
