#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/graph_layout.h"
#include "exporters/drawn_text.h"
#include "exporters/entity_network.h"
#include "exporters/exporter.h"
#include "exporters/style.h"
#include "exporters/svg.h"

// The entities as one still picture: who is in events with whom. What joins two is the thicker, the
// more events they share; a relation that a text states is a broken line.

namespace dateline {
namespace {

constexpr std::size_t kMaxNodes = 60, kMaxTies = 240;
constexpr double kWidth = 1200, kMargin = 22, kTop = 84, kSide = 110;
constexpr double kLongestEdge = 240;
constexpr double kNodeLabelSize = 12.5, kMaxNodeLabel = 190;
constexpr std::size_t kDrawnTitles = 8;

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  bool overlaps(const Box& other) const {
    return left < other.right && right > other.left && top < other.bottom && bottom > other.top;
  }
};

struct DrawnNetwork {
  double x = 0, y = 0, radius = 0;
};

double height_for(std::size_t nodes) {
  return std::min(360 + 12 * static_cast<double>(nodes), 900.0);
}

/// The ties and relations as a graph of their own, for the layout.
Graph graph_in(const EntityNetwork& network, const Timeline& timeline) {
  std::vector<Graph::Node> nodes;
  for (const EntityNetwork::Node& node : network.nodes)
    nodes.push_back({timeline.entities[node.entity].id, Graph::NodeKind::entity});
  std::vector<Graph::Edge> edges;
  for (const EntityNetwork::Tie& tie : network.ties) edges.push_back({tie.a, tie.b, "tie", 1});
  for (const EntityNetwork::Relation& relation : network.relations)
    edges.push_back({relation.from, relation.to, "relation", 1});
  return Graph(std::move(nodes), std::move(edges));
}

/// As large as the room allows, in its middle; two that stand alone do not fly to its edges.
std::vector<DrawnNetwork> place(const EntityNetwork& network, const Timeline& timeline,
                                double height) {
  const Graph graph = graph_in(network, timeline);
  const std::vector<Point> points = layout_of(graph);
  Point far;
  for (const Point& point : points) far = {std::max(far.x, point.x), std::max(far.y, point.y)};
  const double across = kWidth - 2 * kSide, down = height - kTop - 70;
  const double stretch_x = std::min(across / std::max(far.x, 1e-9), kLongestEdge);
  const double stretch_y = std::min(down / std::max(far.y, 1e-9), kLongestEdge);
  const double left = (kWidth - far.x * stretch_x) / 2;
  const double top = kTop + (down - far.y * stretch_y) / 2;
  std::vector<DrawnNetwork> drawn;
  for (const EntityNetwork::Node& node : network.nodes) {
    const Point& point = points[*graph.find(timeline.entities[node.entity].id)];
    const auto events = static_cast<double>(node.events.size());
    drawn.push_back({left + point.x * stretch_x, top + point.y * stretch_y,
                     std::min(6 + 2 * std::sqrt(events), 16.0)});
  }
  return drawn;
}

std::string event_words(const std::vector<std::uint32_t>& events, const Timeline& timeline) {
  std::string words = counted(events.size(), "event");
  for (std::size_t i = 0; i < std::min(events.size(), kDrawnTitles); ++i)
    words += (i == 0 ? ": " : "; ") + clean_text(timeline.events[events[i]].title, 160);
  return events.size() > kDrawnTitles ? words + " …" : words;
}

const Entity& entity_of(const EntityNetwork& network, const Timeline& timeline,
                        std::uint32_t node) {
  return timeline.entities[network.nodes[node].entity];
}

void draw_ties(SvgWriter& svg, const EntityNetwork& network, const std::vector<DrawnNetwork>& drawn,
               const Timeline& timeline) {
  for (const EntityNetwork::Tie& tie : network.ties) {
    const DrawnNetwork &a = drawn[tie.a], &b = drawn[tie.b];
    const auto events = static_cast<double>(tie.events.size());
    svg.open("line", {{"x1", a.x},
                      {"y1", a.y},
                      {"x2", b.x},
                      {"y2", b.y},
                      {"class", "s-faint edge"},
                      {"stroke-width", std::min(std::sqrt(events), 5.0)}});
    svg.title(entity_of(network, timeline, tie.a).name + " – " +
              entity_of(network, timeline, tie.b).name + ": " + event_words(tie.events, timeline));
    svg.close();
  }
}

void draw_relations(SvgWriter& svg, const EntityNetwork& network,
                    const std::vector<DrawnNetwork>& drawn, const Timeline& timeline) {
  for (const EntityNetwork::Relation& relation : network.relations) {
    const DrawnNetwork &a = drawn[relation.from], &b = drawn[relation.to];
    const LinkStyle& style = style_of(timeline.links[relation.link].type);
    svg.open("line", {{"x1", a.x},
                      {"y1", a.y},
                      {"x2", b.x},
                      {"y2", b.y},
                      {"class", "dashed s-" + std::string(style.colour)},
                      {"stroke-width", 1.4}});
    svg.title(entity_of(network, timeline, relation.from).name + " " + std::string(style.words) +
              " " + entity_of(network, timeline, relation.to).name);
    svg.close();
  }
}

void draw_shape(SvgWriter& svg, const Entity& entity, const DrawnNetwork& at) {
  const double r = at.radius;
  const std::string classes = "f-panel s-" + std::string(style_of(entity.kind).colour) +
                              (entity.anonymous ? " dashed" : "");
  const SvgAttribute width("stroke-width", 2);
  switch (entity.kind) {
    case EntityKind::place:
    case EntityKind::occasion: {
      const std::string n = svg_number(r);
      return svg.leaf("path", {{"d", "M" + svg_number(at.x) + " " + svg_number(at.y - r) + "l" + n +
                                         " " + n + "l-" + n + " " + n + "l-" + n + " -" + n + "z"},
                               {"class", classes},
                               width});
    }
    case EntityKind::organization:
    case EntityKind::group:
    case EntityKind::state:
      return svg.leaf("rect", {{"x", at.x - r},
                               {"y", at.y - 0.8 * r},
                               {"width", 2 * r},
                               {"height", 1.6 * r},
                               {"rx", 3},
                               {"class", classes},
                               width});
    default:
      return svg.leaf("circle", {{"cx", at.x}, {"cy", at.y}, {"r", r}, {"class", classes}, width});
  }
}

// The first place around a node where its name covers nothing; none if there is no room.
std::optional<Box> label_box(const DrawnNetwork& at, double width, double height,
                             const std::vector<Box>& taken) {
  const double gap = at.radius + 5;
  const auto spots =
      std::to_array<std::pair<double, double>>({{at.x + gap, at.y + 4},
                                                {at.x - gap - width, at.y + 4},
                                                {at.x - width / 2, at.y - gap - 2},
                                                {at.x - width / 2, at.y + gap + 11}});
  for (const auto& [x, y] : spots) {
    const Box box{x, y - kNodeLabelSize, x + width, y + 4};
    if (box.left < 6 || box.right > kWidth - 6 || box.bottom > height - 44) continue;
    const bool covered = std::any_of(taken.begin(), taken.end(),
                                     [&](const Box& other) { return box.overlaps(other); });
    if (!covered) return box;
  }
  return std::nullopt;
}

void draw_nodes(SvgWriter& svg, const EntityNetwork& network,
                const std::vector<DrawnNetwork>& drawn, const Timeline& timeline, double height) {
  std::vector<Box> taken;
  for (const DrawnNetwork& at : drawn)
    taken.push_back({at.x - at.radius, at.y - at.radius, at.x + at.radius, at.y + at.radius});
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const Entity& entity = timeline.entities[network.nodes[i].entity];
    svg.open("g", {});
    svg.title(entity.name + " (" + std::string(style_of(entity.kind).name) + "), " +
              event_words(network.nodes[i].events, timeline));
    draw_shape(svg, entity, drawn[i]);
    const std::string label = cut_to_width(clean_text(entity.name), kMaxNodeLabel, kNodeLabelSize);
    const double width = text_width(label, kNodeLabelSize) * 1.06;
    if (const auto box = label_box(drawn[i], width, height, taken)) {
      taken.push_back(*box);
      svg.text(box->left, box->bottom - 4, "strong halo f-ink", label);
    }
    svg.close();
  }
}

