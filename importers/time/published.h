#pragma once

#include <optional>
#include <vector>

#include "core/document.h"
#include "importers/time/timex_rules.h"

namespace dateline {

/// Reasons from the text to its own publication date, best first; empty when the text does not
/// tell. A line of date at the top speaks for itself. Else a day that is tied to an event with
/// known days gives the year ("the end of the Beijing Olympics on Feb. 20"), and the weekday that
/// the story calls today gives the days that it can be. Scores of equal candidates share one
/// certainty: three Saturdays have a third each.
std::vector<PublishedCandidate> infer_published(const Document& document, const TimexRules& rules);

/// Sets published, its source and the candidates of a document that has no date, from the
/// candidates: one that is certain is taken, others only reported.
void settle_published(Document& document, const TimexRules& rules);

}  // namespace dateline
