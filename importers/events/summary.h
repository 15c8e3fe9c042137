#pragma once

#include "core/timeline.h"
#include "importers/events/clauses.h"
#include "importers/events/timeml_words.h"
#include "importers/events/title_forms.h"

namespace dateline {

/// The timeline of one document: its article, the entities of its chains, one event for each
/// cluster of event mentions, its deadlines, and the links between them. Ids are made of content.
/// Every item carries the words that it was read from.
Timeline summary_of(const EventContext& context, const TitleForms& forms,
                    const TimemlWords& timeml);

}  // namespace dateline
