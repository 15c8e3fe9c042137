#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/graph.h"
#include "core/timeline.h"

namespace dateline {
namespace {

/// Collects edges between nodes that exist, each once; ids that lead nowhere make none.
class GraphBuilder {
 public:
  void add_node(const std::string& id, Graph::NodeKind kind) {
    if (places_.emplace(id, static_cast<std::uint32_t>(nodes_.size())).second)
      nodes_.push_back({id, kind});
  }
  void add_edge(const std::string& from, const std::string& to, std::string_view type,
                double weight = 1) {
    const auto a = places_.find(from), b = places_.find(to);
    if (a == places_.end() || b == places_.end()) return;
    if (!seen_.emplace(a->second, b->second, type).second) return;
    edges_.push_back({a->second, b->second, std::string(type), weight});
  }
  Graph build() && { return Graph(std::move(nodes_), std::move(edges_)); }

 private:
  std::map<std::string, std::uint32_t> places_;
  std::vector<Graph::Node> nodes_;
  std::vector<Graph::Edge> edges_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> seen_;
};

void add_deadline(const Event& event, GraphBuilder& builder) {
  for (const std::string& entity : event.deadline->bound)
    builder.add_edge(entity, event.id, "bound");
  for (const std::string& entity : event.deadline->set_by)
    builder.add_edge(entity, event.id, "set-by");
  builder.add_edge(event.id, event.deadline->action, name_of(LinkType::deadline_of));
  builder.add_edge(event.deadline->condition, event.id, name_of(LinkType::condition_of));
}

void add_event(const Event& event, GraphBuilder& builder) {
  for (const Participant& participant : event.participants)
    builder.add_edge(participant.entity, event.id, name_of(participant.role));
  for (const EventPlace& place : event.places)
    builder.add_edge(event.id, place.entity, name_of(place.role));
  for (const SourceClaim& claim : event.attribution)
    builder.add_edge(claim.source, event.id, "attribution");
  if (event.deadline) add_deadline(event, builder);
}

/// The entities in an event, each once; places too.
std::vector<std::string> entities_in(const Event& event) {
  std::vector<std::string> ids;
  for (const Participant& participant : event.participants) ids.push_back(participant.entity);
  for (const EventPlace& place : event.places) ids.push_back(place.entity);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace

Graph graph_of(const Timeline& timeline) {
  GraphBuilder builder;
  for (const Entity& entity : timeline.entities)
    builder.add_node(entity.id, Graph::NodeKind::entity);
  for (const Event& event : timeline.events) builder.add_node(event.id, Graph::NodeKind::event);
  for (const Entity& entity : timeline.entities)
    for (const std::string& whole : entity.part_of) builder.add_edge(entity.id, whole, "part-of");
  for (const Event& event : timeline.events) add_event(event, builder);
  for (const Link& link : timeline.links)
    builder.add_edge(link.from, link.to, name_of(link.type), link.weight.value_or(1));
  return std::move(builder).build();
}

Graph entity_graph_of(const Timeline& timeline) {
  GraphBuilder builder;
  for (const Entity& entity : timeline.entities)
    builder.add_node(entity.id, Graph::NodeKind::entity);
  std::map<std::pair<std::string, std::string>, double> together;
  for (const Event& event : timeline.events) {
    const std::vector<std::string> entities = entities_in(event);
    for (std::size_t i = 0; i < entities.size(); ++i)
      for (std::size_t j = i + 1; j < entities.size(); ++j) ++together[{entities[i], entities[j]}];
  }
  for (const auto& [pair, events] : together)
    builder.add_edge(pair.first, pair.second, "together", events);
  return std::move(builder).build();
}

}  // namespace dateline
