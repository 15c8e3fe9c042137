#pragma once

#include "core/timeline.h"

namespace dateline {

/// Joins two timelines. Associative, commutative and idempotent: documents with one id are one;
/// entities join by name evidence; events by type, time, actors and words; no join beats a wrong
/// one. Ids that joined take the smallest of them, and everything that pointed at one points at the
/// other. The result is in canonical order (ordering.h).
Timeline merge(const Timeline& a, const Timeline& b);
Timeline merge(std::vector<Timeline> all);

}  // namespace dateline
