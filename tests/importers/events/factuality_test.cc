#include "importers/events/factuality.h"

#include <gtest/gtest.h>

#include "tests/support/event_reading.h"
#include "tests/support/make_document.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

Factuality read(std::string_view lines, std::string_view trigger) {
  Document document = make_document(lines);
  read_events(document);
  return event_of(document, trigger).factuality;
}

TEST(Factuality, PlainPastIsAsserted) {
  const Factuality found = read(
      "Drivers/driver NOUN 2 nsubj plural\n"
      "walked/walk VERB 0 root past finite\n"
      "out ADP 2 compound:prt\n",
      "walked out");
  EXPECT_EQ(found.value, FactualityValue::asserted);
  EXPECT_FALSE(found.negative);
}

TEST(Factuality, NegationIsNoFact) {
  const Factuality found = read(
      "Drivers/driver NOUN 4 nsubj plural\n"
      "did/do AUX 4 aux past finite\n"
      "not PART 4 advmod\n"
      "resign VERB 0 root infinitive\n",
      "resign");
  EXPECT_EQ(found.value, FactualityValue::asserted);
  EXPECT_TRUE(found.negative);
  EXPECT_EQ(found.cue, "not");
}

TEST(Factuality, WillIsScheduledAndCouldIsPossible) {
  EXPECT_EQ(read("Members/member NOUN 3 nsubj plural\n"
                 "will AUX 3 aux finite\n"
                 "vote VERB 0 root infinitive\n",
                 "vote")
                .value,
            FactualityValue::scheduled);
  EXPECT_EQ(read("Members/member NOUN 3 nsubj plural\n"
                 "could AUX 3 aux finite\n"
                 "vote VERB 0 root infinitive\n",
                 "vote")
                .value,
            FactualityValue::possible);
}

TEST(Factuality, WhatIsDeniedIsDeniedAndTheDenyingIsAsserted) {
  constexpr std::string_view kLines =
      "Osprey PROPN 2 nsubj\n"
      "denied/deny VERB 0 root past finite\n"
      "that SCONJ 5 mark\n"
      "it PRON 5 nsubj\n"
      "bribed/bribe VERB 2 ccomp past finite\n"
      "officials/official NOUN 5 obj plural\n";
  EXPECT_EQ(read(kLines, "bribed").value, FactualityValue::denied);
  EXPECT_EQ(read(kLines, "denied").value, FactualityValue::asserted);
}

TEST(Factuality, WarnedOfIsPossibleAndOrderedIsRequested) {
  EXPECT_EQ(read("Flynn PROPN 2 nsubj\n"
                 "warned/warn VERB 0 root past finite\n"
                 "that SCONJ 6 mark\n"
                 "bridges/bridge NOUN 6 nsubj plural\n"
                 "would AUX 6 aux finite\n"
                 "collapse VERB 2 ccomp infinitive\n",
                 "collapse")
                .value,
            FactualityValue::possible);
  EXPECT_EQ(read("Flynn PROPN 2 nsubj\n"
                 "ordered/order VERB 0 root past finite\n"
                 "residents/resident NOUN 2 obj plural\n"
                 "to PART 5 mark\n"
                 "leave VERB 2 xcomp infinitive\n",
                 "leave")
                .value,
            FactualityValue::requested);
}

TEST(Factuality, ConditionsAndTheirConsequencesAreConditional) {
  constexpr std::string_view kLines =
      "If SCONJ 3 mark\n"
      "talks/talk NOUN 3 nsubj plural\n"
      "fail VERB 6 advcl present finite\n"
      "drivers/driver NOUN 6 nsubj plural\n"
      "will AUX 6 aux finite\n"
      "protest VERB 0 root infinitive\n";
  EXPECT_EQ(read(kLines, "fail").value, FactualityValue::conditional);
  EXPECT_EQ(read(kLines, "protest").value, FactualityValue::conditional);
}

