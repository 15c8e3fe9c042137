#include "core/graph.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "core/timeline.h"
#include "tests/support/make_timeline.h"

namespace dateline {
namespace {

using testing::Dice;
using testing::make_entity;
using testing::make_event;
using testing::make_link;

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Nodes "a", "b", ... or "n000", "n001", ... if there are many.
Graph graph_with(std::uint32_t size, const Pairs& pairs) {
  std::vector<Graph::Node> nodes;
  for (std::uint32_t i = 0; i < size; ++i) {
    const std::string number = std::to_string(1000 + i).substr(1);
    nodes.push_back({size <= 26 ? std::string(1, static_cast<char>('a' + i)) : "n" + number,
                     Graph::NodeKind::entity});
  }
  std::vector<Graph::Edge> edges;
  for (const auto& [from, to] : pairs) edges.push_back({from, to, "e", 1});
  return Graph(std::move(nodes), std::move(edges));
}

Graph random_graph(Dice& dice, std::uint32_t size, std::uint32_t edges) {
  Pairs pairs;
  for (std::uint32_t i = 0; i < edges; ++i) pairs.emplace_back(dice.roll(size), dice.roll(size));
  return graph_with(size, pairs);
}

// The naive side of the tests: a matrix of who is beside whom.

using Matrix = std::vector<std::vector<bool>>;

Matrix matrix_of(const Graph& graph) {
  Matrix beside(graph.nodes().size(), std::vector<bool>(graph.nodes().size()));
  for (const Graph::Edge& edge : graph.edges())
    if (edge.from != edge.to) beside[edge.from][edge.to] = beside[edge.to][edge.from] = true;
  return beside;
}

/// Floyd and Warshall; -1 if there is no way.
std::vector<std::vector<int>> distances_of(const Matrix& beside) {
  const std::size_t n = beside.size();
  std::vector<std::vector<int>> far(n, std::vector<int>(n, -1));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      if (i == j || beside[i][j]) far[i][j] = i == j ? 0 : 1;
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j) {
        if (far[i][k] < 0 || far[k][j] < 0) continue;
        const int way = far[i][k] + far[k][j];
        if (far[i][j] < 0 || way < far[i][j]) far[i][j] = way;
      }
  return far;
}

TEST(Graph, KeepsNodesByIdAndEdgesWithThem) {
  const Graph graph({{"z", {}}, {"a", Graph::NodeKind::event}}, {{0, 1, "agent", 2}});
  EXPECT_EQ(graph.nodes()[0].id, "a");
  EXPECT_EQ(graph.nodes()[0].kind, Graph::NodeKind::event);
  EXPECT_EQ(graph.edges()[0].from, 1u);
  EXPECT_EQ(graph.edges()[0].to, 0u);
  EXPECT_EQ(graph.find("z"), 1u);
  EXPECT_EQ(graph.find("y"), std::nullopt);
}

TEST(Graph, OfNothingAnswersWithNothing) {
  const Graph graph({}, {});
  EXPECT_TRUE(graph.components().empty());
  EXPECT_TRUE(graph.page_rank().empty());
  EXPECT_TRUE(graph.betweenness().empty());
  EXPECT_TRUE(graph.core_number().empty());
}

TEST(Graph, NumbersComponentsByTheirSmallestNode) {
  EXPECT_EQ(graph_with(6, {{4, 1}, {5, 0}}).components(),
            (std::vector<std::uint32_t>{0, 1, 2, 3, 1, 0}));
}

TEST(Graph, CountsEachNeighbourOnce) {
  EXPECT_EQ(graph_with(3, {{0, 1}, {1, 0}, {0, 0}, {2, 0}}).degree(),
            (std::vector<std::uint32_t>{2, 1, 1}));
}

TEST(Graph, RanksTheMiddleOfAStar) {
  const auto rank = graph_with(5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}}).page_rank();
  // r0 = 0.15/5 + 0.85 * 4 r1 and r0 + 4 r1 = 1.
  EXPECT_NEAR(rank[0], (0.03 + 0.85) / 1.85, 1e-3);
  EXPECT_NEAR(rank[1], rank[4], 1e-12);
}

TEST(Graph, BetweennessOfAPath) {
  EXPECT_EQ(graph_with(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}}).betweenness(),
            (std::vector<double>{0, 3 / 6.0, 4 / 6.0, 3 / 6.0, 0}));
}

