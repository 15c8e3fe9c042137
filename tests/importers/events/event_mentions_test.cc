#include "importers/events/event_mentions.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace dateline {
namespace {

std::vector<FoundEvent> mentions_in(std::string_view text) {
  return timeline_of(std::string(text), "2031-03-10").documents[0].event_mentions;
}

/// The mention with these words; the test is aborted if there is none.
FoundEvent mention(std::string_view text, std::string_view words) {
  const std::vector<FoundEvent> all = mentions_in(text);
  const auto found = std::ranges::find(all, words, &FoundEvent::text);
  if (found == all.end()) ADD_FAILURE() << "no mention '" << words << "' in " << text;
  return found == all.end() ? FoundEvent() : *found;
}

/// "uncertain", "negative" and "ahead", as they hold, parted by blanks.
std::string told_of(std::string_view text, std::string_view words) {
  const FoundEvent found = mention(text, words);
  std::string told;
  if (found.uncertain) told += "uncertain ";
  if (found.negative) told += "negative ";
  if (found.ahead) told += "ahead ";
  return told;
}

TEST(EventMentions, AreTheEventsOfTheTimelineAndWhatElseIsOrHappens) {
  std::vector<std::string> words;
  for (const FoundEvent& found :
       mentions_in("The plant in Bergen closed after a fire, and the gate is shut.\n"))
    words.push_back(found.text);
  EXPECT_EQ(words, (std::vector<std::string>{"closed", "fire", "is shut"}));
}

TEST(EventMentions, ACopulaStandsWithItsPredicate) {
  EXPECT_EQ(mention("The drug is available in Norway.\n", "is available").event_class,
            EventClass::state);
}

TEST(EventMentions, WhatWillBeLiesAhead) {
  EXPECT_EQ(told_of("The bank will open a branch in Oslo.\n", "open"), "ahead ");
  EXPECT_EQ(told_of("The bank opened a branch in Oslo.\n", "opened"), "");
}

TEST(EventMentions, WhatTheNewThingWillLetPeopleDoLiesAheadAndIsCertain) {
  EXPECT_EQ(told_of("The card will allow riders to cross the border.\n", "cross"), "ahead ");
}

TEST(EventMentions, WhatCanBeDoneIsCertainAndWhatMayBeIsNot) {
  EXPECT_EQ(told_of("Members can buy tickets in Oslo.\n", "buy"), "");
  EXPECT_EQ(told_of("Members may leave the club.\n", "leave"), "uncertain ahead ");
}

TEST(EventMentions, WhatIsTriedLiesAheadAndIsUncertain) {
  EXPECT_EQ(told_of("The firm wants to sell the port.\n", "sell"), "uncertain ahead ");
}

TEST(EventMentions, WhatIsNowIsNotAhead) {
  EXPECT_EQ(told_of("The new house is now smaller.\n", "is now smaller"), "");
}

TEST(EventMentions, WhatDidNotHappenIsNegative) {
  EXPECT_EQ(told_of("The ship did not sink.\n", "sink"), "negative ");
}

TEST(EventMentions, WhatLedToAnotherIsPresumedToLieBeforeIt) {
  const std::string_view text = "Police opened an inquiry into the crash.\n";
  EXPECT_LT(mention(text, "crash").order, mention(text, "inquiry").order);
}

TEST(EventMentions, TheDaysThatTheTextTellsOrderTheStory) {
  const std::string_view text =
      "The minister resigned on March 8. An earthquake struck the coast on March 9.\n";
  EXPECT_LT(mention(text, "resigned").order, mention(text, "struck").order);
}

TEST(EventMentions, WhatIsCoordinatedSharesAPlaceInTheStory) {
  const std::string_view text = "The blast killed two workers and injured five.\n";
  EXPECT_EQ(mention(text, "killed").order, mention(text, "injured").order);
}

TEST(EventMentions, WhoUsesAThingTakesPartInWhatHappens) {
  const Timeline timeline = timeline_of("Developers tested the app in Oslo.\n", "2031-03-10");
  EXPECT_EQ(actors(timeline, event_of(timeline, "tested"), Role::agent), "Developers");
}

TEST(EventMentions, TheOrderIsNoDate) {
  const Timeline timeline =
      timeline_of("Police are looking into the crash. It was seen by many.\n", "");
  for (const Event& event : timeline.events) EXPECT_FALSE(event.when.known());
}

}  // namespace
}  // namespace dateline
