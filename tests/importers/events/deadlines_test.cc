#include "importers/events/deadlines.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace dateline {
namespace {

std::vector<const Event*> deadlines(const Timeline& timeline) {
  std::vector<const Event*> found;
  for (const Event& event : timeline.events)
    if (event.deadline) found.push_back(&event);
  std::ranges::sort(found, {}, [](const Event* event) { return event->when.edtf; });
  return found;
}

std::string names(const Timeline& timeline, const std::vector<std::string>& ids) {
  std::string all;
  for (const Entity& entity : timeline.entities)
    if (std::ranges::find(ids, entity.id) != ids.end())
      all += (all.empty() ? "" : "; ") + entity.name;
  return all;
}

TEST(Deadlines, AMovedDeadlineBindsByItsNewDay) {
  const Timeline timeline = timeline_of(
      "The Calder Port Authority has extended the deadline for removing the wrecks from May 3 to "
      "May 9, the mayor said on Monday.",
      "2025-04-03");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0]->when.edtf, "2025-05-03");
  EXPECT_EQ(found[0]->deadline->status, Deadline::Status::moved);
  EXPECT_EQ(found[1]->when.edtf, "2025-05-09");
  EXPECT_EQ(found[1]->deadline->status, Deadline::Status::open);
  EXPECT_EQ(found[1]->deadline->force, DeadlineMention::Force::obligation);
  EXPECT_EQ(names(timeline, found[1]->deadline->set_by), "Calder Port Authority");
  EXPECT_TRUE(std::ranges::any_of(timeline.links, [&](const Link& link) {
    return link.type == LinkType::updates && link.from == found[1]->id && link.to == found[0]->id;
  }));
}

TEST(Deadlines, WhatIsDueByADeadlineIsNotToldAsDone) {
  const Timeline timeline = timeline_of(
      "The Calder Port Authority has extended the deadline for removing the wrecks from May 3 to "
      "May 9.",
      "2025-04-03");
  EXPECT_EQ(event_of(timeline, "removing").factuality.value, FactualityValue::requested);
}

TEST(Deadlines, ThePenaltyIsNotWhatIsDue) {
  const Timeline timeline = timeline_of(
      "The Calder Port Authority on Monday ordered the owners of two barges to remove them by June "
      "30 or face fines of up to $900 a day.",
      "2025-06-02");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->deadline->action, event_of(timeline, "remove").id);
  EXPECT_EQ(event_of(timeline, "fines").factuality.value, FactualityValue::conditional);
}

TEST(Deadlines, AHeadlineRepeatsTheDeadlineOfItsStory) {
  const Timeline timeline = timeline_of(
      "Ship owners given until mid-June to remove wrecks\n\nTARN (Fen Wire) — Calder County on "
      "Monday ordered the owners of two ships to remove the wrecks by June 14.\n",
      "2025-05-05");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->when.edtf, "2025-06-14");
}

TEST(Deadlines, WhoIsGivenLeaveIsBound) {
  const Timeline timeline = timeline_of(
      "Calder County gives Osprey Minerals until Friday to leave the mine.", "2025-05-05");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(names(timeline, found[0]->deadline->bound), "Osprey Minerals");
  EXPECT_EQ(names(timeline, found[0]->deadline->set_by), "Calder County");
}

TEST(Deadlines, AnOwnPlanIsNoObligation) {
  const Timeline timeline =
      timeline_of("The ministry plans to vaccinate 60,000 people by Oct. 31.", "2025-10-14");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->deadline->force, DeadlineMention::Force::scheduled_end);
}

TEST(Deadlines, ALengthThatTheTextTurnsIntoADayIsOneDeadline) {
  const Timeline timeline = timeline_of(
      "Under the rules, the council must vote on it within two working days, which means no later "
      "than Tuesday.",
      "2027-10-01");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->when.edtf, "2027-10-05");
}

TEST(Deadlines, ALengthCountsFromTheEventThatItNames) {
  const Timeline timeline = timeline_of(
      "Osprey must close the mine within 30 days of its sale, the court said on Monday.",
      "2027-10-05");
  EXPECT_TRUE(deadlines(timeline).empty());  // nobody knows when it will be sold
}

