#include <map>
#include <ostream>

#include "core/graph.h"
#include "core/timeline.h"
#include "exporters/exporter.h"
#include "exporters/json_members.h"
#include "exporters/timeline_index.h"

// The entities and events as nodes, and what joins them as links: the node-link form that D3 draws
// and networkx reads (node_link_graph(data, edges="links")).

namespace dateline {
namespace {

/// What the graph as a whole tells of each node, in nodes() order.
struct Measures {
  explicit Measures(const Graph& graph)
      : degree(graph.degree()),
        component(graph.components()),
        core(graph.core_number()),
        page_rank(graph.page_rank()) {}

  std::vector<std::uint32_t> degree, component, core;
  std::vector<double> page_rank;
};

void write_entity_node(JsonWriter& json, const Entity& entity) {
  text(json, "label", entity.name);
  text(json, "kind", "entity");
  text(json, "type", name_of(entity.kind));
  optional_true(json, "anonymous", entity.anonymous);
}

void write_event_node(JsonWriter& json, const Event& event) {
  text(json, "label", event.title);
  text(json, "kind", name_of(event.kind));
  text(json, "type", event.type);
  text(json, "when", event.when.edtf);
  text(json, "factuality", name_of(event.factuality.value));
  optional_true(json, "negative", event.factuality.negative);
  optional_number(json, "importance", event.importance);
}

void write_node(JsonWriter& json, const Graph::Node& node, const TimelineIndex& index,
                const Timeline& timeline) {
  text(json, "id", node.id);
  if (node.kind == Graph::NodeKind::entity) {
    write_entity_node(json, *index.entity(node.id));
  } else {
    write_event_node(json, timeline.events[*index.event(node.id)]);
  }
}

void write_measures(JsonWriter& json, const Measures& measures, std::size_t node) {
  offset(json, "degree", measures.degree[node]);
  offset(json, "component", measures.component[node]);
  offset(json, "core", measures.core[node]);
  number(json, "page_rank", measures.page_rank[node]);
}

/// Links of one pair are told apart by `key`, as networkx wants it of a multigraph.
void write_links(JsonWriter& json, const Graph& graph) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> parallel;
  array(json, "links", graph.edges(), [&](JsonWriter& out, const Graph::Edge& edge) {
    out.begin_object();
    text(out, "source", graph.nodes()[edge.from].id);
    text(out, "target", graph.nodes()[edge.to].id);
    offset(out, "key", parallel[{edge.from, edge.to}]++);
    text(out, "type", edge.type);
    optional_number(out, "weight", edge.weight);
    out.end_object();
  });
}

bool write_graph_json(const Timeline& timeline, std::ostream& out) {
  const Graph graph = graph_of(timeline);
  const TimelineIndex index(timeline);
  const Measures measures(graph);
  JsonWriter json(out, JsonWriter::Layout::indented);
  json.begin_object();
  boolean(json, "directed", true);
  boolean(json, "multigraph", true);
  json.key("graph");
  json.begin_object();
  json.end_object();
  std::size_t at = 0;
  array(json, "nodes", graph.nodes(), [&](JsonWriter& nodes, const Graph::Node& node) {
    nodes.begin_object();
    write_node(nodes, node, index, timeline);
    write_measures(nodes, measures, at++);
    nodes.end_object();
  });
  write_links(json, graph);
  json.end_object();
  return json.finish();
}

}  // namespace

extern const Exporter graph_json_exporter;
constinit const Exporter graph_json_exporter = {
    "graph-json", "graph.json", "entities and events as nodes and links, for D3 and networkx",
    write_graph_json};

}  // namespace dateline
