#pragma once

#include <string>

#include "importers/events/clauses.h"
#include "importers/events/title_forms.h"

namespace dateline {

/// A short sentence about an event, as a person would write it over a timeline: "Sullivan warns
/// that Russia could attack Ukraine". Made of the words of the clause, asides and dates left out,
/// with the fullest names of the actors, in the present, and in the form that its factuality asks
/// for. Never empty; at most 200 bytes.
std::string title_of(const EventContext& context, const TitleForms& forms,
                     const EventMention& event);

/// The same for a deadline; `action` is the mention that tells the most of what is due.
std::string deadline_title(const EventContext& context, const TitleForms& forms,
                           const DeadlineMention& deadline, const EventMention& action);

}  // namespace dateline
