#pragma once

#include <initializer_list>
#include <vector>

#include "importers/events/clauses.h"
#include "importers/events/event_index.h"

namespace dateline {

/// Whom a deadline binds, and who set it; empty where the text does not tell.
struct DeadlinePeople {
  std::vector<MentionId> bound, set_by;
};

/// The mentions of an event that have one of the roles, in order.
std::vector<MentionId> with_roles(const EventMention& event, std::initializer_list<Role> roles);
/// The mentions of a nominal and of what is coordinated with it.
std::vector<MentionId> mentions_at(const EventContext& context, TokenId nominal);

/// "Under a ruling by the court": the noun for what binds an action; empty if none is named.
TokenId instrument_of(const EventContext& context, const EventMention& action);

/// Of a deadline with action, time and force. `granted`: leave is given until its time.
DeadlinePeople people_of(const EventContext& context, const EventIndex& index,
                         const DeadlineMention& deadline, bool granted);

}  // namespace dateline
