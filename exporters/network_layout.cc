#include "exporters/network_layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dateline {
namespace {

constexpr int kSteps = 300;
constexpr double kReach = 3;  // spacings: parts further apart leave each other alone

// A turn by the golden angle, as a multiplication: sine and cosine of the library may differ in the
// last bit from machine to machine, and a picture must not.
constexpr double kTurnX = -0.7373688780783197, kTurnY = 0.6754902942615238;

std::vector<NetworkPoint> spiral(std::size_t count, double aspect) {
  std::vector<NetworkPoint> points;
  double x = 1, y = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const double radius =
        std::sqrt((static_cast<double>(i) + 0.5) / static_cast<double>(count)) / 2;
    points.push_back({x * radius * aspect, y * radius});
    const double turned_x = x * kTurnX - y * kTurnY;
    y = x * kTurnY + y * kTurnX;
    x = turned_x;
  }
  return points;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> edges_of(const EntityNetwork& network) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  for (const EntityNetwork::Tie& tie : network.ties) edges.emplace_back(tie.a, tie.b);
  for (const EntityNetwork::Relation& relation : network.relations)
    edges.emplace_back(relation.from, relation.to);
  return edges;
}

void push_apart(const std::vector<NetworkPoint>& points, double spacing,
                std::vector<NetworkPoint>& moves) {
  for (std::size_t a = 0; a < points.size(); ++a)
    for (std::size_t b = a + 1; b < points.size(); ++b) {
      const double dx = points[a].x - points[b].x, dy = points[a].y - points[b].y;
      const double squared = dx * dx + dy * dy, reach = kReach * spacing;
      if (squared > reach * reach) continue;
      const double force = spacing * spacing / std::max(squared, 1e-6);
      moves[a].x += dx * force, moves[a].y += dy * force;
      moves[b].x -= dx * force, moves[b].y -= dy * force;
    }
}

void pull_together(const std::vector<NetworkPoint>& points,
                   const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges,
                   double spacing, std::vector<NetworkPoint>& moves) {
  for (const auto& [a, b] : edges) {
    const double dx = points[a].x - points[b].x, dy = points[a].y - points[b].y;
    const double force = std::sqrt(dx * dx + dy * dy) / spacing;
    moves[a].x -= dx * force, moves[a].y -= dy * force;
    moves[b].x += dx * force, moves[b].y += dy * force;
  }
}

// Moves each point, but never further than the temperature allows, and all a little to the middle.
void apply(std::vector<NetworkPoint>& points, const std::vector<NetworkPoint>& moves, double aspect,
           double temperature) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double x = moves[i].x - points[i].x * 0.6 / aspect, y = moves[i].y - points[i].y * 0.6;
    const double length = std::max(std::sqrt(x * x + y * y), 1e-9);
    const double step = std::min(length, temperature) / length;
    points[i].x += x * step;
    points[i].y += y * step;
  }
}

void fit(std::vector<NetworkPoint>& points, double NetworkPoint::*side) {
  const auto less = [&](const NetworkPoint& a, const NetworkPoint& b) { return a.*side < b.*side; };
  const auto [least, most] = std::minmax_element(points.begin(), points.end(), less);
  const double from = (*least).*side, length = (*most).*side - from;
  for (NetworkPoint& point : points)
    point.*side = length < 1e-9 ? 0.5 : (point.*side - from) / length;
}

}  // namespace

std::vector<NetworkPoint> network_layout(const EntityNetwork& network, double aspect) {
  std::vector<NetworkPoint> points = spiral(network.nodes.size(), aspect);
  if (points.empty()) return points;
  const auto edges = edges_of(network);
  const double spacing = 0.8 * std::sqrt(aspect / static_cast<double>(points.size()));
  for (int step = 0; step < kSteps; ++step) {
    std::vector<NetworkPoint> moves(points.size());
    push_apart(points, spacing, moves);
    pull_together(points, edges, spacing, moves);
    apply(points, moves, aspect, 0.12 * (1 - static_cast<double>(step) / kSteps));
  }
  fit(points, &NetworkPoint::x);
  fit(points, &NetworkPoint::y);
  return points;
}

}  // namespace dateline
