#include "core/graph_layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>
#include <tuple>

// Each connected part is drawn so that distances on paper come near to distances in the graph
// (stress), by the stochastic gradient descent of Zheng, Pawar and Goodman, "Graph Drawing by
// Stochastic Gradient Descent", IEEE TVCG 25(9), 2019: pair after pair of nodes, in an order
// shuffled with a fixed seed, moves towards its distance by a step that shrinks from round to
// round. It needs neither a good start nor a matrix; 2,000 nodes take about a second.

namespace dateline {
namespace {

constexpr std::size_t kMaxAllPairs = 1000;  // nodes; beyond, pairs with pivots and edges must do
constexpr std::size_t kMaxPivotPairs = 400'000;
constexpr int kRounds = 20;
constexpr double kLastStep = 0.05;  // of a round, for the nearest pairs
constexpr double kLeastGap = 0.75;  // between two nodes
constexpr int kSpreadRounds = 30;   // that push apart what is nearer
constexpr double kMargin = 1;       // around each part
constexpr double kAspect = 1.5;     // width by height of the whole, about

using Neighbours = std::vector<std::vector<std::uint32_t>>;

Neighbours neighbours_in(const Graph& graph) {
  Neighbours near(graph.nodes().size());
  for (const Graph::Edge& edge : graph.edges()) {
    if (edge.from == edge.to) continue;
    near[edge.from].push_back(edge.to);
    near[edge.to].push_back(edge.from);
  }
  for (auto& list : near) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
  return near;
}

/// The leaves of a hub stand in rings around it, each with room for its leaves: how much farther
/// out than the first ring each node stands.
std::vector<double> ring_offsets(const Neighbours& near) {
  std::vector<double> offset(near.size());
  for (const auto& list : near) {
    std::size_t in_ring = 0;
    double ring = 0;
    for (const std::uint32_t leaf : list) {
      if (near[leaf].size() != 1 || list.size() == 1) continue;
      offset[leaf] = ring;
      if (static_cast<double>(++in_ring) * kLeastGap < 2 * std::numbers::pi * (ring + 1)) continue;
      in_ring = 0;
      ++ring;
    }
  }
  return offset;
}

/// Two nodes of a part and how far apart they should stand.
struct Pair {
  std::uint32_t a, b;  // positions in the part
  double distance;
};

/// One connected part: its nodes (ascending) and where they stand.
class Part {
 public:
  Part(std::vector<std::uint32_t> nodes, const Neighbours& near, const std::vector<double>& offset);

  void draw();

  const std::vector<std::uint32_t>& nodes() const { return nodes_; }
  const std::vector<Point>& points() const { return points_; }
  Point size() const { return size_; }

 private:
  std::vector<std::uint32_t> distances_from(std::uint32_t start) const;
  void add_pairs(std::uint32_t from, std::uint32_t first);
  void collect_pairs();
  void descend();
  void spread();
  void lay_flat();
  void move_to_origin();

