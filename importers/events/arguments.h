#pragma once

#include <vector>

#include "importers/events/clauses.h"

namespace dateline {

/// Fills arguments and places of every event from the trees and the document's mentions: subjects
/// (borrowed ones too), objects, prepositional phrases, owners and adjectives of event nouns.
void find_arguments(const EventContext& context, std::vector<EventMention>& events);

/// The mention that a nominal token stands for: the one it heads, or the smallest that holds it as
/// part of its name. Empty if the token is no mention.
MentionId mention_at(const EventContext& context, TokenId token);

}  // namespace dateline