TEST(Deadlines, TheEndOfAMonthIsItsLastDay) {
  const Timeline timeline =
      timeline_of("Owners have until the end of June to apply for aid.", "2024-05-07");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->when.edtf, "2024-06-30");
}

TEST(Deadlines, LateInAMonthHasNoLastDay) {
  const Timeline timeline = timeline_of("Owners must apply for aid by late June.", "2024-05-07");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->when.edtf, "2024-06");
}

TEST(Deadlines, WhoHasAnAmountOfDaysIsBound) {
  const Timeline timeline = timeline_of("Osprey Minerals has 30 days to appeal.", "2019-12-04");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->when.edtf, "2020-01-03");
  EXPECT_EQ(found[0]->deadline->force, DeadlineMention::Force::obligation);
  EXPECT_EQ(names(timeline, found[0]->deadline->bound), "Osprey Minerals");
}

TEST(Deadlines, WhoGaveLeaveIsNotBound) {
  const Timeline timeline = timeline_of(
      "Judge Warren Pike blocked the eviction on Thursday. He gave the city until Aug. 3 to "
      "respond.",
      "2020-07-16");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(names(timeline, found[0]->deadline->bound), "Warren Pike");
  EXPECT_EQ(names(timeline, found[0]->deadline->set_by), "Warren Pike");
}

TEST(Deadlines, WhoIsToldToDoSomethingIsBound) {
  const Timeline timeline =
      timeline_of("Osprey Minerals was told to close the mine by Friday.", "2023-09-13");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->when.edtf, "2023-09-15");
  EXPECT_EQ(found[0]->deadline->force, DeadlineMention::Force::obligation);
}

TEST(Deadlines, WhatComesDaysBeforeADeadlineTellsItsDay) {
  const Timeline timeline = timeline_of(
      "The Northern Front on Saturday rejected the offer, two days before a deadline set by the "
      "Calder Port Authority.",
      "2025-02-15");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->when.edtf, "2025-02-17");
  EXPECT_EQ(names(timeline, found[0]->deadline->set_by), "Calder Port Authority");
}

TEST(Deadlines, WhatIsExtendedEndsOnItsNewDay) {
  const Timeline timeline = timeline_of("The order has been extended to Sept. 9.", "2022-08-25");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->when.edtf, "2022-09-09");
  EXPECT_EQ(found[0]->deadline->force, DeadlineMention::Force::scheduled_end);
}

TEST(Deadlines, WhatIsPutOffUntilADayEndsNothing) {
  const Timeline timeline =
      timeline_of("The vote was due on Friday but was put off until next Monday.", "2022-08-25");
  EXPECT_TRUE(deadlines(timeline).empty());
}

TEST(Deadlines, WhatTurnedOutOtherwiseIsNoDeadline) {
  const Timeline timeline = timeline_of(
      "Work had been expected to take until the end of April. Crews finished it on Tuesday.",
      "2023-04-20");
  EXPECT_TRUE(deadlines(timeline).empty());
}

TEST(Deadlines, ALengthThatBeginsAgainEachTimeHasNoDay) {
  const Timeline timeline = timeline_of(
      "Schools must report any new case within 24 hours, the board said.", "2021-02-18");
  EXPECT_TRUE(deadlines(timeline).empty());
}

TEST(Deadlines, LeaveUntilADayEndsThen) {
  const Timeline timeline =
      timeline_of("Residents may send comments until August 6.", "2021-07-26");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->deadline->force, DeadlineMention::Force::scheduled_end);
}

TEST(Deadlines, NightfallIsATime) {
  const Timeline timeline =
      timeline_of("About 4,000 residents were told to leave by nightfall.", "2024-09-23");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->when.edtf.substr(0, 10), "2024-09-23");
}

TEST(Deadlines, EveryoneOfALongDescriptionIsBound) {
  const Timeline timeline = timeline_of(
      "Managers ordered everyone living in the lower streets of Port Calder and Arn to leave by "
      "noon on Wednesday.",
      "2023-10-03");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(names(timeline, found[0]->deadline->bound),
            "everyone living in the lower streets of Port Calder and Arn");
}

