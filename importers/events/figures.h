#pragma once

#include <vector>

#include "core/timeline.h"
#include "importers/events/clauses.h"

namespace dateline {

/// A figure that the text gives for an event: "at least 12 people" of "were killed".
struct Figure {
  EventMentionId event;
  Quantity quantity;  ///< without evidence
  TokenRange words;   ///< with what qualifies it and what is counted
};

/// The figures of a document's events, in order of the text: counts, sums of money, shares and
/// measures. Times, dates, ages, numbers in names, scores and votes for and against are none.
std::vector<Figure> find_figures(const EventContext& context);

}  // namespace dateline