TEST(Graph, CoreNumbersOfATriangleWithATail) {
  EXPECT_EQ(graph_with(5, {{0, 1}, {1, 2}, {2, 0}, {2, 3}}).core_number(),
            (std::vector<std::uint32_t>{2, 2, 2, 1, 0}));
}

TEST(Graph, AmongShortestPathsTakesTheSmallestIds) {
  const Graph graph = graph_with(6, {{0, 2}, {0, 1}, {1, 5}, {2, 5}, {0, 3}, {3, 4}});
  EXPECT_EQ(graph.shortest_path(0, 5), (std::vector<std::uint32_t>{0, 1, 5}));
  EXPECT_EQ(graph.shortest_path(5, 0), (std::vector<std::uint32_t>{5, 1, 0}));
  EXPECT_EQ(graph.shortest_path(4, 4), (std::vector<std::uint32_t>{4}));
}

TEST(Graph, WithoutAWayThePathIsEmpty) {
  EXPECT_TRUE(graph_with(3, {{0, 1}}).shortest_path(0, 2).empty());
}

TEST(Graph, ComponentsAreWhatPathsReach) {
  Dice dice(2);
  for (int round = 0; round < 50; ++round) {
    const Graph graph = random_graph(dice, 20, 15);
    const auto far = distances_of(matrix_of(graph));
    const auto component = graph.components();
    for (std::uint32_t i = 0; i < 20; ++i)
      for (std::uint32_t j = 0; j < 20; ++j)
        ASSERT_EQ(component[i] == component[j], far[i][j] >= 0);
  }
}

TEST(Graph, PathsAreAsShortAsCanBe) {
  Dice dice(4);
  for (int round = 0; round < 20; ++round) {
    const Graph graph = random_graph(dice, 15, 20);
    const Matrix beside = matrix_of(graph);
    const auto far = distances_of(beside);
    for (std::uint32_t i = 0; i < 15; ++i)
      for (std::uint32_t j = 0; j < 15; ++j) {
        const auto path = graph.shortest_path(i, j);
        ASSERT_EQ(static_cast<int>(path.size()) - 1, far[i][j]);
        for (std::size_t step = 1; step < path.size(); ++step)
          ASSERT_TRUE(beside[path[step - 1]][path[step]]);
      }
  }
}

/// The share of shortest paths between two others that go through a node, summed over all pairs:
/// counted along the distances.
std::vector<double> naive_betweenness(const Matrix& beside) {
  const std::size_t n = beside.size();
  const auto far = distances_of(beside);
  std::vector<std::vector<double>> paths(n, std::vector<double>(n));
  for (std::size_t i = 0; i < n; ++i) paths[i][i] = 1;
  for (int length = 1; length < static_cast<int>(n); ++length)
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j)
        for (std::size_t k = 0; far[i][j] == length && k < n; ++k)
          if (beside[k][j] && far[i][k] == length - 1) paths[i][j] += paths[i][k];
  std::vector<double> through(n);
  for (std::size_t v = 0; v < n; ++v)
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = i + 1; j < n; ++j)
        if (i != v && j != v && far[i][j] > 0 && far[i][v] > 0 && far[v][j] > 0 &&
            far[i][v] + far[v][j] == far[i][j])
          through[v] += paths[i][v] * paths[v][j] / paths[i][j];
  for (double& one : through) one /= static_cast<double>((n - 1) * (n - 2)) / 2;
  return through;
}

TEST(Graph, BetweennessAgreesWithCounting) {
  Dice dice(6);
  for (int round = 0; round < 30; ++round) {
    const Graph graph = random_graph(dice, 14, 20);
    const auto expected = naive_betweenness(matrix_of(graph));
    const auto answer = graph.betweenness();
    for (std::size_t i = 0; i < answer.size(); ++i) ASSERT_NEAR(answer[i], expected[i], 1e-9);
  }
}

/// Power iteration with the rank of lonely nodes shared by all.
std::vector<double> naive_page_rank(const Matrix& beside) {
  const std::size_t n = beside.size();
  std::vector<double> rank(n, 1.0 / static_cast<double>(n));
  for (int i = 0; i < 200; ++i) {
    std::vector<double> next(n);
    double lonely = 0;
    for (std::size_t v = 0; v < n; ++v) {
      const auto degree = std::count(beside[v].begin(), beside[v].end(), true);
      if (degree == 0) lonely += rank[v];
      for (std::size_t w = 0; w < n; ++w)
        if (beside[v][w]) next[w] += 0.85 * rank[v] / static_cast<double>(degree);
    }
    for (double& one : next) one += (0.15 + 0.85 * lonely) / static_cast<double>(n);
    rank = next;
  }
  return rank;
}

