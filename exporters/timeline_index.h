#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

#include "core/timeline.h"

namespace dateline {

/// Finds the parts of a timeline by their ids. The timeline must outlive it, unchanged.
class TimelineIndex {
 public:
  explicit TimelineIndex(const Timeline& timeline);

  /// Position in Timeline::events; the first of that id.
  std::optional<std::uint32_t> event(std::string_view id) const;
  const Entity* entity(std::string_view id) const;            ///< null if there is none
  const SourceDocument* document(std::string_view id) const;  ///< null if there is none
  /// The name of an entity, or its id if there is none.
  std::string_view entity_name(std::string_view id) const;

 private:
  std::map<std::string_view, std::uint32_t> events_;
  std::map<std::string_view, const Entity*> entities_;
  std::map<std::string_view, const SourceDocument*> documents_;
};

}  // namespace dateline
