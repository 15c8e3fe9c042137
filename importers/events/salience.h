#pragma once

#include "importers/events/coreference.h"
#include "importers/events/story_traits.h"

namespace dateline {

/// How much an event matters for its article, in (0,1), by the traits of its mentions and the
/// weights of story.txt: a log-linear model, as for sentences in Kupiec, Pedersen and Chen (1995).
double importance_of(const EventContext& context, const StoryReader& reader,
                     const EventCluster& cluster);

}  // namespace dateline
