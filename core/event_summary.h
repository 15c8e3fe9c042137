#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/timeline.h"

namespace dateline {

/// Gives every event its one-line summary: the title and, in brackets, when it was, what it is if
/// it is no fact, by whose words, whom a deadline binds, and where. "Ministry to close the pass
/// (Friday 1 Mar 2024; planned; according to Ada Kern; at Marnow)". A summary that somebody wrote,
/// which is any that does not begin with the title and a bracket, stays as it is.
void summarize_events(Timeline& timeline);

/// Takes those summaries off again, also off `parts`, and tells the ids of the events that had one.
/// They hold names and days that a merge may change.
std::set<std::string> take_summaries(std::vector<Event>& events);
/// Gives them anew to the events of these ids and to all that have `parts`.
void draw_summaries(Timeline& timeline, const std::set<std::string>& ids);

}  // namespace dateline
