#include <algorithm>
#include <cmath>

#include "exporters/dot.h"
#include "exporters/drawn_text.h"
#include "exporters/entity_network.h"
#include "exporters/exporter.h"
#include "exporters/style.h"

// The entities as a picture for `neato` or `sfdp`: who is in how many events with whom.

namespace dateline {
namespace {

// What neato places within a second and an eye can still follow.
constexpr std::size_t kMaxDotNodes = 120, kMaxDotTies = 400;
constexpr std::size_t kNodeTitles = 12, kMaxTooltipTitle = 160;
constexpr double kLabelWidth = 130, kTieLabelSize = 11;

std::string titles_of(const std::vector<std::uint32_t>& events, const Timeline& timeline) {
  std::string text;
  for (std::size_t i = 0; i < std::min(events.size(), kNodeTitles); ++i)
    text += "\n" + clean_text(timeline.events[events[i]].title, kMaxTooltipTitle);
  return events.size() > kNodeTitles ? text + "\n…" : text;
}

std::string label_of(const Entity& entity) {
  std::string label;
  for (const std::string& line :
       wrap_to_width(clean_text(entity.name), kLabelWidth, kTieLabelSize, 3))
    label += (label.empty() ? "" : "\n") + line;
  return label.empty() ? "…" : label;  // an empty one would be shown as the id
}

void set_defaults(DotGraph& graph, const Timeline& timeline, const EntityNetwork& network) {
  using Part = DotGraph::Part;
  std::string title = clean_text(title_of(timeline), 300) + "\n";
  title += counted(network.nodes.size() + network.left_out, "entity");
  if (network.nodes.empty()) title = "No people, organizations or places were found.";
  if (network.left_out > 0)
    title += ", the " + std::to_string(network.nodes.size()) + " with the most events shown";
  const auto set = [&](Part part, const DotAttributes& attributes) {
    for (const DotAttribute& attribute : attributes) graph.set_default(part, attribute);
  };
  set(Part::graph, {{"layout", "neato"},
                    {"overlap", "false"},
                    {"splines", "false"},
                    {"sep", "+12"},
                    {"pad", "0.3"},
                    {"outputorder", "edgesfirst"},
                    {"bgcolor", std::string(light("bg"))},
                    {"fontname", std::string(kDotFont)},
                    {"fontcolor", std::string(light("ink"))},
                    {"labelloc", "t"},
                    {"label", title}});
  set(Part::node, {{"style", "filled"},
                   {"fillcolor", std::string(light("panel"))},
                   {"fontcolor", std::string(light("ink"))},
                   {"fontname", std::string(kDotFont)},
                   {"fontsize", "11"},
                   {"margin", "0.08,0.05"}});
  set(Part::edge, {{"color", std::string(light("faint"))},
                   {"fontcolor", std::string(light("dim"))},
                   {"fontname", std::string(kDotFont)},
                   {"fontsize", "9"},
                   {"arrowsize", "0.6"}});
}

void add_entity(DotGraph& graph, const EntityNetwork::Node& node, const Timeline& timeline) {
  const Entity& entity = timeline.entities[node.entity];
  const EntityStyle& style = style_of(entity.kind);
  std::string tooltip = entity.name + " (" + std::string(style.name) + ")";
  if (!entity.description.empty()) tooltip += "\n" + entity.description;
  tooltip += "\n" + counted(node.events.size(), "event") + titles_of(node.events, timeline);
  graph.node(entity.id, {{"label", label_of(entity)},
                         {"shape", std::string(style.dot_shape)},
                         {"style", entity.anonymous ? "filled,dashed" : "filled"},
                         {"color", std::string(light(style.colour))},
                         {"tooltip", tooltip},
                         {"id", "entity-" + dot_name(entity.id)}});
}

std::string pen_width(std::size_t events) {
  const int tenths =
      std::min(10 + static_cast<int>(8 * std::log2(static_cast<double>(events))), 60);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

void add_tie(DotGraph& graph, const EntityNetwork::Tie& tie, const EntityNetwork& network,
             const Timeline& timeline) {
  const Entity& a = timeline.entities[network.nodes[tie.a].entity];
  const Entity& b = timeline.entities[network.nodes[tie.b].entity];
  DotAttributes attributes = {
      {"penwidth", pen_width(tie.events.size())},
      {"weight", std::to_string(tie.events.size())},
      {"tooltip", a.name + " – " + b.name + ": " + counted(tie.events.size(), "event") +
                      titles_of(tie.events, timeline)}};
  if (tie.events.size() > 1) attributes.push_back({"label", std::to_string(tie.events.size())});
  graph.edge(a.id, b.id, attributes);
}

void add_relation(DotGraph& graph, const EntityNetwork::Relation& relation,
                  const EntityNetwork& network, const Timeline& timeline) {
  const Link& link = timeline.links[relation.link];
  const Entity& from = timeline.entities[network.nodes[relation.from].entity];
  const Entity& to = timeline.entities[network.nodes[relation.to].entity];
  const std::string words(style_of(link.type).words);
  graph.edge(from.id, to.id,
             {{"label", clean_text(link.label.empty() ? words : link.label, 60)},
              {"style", "dashed"},
              {"dir", "forward"},
              {"color", std::string(light(style_of(link.type).colour))},
              {"tooltip", from.name + " " + words + " " + to.name}});
}

bool write_dot_graph(const Timeline& timeline, std::ostream& out) {
  const EntityNetwork network = entity_network(timeline, kMaxDotNodes, kMaxDotTies);
  DotGraph graph(DotGraph::Kind::undirected);
  set_defaults(graph, timeline, network);
  for (const EntityNetwork::Node& node : network.nodes) add_entity(graph, node, timeline);
  for (const EntityNetwork::Tie& tie : network.ties) add_tie(graph, tie, network, timeline);
  for (const EntityNetwork::Relation& relation : network.relations)
    add_relation(graph, relation, network, timeline);
  return graph.write(out);
}

}  // namespace

extern const Exporter graph_dot_exporter;
constinit const Exporter graph_dot_exporter = {"graph-dot", "graph.dot",
                                               "the entity graph for Graphviz", write_dot_graph};

}  // namespace dateline
