#pragma once

#include <vector>

#include "importers/events/clauses.h"

namespace dateline {

/// A stretch of direct speech, its marks left out; over paragraphs when the mark is not closed.
struct Quotation {
  TokenRange tokens;
  EventMentionId cue;  ///< the event of saying it; empty if none was found
};

/// Direct speech, with the reporting event that belongs to it: in the same sentence, the sentence
/// before or after in the paragraph, or the paragraph before for a quotation that goes on.
std::vector<Quotation> find_quotations(const EventContext& context,
                                       const std::vector<EventMention>& events);

/// Fills sources and container of every event: innermost source first, from direct speech, from
/// clauses under predicates of saying, thinking and planning, from "according to", from "X said"
/// beside a clause. Events in the article's own voice get none.
void find_sources(const EventContext& context, std::vector<EventMention>& events);

}  // namespace dateline