TEST(Factuality, AnUnrealPastIsCounterfactual) {
  constexpr std::string_view kLines =
      "Had/have AUX 4 aux past finite\n"
      "the DET 3 det\n"
      "mine NOUN 4 nsubj\n"
      "opened/open VERB 8 advcl past participle\n"
      "people NOUN 8 nsubj plural\n"
      "would AUX 8 aux finite\n"
      "have AUX 8 aux infinitive\n"
      "protested/protest VERB 0 root past participle\n";
  EXPECT_EQ(read(kLines, "opened").value, FactualityValue::counterfactual);
  EXPECT_EQ(read(kLines, "protested").value, FactualityValue::counterfactual);
}

TEST(Factuality, WhatIsAskedAboutIsUnknown) {
  EXPECT_EQ(read("Nobody PRON 2 nsubj\n"
                 "knows/know VERB 0 root present finite\n"
                 "whether SCONJ 5 mark\n"
                 "Quist PROPN 5 nsubj\n"
                 "resigned/resign VERB 2 ccomp past finite\n",
                 "resigned")
                .value,
            FactualityValue::unknown);
}

Factuality read_in(std::string text, std::string_view trigger) {
  return event_of(timeline_of(std::move(text), "2024-03-07"), trigger).factuality;
}

TEST(Factuality, ATypographicApostropheNegatesLikeAPlainOne) {
  const Factuality curly = read_in("The driver didn’t pay.", "pay");
  const Factuality plain = read_in("The driver didn't pay.", "pay");
  EXPECT_TRUE(curly.negative);
  EXPECT_EQ(curly.value, plain.value);
  EXPECT_TRUE(plain.negative);
}

TEST(Factuality, WhatSomethingIsWithoutIsNot) {
  EXPECT_TRUE(read_in("The bridge reopened without a ceremony.", "ceremony").negative);
  EXPECT_FALSE(read_in("The bridge reopened with a ceremony.", "ceremony").negative);
}

TEST(Factuality, WhatIsDeniedInThePassiveIsDenied) {
  const std::string text = "The attack was denied by the company.";
  EXPECT_EQ(read_in(text, "attack").value, FactualityValue::denied);
  EXPECT_EQ(read_in(text, "denied").value, FactualityValue::asserted);
}

TEST(Factuality, WhoDeniesAPartInSomethingDoesNotDenyThatItWas) {
  EXPECT_EQ(read_in("The minister denied a role in the attack.", "attack").value,
            FactualityValue::asserted);
}

Factuality told(const std::string& text, std::string_view trigger) {
  return event_of(timeline_of(text, "2024-03-12"), trigger).factuality;
}

TEST(Rebuttals, DenyWhatWasReportedBeforeThem) {
  const std::string claim = "The newspaper claimed that a child had died. ";
  EXPECT_EQ(told(claim + "\"That is simply not true,\" said Colm Rafferty.", "died").value,
            FactualityValue::denied);
  EXPECT_EQ(told(claim + "\"That is a lie,\" said Colm Rafferty.", "died").value,
            FactualityValue::denied);
  EXPECT_NE(told(claim + "\"That is true,\" said Colm Rafferty.", "died").value,
            FactualityValue::denied);
  EXPECT_EQ(told("A child died on Monday. \"That is not true,\" said Rafferty.", "died").value,
            FactualityValue::asserted);
}

TEST(Rumours, AreNoFacts) {
  EXPECT_EQ(told("One of them is said to have visited 30 houses.", "visited").value,
            FactualityValue::probable);
  EXPECT_EQ(
      told("The letters appeared to show she had steered a contract to the firm.", "steered").value,
      FactualityValue::probable);
}

TEST(Refusals, AreFacts) {
  const Factuality refused = told("They would not let us fetch the flour.", "let");
  EXPECT_EQ(refused.value, FactualityValue::asserted);
  EXPECT_TRUE(refused.negative);
  EXPECT_EQ(told("He said he would not pay.", "pay").value, FactualityValue::scheduled);
  EXPECT_EQ(told("The firm would not pay before May.", "pay").value, FactualityValue::scheduled);
}

TEST(Factuality, NotEverybodyIsNotAll) {
  EXPECT_TRUE(told("Not everybody is persuaded.", "persuaded").negative);
}

}  // namespace
}  // namespace dateline
