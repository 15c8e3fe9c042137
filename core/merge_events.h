#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/merge_entities.h"
#include "core/timeline.h"

namespace dateline {

/// When each document was published, by id: the last moment that it may have been, as utc_seconds.
/// Documents of which nothing is known are left out. Only ever asked for one: nothing depends on
/// its order.
using PublishedTimes = std::unordered_map<std::string, std::int64_t>;

constexpr std::int64_t kNeverPublished = std::numeric_limits<std::int64_t>::min();
/// When the latest document that tells of an event was published.
std::int64_t told_at(const Event& event, const PublishedTimes& published);

/// What entities and events are called now.
struct Names {
  Renaming entities, events;
};

/// The place of a document among those that are copies of each other.
struct CopiedDocument {
  std::string first;     ///< id of the one that was published first; maybe its own
  std::size_t rank = 0;  ///< how many were published before it
};
/// By id; documents without copies are left out. Only ever asked for one.
using CopiedDocuments = std::unordered_map<std::string, CopiedDocument>;

/// What the joining of events must know of the documents.
struct Publications {
  const PublishedTimes& times;
  const CopiedDocuments& copied;
};

/// Joins events that are one (event_likeness.h, and what copies of a document tell in the same
/// words), once the entities are joined, and records what they are called now. What a joint says is
/// what its latest document says: a later one knows more. Copies add nothing but their evidence.
std::vector<Event> join_events(std::vector<Event> all, const Publications& publications,
                               Names& names);

}  // namespace dateline
