#pragma once

#include <vector>

#include "importers/events/clauses.h"

namespace dateline {

/// Who says, thinks, fears, wants or means what: direct speech with its speaker, clauses under
/// predicates of saying and thinking, "according to", "called it a trap", transcripts ("BERG: No.")
/// and letters signed at their end. Words of two stretches are one report if one cue brings both
/// in. In order of their cues. A report within the content of another is nested.
std::vector<Report> find_reports(const EventContext& context);

}  // namespace dateline
