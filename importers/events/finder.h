#pragma once

#include <vector>

#include "importers/events/clauses.h"

namespace dateline {

/// Finds the words that tell of events, in order of the text, with the attributes of TimeML's EVENT
/// and MAKEINSTANCE; factuality, sources, arguments and times are later stages. Verbs, event nouns,
/// light verbs with their noun ("made a decision") and a few predicate adjectives ("due"); not
/// auxiliaries, not words inside names, not bylines, datelines and page furniture.
std::vector<EventMention> find_events(const EventContext& context);

}  // namespace dateline
