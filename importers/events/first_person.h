#pragma once

#include <vector>

#include "importers/events/lexicon.h"
#include "importers/events/sources.h"

namespace dateline {

/// "I" in direct speech is who says it; "we" is the body that speaks, where a body does. Adds those
/// mentions to the speakers' chains.
void resolve_first_person(Document& document, const EventLexicon& lexicon,
                          const std::vector<Quotation>& quotations);

}  // namespace dateline
