#pragma once

#include <vector>

#include "importers/events/clauses.h"

namespace dateline {

/// Hangs every time expression on the event that it dates (EventMention.timex) or bounds (bounds):
/// the nearest event over it in the tree. A dated event noun after "before" or "by" bounds in its
/// turn: "before the end of the games on Feb. 20".
void link_times(const EventContext& context, std::vector<EventMention>& events);

/// The tokens of a time expression; empty if it covers none.
TokenRange tokens_of(const Document& document, Span span);

}  // namespace dateline
