#include "core/graph.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/page_rank.hpp>
#include <numeric>

namespace dateline {

using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

/// The edges both ways, without loops, parallel ones once; neighbours ascending.
struct Graph::Adjacency {
  Undirected graph;
};

namespace {

std::vector<std::pair<std::uint32_t, std::uint32_t>> simple_edges(
    const std::vector<Graph::Edge>& edges) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> simple;
  for (const Graph::Edge& edge : edges)
    if (edge.from != edge.to) simple.push_back(std::minmax(edge.from, edge.to));
  std::sort(simple.begin(), simple.end());
  simple.erase(std::unique(simple.begin(), simple.end()), simple.end());
  return simple;
}

/// Edges whose ends were positions in the order before the sort.
void renumber(std::vector<Graph::Edge>& edges, const std::vector<std::uint32_t>& sorted) {
  std::vector<std::uint32_t> place(sorted.size());
  for (std::uint32_t i = 0; i < sorted.size(); ++i) place[sorted[i]] = i;
  for (Graph::Edge& edge : edges) {
    edge.from = place[edge.from];
    edge.to = place[edge.to];
  }
}

}  // namespace

Graph::Graph(std::vector<Node> nodes, std::vector<Edge> edges)
    : edges_(std::move(edges)), adjacency_(std::make_unique<Adjacency>()) {
  std::vector<std::uint32_t> sorted(nodes.size());
  std::iota(sorted.begin(), sorted.end(), 0u);
  std::sort(sorted.begin(), sorted.end(),
            [&](std::uint32_t a, std::uint32_t b) { return nodes[a].id < nodes[b].id; });
  for (const std::uint32_t i : sorted) nodes_.push_back(std::move(nodes[i]));
  renumber(edges_, sorted);
  std::sort(edges_.begin(), edges_.end(), [](const Edge& a, const Edge& b) {
    return std::tie(a.from, a.to, a.type, a.weight) < std::tie(b.from, b.to, b.type, b.weight);
  });
  for (std::size_t i = 0; i < nodes_.size(); ++i) add_vertex(adjacency_->graph);
  for (const auto& [a, b] : simple_edges(edges_)) add_edge(a, b, adjacency_->graph);
}

Graph::~Graph() = default;
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;

std::optional<std::uint32_t> Graph::find(std::string_view id) const {
  const auto node = std::lower_bound(nodes_.begin(), nodes_.end(), id,
                                     [](const Node& a, std::string_view b) { return a.id < b; });
  if (node == nodes_.end() || node->id != id) return std::nullopt;
  return static_cast<std::uint32_t>(node - nodes_.begin());
}

std::vector<std::uint32_t> Graph::components() const {
  std::vector<std::uint32_t> component(nodes_.size());
  boost::connected_components(adjacency_->graph, component.data());
  return component;
}

std::vector<std::uint32_t> Graph::degree() const {
  std::vector<std::uint32_t> degree;
  for (std::size_t node = 0; node < nodes_.size(); ++node)
    degree.push_back(static_cast<std::uint32_t>(out_degree(node, adjacency_->graph)));
  return degree;
}

std::vector<double> Graph::page_rank(double damping, int iterations) const {
  std::vector<double> rank(nodes_.size());
  if (rank.empty()) return rank;
  boost::graph::page_rank(adjacency_->graph, rank.data(),
                          boost::graph::n_iterations(static_cast<std::size_t>(iterations)),
                          damping);
  // Boost lets the rank of nodes without edges leak away. Giving it to all in equal parts, as Brin
  // and Page do, comes to the same as scaling what is left.
  const double sum = std::accumulate(rank.begin(), rank.end(), 0.0);
  for (double& one : rank) one /= sum;
  return rank;
}

std::vector<double> Graph::betweenness() const {
  std::vector<double> centrality(nodes_.size());
  boost::brandes_betweenness_centrality(adjacency_->graph, centrality.data());
  const auto n = static_cast<double>(nodes_.size());
  const double pairs = (n - 1) * (n - 2) / 2;  // of other nodes
  for (double& one : centrality) one = pairs > 0 ? one / pairs : 0;
  return centrality;
}

std::vector<std::uint32_t> Graph::core_number() const {
  std::vector<std::uint32_t> core(nodes_.size());
  boost::core_numbers(adjacency_->graph, core.data());
  return core;
}

std::vector<std::uint32_t> Graph::shortest_path(std::uint32_t from, std::uint32_t to) const {
  constexpr std::uint32_t kFar = 0xFFFFFFFF;
  std::vector<std::uint32_t> distance(nodes_.size(), kFar);  // to `to`
  distance[to] = 0;
  boost::breadth_first_search(adjacency_->graph, to,
                              boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                                  distance.data(), boost::on_tree_edge()))));
  if (distance[from] == kFar) return {};
  std::vector<std::uint32_t> path = {from};
  while (path.back() != to) {
    const auto neighbours = adjacent_vertices(path.back(), adjacency_->graph);
    const std::uint32_t left = distance[path.back()];
    std::uint32_t best = kFar;
    for (auto node = neighbours.first; node != neighbours.second; ++node)
      if (distance[*node] + 1 == left) best = std::min(best, static_cast<std::uint32_t>(*node));
    path.push_back(best);
  }
  return path;
}

}  // namespace dateline
