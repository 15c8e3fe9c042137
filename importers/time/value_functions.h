#pragma once

#include <optional>
#include <span>
#include <vector>

#include "importers/time/grammar.h"
#include "importers/time/term.h"

namespace dateline {

/// What one category of a pattern caught: a word's value, or the term of a phrase.
struct CaughtValue {
  bool caught = false;
  std::int32_t value = 0;
  std::uint32_t term = TimeTerm::kNoTerm;  ///< none: a word or digits
};

/// Calls the rule's value function on what its pattern caught (one value a label). Empty when the
/// outcome is no time: February 30, 25 o'clock.
std::optional<TimeTerm> apply(const TimexRule& rule, std::span<const CaughtValue> caught,
                              const std::vector<TimeTerm>& terms);

/// A calendar term with what it leaves open taken from another: the month, the year.
TimeTerm completed(TimeTerm term, const TimeTerm& from);

}  // namespace dateline
