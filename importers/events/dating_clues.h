#pragma once

#include "importers/events/clauses.h"
#include "importers/events/event_index.h"

namespace dateline {

// What the words of an event tell of when it was, where no time stands with it.

/// Live updates stand under their times of day: what has happened has just happened.
bool is_live(const EventContext& context);

/// "Died in a car crash in the spring", "tabled a motion on Monday": the parser gives the time to
/// the nearer of the two. A strike that is announced has a time of its own.
bool dates_verb(const EventContext& context, const EventMention& noun, const EventMention& verb);

/// "May raise it when it meets them on Wednesday".
bool opens_with_when(const EventContext& context, const EventMention& clause);

/// Whether a story goes on from an event: it is no aside ("the bridge, which was built in 1988").
bool leads_story(const EventContext& context, const EventMention& event);

/// ", who led the island to independence,": told of somebody, not of the day.
bool is_told_of_somebody(const EventContext& context, const EventMention& event);

/// Says something, or declines to.
bool says(const EventContext& context, const EventIndex& index, const EventMention& event);

/// "Said then", "said at the time".
bool says_back_then(const EventContext& context, const EventMention& event);

/// "Was scheduled", "was expected to": it had been planned before, nobody says when.
bool was_planned(const EventContext& context, const EventMention& event);

}  // namespace dateline
