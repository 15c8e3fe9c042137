#include "cli/difference.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

using Kind = EventChange::Kind;

Event strike(const std::string& id, std::uint32_t trigger) {
  Event event;
  event.id = id;
  event.type = "strike";
  event.when.edtf = "2021-05-03";
  event.when.interval = {start_of({2021, 5, 3}), start_of({2021, 5, 4})};
  event.evidence.push_back(
      {"d-1", trigger, trigger + 6, "strike", {}, Evidence::Role::trigger, {}});
  return event;
}

Timeline with_actor(Event event, const std::string& id, const std::string& name) {
  Timeline timeline;
  Entity entity;
  entity.id = id;
  entity.name = name;
  timeline.entities.push_back(entity);
  event.participants.push_back({id, Role::agent, "", {}});
  timeline.events.push_back(std::move(event));
  return timeline;
}

std::vector<Kind> kinds(const Timeline& before, const Timeline& after) {
  std::vector<Kind> found;
  for (const EventChange& change : changes_between(before, after)) found.push_back(change.kind);
  return found;
}

Timeline of(std::vector<Event> events) {
  Timeline timeline;
  timeline.events = std::move(events);
  return timeline;
}

TEST(Difference, OfATimelineFromItselfIsNone) {
  EXPECT_TRUE(
      kinds(of({strike("e-1", 0), strike("e-2", 9)}), of({strike("e-1", 0), strike("e-2", 9)}))
          .empty());
}

TEST(Difference, TellsWhatWasAddedAndWithdrawn) {
  EXPECT_EQ(kinds(of({strike("e-1", 0)}), of({strike("e-2", 50)})),
            (std::vector{Kind::added, Kind::withdrawn}));
}

TEST(Difference, TellsWhatMoved) {
  Event later = strike("e-1", 0);
  later.when.edtf = "2021-05-05";
  EXPECT_EQ(kinds(of({strike("e-1", 0)}), of({later})), std::vector{Kind::moved});
}

TEST(Difference, KnowsAnEventAgainByItsTrigger) {
  Event renamed = strike("e-9", 0);
  renamed.when.edtf = "2021-05-05";
  EXPECT_EQ(kinds(of({strike("e-1", 0)}), of({renamed})), std::vector{Kind::moved});
}

TEST(Difference, KnowsAnEventAgainByItsActorsNames) {
  Event later = strike("e-9", 70);
  later.when.edtf = "2021-05-05";
  EXPECT_EQ(
      kinds(with_actor(strike("e-1", 0), "n-1", "Dockers"), with_actor(later, "n-7", "Dockers")),
      std::vector{Kind::moved});
}

TEST(Difference, DoesNotGuessBetweenTwoAlike) {
  Timeline before = with_actor(strike("e-1", 0), "n-1", "Dockers");
  before.events.push_back(before.events.front());
  before.events.back().id = "e-2";
  before.events.back().evidence.front().start = 20;
  EXPECT_EQ(kinds(before, with_actor(strike("e-9", 70), "n-7", "Dockers")),
            (std::vector{Kind::added, Kind::withdrawn, Kind::withdrawn}));
}

TEST(Difference, TellsAContradictionFromAChange) {
  Event denied = strike("e-1", 0), doubted = strike("e-1", 0), undone = strike("e-1", 0);
  denied.factuality.value = FactualityValue::denied;
  doubted.factuality.value = FactualityValue::possible;
  undone.factuality.negative = true;
  EXPECT_EQ(kinds(of({strike("e-1", 0)}), of({denied})), std::vector{Kind::contradicted});
  EXPECT_EQ(kinds(of({strike("e-1", 0)}), of({doubted})), std::vector{Kind::changed});
  EXPECT_EQ(kinds(of({strike("e-1", 0)}), of({undone})), std::vector{Kind::contradicted});
}

TEST(Difference, ListsAnEventOnceForEachChange) {
  Event other = strike("e-1", 0);
  other.when.edtf = "2021-05-05";
  other.factuality.value = FactualityValue::denied;
  EXPECT_EQ(kinds(of({strike("e-1", 0)}), of({other})),
            (std::vector{Kind::moved, Kind::contradicted}));
}

TEST(Difference, TellsANewForceOfADeadline) {
  Event advice = strike("e-1", 0), order = strike("e-1", 0);
  advice.deadline = Deadline{};
  advice.deadline->force = DeadlineMention::Force::advice;
  order.deadline = Deadline{};
  EXPECT_EQ(kinds(of({advice}), of({order})), std::vector{Kind::changed});
}

}  // namespace
}  // namespace dateline
