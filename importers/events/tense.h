#pragma once

#include "core/event_mention.h"
#include "importers/events/clauses.h"

namespace dateline {

/// Tense, aspect, voice, modality and negation of an event from the verb (or the word under a
/// copula) that carries them, and from its auxiliaries.
void read_tense(const EventContext& context, TokenId verb, EventMention& event);

/// Whether "been" stands with a verb or adjective. The passive that it makes ("has been sold") is
/// no perfect to a timeline, which would leave its day open.
bool has_perfect_auxiliary(const EventContext& context, TokenId verb);

}  // namespace dateline
