#pragma once

#include <vector>

#include "core/document.h"

namespace dateline {

/// Finds events by their place in the text. Holds while the number and heads of the events stay.
class EventIndex {
 public:
  EventIndex(const Document& document, const std::vector<EventMention>& events);

  /// The event whose head a token is, or else whose predicate; empty if there is none.
  EventMentionId at(TokenId token) const { return event_at_[token.index]; }
  /// The first event whose head is in the range; empty if there is none.
  EventMentionId first_in(TokenRange range) const;
  /// The last event whose head is in the range.
  EventMentionId last_in(TokenRange range) const;

 private:
  std::vector<EventMentionId> event_at_;  // by token
  std::vector<std::uint32_t> heads_;      // tokens, ascending, by event
};

}  // namespace dateline