  std::vector<std::uint32_t> nodes_;
  Neighbours near_;             // positions in the part
  std::vector<double> offset_;  // of each node
  std::vector<Pair> pairs_;
  std::vector<Point> points_;
  Point size_;
  std::mt19937 random_{1};
};

Part::Part(std::vector<std::uint32_t> nodes, const Neighbours& near,
           const std::vector<double>& offset)
    : nodes_(std::move(nodes)), near_(nodes_.size()) {
  const auto place = [&](std::uint32_t node) {
    return static_cast<std::uint32_t>(std::lower_bound(nodes_.begin(), nodes_.end(), node) -
                                      nodes_.begin());
  };
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    offset_.push_back(offset[nodes_[i]]);
    for (const std::uint32_t node : near[nodes_[i]]) near_[i].push_back(place(node));
    // A spiral: no two nodes on one spot, none on a line with all others.
    const double turn = 2.399963 * static_cast<double>(i);  // the golden angle
    const double radius = std::sqrt(static_cast<double>(i));
    points_.push_back({radius * std::cos(turn), radius * std::sin(turn)});
  }
}

/// In edges, breadth first.
std::vector<std::uint32_t> Part::distances_from(std::uint32_t start) const {
  std::vector<std::uint32_t> distance(nodes_.size(), 0xFFFFFFFF);
  std::vector<std::uint32_t> queue = {start};
  distance[start] = 0;
  for (std::size_t i = 0; i < queue.size(); ++i)
    for (const std::uint32_t node : near_[queue[i]])
      if (distance[node] == 0xFFFFFFFF) {
        distance[node] = distance[queue[i]] + 1;
        queue.push_back(node);
      }
  return distance;
}

/// Pairs of `from` with the nodes from `first` on.
void Part::add_pairs(std::uint32_t from, std::uint32_t first) {
  const std::vector<std::uint32_t> distance = distances_from(from);
  for (std::uint32_t to = first; to < nodes_.size(); ++to)
    if (to != from) pairs_.push_back({from, to, distance[to] + offset_[from] + offset_[to]});
}

void Part::collect_pairs() {
  const auto count = static_cast<std::uint32_t>(nodes_.size());
  if (count <= kMaxAllPairs) {
    for (std::uint32_t from = 0; from < count; ++from) add_pairs(from, from + 1);
    return;
  }
  const std::size_t pivots = std::max<std::size_t>(kMaxPivotPairs / count, 1);
  for (std::size_t i = 0; i < pivots; ++i)
    add_pairs(static_cast<std::uint32_t>(i * count / pivots), 0);
  for (std::uint32_t from = 0; from < count; ++from)
    for (const std::uint32_t to : near_[from])
      if (from < to) pairs_.push_back({from, to, 1 + offset_[from] + offset_[to]});
}

void Part::descend() {
  double farthest = 1;
  for (const Pair& pair : pairs_) farthest = std::max(farthest, pair.distance);
  const double first = farthest * farthest;  // moves even the farthest pairs all the way
  const double shrink = std::log(first / kLastStep) / (kRounds - 1);
  for (int round = 0; round < kRounds; ++round) {
    const double step = first * std::exp(-shrink * round);
    for (std::size_t i = pairs_.size(); i > 1; --i) std::swap(pairs_[i - 1], pairs_[random_() % i]);
    for (const Pair& pair : pairs_) {
      Point &a = points_[pair.a], &b = points_[pair.b];
      const double dx = a.x - b.x, dy = a.y - b.y;
      const double length = std::max(std::sqrt(dx * dx + dy * dy), 1e-9);
      const double share = std::min(1.0, step / (pair.distance * pair.distance));
      const double move = share * (length - pair.distance) / 2 / length;
      a = {a.x - move * dx, a.y - move * dy};
      b = {b.x + move * dx, b.y + move * dy};
    }
  }
}

/// The nodes by the cell of a grid that they are in: all that may be too near to one are in nine
/// cells around it.
class Grid {
 public:
  explicit Grid(const std::vector<Point>& points) {
    for (std::uint32_t i = 0; i < points.size(); ++i)
      entries_.emplace_back(cell(points[i].x), cell(points[i].y), i);
    std::sort(entries_.begin(), entries_.end());
  }

  /// Calls `visit` with each node in the cells around a point.
  template <typename Visit>
  void visit_around(Point point, Visit visit) const {
    for (long x = cell(point.x) - 1; x <= cell(point.x) + 1; ++x) {
      const long y = cell(point.y);
      auto entry = std::lower_bound(entries_.begin(), entries_.end(), std::tuple(x, y - 1, 0u));
      for (; entry != entries_.end() && *entry < std::tuple(x, y + 2, 0u); ++entry)
        visit(std::get<2>(*entry));
    }
  }

 private:
  static long cell(double at) { return std::lround(std::floor(at / kLeastGap)); }

