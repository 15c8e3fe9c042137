#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/timeline.h"

// Timelines made by hand, for exporters and whoever needs one. All of it is invented.

namespace dateline::testing {

/// A day as the text gives it: [day, next day), "2031-03-07".
When on_day(std::string_view day);
/// "2031-03-07T10:30:00" to another such moment; either may be empty for an open end.
When between(std::string_view earliest, std::string_view latest);

Entity entity(std::string id, EntityKind kind, std::string name);
/// An event asserted on a day, with one piece of evidence in document "d1".
Event event(std::string id, std::string title, const When& when);
Participant taking_part(std::string entity, Role role = Role::agent);
Link link(LinkType type, std::string from, std::string to, std::string label = "");

/// A strike at an invented harbour: every kind of event and most factualities, two deadlines, an
/// event without a date, relations of events and of people.
Timeline harbour_strike();

/// What a picture of any size needs: `events` events of `actors` actors over `days` days from
/// 2031-01-01, of all kinds and factualities, linked here and there. Same arguments, same timeline.
Timeline synthetic(std::size_t events, std::size_t actors, int days);

/// Strings that break writers: quotes, backslashes at the end, markup, controls, broken UTF-8 ...
std::vector<std::string> hostile_strings();
/// harbour_strike() with every free text, and ids beyond the schema, hostile.
Timeline hostile();

}  // namespace dateline::testing
