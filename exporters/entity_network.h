#pragma once

#include <cstdint>
#include <vector>

#include "core/timeline.h"

namespace dateline {

/// Who is drawn in a picture of the entities, and what joins them.
struct EntityNetwork {
  struct Node {
    std::uint32_t entity = 0;  ///< position in Timeline::entities
    std::vector<std::uint32_t>
        events;  ///< positions in Timeline::events: it takes part, or is there
  };
  /// Two entities in the same events, at least one.
  struct Tie {
    std::uint32_t a = 0, b = 0;  ///< positions in nodes, a < b
    std::vector<std::uint32_t> events;
  };
  /// A link of the timeline whose ends are both drawn.
  struct Relation {
    std::uint32_t from = 0, to = 0;  ///< positions in nodes
    std::uint32_t link = 0;          ///< position in Timeline::links
  };
  std::vector<Node> nodes;  ///< most events first, then by id
  std::vector<Tie> ties;    ///< most events first
  std::vector<Relation> relations;
  std::size_t left_out = 0;  ///< entities that would be drawn but for the limit
};

/// Entities that no event and no link names are not drawn.
EntityNetwork entity_network(const Timeline& timeline, std::size_t max_nodes, std::size_t max_ties);

}  // namespace dateline
