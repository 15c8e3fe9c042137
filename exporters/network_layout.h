#pragma once

#include <vector>

#include "exporters/entity_network.h"

namespace dateline {

struct NetworkPoint {
  double x = 0, y = 0;
};

/// A place in [0, 1] x [0, 1] for each node: joined ones near each other, all apart, after
/// Fruchterman and Reingold, "Graph drawing by force-directed placement" (1991). It begins with a
/// spiral, so the same network has the same picture. `aspect` is width by height.
std::vector<NetworkPoint> network_layout(const EntityNetwork& network, double aspect);

}  // namespace dateline
