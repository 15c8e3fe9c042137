#include "exporters/entity_network.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace dateline {
namespace {

// Pairs grow with the square: an event that lists a hundred people says little about any two.
constexpr std::size_t kMaxEntitiesPerEvent = 24;

using Positions = std::map<std::string_view, std::uint32_t>;

std::vector<std::uint32_t> entities_of(const Event& event, const Positions& positions) {
  std::vector<std::uint32_t> found;
  const auto add = [&](std::string_view id) {
    const auto entity = positions.find(id);
    if (entity == positions.end() || found.size() == kMaxEntitiesPerEvent) return;
    if (std::find(found.begin(), found.end(), entity->second) == found.end())
      found.push_back(entity->second);
  };
  for (const Participant& participant : event.participants) add(participant.entity);
  for (const EventPlace& place : event.places) add(place.entity);
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<EntityNetwork::Node> nodes_of(const Timeline& timeline, const Positions& positions) {
  std::map<std::uint32_t, EntityNetwork::Node> nodes;
  for (std::uint32_t event = 0; event < timeline.events.size(); ++event)
    for (const std::uint32_t entity : entities_of(timeline.events[event], positions))
      nodes[entity].events.push_back(event);
  for (const Link& link : timeline.links) {
    const auto from = positions.find(link.from), to = positions.find(link.to);
    if (from == positions.end() || to == positions.end()) continue;
    nodes[from->second], nodes[to->second];
  }
  std::vector<EntityNetwork::Node> sorted;
  for (auto& [entity, node] : nodes) {
    node.entity = entity;
    sorted.push_back(std::move(node));
  }
  const auto key = [&](const EntityNetwork::Node& node) {
    return std::tuple(-static_cast<std::int64_t>(node.events.size()),
                      std::string_view(timeline.entities[node.entity].id), node.entity);
  };
  std::sort(sorted.begin(), sorted.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  return sorted;
}

class Drawn {
 public:
  explicit Drawn(const std::vector<EntityNetwork::Node>& nodes) {
    for (std::uint32_t i = 0; i < nodes.size(); ++i) places_[nodes[i].entity] = i;
  }
  std::optional<std::uint32_t> place(std::uint32_t entity) const {
    const auto found = places_.find(entity);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  std::map<std::uint32_t, std::uint32_t> places_;
};

std::vector<EntityNetwork::Tie> ties_of(const Timeline& timeline, const Positions& positions,
                                        const Drawn& drawn) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, EntityNetwork::Tie> ties;
  for (std::uint32_t event = 0; event < timeline.events.size(); ++event) {
    std::vector<std::uint32_t> places;
    for (const std::uint32_t entity : entities_of(timeline.events[event], positions))
      if (const auto place = drawn.place(entity)) places.push_back(*place);
    std::sort(places.begin(), places.end());
    for (std::size_t a = 0; a < places.size(); ++a)
      for (std::size_t b = a + 1; b < places.size(); ++b)
        ties[{places[a], places[b]}].events.push_back(event);
  }
  std::vector<EntityNetwork::Tie> sorted;
  for (auto& [ends, tie] : ties) {
    std::tie(tie.a, tie.b) = ends;
    sorted.push_back(std::move(tie));
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.events.size() > b.events.size(); });
  return sorted;
}

}  // namespace

EntityNetwork entity_network(const Timeline& timeline, std::size_t max_nodes,
                             std::size_t max_ties) {
  Positions positions;
  for (std::uint32_t i = 0; i < timeline.entities.size(); ++i)
    positions.emplace(timeline.entities[i].id, i);
  EntityNetwork network;
  network.nodes = nodes_of(timeline, positions);
  if (network.nodes.size() > max_nodes) {
    network.left_out = network.nodes.size() - max_nodes;
    network.nodes.resize(max_nodes);
  }
  const Drawn drawn(network.nodes);
  network.ties = ties_of(timeline, positions, drawn);
  if (network.ties.size() > max_ties) network.ties.resize(max_ties);
  for (std::uint32_t i = 0; i < timeline.links.size(); ++i) {
    const auto from = positions.find(timeline.links[i].from);
    const auto to = positions.find(timeline.links[i].to);
    if (from == positions.end() || to == positions.end()) continue;
    const auto a = drawn.place(from->second), b = drawn.place(to->second);
    if (a && b && *a != *b && network.relations.size() < max_ties)
      network.relations.push_back({*a, *b, i});
  }
  return network;
}

}  // namespace dateline
