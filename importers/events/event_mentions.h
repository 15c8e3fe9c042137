#pragma once

#include <vector>

#include "core/timeline.h"
#include "importers/events/coreference.h"
#include "importers/events/evidence.h"
#include "importers/events/timeml_words.h"

namespace dateline {

/// All words of a document that tell of something that is, happens or may happen: the events of
/// its timeline, what else TimeML annotates, predicates with a copula ("is available") and nouns of
/// story.txt; in order of the text. Each with what is told of it, after the "event factuality" of
/// MEANTIME (Minard et al. 2016): whether it is certain, negative, and ahead; and its presumed
/// place in the story. Mentions of one event share that,
/// and so do coordinated verbs. `dates`: of the clusters.
std::vector<FoundEvent> find_event_mentions(const EventContext& context, const TimemlWords& timeml,
                                            const std::vector<EventCluster>& clusters,
                                            const std::vector<When>& dates,
                                            const EvidenceMaker& evidence);

}  // namespace dateline
