#pragma once

#include <vector>

#include "importers/events/clauses.h"

namespace dateline {

/// Mentions of one happening, in order of the text.
struct EventCluster {
  std::vector<EventMentionId> mentions;
};

/// Joins the mentions of an article that tell of one happening: the same kind of event, with actors
/// and dates that do not contradict each other, told as equally certain; a later noun with a
/// definite article looks back for the event it names; one speaker's plain sayings are one
/// statement. In doubt two mentions stay apart. Every event is in exactly one cluster; clusters are
/// in order of their first mention.
std::vector<EventCluster> resolve_events(const EventContext& context);

}  // namespace dateline
