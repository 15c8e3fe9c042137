#pragma once

#include "core/timeline.h"
#include "importers/events/confidence_rules.h"
#include "importers/events/story_rules.h"

namespace dateline {

/// How sure an event is, in confidence_parts: that it is one ("event"), and if so that its time
/// ("date"), its factuality and each of its participants are right; confidence is that the first
/// three are. Rates in [0,1], in hundredths, as confidence.txt tells them of annotated articles.
/// `traits` are those of the mention that tells most; `published` is empty if it is not known.
void rate_confidence(const ConfidenceRules& rules, const StoryTraits& traits,
                     const std::optional<PartialDate>& published, Event& event);

/// By which way a time was found.
DateBasis basis_of(const When& when, const std::optional<PartialDate>& published);

}  // namespace dateline
