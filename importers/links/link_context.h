#pragma once

#include "importers/events/clauses.h"
#include "importers/events/event_index.h"

namespace dateline {

/// What the sieves look at, for one document whose layers are all there but its links.
struct LinkContext {
  const EventContext& clauses;
  const EventIndex& index;

  const Document& document() const { return clauses.document; }
  const std::vector<EventMention>& events() const { return clauses.document.events; }
};

}  // namespace dateline
