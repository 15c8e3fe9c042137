#pragma once

#include <optional>

#include "importers/events/clauses.h"
#include "importers/events/event_index.h"

namespace dateline {

/// "Demanded repayment by May 3", "asked for bids by Monday": the noun is what is asked for, and
/// the verb of asking has the time. Empty if the event asks for nothing of that kind.
std::optional<DeadlineMention> asked_deadline(const EventContext& context, const EventIndex& index,
                                              EventMentionId asking, const TimeBound& bound);

/// "Due", "falls due": what is owed must be there by its time.
bool is_due(const EventContext& context, TokenId head);
/// "Is due from the panel": who owes it.
std::vector<MentionId> owing(const EventContext& context, const EventMention& owed);
/// "Bids are due on Friday": of something that is owed, where results are only expected then.
bool falls_due(const EventContext& context, const EventMention& owed);

}  // namespace dateline
