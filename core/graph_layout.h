#pragma once

#include <vector>

#include "core/graph.h"

namespace dateline {

/// A place in a drawing. The unit is the distance of two nodes with an edge between them; x grows
/// to the right, y downwards.
struct Point {
  double x = 0, y = 0;

  friend constexpr bool operator==(const Point&, const Point&) = default;
};

/// A drawing of the graph: one point a node, in nodes() order, all coordinates >= 0. Same graph,
/// same points. Nodes that are near in the graph are near in the drawing, parts that are not
/// connected stand beside each other.
std::vector<Point> layout_of(const Graph& graph);

}  // namespace dateline
