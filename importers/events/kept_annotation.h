#pragma once

#include "importers/events/clauses.h"

namespace dateline {

/// Replaces a document's times by those that its article came annotated with, and keeps what is
/// known besides of one that was found with the same extent and value. For relations between the
/// times and events of a gold standard. Does nothing if the article brought no annotation.
void keep_annotated_times(Document& document);
/// The events that the article came annotated with, one a token; empty if it brought none.
std::vector<EventMention> annotated_events(const EventContext& context);

}  // namespace dateline
