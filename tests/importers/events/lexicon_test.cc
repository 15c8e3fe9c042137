#include "importers/events/lexicon.h"

#include <gtest/gtest.h>

#include "tests/support/event_reading.h"

namespace dateline {
namespace {

TEST(EventLexicon, KnowsWhatPredicatesMakeOfTheirContent) {
  const EventLexicon& lexicon = english_events();
  ASSERT_NE(lexicon.verb("deny"), nullptr);
  EXPECT_EQ(lexicon.verb("deny")->content, Commitment::denied);
  EXPECT_EQ(lexicon.verb("order")->object, Role::addressee);
  EXPECT_TRUE(lexicon.verb("order")->object_control);
  EXPECT_EQ(lexicon.noun("call")->type, "call");
  EXPECT_EQ(lexicon.verb("brontosaurus"), nullptr);
}

TEST(EventLexicon, KnowsCues) {
  EXPECT_EQ(english_events().modal("could"), Commitment::possible);
  EXPECT_EQ(english_events().role("by", false), Role::agent);
  EXPECT_EQ(english_events().bound("no later than"), TimeBound::Kind::by);
  EXPECT_FALSE(english_events().bound("on"));
}

TEST(EventLexicon, NamesTheLineThatIsBroken) {
  const auto unknown_key = EventLexicon::parse("go verb movement\nrun verb movement speed=3\n", "");
  ASSERT_FALSE(unknown_key);
  EXPECT_EQ(unknown_key.error().message, "events.txt:2: unknown key 'speed=3'");
  const auto twice = EventLexicon::parse("go verb movement\n\ngo verb start\n", "");
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().message, "events.txt:3: 'go' stands in an earlier row too");
  const auto bad_cue = EventLexicon::parse("", "# cues\nmodal could perhaps\n");
  ASSERT_FALSE(bad_cue);
  EXPECT_EQ(bad_cue.error().message, "cues.txt:2: unknown value 'perhaps'");
}

}  // namespace
}  // namespace dateline
