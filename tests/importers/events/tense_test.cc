#include "importers/events/tense.h"

#include <gtest/gtest.h>

#include "tests/support/event_reading.h"
#include "tests/support/make_document.h"

namespace dateline {
namespace {

/// What is read from the document's last word and its auxiliaries.
EventMention read(std::string_view lines) {
  const Document document = make_document(lines);
  const Tree tree(document);
  EventMention event;
  const auto last = static_cast<std::uint32_t>(document.tokens.size() - 1);
  read_tense({document, tree, english_events()}, TokenId{last}, event);
  return event;
}

TEST(ReadTense, TakesTheTenseOfTheFirstAuxiliary) {
  const EventMention event = read(
      "had/have AUX 2 aux past finite\n"
      "left/leave VERB 0 root past participle\n");
  EXPECT_EQ(event.tense, Tense::past);
  EXPECT_EQ(event.form, VerbForm::finite);
  EXPECT_TRUE(event.perfect);
  EXPECT_FALSE(event.progressive);
}

TEST(HasPerfectAuxiliary, TellsAPerfectPassive) {
  const auto is_perfect = [](std::string_view lines) {
    const Document document = make_document(lines);
    const Tree tree(document);
    const auto last = static_cast<std::uint32_t>(document.tokens.size() - 1);
    return has_perfect_auxiliary({document, tree, english_events()}, TokenId{last});
  };
  EXPECT_TRUE(
      is_perfect("has/have AUX 3 aux present finite\n"
                 "been/be AUX 3 aux:pass past participle\n"
                 "sold/sell VERB 0 root past participle\n"));
  EXPECT_FALSE(
      is_perfect("was/be AUX 2 aux:pass past finite\n"
                 "sold/sell VERB 0 root past participle\n"));
}

TEST(ReadTense, TellsAProgressivePassiveByItsAuxiliary) {
  EXPECT_TRUE(read("is/be AUX 3 aux present finite\n"
                   "being/be AUX 3 aux:pass present participle\n"
                   "sold/sell VERB 0 root past participle\n")
                  .progressive);
}

TEST(ReadTense, ReadsModals) {
  const EventMention event = read(
      "could/could AUX 2 aux finite\n"
      "leave VERB 0 root infinitive\n");
  EXPECT_EQ(event.modality, "could");
  EXPECT_EQ(event.form, VerbForm::finite);
  EXPECT_FALSE(event.future);
  EXPECT_TRUE(read("will/will AUX 2 aux finite\nleave VERB 0 root infinitive\n").future);
}

TEST(ReadTense, LeavesAnInfinitiveWithoutATense) {
  const EventMention event = read("to PART 2 mark\nleave VERB 0 root infinitive\n");
  EXPECT_EQ(event.form, VerbForm::infinitive);
  EXPECT_EQ(event.tense, Tense::none);
}

TEST(ReadTense, FindsNegationBesideTheVerbOnly) {
  EXPECT_TRUE(read("not PART 2 advmod\nleft/leave VERB 0 root past finite\n").negated);
  EXPECT_FALSE(read("no DET 2 det\nmoney NOUN 3 obj\ngave/give VERB 0 root past finite\n").negated);
}

}  // namespace
}  // namespace dateline