TEST(Graph, PageRankAgreesWithPowerIterationAndSumsToOne) {
  Dice dice(7);
  for (int round = 0; round < 20; ++round) {
    const Graph graph = random_graph(dice, 20, 18);
    const auto expected = naive_page_rank(matrix_of(graph));
    const auto rank = graph.page_rank(0.85, 200);
    for (std::size_t i = 0; i < rank.size(); ++i) ASSERT_NEAR(rank[i], expected[i], 1e-9);
    ASSERT_NEAR(std::accumulate(rank.begin(), rank.end(), 0.0), 1, 1e-12);
  }
}

/// Takes away what has fewer than k neighbours until nothing changes; the last k that keeps a node.
std::vector<std::uint32_t> naive_core(const Matrix& beside) {
  const std::size_t n = beside.size();
  std::vector<std::uint32_t> core(n);
  for (std::uint32_t k = 1; k < n; ++k) {
    std::vector<bool> in(n, true);
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t v = 0; v < n; ++v) {
        std::uint32_t degree = 0;
        for (std::size_t w = 0; w < n; ++w) degree += in[w] && beside[v][w] ? 1 : 0;
        if (in[v] && degree < k) changed = true, in[v] = false;
      }
    }
    for (std::size_t v = 0; v < n; ++v)
      if (in[v]) core[v] = k;
  }
  return core;
}

TEST(Graph, CoreNumbersAgreeWithTakingAway) {
  Dice dice(9);
  for (int round = 0; round < 30; ++round) {
    const Graph graph = random_graph(dice, 15, 30);
    ASSERT_EQ(graph.core_number(), naive_core(matrix_of(graph)));
  }
}

/// "a -agent-> v", sorted.
std::vector<std::string> edges_of(const Graph& graph) {
  std::vector<std::string> all;
  for (const Graph::Edge& edge : graph.edges())
    all.push_back(graph.nodes()[edge.from].id + " -" + edge.type + "-> " +
                  graph.nodes()[edge.to].id);
  return all;
}

TEST(GraphOf, JoinsEntitiesAndEventsByWhatTheyAreToEachOther) {
  Timeline timeline;
  timeline.entities = {make_entity("a", EntityKind::person, "A"),
                       make_entity("b", EntityKind::place, "B")};
  timeline.entities[0].part_of = {"b"};
  timeline.events = {make_event("v", "t", "t"), make_event("w", "t", "t")};
  timeline.events[0].participants = {{"a", Role::agent, {}, {}}, {"nobody", Role::agent, {}, {}}};
  timeline.events[0].places = {{"b", PlaceRole::from, {}}};
  timeline.events[1].attribution.resize(1);
  timeline.events[1].attribution[0].source = "a";
  timeline.events[1].deadline.emplace();
  timeline.events[1].deadline->bound = {"a"};
  timeline.events[1].deadline->set_by = {"b"};
  timeline.events[1].deadline->action = "v";
  timeline.links = {make_link(LinkType::deadline_of, "w", "v"),
                    make_link(LinkType::before, "v", "w")};
  EXPECT_EQ(edges_of(graph_of(timeline)),
            (std::vector<std::string>{"a -part-of-> b", "a -agent-> v", "a -attribution-> w",
                                      "a -bound-> w", "b -set-by-> w", "v -from-> b",
                                      "v -before-> w", "w -deadline-of-> v"}));
}

TEST(GraphOf, EntitiesWeighsHowOftenTwoAreTogether) {
  Timeline timeline;
  for (const auto* id : {"a", "b", "c"})
    timeline.entities.push_back(make_entity(id, EntityKind::person, id));
  for (const auto* id : {"v", "w"}) {
    timeline.events.push_back(make_event(id, "t", "t"));
    timeline.events.back().participants = {{"b", Role::agent, {}, {}},
                                           {"a", Role::patient, {}, {}}};
  }
  timeline.events[1].places = {{"c", PlaceRole::at, {}}};
  const Graph graph = entity_graph_of(timeline);
  EXPECT_EQ(edges_of(graph),
            (std::vector<std::string>{"a -together-> b", "a -together-> c", "b -together-> c"}));
  EXPECT_EQ(graph.edges()[0].weight, 2);
  EXPECT_EQ(graph.edges()[1].weight, 1);
}

}  // namespace
}  // namespace dateline
