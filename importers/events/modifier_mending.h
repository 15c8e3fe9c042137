#pragma once

#include "core/document.h"
#include "importers/events/lexicon.h"

namespace dateline {

/// Puts right verbs that a parser took for modifiers of the noun after them: "a quake struck Arn",
/// "have begun questioning residents". Reads tokens and trees; changes heads and relations only.
void mend_modifiers(Document& document, const EventLexicon& lexicon);

}  // namespace dateline
