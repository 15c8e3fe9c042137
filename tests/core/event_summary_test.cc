#include "core/event_summary.h"

#include <gtest/gtest.h>

#include "core/merge.h"
#include "tests/support/make_story.h"

namespace dateline {
namespace {

using testing::event_titled;
using testing::Story;

std::string summary_of_only(Timeline timeline) {
  summarize_events(timeline);
  return timeline.events.at(0).summary;
}

TEST(EventSummary, TellsADayAndWhoSaysSo) {
  Story story("d1", "2024-05-01");
  const std::string ministry = story.organization("Ministry"), kern = story.person("Ada Kern");
  Event& event =
      story.event("closure", "Ministry to close the pass", "close", "2024-05-03", ministry);
  event.when.display = "Friday 3 May 2024";
  event.factuality.value = FactualityValue::scheduled;
  event.attribution.push_back({kern, "said", {}, {}});
  EXPECT_EQ(summary_of_only(story),
            "Ministry to close the pass (Friday 3 May 2024; planned; according to Ada Kern)");
}

TEST(EventSummary, DoesNotNameASpeakerTwice) {
  Story story("d1", "2024-05-01");
  const std::string kern = story.person("Ada Kern");
  Event& event = story.event("statement", "Kern praises the pass", "praised", "2024-05-03", kern);
  event.participants.at(0).role = Role::speaker;
  event.attribution.push_back({kern, "said", {}, {}});
  EXPECT_EQ(summary_of_only(story), "Kern praises the pass (2024-05-03)");
}

TEST(EventSummary, TellsWhomADeadlineBindsAndWhere) {
  Story story("d1", "2024-05-01");
  const std::string firm = story.organization("Firm"), court = story.organization("Court"),
                    town = story.entity(EntityKind::place, "Marnow");
  Event& event = story.deadline("Deadline: Firm to pay", "2024-05-03", firm);
  event.deadline->set_by = {court};
  event.places.push_back({town, PlaceRole::at, {}});
  event.places.push_back({town, PlaceRole::to, {}});
  EXPECT_EQ(summary_of_only(story),
            "Deadline: Firm to pay (2024-05-03; binds Firm; set by Court; at Marnow)");
}

TEST(EventSummary, CountsThoseWhoAreTooManyToName) {
  Story story("d1", "2024-05-01");
  Event& event = story.event("fire", "Mill burns", "burned", "2024-05-03", "");
  for (const char* name : {"Ada", "Ben", "Cleo", "Dan", "Eve"})
    event.attribution.push_back({story.person(name), "said", {}, {}});
  EXPECT_EQ(summary_of_only(story),
            "Mill burns (2024-05-03; according to Ada, Ben, Cleo and 2 others)");
}

TEST(EventSummary, InventsNoDay) {
  Story story("d1", "2024-05-01");
  story.event("fire", "Mill burns", "burned", "2024-05-03", "").when = {};
  EXPECT_EQ(summary_of_only(story), "Mill burns (no date told)");
}

TEST(EventSummary, LeavesWhatSomebodyWrote) {
  Story story("d1", "2024-05-01");
  story.event("fire", "Mill burns", "burned", "2024-05-03", "").summary = "The end of an era";
  EXPECT_EQ(summary_of_only(story), "The end of an era");
}

TEST(EventSummary, IsNotGivenByAMergeThatChangesNothing) {
  Story story("d1", "2024-05-01");
  story.event("fire", "Mill burns", "burned", "2024-05-03", "");
  EXPECT_EQ(event_titled(merge({story}), "Mill burns").summary, "");
}

}  // namespace
}  // namespace dateline
