#pragma once

#include "core/document.h"
#include "importers/events/lexicon.h"

namespace dateline {

/// Hangs what parsers hang on the wrong word where only the meaning of the words tells: whose
/// request a "by" names, which noun an infinitive or "that" clause tells the content of, and who
/// says or threatens something where two clauses are joined. Changes heads and relations only.
void mend_attachments(Document& document, const EventLexicon& lexicon);

}  // namespace dateline
