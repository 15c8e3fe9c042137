#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/timeline.h"

namespace dateline {

/// The entities and events of a timeline as nodes; participation, places, attribution, deadlines
/// and links as edges. Boost.Graph stands behind it, in graph.cc alone: including its adjacency
/// list costs seconds a file.
class Graph {
 public:
  enum class NodeKind : std::uint8_t { entity, event };
  struct Node {
    std::string id;
    NodeKind kind = NodeKind::entity;
  };
  struct Edge {
    std::uint32_t from = 0, to = 0;  ///< positions in nodes()
    std::string type;                ///< "agent", "at", "attribution", "before" ...
    double weight = 1;
  };

  Graph(std::vector<Node> nodes, std::vector<Edge> edges);
  ~Graph();
  Graph(Graph&&) noexcept;
  Graph& operator=(Graph&&) noexcept;

  const std::vector<Node>& nodes() const { return nodes_; }
  const std::vector<Edge>& edges() const { return edges_; }
  std::optional<std::uint32_t> find(std::string_view id) const;

  // Each answer is a vector with one entry a node, in nodes() order. Edges count both ways.
  std::vector<std::uint32_t> components() const;  ///< numbered from 0, by the smallest node in them
  std::vector<std::uint32_t> degree() const;
  std::vector<double> page_rank(double damping = 0.85, int iterations = 50) const;  ///< sums to 1
  std::vector<double> betweenness() const;         ///< Brandes 2001, of [0,1]
  std::vector<std::uint32_t> core_number() const;  ///< Batagelj and Zaversnik 2003
  /// Positions from one node to another, both included, fewest edges first, smallest ids among
  /// equals; empty if there is no way.
  std::vector<std::uint32_t> shortest_path(std::uint32_t from, std::uint32_t to) const;

 private:
  struct Adjacency;
  std::vector<Node> nodes_;  // sorted by id
  std::vector<Edge> edges_;
  std::unique_ptr<Adjacency> adjacency_;
};

/// Events and entities together.
Graph graph_of(const Timeline& timeline);
/// Entities only: two are joined when they take part in one event, weight the number of such
/// events.
Graph entity_graph_of(const Timeline& timeline);

}  // namespace dateline
