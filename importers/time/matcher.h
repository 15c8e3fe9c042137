#pragma once

#include <string_view>
#include <vector>

#include "core/span.h"
#include "importers/time/atoms.h"
#include "importers/time/grammar.h"
#include "importers/time/term.h"

namespace dateline {

/// A time expression found, not yet resolved.
struct TimexMatch {
  Span atoms;                 ///< half-open
  std::uint32_t rule = 0;     ///< in Grammar::rules()
  std::uint32_t term = 0;     ///< in TimexMatches::terms
  bool begins_range = false;  ///< the next match is the other end of it
};

struct TimexMatches {
  std::vector<Atom> atoms;
  std::vector<TimeTerm> terms;
  std::vector<TimexMatch> matches;  ///< in order of the text, not overlapping

  Span span_of(const TimexMatch& match) const {
    return {atoms[match.atoms.begin].span.begin, atoms[match.atoms.end - 1].span.end};
  }
};

/// Finds every time expression: a chart filled from right to left (each phrase is recognised once
/// and serves as a category of longer patterns), then the cover that takes in most of the text with
/// the fewest expressions. The work at each atom is bounded, so time is linear in the text.
TimexMatches match_timexes(std::string_view text, const Grammar& grammar);

}  // namespace dateline
