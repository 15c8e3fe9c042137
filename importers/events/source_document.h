#pragma once

#include "core/document.h"
#include "core/timeline.h"
#include "importers/events/evidence.h"

namespace dateline {

/// What a timeline keeps of an article: its text with digests, its date, and the times found in it.
SourceDocument source_document(const Document& document, const EvidenceMaker& evidence);

}  // namespace dateline
