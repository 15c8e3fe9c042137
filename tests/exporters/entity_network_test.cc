#include "exporters/entity_network.h"

#include <gtest/gtest.h>

#include "tests/support/timelines.h"

namespace dateline {
namespace {

using testing::event;
using testing::on_day;
using testing::taking_part;

Timeline meetings() {
  Timeline timeline;
  for (const char* id : {"a", "b", "c", "idle"})
    timeline.entities.push_back(testing::entity(id, EntityKind::person, id));
  for (const auto& [id, others] : std::vector<std::pair<std::string, std::vector<std::string>>>{
           {"e1", {"a", "b"}}, {"e2", {"a", "b", "b"}}, {"e3", {"b", "c", "nobody"}}}) {
    timeline.events.push_back(event(id, "They meet", on_day("2031-03-07")));
    for (const std::string& other : others)
      timeline.events.back().participants.push_back(taking_part(other));
  }
  return timeline;
}

TEST(EntityNetwork, TiesThoseWhoAreInTheSameEvents) {
  const EntityNetwork network = entity_network(meetings(), 10, 10);
  ASSERT_EQ(network.nodes.size(), 3U);
  EXPECT_EQ(network.nodes[0].entity, 1U);  // b, in three events
  ASSERT_EQ(network.ties.size(), 2U);
  EXPECT_EQ(network.ties[0].events, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(network.ties[1].events, (std::vector<std::uint32_t>{2}));
}

TEST(EntityNetwork, DrawsOnlyTheEntitiesWithTheMostEventsAndCountsTheOthers) {
  const EntityNetwork network = entity_network(meetings(), 2, 10);
  EXPECT_EQ(network.nodes.size(), 2U);
  EXPECT_EQ(network.left_out, 1U);
  ASSERT_EQ(network.ties.size(), 1U);
  EXPECT_EQ(network.ties[0].events.size(), 2U);
}

TEST(EntityNetwork, KeepsLinksBetweenEntities) {
  Timeline timeline = meetings();
  timeline.links = {testing::link(LinkType::member_of, "idle", "a"),
                    testing::link(LinkType::causes, "e1", "e2")};
  const EntityNetwork network = entity_network(timeline, 10, 10);
  EXPECT_EQ(network.nodes.size(), 4U);
  ASSERT_EQ(network.relations.size(), 1U);
  EXPECT_EQ(network.relations[0].link, 0U);
}

TEST(EntityNetwork, IsEmptyForAnEmptyTimeline) {
  EXPECT_TRUE(entity_network(Timeline{}, 10, 10).nodes.empty());
}

}  // namespace
}  // namespace dateline
