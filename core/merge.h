#pragma once

#include "core/timeline.h"

namespace dateline {

/// Joins timelines. Documents with one id are one; entities join by the evidence of their names
/// (merge_entities.h); events by kind, type, day, actors and words (event_likeness.h). No join
/// beats a wrong one. What was joined goes by the smallest of its ids, and everything that pointed
/// at one of them points at it; contradictions and moved deadlines are linked. Figures (metrics)
/// are left out: they were of the timelines that went in. The result is in canonical order
/// (ordering.h).
///
/// Documents that are copies of one another, by their sketches (copies.h), name the one that was
/// published first; what they tell in the same words is one event, told as that one tells it.
///
/// Associative, commutative and idempotent, so that articles can be read anywhere, in any order,
/// and joined in any steps. Three things make it so. First, what is joined is the closure of a
/// relation between two accounts as they were read, which knows nothing of the others and can only
/// come to hold, never cease to, when more is joined. Second, every joint keeps what it was joined
/// of (`parts`), so any merge starts again from the accounts. Third, everything else is drawn anew
/// from them: names, best accounts, statuses, links between events. That is why a change made by
/// hand to a joint is lost at the next merge, unless its parts are changed or taken away.
/// (Compare Benjelloun et al., "Swoosh: a generic approach to entity resolution", VLDB J. 2009.)
Timeline merge(const Timeline& a, const Timeline& b);
Timeline merge(std::vector<Timeline> all);

}  // namespace dateline
