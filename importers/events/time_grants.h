#pragma once

#include "importers/events/clauses.h"

namespace dateline {

/// "The court gave Osprey until Friday to pay", "owners have 30 days to appeal".
struct TimeGrant {
  TokenId verb;   ///< "gave", "have"; empty if no time is given
  TokenId owner;  ///< who has the time; empty if the sentence does not tell
  TokenId giver;  ///< who gave it; empty if the sentence does not tell
};

/// How a time is somebody's: it stands after a verb of granting, with "until" before it or as a
/// bare length.
TimeGrant grant_of(const EventContext& context, TimexId time);

}  // namespace dateline
