#pragma once

#include <string>
#include <string_view>

#include "core/timeline.h"
#include "importers/language.h"

namespace dateline {

/// All that is embedded in the program for English, models included.
const Language& english();

/// The timeline of a plain text; `published` as a TIMEX3 value, may be empty.
Timeline timeline_of(std::string text, std::string_view published = "");

/// The event, no deadline, whose trigger is that word; null if there is none.
const Event* event_with(const Timeline& timeline, std::string_view trigger);
/// The same, but the test is aborted if there is none.
const Event& event_of(const Timeline& timeline, std::string_view trigger);

/// Names of those who take that part in an event, sorted, parted by "; ".
std::string actors(const Timeline& timeline, const Event& event, Role role);
/// Names of those who say so, innermost first, parted by "; "; empty: the article itself.
std::string sources(const Timeline& timeline, const Event& event);

}  // namespace dateline