  std::vector<std::tuple<long, long, std::uint32_t>> entries_;
};

/// Pushes apart nodes that are nearer than kLeastGap.
void Part::spread() {
  bool moved = true;
  const auto push = [&](std::uint32_t i, std::uint32_t j) {
    Point &a = points_[i], &b = points_[j];
    const double dx = a.x - b.x, dy = a.y - b.y, length = std::sqrt(dx * dx + dy * dy);
    if (i >= j || length >= kLeastGap) return;
    const double move = length < 1e-9 ? 0 : (kLeastGap - length) / 2 / length;
    a = {a.x + move * dx + (move == 0 ? kLeastGap / 2 : 0), a.y + move * dy};
    b = {b.x - move * dx, b.y - move * dy};
    moved = true;
  };
  for (int round = 0; round < kSpreadRounds && moved; ++round) {
    moved = false;
    const Grid grid(points_);
    for (std::uint32_t i = 0; i < points_.size(); ++i)
      grid.visit_around(points_[i], [&](std::uint32_t j) { push(i, j); });
  }
}

/// Turns the longest axis flat: pages are wider than high.
void Part::lay_flat() {
  const auto count = static_cast<double>(points_.size());
  Point middle;
  for (const Point& point : points_)
    middle = {middle.x + point.x / count, middle.y + point.y / count};
  double xx = 0, xy = 0, yy = 0;
  for (const Point& point : points_) {
    const double dx = point.x - middle.x, dy = point.y - middle.y;
    xx += dx * dx, xy += dx * dy, yy += dy * dy;
  }
  const double angle = std::atan2(2 * xy, xx - yy) / 2;
  const double cos = std::cos(angle), sin = std::sin(angle);
  for (Point& point : points_)
    point = {cos * point.x + sin * point.y, cos * point.y - sin * point.x};
}

void Part::move_to_origin() {
  Point low = points_[0], high = points_[0];
  for (const Point& point : points_) {
    low = {std::min(low.x, point.x), std::min(low.y, point.y)};
    high = {std::max(high.x, point.x), std::max(high.y, point.y)};
  }
  for (Point& point : points_) point = {point.x - low.x, point.y - low.y};
  size_ = {high.x - low.x, high.y - low.y};
}

void Part::draw() {
  collect_pairs();
  descend();
  spread();
  lay_flat();
  move_to_origin();
  pairs_.clear();
  pairs_.shrink_to_fit();
}

std::vector<Part> parts_of(const Graph& graph) {
  const std::vector<std::uint32_t> component = graph.components();
  std::vector<std::vector<std::uint32_t>> members;
  for (std::uint32_t node = 0; node < component.size(); ++node) {
    if (component[node] == members.size()) members.emplace_back();
    members[component[node]].push_back(node);
  }
  const Neighbours near = neighbours_in(graph);
  const std::vector<double> offset = ring_offsets(near);
  std::vector<Part> parts;
  for (auto& nodes : members) parts.emplace_back(std::move(nodes), near, offset);
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
    return a.nodes().size() > b.nodes().size();
  });
  return parts;
}

/// Stands the parts beside each other in rows, the largest first.
std::vector<Point> in_rows(const std::vector<Part>& parts, std::size_t count) {
  double area = 0, width = 0;
  for (const Part& part : parts) {
    area += (part.size().x + kMargin) * (part.size().y + kMargin);
    width = std::max(width, part.size().x);
  }
  width = std::max(width, std::sqrt(area * kAspect));
  std::vector<Point> points(count);
  Point corner;
  double row_height = 0;
  for (const Part& part : parts) {
    if (corner.x > 0 && corner.x + part.size().x > width) {
      corner = {0, corner.y + row_height + kMargin};
      row_height = 0;
    }
    for (std::size_t i = 0; i < part.nodes().size(); ++i)
      points[part.nodes()[i]] = {corner.x + part.points()[i].x, corner.y + part.points()[i].y};
    corner.x += part.size().x + kMargin;
    row_height = std::max(row_height, part.size().y);
  }
  return points;
}

}  // namespace

std::vector<Point> layout_of(const Graph& graph) {
  std::vector<Part> parts = parts_of(graph);
  for (Part& part : parts) part.draw();
  return in_rows(parts, graph.nodes().size());
}

}  // namespace dateline
