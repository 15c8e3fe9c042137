#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/merge_events.h"
#include "core/timeline.h"

namespace dateline {

/// Documents with one id are one: that which holds more. Sorted by id.
std::vector<SourceDocument> join_documents(std::vector<SourceDocument> all);

/// Says of each document that is a copy of others which of them was published first
/// (`duplicate_of`), by their sketches alone (copies.h); one without a sketch keeps what it says.
/// What has no date counts as later than what has one. Documents must have ids of their own.
CopiedDocuments link_copies(std::vector<SourceDocument>& documents);

/// When each was published; what repeats another, word for word or almost, was told when that was.
PublishedTimes published_times(const std::vector<SourceDocument>& documents);

}  // namespace dateline
