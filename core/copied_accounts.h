#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/disjoint_sets.h"
#include "core/merge_events.h"

namespace dateline {

/// Joins in `sets` (by position) those events that copies of one document tell with the same words,
/// whatever actors and times were made of them: the same kind, type and trigger, at
/// the same place of a sentence of the same length. Answers
/// with the ids of those that only repeat what an earlier publication told: nobody says it once
/// more.
std::set<std::string> join_copied_accounts(const std::vector<Event>& events,
                                           const CopiedDocuments& copied, DisjointSets& sets);

}  // namespace dateline
