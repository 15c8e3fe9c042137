#pragma once

#include <vector>

#include "importers/events/clauses.h"
#include "importers/events/timeml_words.h"

namespace dateline {

/// Every event that TimeML annotates (Saurí et al. 2006, "TimeML Annotation Guidelines 1.2.1"), one
/// word each: nearly all verbs, nouns that tell of events, adjectives that tell of passing states.
/// In text order. What deserves a place on a timeline is another question: find_events.
std::vector<EventMention> find_timeml_events(const EventContext& context, const TimemlWords& words);
/// The event that a word would tell of, whether or not find_timeml_events takes it for one.
EventMention timeml_event_at(const EventContext& context, TokenId head, EventClass event_class);

}  // namespace dateline
