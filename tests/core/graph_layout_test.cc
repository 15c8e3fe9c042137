#include "core/graph_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "tests/support/make_timeline.h"

namespace dateline {
namespace {

using testing::Dice;

Graph graph_with(std::uint32_t size,
                 const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) {
  std::vector<Graph::Node> nodes;
  for (std::uint32_t i = 0; i < size; ++i)
    nodes.push_back({std::to_string(100'000 + i), Graph::NodeKind::entity});
  std::vector<Graph::Edge> edges;
  for (const auto& [from, to] : pairs) edges.push_back({from, to, "e", 1});
  return Graph(std::move(nodes), std::move(edges));
}

Graph random_tree(std::uint32_t size) {
  Dice dice(size);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t i = 1; i < size; ++i) pairs.emplace_back(i, dice.roll(i));
  return graph_with(size, pairs);
}

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

double least_distance(const std::vector<Point>& points) {
  double least = std::numeric_limits<double>::max();
  for (std::size_t i = 0; i < points.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) least = std::min(least, distance(points[i], points[j]));
  return least;
}

TEST(GraphLayout, OfNothingIsEmpty) { EXPECT_TRUE(layout_of(graph_with(0, {})).empty()); }

TEST(GraphLayout, PutsAPathOnALine) {
  const auto points = layout_of(graph_with(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}}));
  for (int i = 1; i < 5; ++i) EXPECT_NEAR(distance(points[i - 1], points[i]), 1, 0.1);
  EXPECT_NEAR(distance(points[0], points[4]), 4, 0.2);
  EXPECT_NEAR(points[0].y, points[4].y, 0.2);
}

TEST(GraphLayout, IsTheSameEveryTime) {
  EXPECT_EQ(layout_of(random_tree(200)), layout_of(random_tree(200)));
}

TEST(GraphLayout, StartsAtZero) {
  const auto points = layout_of(random_tree(80));
  double x = 1e9, y = 1e9;
  for (const Point& point : points) x = std::min(x, point.x), y = std::min(y, point.y);
  EXPECT_NEAR(x, 0, 1e-9);
  EXPECT_NEAR(y, 0, 1e-9);
}

TEST(GraphLayout, KeepsNodesApart) {
  EXPECT_GT(least_distance(layout_of(random_tree(100))), 0.6);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> star;
  for (std::uint32_t leaf = 1; leaf < 150; ++leaf) star.emplace_back(0, leaf);
  EXPECT_GT(least_distance(layout_of(graph_with(150, star))), 0.6);
}

TEST(GraphLayout, StandsPartsBesideEachOther) {
  const auto points = layout_of(graph_with(7, {{0, 1}, {1, 2}, {2, 0}, {3, 4}, {5, 5}}));
  EXPECT_GT(least_distance(points), 0.7);
  EXPECT_LT(distance(points[0], points[1]), 1.2);
  EXPECT_NEAR(distance(points[3], points[4]), 1, 0.1);
}

TEST(GraphLayout, NearInTheGraphIsNearOnPaper) {
  const Graph graph = random_tree(300);
  const auto points = layout_of(graph);
  double edges = 0, all = 0;
  for (const Graph::Edge& edge : graph.edges())
    edges +=
        distance(points[edge.from], points[edge.to]) / static_cast<double>(graph.edges().size());
  for (std::size_t i = 1; i < points.size(); ++i)
    all += distance(points[i - 1], points[i]) / static_cast<double>(points.size());
  EXPECT_LT(edges, all / 2);
}

TEST(GraphLayout, ManyNodesStillHavePlaces) {
  const auto points = layout_of(random_tree(5000));
  for (const Point& point : points)
    ASSERT_TRUE(std::isfinite(point.x) && std::isfinite(point.y) && point.x >= 0 && point.y >= 0);
}

}  // namespace
}  // namespace dateline
