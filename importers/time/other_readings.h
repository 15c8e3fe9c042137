#pragma once

#include <optional>

#include "core/date.h"
#include "importers/time/term.h"

namespace dateline {

/// The other time that a term may mean, where its words allow two: the month and the day of
/// "03/04/2022" the other way round, the Friday of the week after for "next Friday", the midnight
/// that begins a day for the one that ends it. `date` is the reading that was chosen; empty if
/// there is no other.
std::optional<PartialDate> other_reading(const TimeTerm& said, const PartialDate& date,
                                         const std::optional<PartialDate>& published);

}  // namespace dateline