TEST(Deadlines, WhoGivesDaysIsNotBound) {
  const Timeline timeline = timeline_of(
      "Judge Carla Nunez jailed Gideon Marsh on Thursday. She gave Osprey Minerals 90 days to "
      "repay the money.",
      "2022-11-17");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(names(timeline, found[0]->deadline->bound), "Osprey Minerals");
}

TEST(Deadlines, WhoOnlyStandsAboveAnOrderDidNotGiveIt) {
  const Timeline timeline = timeline_of(
      "Osprey Minerals fought a fire in the town, where 4,000 residents were told to leave by "
      "Friday.",
      "2024-09-23");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(names(timeline, found[0]->deadline->set_by), "");
}

TEST(Deadlines, AWeekGivenOnADayEndsAWeekLater) {
  const Timeline timeline = timeline_of(
      "The union gave Osprey Minerals a week on Thursday to meet its demands.", "2024-11-14");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->when.edtf, "2024-11-21");
}

TEST(Deadlines, DaysGivenFromADayOnEndThen) {
  const Timeline timeline = timeline_of(
      "The office gave Osprey Minerals 30 days from Thursday to file a report.", "2023-02-02");
  const auto found = deadlines(timeline);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->when.edtf, "2023-03-04");
  EXPECT_EQ(names(timeline, found[0]->deadline->bound), "Osprey Minerals");
}

TEST(Deadlines, ALengthFromSomeDayOfASpringHasNoDay) {
  const Timeline timeline = timeline_of(
      "A strike in the spring of 2019 ended when Governor Tom Abel threatened to send in soldiers "
      "within 24 hours.",
      "2024-11-14");
  for (const Event* deadline : deadlines(timeline))
    EXPECT_NE(deadline->when.edtf.substr(0, 8), "2019-03-");
}

TEST(Deadlines, WhatComesADayAfterADeadlineIsNotTheDeadline) {
  const Timeline timeline = timeline_of(
      "The union will hold a vote on Nov. 22, a day after the deadline expires.", "2024-11-14");
  for (const Event* deadline : deadlines(timeline)) EXPECT_NE(deadline->when.edtf, "2024-11-14");
}

TEST(Deadlines, WhatWasSupposedToBeReadyIsOverdue) {
  const Timeline timeline =
      timeline_of("The stadium was supposed to be ready by May 1, the mayor said.", "2022-06-21");
  EXPECT_TRUE(deadlines(timeline).empty());
}

constexpr std::string_view kMovedTwice =
    "The port authority has moved the deadline for removing the ships from June 30 to August 29, "
    "its chairwoman said on Tuesday.\n\nThe authority had set the first deadline in April. The "
    "deadline binds all owners.";

TEST(Deadlines, HaveATriggerLikeAllEvents) {
  const Timeline timeline = timeline_of(std::string(kMovedTwice), "2025-06-24");
  ASSERT_FALSE(deadlines(timeline).empty());
  for (const Event* deadline : deadlines(timeline))
    EXPECT_TRUE(std::ranges::any_of(deadline->evidence, [](const Evidence& words) {
      return words.role == Evidence::Role::trigger;
    })) << deadline->title;
}

TEST(Deadlines, NothingPointsAtTheWordThatIsNoEvent) {
  const Timeline timeline = timeline_of(std::string(kMovedTwice), "2025-06-24");
  std::set<std::string> ids = {""};
  for (const Event& event : timeline.events) ids.insert(event.id);
  for (const Entity& entity : timeline.entities) ids.insert(entity.id);
  for (const Link& link : timeline.links)
    EXPECT_TRUE(ids.contains(link.from) && ids.contains(link.to)) << name_of(link.type);
  for (const Event& event : timeline.events) {
    for (const SourceClaim& claim : event.attribution) EXPECT_TRUE(ids.contains(claim.event));
    EXPECT_TRUE(!event.deadline || ids.contains(event.deadline->action)) << event.title;
  }
}

}  // namespace
}  // namespace dateline
