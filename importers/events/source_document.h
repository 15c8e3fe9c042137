#pragma once

#include "core/document.h"
#include "core/timeline.h"
#include "importers/events/evidence.h"

namespace dateline {

/// What a timeline keeps of an article: its text with digests, its date, and the times found in it.
/// `timexes` are the document's, with what the dating of its events has added.
SourceDocument source_document(const Document& document, const std::vector<Timex>& timexes,
                               const EvidenceMaker& evidence);

}  // namespace dateline
