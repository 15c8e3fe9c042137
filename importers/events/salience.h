#pragma once

#include "importers/events/coreference.h"
#include "importers/events/story_traits.h"

namespace dateline {

/// The traits of an event: those of the mention that tells most, with the actors, place and time of
/// all.
StoryTraits traits_of(const EventContext& context, const StoryReader& reader,
                      const EventCluster& cluster);

/// How much an event matters for its article, in (0,1), by its traits and the weights of story.txt:
/// a log-linear model, as for sentences in Kupiec, Pedersen and Chen (1995).
double importance_of(const StoryRules& rules, const StoryTraits& traits);

}  // namespace dateline
