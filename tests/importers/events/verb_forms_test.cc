#include "importers/events/verb_forms.h"

#include <gtest/gtest.h>

#include "tests/support/event_reading.h"

namespace dateline {
namespace {

TEST(VerbForms, AThirdPersonLeadsToItsVerb) {
  EXPECT_EQ(verb_of_third_person("orders", english_events()), "order");
  EXPECT_EQ(verb_of_third_person("Closes", english_events()), "close");
  EXPECT_EQ(verb_of_third_person("denies", english_events()), "deny");
  EXPECT_EQ(verb_of_third_person("tables", english_events()), "");
  EXPECT_EQ(verb_of_third_person("s", english_events()), "");
}

TEST(VerbForms, AParticipleLeadsToWhatHappens) {
  EXPECT_EQ(verb_of_participle("Injured", english_events()), "injure");
  EXPECT_EQ(verb_of_participle("arrested", english_events()), "arrest");
  EXPECT_EQ(verb_of_participle("red", english_events()), "");
  EXPECT_EQ(verb_of_participle("naked", english_events()), "");
}

TEST(VerbForms, EveryRegularFormHasItsPredicate) {
  const Predicate* const threat = english_events().verb("threaten");
  ASSERT_NE(threat, nullptr);
  for (const char* const form : {"threaten", "threatens", "threatened"})
    EXPECT_EQ(predicate_of_form(form, english_events()), threat) << form;
  EXPECT_EQ(predicate_of_form("tabled", english_events()), nullptr);
}

}  // namespace
}  // namespace dateline