std::string summary(const EntityNetwork& network) {
  if (network.nodes.empty()) return "No people, organizations or places were found.";
  std::string words = counted(network.nodes.size() + network.left_out, "entity");
  if (network.left_out > 0)
    words += ", of which the " + std::to_string(network.nodes.size()) + " with the most events";
  return words +
         ". A line joins two that are in the same events, the thicker the more; a broken "
         "line is a relation that a text states.";
}

bool write_svg_graph(const Timeline& timeline, std::ostream& out) {
  const EntityNetwork network = entity_network(timeline, kMaxNodes, kMaxTies);
  const double height = height_for(network.nodes.size());
  const std::vector<DrawnNetwork> drawn = place(network, timeline, height);
  const std::string title = title_of(timeline), words = summary(network);
  SvgWriter svg(out, {title, words, kWidth, height});
  svg.text(kMargin, 34, "heading f-ink", cut_to_width(clean_text(title), kWidth - 2 * kMargin, 24));
  svg.text(kMargin, 54, "f-dim", words);
  draw_ties(svg, network, drawn, timeline);
  draw_relations(svg, network, drawn, timeline);
  draw_nodes(svg, network, drawn, timeline, height);
  svg.text(kMargin, height - 16, "small f-faint",
           "From " + counted(timeline.documents.size(), "article"));
  return svg.finish();
}

}  // namespace

extern const Exporter graph_svg_exporter;
constinit const Exporter graph_svg_exporter = {
    "graph-svg", "graph.svg", "the entity graph as a picture: who is with whom", write_svg_graph};

}  // namespace dateline
