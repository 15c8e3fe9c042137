#pragma once

#include "core/document.h"
#include "importers/time/matcher.h"
#include "importers/time/timex_rules.h"

namespace dateline {

/// When the clause around a time expression plays, as its verb tells.
enum class ClauseTense : std::uint8_t { unknown, past, present, future };

/// From the governing verb if the document is parsed; else from the nearest word of the categories
/// {future-cue} and {past-cue} in the same sentence.
ClauseTense clause_tense(const Document& document, const TimexRules& rules,
                         const TimexMatches& found, const TimexMatch& match);

}  // namespace dateline
