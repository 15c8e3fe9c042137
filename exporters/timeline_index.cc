#include "exporters/timeline_index.h"

namespace dateline {

TimelineIndex::TimelineIndex(const Timeline& timeline) {
  for (std::uint32_t i = 0; i < timeline.events.size(); ++i)
    events_.emplace(timeline.events[i].id, i);
  for (const Entity& entity : timeline.entities) entities_.emplace(entity.id, &entity);
  for (const SourceDocument& document : timeline.documents)
    documents_.emplace(document.id, &document);
}

std::optional<std::uint32_t> TimelineIndex::event(std::string_view id) const {
  const auto found = events_.find(id);
  return found == events_.end() ? std::nullopt : std::optional(found->second);
}

const Entity* TimelineIndex::entity(std::string_view id) const {
  const auto found = entities_.find(id);
  return found == entities_.end() ? nullptr : found->second;
}

const SourceDocument* TimelineIndex::document(std::string_view id) const {
  const auto found = documents_.find(id);
  return found == documents_.end() ? nullptr : found->second;
}

std::string_view TimelineIndex::entity_name(std::string_view id) const {
  const Entity* found = entity(id);
  return found == nullptr ? id : std::string_view(found->name);
}

}  // namespace dateline
