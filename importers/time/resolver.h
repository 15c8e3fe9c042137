#pragma once

#include <optional>
#include <vector>

#include "core/document.h"
#include "core/timex.h"
#include "importers/time/matcher.h"
#include "importers/time/timex_rules.h"

namespace dateline {

/// Every time expression of the text, in order, resolved as far as the text and
/// `document.published` allow. Reads text, sentences, tokens (tense; optional) and published.
std::vector<Timex> find_timexes(const Document& document, const TimexRules& rules);

/// Gives the matches their values. See docs/rules.md for how the reference time is chosen.
std::vector<Timex> resolve_timexes(const Document& document, const TimexRules& rules,
                                   const TimexMatches& found);

/// find_timexes, assigned to the document: for when its publication date has become known.
void resolve_timexes(Document& document, const TimexRules& rules);

/// Gives a time that hangs on an event ("one day after the warning") its date, once the event has
/// one. Does nothing when the anchor is not an event.
void hang_timex(Timex& timex, const PartialDate& event_date);

}  // namespace dateline
