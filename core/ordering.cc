#include "core/ordering.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <deque>
#include <map>
#include <queue>

namespace dateline {
namespace {

constexpr std::size_t kMaxCycles = 100;  // one mistake can close thousands; nobody reads more

using Node = std::uint32_t;

/// The events and the moments at which they begin or end, and what comes before what. That a ends
/// before b begins is a way through the moments, so all pairs of dated events need only four edges
/// an event. A moment is two nodes, `in` before `out`: what ends then comes before `in`, what
/// begins then after `out`, and what has no length lies between.
class BeforeGraph {
 public:
  /// `timeline` must be in canonical order: the position of an event is its rank among equals.
  explicit BeforeGraph(const Timeline& timeline);

  TemporalOrder order() const;

 private:
  bool is_event(Node node) const { return node < ids_.size(); }
  void add_edge(Node from, Node to);
  void add_dates(const std::vector<Event>& events);
  void add_links(const std::vector<Link>& links);
  std::vector<Node> components() const;
  std::vector<Node> topological(const std::vector<Node>& component) const;
  std::vector<Node> way_back(Node from, Node to, const std::vector<Node>& component) const;
  std::vector<Cycle> cycles(const std::vector<Node>& component) const;

  std::vector<std::string> ids_;
  std::vector<std::pair<Node, Node>> links_;
  std::vector<std::vector<Node>> after_;  // what a node comes before
};

BeforeGraph::BeforeGraph(const Timeline& timeline) {
  for (const Event& event : timeline.events) ids_.push_back(event.id);
  after_.resize(ids_.size());
  add_dates(timeline.events);
  add_links(timeline.links);
}

void BeforeGraph::add_edge(Node from, Node to) {
  after_.resize(std::max<std::size_t>(after_.size(), std::max(from, to) + 1));
  after_[from].push_back(to);
}

void BeforeGraph::add_dates(const std::vector<Event>& events) {
  std::map<std::int64_t, Node> moments;  // to the `in` node; `out` is the next
  for (const Event& event : events)
    for (const auto& bound : {event.when.interval.earliest, event.when.interval.latest})
      if (bound) moments[utc_seconds(*bound)] = 0;
  Node next = static_cast<Node>(ids_.size());
  for (auto& [seconds, node] : moments) {
    node = next;
    if (next > ids_.size()) add_edge(next - 1, next);
    add_edge(next, next + 1);
    next += 2;
  }
  for (Node event = 0; event < ids_.size(); ++event) {
    const Interval& interval = events[event].when.interval;
    const bool instant = is_empty(interval);
    if (interval.earliest) {
      const Node in = moments[utc_seconds(*interval.earliest)];
      add_edge(instant ? in : in + 1, event);
    }
    if (interval.latest) {
      const Node in = moments[utc_seconds(*interval.latest)];
      add_edge(event, instant ? in + 1 : in);
    }
  }
}

void BeforeGraph::add_links(const std::vector<Link>& links) {
  std::map<std::string, Node> nodes;
  for (Node node = 0; node < ids_.size(); ++node) nodes[ids_[node]] = node;
  for (const Link& link : links) {
    if (link.type != LinkType::before && link.type != LinkType::meets) continue;
    const auto from = nodes.find(link.from), to = nodes.find(link.to);
    if (from == nodes.end() || to == nodes.end()) continue;
    links_.emplace_back(from->second, to->second);
    add_edge(from->second, to->second);
  }
}

/// All nodes, each strongly connected component in one piece: an order of the components by Kahn's
/// method, which takes, of those that may come next, moments first and then the smallest rank.
std::vector<Node> BeforeGraph::topological(const std::vector<Node>& component) const {
  const std::size_t count =
      component.empty() ? 0 : 1 + *std::max_element(component.begin(), component.end());
  std::vector<std::vector<Node>> members(count);
  std::vector<std::size_t> waiting(count);  // for so many edges
  std::vector<std::int64_t> rank(count, -1);
  for (Node node = 0; node < component.size(); ++node) {
    members[component[node]].push_back(node);
    if (is_event(node) && rank[component[node]] < 0) rank[component[node]] = node;
  }
  for (Node from = 0; from < after_.size(); ++from)
    for (const Node to : after_[from])
      if (component[to] != component[from]) ++waiting[component[to]];

  std::priority_queue<std::pair<std::int64_t, Node>, std::vector<std::pair<std::int64_t, Node>>,
                      std::greater<>>
      ready;
  for (Node c = 0; c < count; ++c)
    if (waiting[c] == 0) ready.emplace(rank[c], c);
  std::vector<Node> order;
  while (!ready.empty()) {
    const Node c = ready.top().second;
    ready.pop();
    for (const Node node : members[c]) {
      order.push_back(node);
      for (const Node step : after_[node])
        if (const Node to = component[step]; to != c && --waiting[to] == 0)
          ready.emplace(rank[to], to);
    }
  }
  return order;
}

/// The events on a way from one event to another inside a component, with as few events as
/// possible, both included. Moments cost nothing: breadth first with two lengths.
std::vector<Node> BeforeGraph::way_back(Node from, Node to,
                                        const std::vector<Node>& component) const {
  std::map<Node, Node> came_from = {{from, from}};
  std::deque<Node> next = {from};
  while (!next.empty() && !came_from.contains(to)) {
    const Node node = next.front();
    next.pop_front();
    for (const Node step : after_[node]) {
      if (component[step] != component[from] || !came_from.emplace(step, node).second) continue;
      if (is_event(step)) {
        next.push_back(step);
      } else {
        next.push_front(step);
      }
    }
  }
  std::vector<Node> way;
  for (Node node = to; node != from; node = came_from.at(node))
    if (is_event(node)) way.push_back(node);
  way.push_back(from);
  return {way.rbegin(), way.rend()};
}

/// A circle for each link inside a component, unless another link closes the same.
std::vector<Cycle> BeforeGraph::cycles(const std::vector<Node>& component) const {
  std::vector<Cycle> all;
  for (const auto& [from, to] : links_) {
    if (component[from] != component[to] || all.size() == kMaxCycles) continue;
    Cycle cycle;
    for (const Node node : way_back(to, from, component)) cycle.events.push_back(ids_[node]);
    std::rotate(cycle.events.begin(), std::min_element(cycle.events.begin(), cycle.events.end()),
                cycle.events.end());
    all.push_back(std::move(cycle));
  }
  const auto events = [](const Cycle& cycle) -> const auto& { return cycle.events; };
  std::ranges::sort(all, {}, events);
  const auto same = [](const Cycle& a, const Cycle& b) { return a.events == b.events; };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  return all;
}

/// Of each node, the number of its strongly connected component.
std::vector<Node> BeforeGraph::components() const {
  using Digraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
  Digraph graph(after_.size());
  for (Node from = 0; from < after_.size(); ++from)
    for (const Node to : after_[from]) boost::add_edge(from, to, graph);
  std::vector<Node> component(after_.size());
  boost::strong_components(graph, component.data());
  return component;
}

TemporalOrder BeforeGraph::order() const {
  const std::vector<Node> component = components();
  TemporalOrder result;
  for (const Node node : topological(component))
    if (is_event(node)) result.events.push_back(ids_[node]);
  result.cycles = cycles(component);
  return result;
}

}  // namespace

TemporalOrder order_events(const Timeline& timeline) {
  Timeline sorted;
  sorted.events = timeline.events;
  sorted.links = timeline.links;
  sort_canonically(sorted);
  return BeforeGraph(sorted).order();
}

}  // namespace dateline
